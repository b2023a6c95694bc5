package stats

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// The search for a factor gives up after these many steps, and takes an item
// for free of error (Heywood) below this share of its variance.
const (
	mostFactorSteps = 2000
	leastOwnShare   = 1e-5

	mostObservedItems = 40 // the true curvature takes 4k slopes of k^3 products a step
)

// oneFactor fits one factor to the correlations of at least 3 items.
func oneFactor(r matrix, by Extraction) (factor, Reason) {
	var chol mat.Cholesky
	if !chol.Factorize(r.symmetric()) || chol.Cond() > 1e12 {
		return factor{}, Singular
	}
	f, ok := principalAxis(r)
	if !ok {
		return f, NotConverged
	}
	why := NotConverged
	if by == MinimumResiduals {
		why = f.minimiseResiduals(r)
	} else {
		why = f.maximiseLikelihood(r)
	}
	return f.upright(), why
}

// principalAxis is where the search begins: the first principal component,
// its loadings kept away from the ends.
func principalAxis(r matrix) (factor, bool) {
	k := len(r)
	var eigen mat.EigenSym
	if !eigen.Factorize(r.symmetric(), true) {
		return factor{}, false
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	scale := math.Sqrt(eigen.Values(nil)[k-1])
	f := factor{loading: make([]float64, k), own: make([]float64, k)}
	for i := range k {
		f.loading[i] = min(0.9, max(-0.9, scale*vectors.At(i, k-1)))
		f.own[i] = 1 - f.loading[i]*f.loading[i]
	}
	return f, true
}

// maximiseLikelihood minimises, by Fisher scoring damped as Levenberg and
// Marquardt do,
//
//	F = log|Sigma| + tr(R Sigma^-1),  Sigma = lambda lambda' + diag(psi)
//
// over lambda and log(psi), so that no variance turns negative on the way. With
// W = Sigma^-1, G = W - W R W, v = W lambda, c = lambda'v the slopes are
// 2 G lambda and psi_i G_ii, and the expected curvature is
//
//	lambda_i, lambda_j: 2 (c W_ij + v_i v_j)   lambda_i, psi_j: 2 W_ij v_j   psi_i, psi_j: W_ij^2
//
// Source: Joereskog (1967), "Some contributions to maximum likelihood factor
// analysis", Psychometrika 32.
//
// Where the model fits badly the expected curvature is far from the true one and the search stalls; it then goes
// on with the true one, from differences of the slopes.
func (f *factor) maximiseLikelihood(r matrix) Reason {
	why := f.descend(r, f.expectedCurve)
	if why == NotConverged && len(r) <= mostObservedItems {
		f.steps = 0
		why = f.descend(r, f.observedCurve)
	}
	return why
}

func (f *factor) descend(r matrix, curveOf func(matrix) *mat.SymDense) Reason {
	damping, at, slope, curve := 1e-3, f.likelihood(r), f.slopes(r), curveOf(r)
	for f.steps < mostFactorSteps && damping < 1e12 {
		if steepest(slope) < 1e-13 {
			return ""
		}
		next, ok := f.step(slope, curve, damping)
		if !ok {
			damping *= 10
			continue
		}
		there, slopeThere := next.likelihood(r), next.slopes(r)
		flatter := steepness(slopeThere, curve) < steepness(slope, curve)
		if !(there < at-1e-13 || flatter && there < at+1e-13) { // rounding of F hides the last gains, the slopes show them
			damping *= 10
			continue
		}
		next.steps, damping = f.steps+1, max(damping/10, 1e-15)
		*f, at, slope = next, there, slopeThere
		curve = curveOf(r)
		if f.runsOut(slope) {
			return Heywood
		}
	}
	if rounding := 0x1p-52 / (f.least() * f.least()); steepest(slope) < 1e-9+rounding { // W R W cancels at the size of 1/psi^2
		return ""
	}
	return NotConverged
}

// steepness is the squared length of the slope in units of the curvature, in which a damped step is sure to shorten it
// near the minimum.
func steepness(slope []float64, curve *mat.SymDense) (length float64) {
	for i, s := range slope {
		length += s * s / (math.Abs(curve.At(i, i)) + 1e-6)
	}
	return length
}

func steepest(slope []float64) (most float64) {
	for _, s := range slope {
		most = max(most, math.Abs(s))
	}
	return most
}

// runsOut tells whether an item is left next to no variance of its own, and the likelihood asks for
// still less.
func (f *factor) runsOut(slope []float64) bool {
	for i, o := range f.own {
		if o < leastOwnShare && slope[len(f.own)+i] > 0 {
			return true
		}
	}
	return false
}

func (f *factor) least() float64 {
	least := math.Inf(1)
	for _, o := range f.own {
		least = min(least, o)
	}
	return least
}

// weights is the inverse of the fitted correlations (Sherman and Morrison),
// and c = lambda' Psi^-1 lambda.
func (f *factor) weights() (w matrix, c float64) {
	k := len(f.own)
	u := make([]float64, k)
	for i := range k {
		u[i] = f.loading[i] / f.own[i]
		c += u[i] * f.loading[i]
	}
	w = newMatrix(k)
	for i := range k {
		for j := range k {
			w[i][j] = -u[i] * u[j] / (1 + c)
		}
		w[i][i] += 1 / f.own[i]
	}
	return w, c
}

func (f *factor) likelihood(r matrix) float64 {
	w, c := f.weights()
	total := math.Log1p(c)
	for i := range r {
		total += math.Log(f.own[i])
		for j := range r {
			total += r[i][j] * w[i][j]
		}
	}
	return total
}

// slopes of F by lambda, then log(psi).
func (f *factor) slopes(r matrix) []float64 {
	k := len(r)
	w, _ := f.weights()
	g := w.minus(w.times(r).times(w))
	slope := append(g.by(f.loading), make([]float64, k)...)
	for i := range k {
		slope[i] *= 2
		slope[k+i] = f.own[i] * g[i][i]
	}
	return slope
}

// step goes down the slope as far as curvature and damping allow.
func (f *factor) step(slope []float64, curve *mat.SymDense, damping float64) (next factor, ok bool) {
	k := len(f.own)
	damped := mat.NewSymDense(2*k, nil)
	damped.CopySym(curve)
	for i := range 2 * k {
		damped.SetSym(i, i, curve.At(i, i)+damping*(math.Abs(curve.At(i, i))+1e-6))
	}
	var chol mat.Cholesky
	move := mat.NewVecDense(2*k, nil)
	if !chol.Factorize(damped) || chol.SolveVecTo(move, mat.NewVecDense(2*k, slope)) != nil {
		return factor{}, false
	}
	next = factor{loading: make([]float64, k), own: make([]float64, k)}
	for i := range k {
		next.loading[i] = f.loading[i] - move.AtVec(i)
		next.own[i] = f.own[i] * math.Exp(-min(2, max(-2, move.AtVec(k+i))))
	}
	return next, true
}

// minimiseResiduals minimises the squares of what the factor leaves of the
// correlations off the diagonal, one loading after the other:
//
//	sum_{i<j} (r_ij - lambda_i lambda_j)^2;  lambda_i = sum_{j != i} r_ij lambda_j / sum_{j != i} lambda_j^2
//
// Source: Harman and Jones (1966), "Factor analysis by minimizing residuals
// (minres)", Psychometrika 31.
func (f *factor) minimiseResiduals(r matrix) Reason {
	for f.steps = 1; f.steps <= 100*mostFactorSteps; f.steps++ {
		var moved float64
		for i := range r {
			var above, below float64
			for j, l := range f.loading {
				if j != i {
					above, below = above+r[i][j]*l, below+l*l
				}
			}
			if below == 0 {
				return NotConverged
			}
			moved = max(moved, math.Abs(above/below-f.loading[i]))
			f.loading[i] = above / below
			f.own[i] = 1 - f.loading[i]*f.loading[i]
		}
		switch {
		case math.IsNaN(moved) || moved > 1e6:
			return NotConverged
		case moved < 1e-14:
			if f.least() < leastOwnShare {
				return Heywood
			}
			return ""
		}
	}
	return NotConverged
}
