package stats

import (
	"math"
	"slices"
)

// Dominance is how far one group stands above another, by comparing each value
// of x with each of y.
type Dominance struct {
	NX, NY      int
	Delta       Maybe    // Cliff's delta, the rank-biserial correlation of the Mann-Whitney test
	Interval    Interval // of Delta
	Superiority Maybe    // P(x > y) + P(x = y)/2
	Need        Need
}

// CliffsDelta is the share of pairs in which x is above y less the share in
// which it is below (Cliff 1993):
//
//	delta = (#(x > y) - #(x < y)) / (nx ny) = 2U/(nx ny) - 1
//
// 1 where all of x are above all of y. The interval is the one by Fisher's z
// that effectsize gives for the rank-biserial correlation:
//
//	tanh(atanh delta ± z sqrt((nx + ny + 1) / (3 nx ny)))
//
// It has no meaning where |delta| = 1 (AtBound). An empty group leaves all
// undefined (NoValues). Values are compared as they are: round away what
// computing left on them, as [DecimalDifferences] does for changes. Non-finite
// values and an impossible level are errors.
// R: effectsize::rank_biserial(x, y).
func CliffsDelta(x, y []float64, level float64) (Dominance, error) {
	if err := checkTwo(x, y, level); err != nil {
		return Dominance{}, err
	}
	d := Dominance{NX: len(x), NY: len(y), Need: Need{N: 1, Of: "values in each group", For: "Cliff's delta"}}
	if min(d.NX, d.NY) == 0 {
		d.Delta, d.Superiority, d.Interval = undefined(NoValues), undefined(NoValues), noInterval(NoValues, level)
		return d, nil
	}
	pairs := float64(d.NX) * float64(d.NY)
	delta := float64(doubledWins(x, y))/pairs - 1
	d.Delta, d.Superiority = defined(delta), defined(float64(doubledWins(x, y))/(2*pairs))
	if math.Abs(delta) == 1 {
		d.Interval = noInterval(AtBound, level)
		return d, nil
	}
	half := -normalQuantile((1-level)/2) * math.Sqrt(float64(d.NX+d.NY+1)/(3*pairs))
	d.Interval = interval(math.Tanh(math.Atanh(delta)-half), math.Tanh(math.Atanh(delta)+half), level)
	return d, nil
}

// doubledWins is twice the Mann-Whitney U of x: two for each pair in which x is
// above y, one for each tie.
func doubledWins(x, y []float64) int {
	sorted := slices.Sorted(slices.Values(y))
	wins := 0
	for _, v := range x {
		below, _ := slices.BinarySearch(sorted, v)
		upTo := below
		for upTo < len(sorted) && sorted[upTo] == v {
			upTo++
		}
		wins += below + upTo
	}
	return wins
}
