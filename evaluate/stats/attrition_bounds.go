package stats

import (
	"fmt"
	"slices"
)

// ChangeBounds is what the mean change could be if the change of some people is not known. It says
// how far the answer hangs on them, under assumptions that need no model.
//
// With no pairs every mean is undefined (NoPairs); with nobody missing all are the mean.
type ChangeBounds struct {
	Known, Missing, N       int   // N = Known + Missing
	Mean                    Maybe // of those whose change is known
	Unchanged               Maybe // the missing changed by 0
	Lowest, Highest         Maybe // the missing changed as the smallest, as the largest change observed
	LeastChange, MostChange Maybe // those two changes
	Need                    Need
}

// BoundMeanChange bounds the mean of post - pre over the pairs and missing further people:
//
//	(sum(d) + missing c) / (n + missing),  c = 0, min(d), max(d)
//
// Differences are those of [PlainDifferences]. Lowest <= Mean <= Highest always holds; Unchanged lies between
// them only where somebody fell and somebody rose. The bounds of a scale may be wider still: the
// missing can have changed more than anybody observed. Unequal lengths, non-finite values and a
// negative number of missing are errors.
// R: mean(c(d, rep(min(d), missing))).
func BoundMeanChange(pre, post []float64, missing int) (ChangeBounds, error) {
	if missing < 0 {
		return ChangeBounds{}, fmt.Errorf("%w: %d people are missing, must not be negative", ErrCount, missing)
	}
	d, err := PlainDifferences(pre, post)
	if err != nil {
		return ChangeBounds{}, err
	}
	b := ChangeBounds{
		Known: len(d), Missing: missing, N: len(d) + missing,
		Need: Need{N: 2, Of: "pairs", For: "bounds that differ"},
	}
	if len(d) == 0 {
		u := undefined(NoPairs)
		b.Mean, b.Unchanged, b.Lowest, b.Highest, b.LeastChange, b.MostChange = u, u, u, u, u, u
		return b, nil
	}
	m, least, most := mean(d), slices.Min(d), slices.Max(d)
	b.Mean, b.LeastChange, b.MostChange = defined(m), defined(least), defined(most)
	filled := func(change float64) float64 {
		return mean(slices.Concat(d, slices.Repeat([]float64{change}, missing)))
	}
	b.Unchanged = defined(filled(0))
	// min and max: the last bit of a mean must not carry a bound past it.
	b.Lowest, b.Highest = defined(min(filled(least), m)), defined(max(filled(most), m))
	return b, nil
}

// PlainDifferences are post - pre as a mean takes them: those of [DecimalDifferences] where they are
// exact, otherwise, as of means of three answers, without the rounding that makes equal changes tie: it
// must not touch a mean. Unequal lengths and non-finite values are errors.
func PlainDifferences(pre, post []float64) ([]float64, error) {
	d, err := DecimalDifferences(pre, post)
	if err != nil {
		return nil, err
	}
	if !d.Exact {
		for i := range d.Values {
			d.Values[i] = post[i] - pre[i]
		}
	}
	return d.Values, nil
}
