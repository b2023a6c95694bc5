package stats

import (
	"fmt"
	"slices"
)

// Centre says about what a test of spread takes deviations.
type Centre int

const (
	// AboutMedian is Brown and Forsythe's (1974), robust against lopsided data.
	AboutMedian Centre = iota
	// AboutMean is Levene's own (1960).
	AboutMean
)

// String is "median" or "mean"; [ParseCentre] reads it back.
func (c Centre) String() string {
	if c == AboutMean {
		return "mean"
	}
	return "median"
}

// ParseCentre is the inverse of [Centre.String].
func ParseCentre(s string) (Centre, error) {
	for _, c := range []Centre{AboutMedian, AboutMean} {
		if c.String() == s {
			return c, nil
		}
	}
	return AboutMedian, fmt.Errorf("stats: centre is %q, must be \"median\" or \"mean\"", s)
}

// Levene tests that independent groups have one variance: it is [OneWayAnova]
// of the absolute deviations from each group's centre,
//
//	|x - median_j|  (or mean_j)
//
// and undefined where that is. Deviations from the median are decimal-exact, so
// groups without spread are seen as such. Non-finite values are an error.
// R: car::leveneTest(y ~ g, center = median).
func Levene(groups [][]float64, centre Centre) (GroupTest, error) {
	if err := checkGroups(groups); err != nil {
		return GroupTest{}, err
	}
	r := newGroupTest(groups, "a test of spread")
	if why := whyNoGroups(groups); why != "" {
		return r.without(why), nil
	}
	deviations := make([][]float64, len(groups))
	for j, g := range groups {
		deviations[j] = absoluteDeviations(g, centre)
		if checkFinite("deviations", deviations[j]) != nil {
			return r.without(NotFinite), nil // values near 1e308 overflow
		}
	}
	a, err := OneWayAnova(deviations)
	if err != nil {
		return GroupTest{}, err
	}
	r.Statistic, r.P, r.DF2 = a.F, a.P, defined(float64(a.DFWithin))
	return r, nil
}

// absoluteDeviations are |x - centre| in the order of x.
func absoluteDeviations(x []float64, centre Centre) []float64 {
	values := allAsWritten(x)
	c := sumOf(values).over(inDouble(float64(len(x))))
	if centre == AboutMedian {
		c = medianAsWritten(x)
	}
	out := make([]float64, len(x))
	for i, v := range values {
		d := v.minus(c).value()
		out[i] = max(d, -d)
	}
	return out
}

// medianAsWritten is the median in twice the precision of float64: half of 0.1
// and 0.2 is 0.15 exactly.
func medianAsWritten(x []float64) double {
	low, high := middleTwo(x)
	return asWritten(low).plus(asWritten(high)).times(inDouble(0.5))
}

// middleTwo are the two values in the middle of a non-empty x, the same one
// twice where their number is odd.
func middleTwo(x []float64) (low, high float64) {
	sorted := slices.Sorted(slices.Values(x))
	return sorted[(len(x)-1)/2], sorted[len(x)/2]
}
