package stats

import (
	"fmt"
	"math/bits"
)

// SplitHalf is the reliability of a scale from two halves of its items.
//
//	R              correlation of the sums of both halves
//	SpearmanBrown  2R / (1 + R)                      of the whole scale, halves taken for equally long
//	Guttman        4 cov(A, B) / var(A + B)          lambda 4; the same as Flanagan and Rulon
//
// Guttman's asks for neither equal variances nor equal lengths of the halves,
// so with an odd number of items it is the one to read.
type SplitHalf struct {
	N             int
	First, Second int // items in either half
	R             Maybe
	SpearmanBrown Maybe
	Guttman       Maybe
	Need          Need
}

// OddEven splits into the 1st, 3rd, 5th … item and the 2nd, 4th, 6th …; the
// answers are as for [CronbachAlpha]. Undefined below 2 items (FewItems) or 2
// people (FewerThanTwo), where a half does not vary (NoVariance), and
// SpearmanBrown at R = -1 (AtBound).
func OddEven(items [][]float64) (SplitHalf, error) {
	first := make([]bool, len(items))
	for i := range first {
		first[i] = i%2 == 0
	}
	return Halves(items, first)
}

// Halves splits as told: the items marked first against the others. A half
// without an item and a list of another length are errors.
func Halves(items [][]float64, first []bool) (SplitHalf, error) {
	if err := checkItems(items); err != nil {
		return SplitHalf{}, err
	}
	if len(first) != len(items) {
		return SplitHalf{}, fmt.Errorf("%w: %d items, %d marks of their half", ErrLength, len(items), len(first))
	}
	var halves [2][][]float64
	for i, item := range items {
		h := 1
		if first[i] {
			h = 0
		}
		halves[h] = append(halves[h], item)
	}
	s := SplitHalf{First: len(halves[0]), Second: len(halves[1]), Need: Need{N: 2, Of: "complete answer sheets", For: "split halves"}}
	if len(items) < 2 {
		s.R, s.SpearmanBrown, s.Guttman = undefined(FewItems), undefined(FewItems), undefined(FewItems)
		return s, nil
	}
	if s.First == 0 || s.Second == 0 {
		return SplitHalf{}, fmt.Errorf("%w: one half has no item", ErrLength)
	}
	s.N = len(items[0])
	s.compare(totals(halves[0], -1), totals(halves[1], -1))
	return s, nil
}

func (s *SplitHalf) compare(a, b []float64) {
	s.R = correlation(a, b)
	s.SpearmanBrown = s.R.then(func(r float64) float64 { return 2 * r / (1 + r) })
	if s.R.Defined && s.R.Value == -1 {
		s.SpearmanBrown = undefined(AtBound)
	}
	if s.N < 2 {
		s.Guttman = undefined(FewerThanTwo)
		return
	}
	sum := make([]float64, len(a))
	for i := range a {
		sum[i] = a[i] + b[i]
	}
	s.Guttman = defined(4 * covariance(a, b, mean(a), mean(b))).over(defined(variance(sum, mean(sum))))
}

// MostSplitItems is the number of items up to which all splits are tried: 6435
// splits into halves.
const MostSplitItems = 16

// Splits is Guttman's lambda 4 over all ways to split the items into halves,
// of which one has an item more where their number is odd. The best one is a
// chance winner in small samples; the worst is Revelle's beta.
type Splits struct {
	N, Items, Count   int // Count: splits tried
	Best, Mean, Worst Maybe
}

// AllSplits tries every split of at most [MostSplitItems] items; above that the
// result is undefined (TooManySplits), and otherwise as [OddEven].
func AllSplits(items [][]float64) (Splits, error) {
	if err := checkItems(items); err != nil {
		return Splits{}, err
	}
	s := Splits{Items: len(items)}
	if len(items) > 0 {
		s.N = len(items[0])
	}
	why := s.walk(items)
	if why != "" {
		s.Best, s.Mean, s.Worst = undefined(why), undefined(why), undefined(why)
	}
	return s, nil
}

func (s *Splits) walk(items [][]float64) Reason {
	switch {
	case s.Items < 2:
		return FewItems
	case s.Items > MostSplitItems:
		return TooManySplits
	case s.N < 2:
		return FewerThanTwo
	}
	if a := alpha(items); !a.Defined {
		return a.Why
	}
	c := covariances(items)
	var sum float64
	whole, half := c.sum(), s.Items/2
	for set := range uint(1) << s.Items {
		even := s.Items%2 == 0
		if bits.OnesCount(set) != half || even && set&1 == 0 { // the other half was tried
			continue
		}
		lambda := 4 * c.across(set) / whole
		if s.Count == 0 {
			s.Best, s.Worst = defined(lambda), defined(lambda)
		}
		s.Count++
		sum += lambda
		s.Best, s.Worst = defined(max(s.Best.Value, lambda)), defined(min(s.Worst.Value, lambda))
	}
	s.Mean = defined(sum / float64(s.Count))
	return ""
}

// across is the covariance of the items of a set with all the others.
func (m matrix) across(set uint) (c float64) {
	for i, row := range m {
		if set>>i&1 == 0 {
			continue
		}
		for j, v := range row {
			if set>>j&1 == 0 {
				c += v
			}
		}
	}
	return c
}
