package stats

import (
	"math"

	"gonum.org/v1/gonum/integrate/quad"
	"gonum.org/v1/gonum/mathext"
)

// NoncentralT is the noncentral t distribution: that of (Z + NCP)/U, where Z is
// standard normal and U the root of an independent chi-square over its degrees
// of freedom. It is what a t statistic follows when there is a change, so it
// gives the interval of d_z and the power of a t test.
//
// DF must be at least 1 and NCP finite.
type NoncentralT struct {
	DF, NCP float64
}

// CDF is P(T <= t), to an absolute accuracy of about 1e-14.
//
//	P(T <= t) = integral over u of f(u) Phi(t u - NCP),  t > 0
//
// where f is the density of U. Every term is positive, so nothing cancels; the
// series AS 243 loses its digits for large NCP. The integral needs only the
// stretch where Phi rises and f is not negligible; beyond it Phi is 1 and the
// chi-square tail finishes the job. Panels of Gauss-Legendre nodes are as wide
// as the narrower of both curves.
func (d NoncentralT) CDF(t float64) float64 {
	switch {
	case t < 0:
		return 1 - NoncentralT{DF: d.DF, NCP: -d.NCP}.CDF(-t)
	case t == 0:
		return normalCDF(-d.NCP)
	}
	const reach = 9.5 // Phi(-9.5) is 1e-21
	low := max(0, 1-math.Sqrt(45/d.DF), (d.NCP-reach)/t)
	high := min(1+math.Sqrt(90/d.DF), (d.NCP+reach)/t)
	top := max(high, 0)
	beyond := mathext.GammaIncRegComp(d.DF/2, d.DF/2*top*top)
	if high <= low {
		return beyond
	}
	return min(1, d.integrate(t, low, high)+beyond)
}

func (d NoncentralT) integrate(t, low, high float64) float64 {
	const nodes = 16
	var x, weight [nodes]float64
	quad.Legendre{}.FixedLocations(x[:], weight[:], -1, 1)
	panels := math.Ceil((high - low) / min(2/math.Sqrt(2*d.DF), 2/t))
	half := (high - low) / panels / 2
	density := rootChiSquareDensity(d.DF)
	var sum float64
	for p := range int(panels) {
		middle := low + half*float64(2*p+1)
		for i := range nodes {
			u := middle + half*x[i]
			sum += weight[i] * half * density(u) * normalCDF(t*u-d.NCP)
		}
	}
	return sum
}

// rootChiSquareDensity is the density of sqrt(chi2_df/df) at u > 0,
//
//	2 (df/2)^(df/2) / Gamma(df/2) u^(df-1) exp(-df u^2/2)
//
// written about u = 1 with [stirlingError], where it stays exact for any df.
func rootChiSquareDensity(df float64) func(float64) float64 {
	a := df / 2
	constant := math.Ln2 + math.Log(a/(2*math.Pi))/2 - stirlingError(a)
	return func(u float64) float64 {
		shape := math.Log(u) - (u-1)*(u+1)/2
		return math.Exp(constant + df*shape - math.Log(u))
	}
}

// noncentralitySolving is the noncentrality at which P(T <= t) equals p, by
// bisection: the probability falls strictly as the noncentrality grows.
func noncentralitySolving(t, df, p float64) float64 {
	above := func(ncp float64) bool { return NoncentralT{DF: df, NCP: ncp}.CDF(t) > p }
	low, high, step := t, t, 1+math.Abs(t)/4
	for !above(low) {
		low, step = low-step, 2*step
	}
	for step = 1 + math.Abs(t)/4; above(high); step *= 2 {
		high += step
	}
	for high-low > 1e-14*max(1e-3, math.Abs(low), math.Abs(high)) {
		middle := low + (high-low)/2
		if middle == low || middle == high {
			break
		}
		if above(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return low + (high-low)/2
}
