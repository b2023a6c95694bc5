package stats

import (
	"math"
)

// TwoShares compares x1 of n1 with x2 of n2, two groups of different people.
//
// With an empty group everything is undefined (NoTrials). Where nobody has the
// outcome, or everybody, the tests and Phi are (NoVariance).
type TwoShares struct {
	P1, P2, Difference Maybe // Difference = P1 - P2
	// Newcombe is the interval of the difference made of both [Wilson] intervals
	// (Newcombe 1998, method 10), the one to report; Wald is the textbook one.
	Newcombe, Wald Interval
	ChiSquare      ChiSquareTest // without continuity correction
	Yates          ChiSquareTest // with it
	Phi            Maybe         // correlation of group and outcome, above 0 where P1 > P2
	LeastExpected  float64       // smallest expected count; below 5 report [FisherExact]
	Need           Need
}

// CompareShares computes [TwoShares]. With l, u the Wilson limits of each share
// and d = p1 - p2:
//
//	Newcombe  d - sqrt((p1-l1)^2 + (u2-p2)^2),  d + sqrt((u1-p1)^2 + (p2-l2)^2)
//	Wald      d ± z sqrt(p1 q1/n1 + p2 q2/n2)
//	chi2      N (ad - bc)^2 / (n1 n2 m (N-m)),  m = x1 + x2
//	Yates     |O - E| less 1/2 in each cell, at most |O - E|
//	Phi       (ad - bc) / sqrt(n1 n2 m (N-m))
//
// Counts that do not fit and an impossible level are errors.
// R: prop.test(c(x1, x2), c(n1, n2)), chisq.test.
func CompareShares(x1, n1, x2, n2 int, level float64) (TwoShares, error) {
	if err := checkTwoShares(x1, n1, x2, n2, level); err != nil {
		return TwoShares{}, err
	}
	r := TwoShares{Need: Need{N: PoorBelow, Of: "expected in each cell", For: "the chi-square of two shares"}}
	if min(n1, n2) == 0 {
		return r.without(level), nil
	}
	p1, p2 := float64(x1)/float64(n1), float64(x2)/float64(n2)
	r.P1, r.P2 = defined(p1), defined(p2)
	r.Difference = defined(float64(x1*n2-x2*n1) / float64(n1) / float64(n2))
	r.intervals(x1, n1, x2, n2, level)
	r.test(x1, n1, x2, n2)
	return r, nil
}

func checkTwoShares(x1, n1, x2, n2 int, level float64) error {
	if err := checkShare(x1, n1, level); err != nil {
		return err
	}
	return checkCounts(x2, n2)
}

func (r TwoShares) without(level float64) TwoShares {
	u := undefined(NoTrials)
	r.P1, r.P2, r.Difference, r.Phi = u, u, u, u
	r.Newcombe, r.Wald = noInterval(NoTrials, level), noInterval(NoTrials, level)
	r.ChiSquare, r.Yates = newChiSquareTest(u, 1), newChiSquareTest(u, 1)
	return r
}

func (r *TwoShares) intervals(x1, n1, x2, n2 int, level float64) {
	w1, _ := Wilson(x1, n1, level) // checked before
	w2, _ := Wilson(x2, n2, level)
	p1, p2, d := r.P1.Value, r.P2.Value, r.Difference.Value
	r.Newcombe = interval(
		d-math.Hypot(p1-w1.Lo.Value, w2.Hi.Value-p2),
		d+math.Hypot(w1.Hi.Value-p1, p2-w2.Lo.Value), level)
	z := -normalQuantile((1 - level) / 2)
	half := z * math.Sqrt(p1*(1-p1)/float64(n1)+p2*(1-p2)/float64(n2))
	r.Wald = interval(d-half, d+half, level)
}

func (r *TwoShares) test(x1, n1, x2, n2 int) {
	a, b, m := float64(n1), float64(n2), float64(x1+x2)
	n := a + b
	r.LeastExpected = min(a, b) * min(m, n-m) / n
	if m == 0 || m == n {
		u := undefined(NoVariance)
		r.ChiSquare, r.Yates, r.Phi = newChiSquareTest(u, 1), newChiSquareTest(u, 1), u
		return
	}
	off := float64(x1) - a*m/n // the same in all four cells, but for the sign
	inverse := n * n * n / (a * b * m * (n - m))
	corrected := max(0, math.Abs(off)-0.5)
	r.ChiSquare = newChiSquareTest(defined(off*off*inverse), 1)
	r.Yates = newChiSquareTest(defined(corrected*corrected*inverse), 1)
	r.Phi = defined(off * n / math.Sqrt(a*b) / math.Sqrt(m*(n-m)))
}
