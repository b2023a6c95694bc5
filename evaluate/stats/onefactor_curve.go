package stats

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// expectedCurve is the curvature of F as the model expects it.
func (f *factor) expectedCurve(r matrix) *mat.SymDense {
	k := len(r)
	w, _ := f.weights()
	v := w.by(f.loading)
	var c float64
	for i := range k {
		c += v[i] * f.loading[i]
	}
	curve := mat.NewSymDense(2*k, nil)
	for i := range k {
		for j := range k {
			curve.SetSym(i, k+j, 2*w[i][j]*v[j]*f.own[j])
			if j <= i {
				curve.SetSym(i, j, 2*(c*w[i][j]+v[i]*v[j]))
				curve.SetSym(k+i, k+j, w[i][j]*w[i][j]*f.own[i]*f.own[j])
			}
		}
	}
	return curve
}

// observedCurve is the curvature of F where the factor stands, from central differences of its slopes.
func (f *factor) observedCurve(r matrix) *mat.SymDense {
	const h = 1e-5
	k := len(r)
	rows := newMatrix(2 * k)
	for p := range rows {
		above, below := f.moved(p, h).slopes(r), f.moved(p, -h).slopes(r)
		for q := range rows {
			rows[p][q] = (above[q] - below[q]) / (2 * h)
		}
	}
	curve := mat.NewSymDense(2*k, nil)
	for p := range rows {
		for q := range p + 1 {
			curve.SetSym(p, q, (rows[p][q]+rows[q][p])/2)
		}
	}
	return curve
}

// moved is the factor with one parameter, a loading or the log of an own variance, moved by h.
func (f *factor) moved(parameter int, h float64) *factor {
	m := factor{loading: slices.Clone(f.loading), own: slices.Clone(f.own)}
	if k := len(f.own); parameter < k {
		m.loading[parameter] += h
	} else {
		m.own[parameter-k] *= math.Exp(h)
	}
	return &m
}
