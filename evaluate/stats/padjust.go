package stats

import (
	"fmt"
	"math"
	"slices"
)

// Adjustment is a method for several p-values taken together.
type Adjustment int

const (
	// Holm (1979) holds the chance of any false find; it needs no assumption and
	// is never weaker than Bonferroni: the one to use for the items of a scale.
	Holm Adjustment = iota
	// Bonferroni multiplies by the number of tests.
	Bonferroni
	// Hochberg (1988) is Holm stepped up, for independent or positively
	// dependent tests.
	Hochberg
	// Hommel (1988) is a little stronger than Hochberg under the same assumption.
	Hommel
	// BenjaminiHochberg (1995) holds the expected share of false finds among the
	// finds, for independent or positively dependent tests.
	BenjaminiHochberg
	// BenjaminiYekutieli (2001) does so under any dependence.
	BenjaminiYekutieli
)

// adjustments are the names, as R's p.adjust has them, in the order of the constants.
var adjustments = [...]string{"holm", "bonferroni", "hochberg", "hommel", "BH", "BY"}

// String is the name in R's p.adjust; [ParseAdjustment] reads it back.
func (a Adjustment) String() string {
	if a < 0 || int(a) >= len(adjustments) {
		return fmt.Sprintf("adjustment %d", int(a))
	}
	return adjustments[a]
}

// ParseAdjustment is the inverse of [Adjustment.String].
func ParseAdjustment(s string) (Adjustment, error) {
	if i := slices.Index(adjustments[:], s); i >= 0 {
		return Adjustment(i), nil
	}
	return Holm, fmt.Errorf("stats: adjustment of p is %q, must be one of %q", s, adjustments)
}

// AdjustP adjusts p-values that are read together, in their order. With the m
// defined ones in ascending order p(1) <= ... <= p(m), the adjusted p(i) is
//
//	Bonferroni          min(1, m p(i))
//	Holm                largest of min(1, (m-j+1) p(j)), j <= i
//	Hochberg            smallest of min(1, (m-j+1) p(j)), j >= i
//	BenjaminiHochberg   smallest of min(1, m/j p(j)), j >= i
//	BenjaminiYekutieli  the same times 1 + 1/2 + ... + 1/m
//	Hommel              Wright (1992), "Adjusted P-Values for Simultaneous Inference"
//
// An undefined p stays so with its reason, and does not count in m. A p outside
// 0..1 and an unknown method are errors. R: p.adjust(p, method).
func AdjustP(p []Maybe, method Adjustment) ([]Maybe, error) {
	if method < Holm || method > BenjaminiYekutieli {
		return nil, fmt.Errorf("stats: there is no adjustment of p number %d", int(method))
	}
	out := slices.Clone(p)
	var order []int
	for i, m := range p {
		if m.Defined && !(m.Value >= 0 && m.Value <= 1) {
			return nil, fmt.Errorf("%w: p[%d] is %v, must lie in 0..1", ErrCount, i, m.Value)
		}
		if m.Defined {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return compareValues(p[a], p[b]) })
	sorted := make([]float64, len(order))
	for i, at := range order {
		sorted[i] = p[at].Value
	}
	for i, v := range adjusted(sorted, method) {
		out[order[i]] = defined(v)
	}
	return out, nil
}

func compareValues(a, b Maybe) int {
	switch {
	case a.Value < b.Value:
		return -1
	case a.Value > b.Value:
		return 1
	}
	return 0
}

// adjusted takes and gives p-values in ascending order.
func adjusted(p []float64, method Adjustment) []float64 {
	m := float64(len(p))
	switch method {
	case Bonferroni:
		return scaledP(p, func(int) float64 { return m })
	case Holm:
		out := scaledP(p, func(i int) float64 { return m - float64(i) })
		for i := 1; i < len(out); i++ {
			out[i] = max(out[i], out[i-1])
		}
		return out
	case Hochberg:
		return steppedUp(scaledP(p, func(i int) float64 { return m - float64(i) }))
	case Hommel:
		return hommel(p)
	}
	harmonic := 1.0
	if method == BenjaminiYekutieli {
		for i := 2; i <= len(p); i++ {
			harmonic += 1 / float64(i)
		}
	}
	return steppedUp(scaledP(p, func(i int) float64 { return harmonic * m / float64(i+1) }))
}

func scaledP(p []float64, factor func(i int) float64) []float64 {
	out := make([]float64, len(p))
	for i, v := range p {
		out[i] = min(1, factor(i)*v)
	}
	return out
}

func steppedUp(p []float64) []float64 {
	for i := len(p) - 2; i >= 0; i-- {
		p[i] = min(p[i], p[i+1])
	}
	return p
}

// hommel is Wright's algorithm: the adjusted p is the smallest level at which
// the closed test by Simes' inequality over every subset rejects. For subsets
// of m tests, c is the Simes p of the largest m-1 beside any smaller one.
func hommel(p []float64) []float64 {
	n := len(p)
	out := slices.Clone(p)
	for m := n; m > 1; m-- {
		simes := math.Inf(1) // over the m-1 largest
		for i := n - m + 1; i < n; i++ {
			simes = min(simes, float64(m)*p[i]/float64(m-n+i+1))
		}
		for i := range out {
			bound := simes
			if i <= n-m {
				bound = min(simes, float64(m)*p[i])
			}
			out[i] = max(out[i], bound)
		}
	}
	return out
}
