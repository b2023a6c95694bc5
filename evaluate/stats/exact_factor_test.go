package stats_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

const exactBits = 200

func exactly(v float64) *big.Float { return new(big.Float).SetPrec(exactBits).SetFloat64(v) }

func times(a, b *big.Float) *big.Float { return exactly(0).Mul(a, b) }
func by(a, b *big.Float) *big.Float    { return exactly(0).Quo(a, b) }
func plus(a, b *big.Float) *big.Float  { return exactly(0).Add(a, b) }
func minus(a, b *big.Float) *big.Float { return exactly(0).Sub(a, b) }

// exactCovariances has the divisor n.
func exactCovariances(items [][]float64) [][]*big.Float {
	n := exactly(float64(len(items[0])))
	mean := func(x, y []float64) *big.Float {
		sum := exactly(0)
		for i := range x {
			sum = plus(sum, times(exactly(x[i]), exactly(y[i])))
		}
		return by(sum, n)
	}
	ones := make([]float64, len(items[0]))
	for i := range ones {
		ones[i] = 1
	}
	s := make([][]*big.Float, len(items))
	for i := range items {
		for j := range items {
			s[i] = append(s[i], minus(mean(items[i], items[j]), times(mean(items[i], ones), mean(items[j], ones))))
		}
	}
	return s
}

// lawley is one step of the likelihood equations of one factor,
//
//	lambda = S Psi^-1 lambda / (1 + lambda' Psi^-1 lambda),  psi_i = s_ii - lambda_i^2
//
// whose fixed point is the maximum (Lawley and Maxwell 1971).
func lawley(s [][]*big.Float, lambda []*big.Float) []*big.Float {
	u, c := make([]*big.Float, len(s)), exactly(1)
	for i, l := range lambda {
		u[i] = by(l, minus(s[i][i], times(l, l)))
		c = plus(c, times(u[i], l))
	}
	next := make([]*big.Float, len(s))
	for i := range s {
		sum := exactly(0)
		for j := range s {
			sum = plus(sum, times(s[i][j], u[j]))
		}
		next[i] = by(sum, c)
	}
	return next
}

// The loadings of OmegaTotal solve the likelihood equations in 200 bits; those
// of the reference, which an early stop left off, do not.
func TestExactFactor(t *testing.T) {
	for _, c := range cases(t, "03_reliability/*") {
		if _, scale := c.facts["listwise.raw_alpha"]; !scale {
			continue
		}
		items := c.columns(t, nil, c.header...)
		s := exactCovariances(items)
		o := must[stats.Omega](t)(stats.OmegaTotal(items, stats.MaximumLikelihood))
		theirs := make([]float64, len(items))
		for i, name := range c.header {
			theirs[i] = *c.facts["listwise.cfa_loading."+name].Value
		}
		if moved := afterSteps(s, o.Loadings, 1); moved > 1e-12 {
			t.Errorf("%s: our loadings move by %v", c.name, moved)
		}
		if moved := afterSteps(s, theirs, 1); moved < 1e-7 {
			t.Errorf("%s: the loadings of lavaan move by %v only; is the wider tolerance still needed?", c.name, moved)
		}
		fixed := theirs
		for range 200 { // from lavaan's values the equations lead to ours
			fixed = stepped(s, fixed)
		}
		for i := range fixed {
			if math.Abs(fixed[i]/o.Loadings[i]-1) > 1e-10 {
				t.Errorf("%s: item %d loads %v, the equations say %v", c.name, i, o.Loadings[i], fixed[i])
			}
		}
	}
}

func stepped(s [][]*big.Float, loadings []float64) []float64 {
	lambda := make([]*big.Float, len(loadings))
	for i, l := range loadings {
		lambda[i] = exactly(l)
	}
	out := make([]float64, len(loadings))
	for i, l := range lawley(s, lambda) {
		out[i], _ = l.Float64()
	}
	return out
}

// afterSteps is the largest relative move of a loading.
func afterSteps(s [][]*big.Float, loadings []float64, steps int) (most float64) {
	now := loadings
	for range steps {
		now = stepped(s, now)
	}
	for i := range now {
		most = max(most, math.Abs(now[i]/loadings[i]-1))
	}
	return most
}
