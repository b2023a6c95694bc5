package stats

import "fmt"

// PermutationOptions chooses how [PermutationMean] goes through the patterns.
type PermutationOptions struct {
	// Resamples are the sign patterns drawn where not all can be gone through.
	// Defaults to 99 999.
	Resamples int
	// Seed of the drawn patterns. The same seed gives the same p, whatever Workers is.
	Seed uint64
	// Workers share the drawn patterns. Defaults to the processors available.
	Workers int
	// Level only sets the p that Need speaks of. Defaults to 0.95.
	Level float64
}

// The ways of [PermutationTest.How].
const (
	Counted    = "counted"    // all 2^n patterns, by their sums
	Enumerated = "enumerated" // all 2^n patterns, one by one
	Drawn      = "drawn"      // a seeded sample of the patterns
)

// PermutationTest is the outcome of [PermutationMean].
type PermutationTest struct {
	N, NonZero            int
	Mean                  Maybe  // of the differences
	How                   string // Counted, Enumerated, Drawn; empty where p is undefined
	Resamples             int    // patterns drawn, 0 where all were gone through
	PTwo, PGreater, PLess Maybe
	Need                  Need
}

// enumerateUpTo is the largest number of non-zero differences whose sign
// patterns are gone through one by one.
const enumerateUpTo = 20

// countCellsUpTo bounds the sums that are counted: about a tenth of a second.
const countCellsUpTo = 20_000_000

// PermutationMean is Fisher's exact test of the mean difference (1935): if
// nothing changed, each difference might as well have had the other sign. It
// compares the sum with those under all 2^n sign patterns of the non-zero |d|:
//
//	PGreater = share of patterns with sum >= found,  PTwo = share with |sum| >= |found|
//
// Differences with at most 9 decimals are whole multiples of a unit, whose sums
// are counted for any n as in [SignedRank] (Counted). Others are gone through up
// to n = 20 (Enumerated); above, patterns are drawn, and p = (1 + as extreme)/(1 +
// drawn), which never is 0 (Drawn; Phipson and Smyth 2010). Sums within 1e-12 of
// sum(|d|) count as equal.
//
// With no differences p is undefined (NoPairs), with only zeros NoNonZero.
// Non-finite values and options below 0 are errors.
// R: exactRankTests::perm.test(post, pre, paired = TRUE, exact = TRUE).
func PermutationMean(diff []float64, o PermutationOptions) (PermutationTest, error) {
	o, err := o.withDefaults()
	if err != nil {
		return PermutationTest{}, err
	}
	if err := checkFinite("diff", diff); err != nil {
		return PermutationTest{}, err
	}
	s := signFlips(diff)
	t := PermutationTest{
		N: len(diff), NonZero: len(s.sizes), Mean: describe(diff, NoPairs).Mean,
		Need: needForSigns(o.Level, "a two-sided permutation p"),
	}
	if len(s.sizes) == 0 {
		u := undefined(whyNoSigns(len(diff)))
		t.PTwo, t.PGreater, t.PLess = u, u, u
		return t, nil
	}
	switch units, cells, whole := wholeUnits(s.sizes); {
	case whole && cells <= countCellsUpTo:
		t.How = Counted
		t.counted(units, diff)
	case len(s.sizes) <= enumerateUpTo:
		t.How = Enumerated
		t.shares(s.enumerate())
	default:
		t.How, t.Resamples = Drawn, o.Resamples
		t.shares(s.draw(o))
	}
	return t, nil
}

func (o PermutationOptions) withDefaults() (PermutationOptions, error) {
	if o.Resamples < 0 || o.Workers < 0 {
		return o, fmt.Errorf("%w: %d resamples by %d workers; want 0 for the default or more", ErrCount, o.Resamples, o.Workers)
	}
	if o.Level == 0 {
		o.Level = 0.95
	}
	if o.Resamples == 0 {
		o.Resamples = 99_999
	}
	return o, checkLevel(o.Level)
}

// NeedForPermutation is the number of non-zero differences from which a
// two-sided permutation p of 1-level can be reached. An impossible level is an error.
func NeedForPermutation(level float64) (Need, error) {
	if err := checkLevel(level); err != nil {
		return Need{}, err
	}
	return needForSigns(level, "a two-sided permutation p"), nil
}

// counted gives p from the count of the sums of positive differences.
func (t *PermutationTest) counted(units []int, diff []float64) {
	plus, minus, i := 0, 0, 0
	for _, d := range diff {
		switch {
		case d > 0:
			plus += units[i]
			i++
		case d < 0:
			minus += units[i]
			i++
		}
	}
	p := exactP(countSignSums(units, min(plus, minus)), plus-minus)
	t.PTwo, t.PGreater, t.PLess = p.Two, p.Greater, p.Less
}

func (t *PermutationTest) shares(two, greater, less float64) {
	t.PTwo, t.PGreater, t.PLess = defined(two), defined(greater), defined(less)
}

// wholeUnits are the sizes as multiples of their last decimal, in their order,
// and a bound of the cells that counting them takes.
func wholeUnits(sizes []float64) (units []int, cells float64, ok bool) {
	decimals := decimalsOf(sizes)
	if decimals > maxDecimals {
		return nil, 0, false
	}
	total := 0.0
	for _, v := range sizes {
		u, fits := scaled(v, decimals)
		if !fits {
			return nil, 0, false
		}
		units = append(units, int(u))
		total += float64(u)
	}
	whole, _ := withoutCommonDivisor(units, 0)
	for _, u := range whole {
		cells += float64(u)
	}
	return units, cells, total < 1<<52
}
