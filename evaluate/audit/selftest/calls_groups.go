package selftest

import (
	"fmt"

	"github.com/efseval/efseval/evaluate/stats"
)

// twoGroups is the input of a comparison of two groups.
type twoGroups struct {
	X     []float64 `yaml:"x"`
	Y     []float64 `yaml:"y"`
	Level float64   `yaml:"level"`
}

func welchT(in twoGroups) (answers, error) { return twoSampleT(stats.WelchT(in.X, in.Y, in.Level)) }

func pooledT(in twoGroups) (answers, error) { return twoSampleT(stats.PooledT(in.X, in.Y, in.Level)) }

func twoSampleT(t stats.TwoSampleT, err error) (answers, error) {
	a := answers{"difference": t.Difference, "se": t.SE, "t": t.T, "df": t.DF, "p": t.PTwo, "p-above": t.PGreater}
	a.interval("", t.Interval)
	return a, err
}

func mannWhitney(in twoGroups) (answers, error) {
	m, err := stats.MannWhitney(in.X, in.Y, in.Level)
	return answers{"u": m.U, "p-exact": m.Exact.Two, "p-exact-above": m.Exact.Greater, "z": m.Normal.Z, "p-normal": m.Normal.P,
		"p-corrected": m.NormalCC.P}, err
}

func groupEffect(in twoGroups) (answers, error) {
	g, err := stats.StandardizedDifference(in.X, in.Y, in.Level)
	a := answers{"d": g.D, "d_average": g.DAverage, "g": g.G, "glass": g.Glass, "superior": g.Superior, "j": g.J}
	a.interval("d-", g.DInterval)
	a.interval("g-", g.GInterval)
	return a, err
}

func cliffsDelta(in twoGroups) (answers, error) {
	c, err := stats.CliffsDelta(in.X, in.Y, in.Level)
	if err != nil {
		return nil, err
	}
	shift, err := stats.GroupShift(in.X, in.Y)
	a := answers{"delta": c.Delta, "superiority": c.Superiority, "shift": shift}
	a.interval("", c.Interval)
	return a, err
}

// manyGroups is the input of a comparison of several groups.
type manyGroups struct {
	Groups [][]float64 `yaml:"groups"`
}

func severalGroups(in manyGroups) (answers, error) {
	f, err := stats.OneWayAnova(in.Groups)
	if err != nil {
		return nil, err
	}
	w, err := stats.WelchAnova(in.Groups)
	if err != nil {
		return nil, err
	}
	k, err := stats.KruskalWallis(in.Groups)
	if err != nil {
		return nil, err
	}
	l, err := stats.Levene(in.Groups, stats.AboutMedian)
	return answers{"f": f.F, "p": f.P, "eta2": f.EtaSquared, "omega2": f.OmegaSquared, "welch-f": w.Statistic, "welch-df2": w.DF2, "welch-p": w.P,
		"kruskal-h": k.Statistic, "kruskal-p": k.P, "levene-f": l.Statistic, "levene-p": l.P}, err
}

func normality(in series) (answers, error) {
	s, err := stats.ShapiroWilk(in.Values)
	return answers{"w": s.W, "p": s.P}, err
}

// regression is the input of a linear model.
type regression struct {
	Y          []float64   `yaml:"y"`
	X          [][]float64 `yaml:"x"`
	Level      float64     `yaml:"level"`
	Covariance string      `yaml:"covariance"`
	Group      []int       `yaml:"group"`
}

func leastSquares(in regression) (answers, error) {
	m, err := stats.LeastSquares(in.Y, in.X, true)
	if err != nil {
		return nil, err
	}
	by, err := stats.ParseCovariance(in.Covariance)
	if err != nil {
		return nil, err
	}
	found, err := m.Coefficients(by, in.Level)
	if err != nil {
		return nil, err
	}
	spread, err := stats.BreuschPagan(m, in.X)
	a := answers{"r2": m.R2, "f": m.F, "p": m.P, "breusch-pagan": spread.Statistic, "breusch-pagan-p": spread.P}
	for i, c := range found {
		a.coefficient(fmt.Sprintf("b%d", i), c)
	}
	return a, err
}

func (a answers) coefficient(name string, c stats.Coefficient) {
	a[name], a[name+"-se"], a[name+"-t"], a[name+"-p"] = c.Estimate, c.SE, c.T, c.P
	a.interval(name+"-", c.Interval)
}

func ancova(in regression) (answers, error) {
	if len(in.X) != 1 {
		return nil, fmt.Errorf("an analysis of covariance has one x, the score before; here are %d", len(in.X))
	}
	by, err := stats.ParseCovariance(in.Covariance)
	if err != nil {
		return nil, err
	}
	m, err := stats.Ancova(in.X[0], in.Y, in.Group, stats.AncovaOptions{Level: in.Level, Classical: by == stats.Classical})
	if err != nil {
		return nil, err
	}
	a := answers{"same-slopes-f": m.SameSlopes.Statistic, "same-slopes-p": m.SameSlopes.P}
	a.coefficient("slope", m.Slope)
	for i, c := range m.Differences {
		a.coefficient(fmt.Sprintf("group%d", i+1), c)
	}
	return a, nil
}

func logistic(in regression) (answers, error) {
	outcome := make([]bool, len(in.Y))
	for i, y := range in.Y {
		outcome[i] = y == 1
	}
	m, err := stats.Logistic(outcome, in.X, in.Level)
	a := answers{"deviance": m.Deviance, "aic": m.AIC}
	for i, c := range m.Coefficients {
		name := fmt.Sprintf("b%d", i)
		a[name], a[name+"-se"], a[name+"-z"], a[name+"-p"] = c.Estimate, c.SE, c.Z, c.P
	}
	return a, err
}

func randomIntercept(in regression) (answers, error) {
	m, err := stats.RandomIntercept(in.Y, in.X, in.Group)
	a := answers{"between": m.VarianceBetween, "within": m.VarianceWithin, "icc": m.ICC}
	for i, f := range m.Fixed {
		a[fmt.Sprintf("b%d", i)], a[fmt.Sprintf("b%d-se", i)] = f.Estimate, f.SE
	}
	return a, err
}

// several is the input of a correction of several p-values.
type several struct {
	P []float64 `yaml:"p"`
}

func adjust(in several) (answers, error) {
	a := answers{}
	var p []stats.Maybe
	for _, x := range in.P {
		p = append(p, stats.Maybe{Value: x, Defined: true})
	}
	for _, method := range []stats.Adjustment{stats.Holm, stats.Hommel, stats.BenjaminiHochberg, stats.BenjaminiYekutieli} {
		adjusted, err := stats.AdjustP(p, method)
		if err != nil {
			return nil, err
		}
		for i, x := range adjusted {
			a[fmt.Sprintf("%s-%d", method, i+1)] = x
		}
	}
	return a, nil
}
