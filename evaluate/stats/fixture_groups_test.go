package stats_test

import (
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// Twenty made-up people of two groups. testdata/groups.R shows how R made the numbers.
var (
	twentyPre  = []float64{20, 24, 22, 27, 25, 30, 18, 26, 23, 21, 19, 28, 24, 22, 26, 17, 29, 23, 25, 20}
	twentyPost = []float64{24, 27, 22, 31, 24, 33, 23, 29, 28, 25, 20, 28, 23, 26, 27, 19, 30, 23, 24, 22}
	twentyIn   = []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	stayed     = []bool{true, true, false, true, true, false, false, true, true, true, true, false, true, false, true, false, true, true, false, true}
)

func twentyChanges(t *testing.T) (x, y []float64) {
	d := must[stats.Differences](t)(stats.DecimalDifferences(twentyPre, twentyPost)).Values
	return d[:10], d[10:]
}

func TestFixtureGroups(t *testing.T) {
	const tolerance = 1e-13
	x, y := twentyChanges(t)
	w := must[stats.TwoSampleT](t)(stats.WelchT(x, y, 0.95))
	near(t, "t", w.T, 2.64109739134700705, tolerance)
	near(t, "df", w.DF, 16.81574436897293623, tolerance)
	near(t, "p", w.PTwo, 0.01726557362814762, tolerance)
	near(t, "lower", w.Interval.Lo, 0.42103359991857797, tolerance)
	near(t, "upper", w.Interval.Hi, 3.77896640008142226, tolerance)
	m := must[stats.MannWhitneyTest](t)(stats.MannWhitney(x, y, 0.95))
	near(t, "U", m.U, 79.5, 0)
	near(t, "p with correction", m.NormalCC.P, 0.02671613043743851, tolerance)
	near(t, "exact p", m.Exact.Two, 0.02521163047478837, tolerance)
	near(t, "greater", m.Exact.Greater, 0.01260581523739419, tolerance)
	near(t, "less", m.Exact.Less, 0.98866072008486872, tolerance)
	groups := [][]float64{x, y}
	k := must[stats.KruskalTest](t)(stats.KruskalWallis(groups))
	near(t, "H", k.Statistic, 5.07980030721967069, tolerance)
	near(t, "p of H", k.P, 0.02420615775152654, tolerance)
	l := must[stats.GroupTest](t)(stats.Levene(groups, stats.AboutMedian))
	near(t, "Brown-Forsythe", l.Statistic, 0.2913669064748204, tolerance)
	near(t, "p of it", l.P, 0.5959612941642933, tolerance)
	s := must[stats.NormalityTest](t)(stats.ShapiroWilk(append(append([]float64{}, x...), y...)))
	near(t, "W", s.W, 0.91971607863724891, 1e-12)
	near(t, "p of W", s.P, 0.09784626849386868, 1e-10)
}

func TestFixtureModels(t *testing.T) {
	const tolerance = 1e-12
	a := must[stats.AncovaResult](t)(stats.Ancova(twentyPre, twentyPost, twentyIn, stats.AncovaOptions{}))
	d := a.Differences[0]
	near(t, "slope", a.Slope.Estimate, 0.8455089820359277, tolerance)
	near(t, "difference", d.Estimate, -2.1463473053892241, tolerance)
	near(t, "HC3", d.SE, 0.81073298156617324, tolerance)
	near(t, "p", d.P, 1.693130590854737e-02, tolerance)
	near(t, "adjusted mean 0", a.Means[0].Estimate, 26.47317365269462, tolerance)
	near(t, "adjusted mean 1", a.Means[1].Estimate, 24.32682634730539, tolerance)
	in := make([]float64, len(twentyIn))
	for i, g := range twentyIn {
		in[i] = float64(g)
	}
	g := must[stats.LogisticModel](t)(stats.Logistic(stayed, [][]float64{twentyPre, in}, 0.95))
	near(t, "log odds by pre", g.Coefficients[1].Estimate, 0.03541645680740391, tolerance)
	near(t, "its se", g.Coefficients[1].SE, 0.1335080973589514, 1e-11)
	near(t, "deviance", g.Deviance, 25.60680897548349, tolerance)
	near(t, "null deviance", g.NullDeviance, 25.89786556138530, tolerance)
}

func TestFixtureTables(t *testing.T) {
	f := must[stats.FisherTest](t)(stats.FisherExact(6, 10, 7, 10, 0.95))
	near(t, "Fisher", f.PTwo, 1, 1e-14)
	table := [][]int{{8, 1, 1}, {5, 3, 2}, {1, 2, 7}}
	near(t, "Fisher 3x3", must[stats.Maybe](t)(stats.FisherTable(table)), 0.01134982098679826, 1e-14)
	c := must[stats.TableTest](t)(stats.Contingency(table))
	near(t, "chi-square", c.ChiSquare.Statistic, 12.48571428571428577, 1e-13)
	near(t, "its p", c.ChiSquare.P, 0.01408223251784662, 1e-14)
	near(t, "power", must[stats.Maybe](t)(stats.PairedTPower(20, 0.6, 0.95, stats.BothSides)), 0.7210050995597357, 1e-10)
	near(t, "detectable", must[stats.Maybe](t)(stats.PairedTDetectable(20, 0.8, 0.95, stats.BothSides)), 0.6604416546228370, 1e-8) // R stops there
	empty := must[stats.TableTest](t)(stats.Contingency([][]int{{8, 0, 1}, {0, 0, 0}, {1, 0, 7}}))
	if empty.Rows != 2 || empty.Columns != 2 || empty.ChiSquare.DF != 1 {
		t.Errorf("%+v", empty)
	}
}
