package stats

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// matrix is a symmetric matrix of the items: covariances or correlations.
type matrix [][]float64

func newMatrix(k int) matrix {
	m := make(matrix, k)
	for i := range m {
		m[i] = make([]float64, k)
	}
	return m
}

// covariances of complete items, with n-1; at least 2 people.
func covariances(items [][]float64) matrix {
	s := newMatrix(len(items))
	means := make([]float64, len(items))
	for i, item := range items {
		means[i] = mean(item)
		s[i][i] = variance(item, means[i])
		for j := range i {
			s[i][j] = covariance(item, items[j], means[i], means[j])
			s[j][i] = s[i][j]
		}
	}
	return s
}

// covariance of two equally long samples about their means, with n-1.
func covariance(x, y []float64, mx, my float64) float64 {
	var xy float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
	}
	return xy / float64(len(x)-1)
}

func (m matrix) trace() float64 {
	var t float64
	for i := range m {
		t += m[i][i]
	}
	return t
}

func (m matrix) sum() float64 {
	var t float64
	for _, row := range m {
		for _, v := range row {
			t += v
		}
	}
	return t
}

// without is the matrix without one item.
func (m matrix) without(item int) matrix {
	out := make(matrix, 0, len(m)-1)
	for i, row := range m {
		if i != item {
			out = append(out, append(append(make([]float64, 0, len(m)-1), row[:item]...), row[item+1:]...))
		}
	}
	return out
}

// correlations of a covariance matrix; ok is false where an item does not vary.
func (m matrix) correlations() (r matrix, ok bool) {
	r = newMatrix(len(m))
	for i := range m {
		if !(m[i][i] > 0) {
			return nil, false
		}
		r[i][i] = 1
		for j := range i {
			r[i][j] = m[i][j] / math.Sqrt(m[i][i]) / math.Sqrt(m[j][j])
			r[j][i] = r[i][j]
		}
	}
	return r, true
}

// symmetric hands the matrix to gonum.
func (m matrix) symmetric() *mat.SymDense {
	s := mat.NewSymDense(len(m), nil)
	for i, row := range m {
		for j := range i + 1 {
			s.SetSym(i, j, row[j])
		}
	}
	return s
}

// between lists the correlations off the diagonal, each once.
func (m matrix) between() []float64 {
	var out []float64
	for i, row := range m {
		out = append(out, row[:i]...)
	}
	return out
}

// among fills in what the covariances s of the items say.
func (r *Reliability) among(s matrix) {
	r.SE = alphaSE(s, r.N)
	r.Measurement = undefined(AtBound)
	if r.Alpha.Value <= 1 { // pairwise covariances can make it more
		r.Measurement = defined(math.Sqrt(s.sum()) * math.Sqrt(1-r.Alpha.Value))
	}
	c, ok := s.correlations()
	if !ok {
		u := undefined(NoVariance)
		r.Standardized, r.MeanR, r.MedianR, r.SignalToNoise, r.Lambda6 = u, u, u, u, u
		return
	}
	k, between := float64(len(s)), c.between()
	rbar := mean(between)
	r.MeanR, r.MedianR = defined(rbar), defined(median(between))
	r.Standardized = standardizedAlpha(c)
	r.SignalToNoise = undefined(AtBound)
	if rbar < 1-1e-12 { // as good as one item asked k times
		r.SignalToNoise = defined(k * rbar / (1 - rbar))
	}
	r.Lambda6 = lambda6(c)
}

// standardizedAlpha is alpha of a correlation matrix of at least 2 items.
//
//	k rbar / (1 + (k-1) rbar)
func standardizedAlpha(c matrix) Maybe {
	return standardizedOf(mean(c.between()), len(c))
}

func standardizedOf(rbar float64, items int) Maybe {
	k := float64(items)
	if d := 1 + (k-1)*rbar; d > 1e-12 { // 0: standardised totals do not vary
		return defined(k * rbar / d)
	}
	return undefined(NoVariance)
}

// lambda6 is Guttman's sixth bound from the squared multiple correlation of
// each item with the others, 1 - 1/(R^-1)_ii.
func lambda6(c matrix) Maybe {
	var factor mat.Cholesky
	var inverse mat.SymDense
	if !factor.Factorize(c.symmetric()) || factor.Cond() > 1e12 || factor.InverseTo(&inverse) != nil {
		return undefined(Singular)
	}
	var own float64 // variance that the others do not explain
	for i := range c {
		own += 1 / inverse.At(i, i)
	}
	return defined(1 - own/c.sum())
}
