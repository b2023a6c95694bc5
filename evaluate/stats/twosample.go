package stats

import "math"

// TwoSampleT is a t test of the difference of two independent means, x less y,
// with its interval.
//
// With an empty group every member but the sizes is undefined (NoValues); with
// too few values for a spread all but the difference is (FewerThanTwo), and where
// neither group varies too (NoVariance).
type TwoSampleT struct {
	NX, NY                int
	MeanX, MeanY          Maybe
	Difference, SE        Maybe // MeanX - MeanY and its standard error
	T, DF                 Maybe
	PTwo, PGreater, PLess Maybe // Greater: the mean of x is above that of y
	Interval              Interval
	Need                  Need
}

// WelchT compares the means of two independent groups without supposing that
// they have one variance, so it is the test for women against men:
//
//	se^2 = sx^2/nx + sy^2/ny,  t = (mx - my)/se
//	df = se^4 / ((sx^2/nx)^2/(nx-1) + (sy^2/ny)^2/(ny-1))
//
// Each group needs two values. Non-finite values and an impossible level are
// errors. Welch (1947). R: t.test(x, y, conf.level = level).
func WelchT(x, y []float64, level float64) (TwoSampleT, error) {
	return twoSample(x, y, level, 2, func(g pair) (float64, float64) {
		a, b := g.varX/g.nx, g.varY/g.ny
		// As quotients of the larger part, so that no square under- or overflows.
		top := max(a, b)
		r, s := a/top, b/top
		return a + b, (r + s) * (r + s) / (r*r/(g.nx-1) + s*s/(g.ny-1))
	})
}

// PooledT is Student's t test of two independent groups that have one variance:
//
//	s^2 = ((nx-1) sx^2 + (ny-1) sy^2) / (nx+ny-2),  se^2 = s^2 (1/nx + 1/ny)
//
// It goes with [GroupEffect]'s d; [WelchT] is the test to report. The groups
// need three values together. Errors are those of [WelchT]. R: t.test(x, y, var.equal = TRUE).
func PooledT(x, y []float64, level float64) (TwoSampleT, error) {
	return twoSample(x, y, level, 1, func(g pair) (float64, float64) {
		return g.pooled() * (1/g.nx + 1/g.ny), g.nx + g.ny - 2
	})
}

// pair is two groups with their variances, 0 for a group of one.
type pair struct {
	nx, ny, varX, varY float64
}

func (g pair) pooled() float64 {
	return ((g.nx-1)*g.varX + (g.ny-1)*g.varY) / (g.nx + g.ny - 2)
}

func newPair(x, y []float64) pair {
	square := func(s Summary) float64 { return s.SD.Value * s.SD.Value }
	return pair{
		nx: float64(len(x)), ny: float64(len(y)),
		varX: square(describe(x, NoValues)), varY: square(describe(y, NoValues)),
	}
}

func checkTwo(x, y []float64, level float64) error {
	if err := checkLevel(level); err != nil {
		return err
	}
	if err := checkFinite("x", x); err != nil {
		return err
	}
	return checkFinite("y", y)
}

// twoSample is both t tests; least is the size that each group must have, and
// spread gives the squared standard error of the difference and its df.
func twoSample(x, y []float64, level float64, least int, spread func(pair) (square, df float64)) (TwoSampleT, error) {
	if err := checkTwo(x, y, level); err != nil {
		return TwoSampleT{}, err
	}
	r := TwoSampleT{
		NX: len(x), NY: len(y), Difference: undefined(NoValues),
		MeanX: describe(x, NoValues).Mean, MeanY: describe(y, NoValues).Mean,
		Need: needForGroups("a t test"),
	}
	if min(r.NX, r.NY) == 0 {
		return r.without(NoValues, level), nil
	}
	r.Difference = defined(r.MeanX.Value - r.MeanY.Value)
	if min(r.NX, r.NY) < least || r.NX+r.NY < 3 {
		return r.without(FewerThanTwo, level), nil
	}
	square, df := spread(newPair(x, y))
	se := math.Sqrt(square)
	if !(se > 10*0x1p-52*max(math.Abs(r.MeanX.Value), math.Abs(r.MeanY.Value))) {
		return r.without(NoVariance, level), nil // R's rule for data that are essentially constant
	}
	r.test(se, df, level)
	return r, nil
}

func (r *TwoSampleT) test(se, df, level float64) {
	r.SE, r.DF = defined(se), defined(df)
	r.T = r.Difference.over(r.SE)
	r.PTwo = r.T.then(func(t float64) float64 { return 2 * studentTail(math.Abs(t), df) })
	r.PGreater = r.T.then(func(t float64) float64 { return studentTail(t, df) })
	r.PLess = r.T.then(func(t float64) float64 { return studentTail(-t, df) })
	half := studentQuantile(level, df) * se
	r.Interval = interval(r.Difference.Value-half, r.Difference.Value+half, level)
}

func (r TwoSampleT) without(why Reason, level float64) TwoSampleT {
	u := undefined(why)
	r.SE, r.T, r.DF, r.PTwo, r.PGreater, r.PLess = u, u, u, u, u, u
	r.Interval = noInterval(why, level)
	return r
}
