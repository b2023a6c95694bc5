package stats

// ChiSquareTest is a statistic against chi-square.
type ChiSquareTest struct {
	Statistic, P Maybe
	DF           int
}

func newChiSquareTest(statistic Maybe, df int) ChiSquareTest {
	return ChiSquareTest{Statistic: statistic, DF: df, P: statistic.then(func(x float64) float64 {
		return chiSquareTail(x, float64(df))
	})}
}

// BreuschPagan tests whether the spread of a regression's residuals depends on
// its columns, in Koenker's form (1981), which does not suppose normal errors:
//
//	n R^2 of e^2 on the columns, against chi-square on p-1 degrees of freedom
//
// columns are those that m was fitted with; an intercept is always added to them.
// A small p asks for [HC3]. It is undefined where m is, or where the squared
// residuals do not vary (NoVariance). Errors are those of [LeastSquares]. R: lmtest::bptest(m).
func BreuschPagan(m LinearModel, columns [][]float64) (ChiSquareTest, error) {
	if m.why != "" {
		return newChiSquareTest(undefined(m.why), m.DFRegression), nil
	}
	squares := make([]float64, m.N)
	for i, e := range m.residuals {
		squares[i] = e * e
	}
	of, err := LeastSquares(squares, columns, true)
	if err != nil {
		return ChiSquareTest{}, err
	}
	return newChiSquareTest(of.R2.then(func(r float64) float64 { return float64(m.N) * r }), of.DFRegression), nil
}
