package stats

import (
	"math"
	"slices"
)

// SignedRankOptions chooses the convention of [SignedRank].
type SignedRankOptions struct {
	Zeros Zeros // Defaults to Drop.
	// Level only sets the p that Need speaks of. Defaults to 0.95.
	Level float64
	// ExactUpTo is the largest number of non-zero differences for which the
	// exact p is counted. Defaults to 2000; a negative number means never.
	ExactUpTo int
}

const defaultExactUpTo = 2000

// SignedRankTest is the outcome of [SignedRank].
type SignedRankTest struct {
	Zeros         Zeros
	N             int     // differences, zeros included
	NonZero       int     // differences that are ranked and counted
	WPlus, WMinus float64 // sums of the ranks of rises and of falls
	Exact         ExactP
	Normal        NormalP // tie-corrected, no continuity correction
	NormalCC      NormalP // tie-corrected, continuity correction 1/2
	Need          Need
}

// ExactP holds p-values counted over all 2^n sign patterns of the ranks found.
type ExactP struct {
	Two     Maybe // twice the smaller tail, at most 1
	Greater Maybe // P(W+ >= found): a rise
	Less    Maybe // P(W+ <= found): a fall
	Mid     Maybe // Two less half the probability of the outcomes as extreme as the one found
}

// NormalP is a normal approximation: the statistic, positive for a rise, and
// its two-sided p.
type NormalP struct {
	Z, P Maybe
}

func newNormalP(z float64) NormalP {
	return NormalP{Z: defined(z), P: defined(z).then(normalTwoSided)}
}

// SignedRank is Wilcoxon's signed-rank test of post - pre differences.
//
// W+ is the sum of the midranks of |d| over the rises. The exact p-values are
// conditional on the ties and zeros found. The approximation is
//
//	z = (W+ - sum(r)/2) / sqrt(sum(r^2)/4)
//
// over the ranks r of the non-zero differences (by [Split] of all), which is the tie-corrected
// variance; the continuity correction moves the numerator by 1/2 towards 0.
//
// Take the differences by [DecimalDifferences], or rounding noise breaks ties.
// With no differences every p is undefined (NoPairs), with only zeros NoNonZero,
// with more than ExactUpTo non-zero ones the exact p-values are (TooManyExact).
// Non-finite values and an impossible level are errors.
//
// R: coin::wilcoxsign_test(post ~ pre, distribution = "exact",
// zero.method = "Wilcoxon" or "Pratt"); Split is scipy's wilcoxon(zero_method = "zsplit").
func SignedRank(diff []float64, o SignedRankOptions) (SignedRankTest, error) {
	o = o.withDefaults()
	if err := checkLevel(o.Level); err != nil {
		return SignedRankTest{}, err
	}
	if err := checkFinite("diff", diff); err != nil {
		return SignedRankTest{}, err
	}
	r := rankSigned(diff, o.Zeros)
	t := SignedRankTest{
		Zeros: o.Zeros, N: len(diff), NonZero: len(r.doubled),
		WPlus: float64(r.plus) / 2, WMinus: float64(r.minus) / 2,
		Need: needForSigns(o.Level, "a two-sided signed-rank p"),
	}
	t.Exact = exactSignedRank(r, len(diff), o.ExactUpTo)
	t.Normal, t.NormalCC = normalSignedRank(r, len(diff), 0), normalSignedRank(r, len(diff), 0.5)
	return t, nil
}

func (o SignedRankOptions) withDefaults() SignedRankOptions {
	if o.Level == 0 {
		o.Level = 0.95
	}
	if o.ExactUpTo == 0 {
		o.ExactUpTo = defaultExactUpTo
	}
	return o
}

func exactSignedRank(r signedRanks, n, upTo int) ExactP {
	if len(r.doubled) == 0 {
		return noExactP(whyNoSigns(n))
	}
	if len(r.split) > 0 {
		return noExactP(NotDefinedFor)
	}
	if len(r.doubled) > upTo {
		return noExactP(TooManyExact)
	}
	s := countSignSums(r.doubled, min(r.plus, r.minus))
	return exactP(s, r.plus-r.minus)
}

// exactP turns the smaller tail into p-values; balance is the statistic less
// its mirror image, so its sign tells which tail it is.
func exactP(s signSums, balance int) ExactP {
	small, large := s.AtMost, min(1, 1-s.AtMost+s.Exactly)
	p := ExactP{Two: defined(min(1, 2*small)), Greater: defined(large), Less: defined(small)}
	switch {
	case balance > 0:
		p.Greater, p.Less = p.Less, p.Greater
		p.Mid = defined(2*small - s.Exactly)
	case balance < 0:
		p.Mid = defined(2*small - s.Exactly)
	default: // the middle: all outcomes are as extreme, half of its own mass is taken off
		p.Mid = defined(1 - s.Exactly/2)
	}
	return p
}

func noExactP(why Reason) ExactP {
	u := undefined(why)
	return ExactP{Two: u, Greater: u, Less: u, Mid: u}
}

func whyNoSigns(n int) Reason {
	if n == 0 {
		return NoPairs
	}
	return NoNonZero
}

func normalSignedRank(r signedRanks, n int, correction float64) NormalP {
	if len(r.doubled) == 0 {
		u := undefined(whyNoSigns(n))
		return NormalP{Z: u, P: u}
	}
	var squares float64
	for _, d := range slices.Concat(r.doubled, r.split) {
		squares += float64(d) * float64(d) / 4
	}
	excess := float64(r.plus-r.minus) / 4 // W+ less its expectation, a multiple of 1/2
	if excess == 0 {
		correction = 0
	}
	moved := math.Copysign(math.Abs(excess)-correction, excess)
	z := moved / (math.Sqrt(squares) / 2)
	return newNormalP(z)
}
