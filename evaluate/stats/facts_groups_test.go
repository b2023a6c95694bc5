package stats_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// study names what a case of 07_groups calls its columns and groups. The first
// name is the comparison group.
type study struct {
	group, pre, post string
	names            []string
	compared         string // prefix of the ids of the two groups compared
	two              [2]string
}

func studyOf(c referenceCase) study {
	switch {
	case slices.Contains(c.header, "Treat"):
		return study{"Treat", "Prewt", "Postwt", []string{"Cont", "CBT", "FT"}, "FT_vs_Cont.", [2]string{"FT", "Cont"}}
	case slices.Contains(c.header, "weight"):
		return study{"group", "", "weight", []string{"ctrl", "trt1", "trt2"}, "", [2]string{}}
	case slices.Contains(c.header, "pre"):
		return study{"group", "pre", "post", []string{"control", "program"}, "", [2]string{"program", "control"}}
	}
	return study{"group", "", "post", []string{"county1", "county2", "county3", "county4"}, "", [2]string{}}
}

func TestFactsGroups(t *testing.T) {
	found, compared := cases(t, "07_groups/*"), 0
	for _, c := range found {
		s := studyOf(c)
		got := answers{}
		post := grouped(t, c, s.group, s.post, s.names)
		got.descriptions(t, s.names, post)
		got.shape(t, c, s)
		if len(s.names) > 2 {
			got.manyGroups(t, s, post)
		}
		if s.pre != "" {
			changes := changesOf(t, c, s)
			got.twoGroups(t, s.compared+"change.", changes[s.two[0]], changes[s.two[1]])
			byName := map[string][]float64{}
			for j, name := range s.names {
				byName[name] = post[j]
			}
			got.twoGroups(t, s.compared+"post.", byName[s.two[0]], byName[s.two[1]])
			got.ancova(t, c, s)
			got.mixed(t, c, s)
		}
		compared += c.everyFact(t, got)
	}
	report(t, "07_groups", compared, len(found))
}

func (a answers) descriptions(t *testing.T, names []string, groups [][]float64) {
	for j, x := range groups {
		d, id := must[stats.Summary](t)(stats.Describe(x)), "desc."+names[j]+"."
		q1, median, q3, err := stats.Quartiles(x)
		if err != nil || median != d.Median {
			t.Errorf("%s: median %v and %v (%v)", names[j], median, d.Median, err)
		}
		a[id+"n"], a[id+"mean"], a[id+"sd"], a[id+"median"] = count(d.N), d.Mean, d.SD, d.Median
		a[id+"q1_type7"], a[id+"q3_type7"] = q1, q3
	}
}

func (a answers) shape(t *testing.T, c referenceCase, s study) {
	r := must[stats.NormalityTest](t)(stats.ShapiroWilk(c.columns(t, nil, s.post)[0]))
	a["shapiro_post.W"], a["shapiro_post.p"] = r.W, r.P
}

// changesOf are the decimal-exact changes of each group.
func changesOf(t *testing.T, c referenceCase, s study) map[string][]float64 {
	t.Helper()
	out := map[string][]float64{}
	for _, name := range s.names {
		both := c.columns(t, func(row []string) bool { return row[c.column(t, s.group)] == name }, s.pre, s.post)
		out[name] = must[stats.Differences](t)(stats.DecimalDifferences(both[0], both[1])).Values
	}
	return out
}

func (a answers) twoGroups(t *testing.T, id string, x, y []float64) {
	w := must[stats.TwoSampleT](t)(stats.WelchT(x, y, 0.95))
	a[id+"welch.t"], a[id+"welch.df"], a[id+"welch.p"], a[id+"diff"] = w.T, w.DF, w.PTwo, w.Difference
	a.interval(id+"welch.ci95", w.Interval)
	p := must[stats.TwoSampleT](t)(stats.PooledT(x, y, 0.95))
	a[id+"student.t"], a[id+"student.p"] = p.T, p.PTwo
	m := must[stats.MannWhitneyTest](t)(stats.MannWhitney(x, y, 0.95))
	a[id+"mw.U"], a[id+"mw.exact_p"], a[id+"mw.z"] = m.U, m.Exact.Two, m.Normal.Z
	a[id+"mw.norm_p"], a[id+"mw.norm_cc_p"] = m.Normal.P, m.NormalCC.P
	e := must[stats.GroupEffect](t)(stats.StandardizedDifference(x, y, 0.95))
	a[id+"cohens_d"], a[id+"hedges_g"], a[id+"cohens_d_av"], a[id+"glass_delta"] = e.D, e.G, e.DAverage, e.Glass
	a.interval(id+"cohens_d.ncp95", e.DInterval)
	a.interval(id+"cohens_d.ci95", e.DInterval) // effectsize's optimiser, with its own tolerance
	a[id+"p_superiority_param"] = e.Superior
	d := must[stats.Dominance](t)(stats.CliffsDelta(x, y, 0.95))
	a[id+"rank_biserial"], a[id+"p_superiority_nonparam"] = d.Delta, d.Superiority
	a.interval(id+"rank_biserial.ci95", d.Interval)
	a[id+"hl_shift"] = must[stats.Maybe](t)(stats.GroupShift(x, y))
}

func (a answers) manyGroups(t *testing.T, s study, groups [][]float64) {
	f := must[stats.Anova](t)(stats.OneWayAnova(groups))
	a["anova.F"], a["anova.p"], a["anova.df1"], a["anova.df2"] = f.F, f.P, count(f.DFBetween), count(f.DFWithin)
	a["eta_squared"], a["omega_squared"] = f.EtaSquared, f.OmegaSquared
	w := must[stats.GroupTest](t)(stats.WelchAnova(groups))
	a["welch_anova.F"], a["welch_anova.df2"], a["welch_anova.p"] = w.Statistic, w.DF2, w.P
	k := must[stats.KruskalTest](t)(stats.KruskalWallis(groups))
	a["kruskal.H"], a["kruskal.p"], a["epsilon_squared_rank"] = k.Statistic, k.P, k.EpsilonSquared
	l := must[stats.GroupTest](t)(stats.Levene(groups, stats.AboutMedian))
	a["levene_median.F"], a["levene_median.p"] = l.Statistic, l.P
	for _, p := range must[[]stats.GroupPair](t)(stats.PairwiseWelch(groups, 0.95)) {
		for _, id := range []string{s.names[p.First] + "-" + s.names[p.Second], s.names[p.Second] + "-" + s.names[p.First]} {
			a["pairwise_welch_holm."+id] = p.PHolm
		}
	}
}

// people are the columns of a pre/post study, with group numbers.
func people(t *testing.T, c referenceCase, s study) (pre, post []float64, group []int) {
	t.Helper()
	both := c.columns(t, nil, s.pre, s.post)
	for _, row := range c.rows {
		group = append(group, slices.Index(s.names, row[c.column(t, s.group)]))
	}
	return both[0], both[1], group
}

func (a answers) ancova(t *testing.T, c referenceCase, s study) {
	pre, post, group := people(t, c, s)
	r := must[stats.AncovaResult](t)(stats.Ancova(pre, post, group, stats.AncovaOptions{}))
	names := []string{"_Intercept_", "pre"}
	for _, name := range s.names[1:] {
		names = append(names, "g"+name)
	}
	for cov, id := range map[stats.Covariance]string{stats.Classical: "ols", stats.HC1: "HC1", stats.HC2: "HC2"} {
		for j, b := range must[[]stats.Coefficient](t)(r.Model.Coefficients(cov, 0.95)) {
			a["ancova.se_"+id+"."+names[j]] = b.SE
		}
	}
	for j, b := range append([]stats.Coefficient{r.Intercept, r.Slope}, r.Differences...) {
		a["ancova.coef."+names[j]], a["ancova.se_HC3."+names[j]], a["ancova.p_HC3."+names[j]] = b.Estimate, b.SE, b.P
		a["ancova.ci95_HC3_low."+names[j]], a["ancova.ci95_HC3_high."+names[j]] = b.Interval.Lo, b.Interval.Hi
	}
	for j, m := range r.Means {
		a["ancova.adjusted_mean."+s.names[j]], a["ancova.adjusted_mean_se."+s.names[j]] = m.Estimate, m.SE
	}
	a["ancova.r2"], a["ancova.adj_r2"] = r.Model.R2, r.Model.AdjustedR2
	a["ancova.slope_homogeneity_F"], a["ancova.slope_homogeneity_p"] = r.SameSlopes.Statistic, r.SameSlopes.P
	a["ancova.breusch_pagan_stat"], a["ancova.breusch_pagan_p"] = r.Spread.Statistic, r.Spread.P
}

// mixed answers for y ~ time * group with a random intercept of each person.
func (a answers) mixed(t *testing.T, c referenceCase, s study) {
	pre, post, group := people(t, c, s)
	y := slices.Concat(pre, post)
	k := len(s.names) - 1
	columns, names := make([][]float64, 2*k+1), []string{"_Intercept_", "time"}
	for _, prefix := range []string{"g", "time_g"} {
		for _, name := range s.names[1:] {
			names = append(names, strings.Replace(prefix, "g", "g"+name, 1))
		}
	}
	person := make([]int, 0, len(y))
	for i := range y {
		who, later := i%len(pre), float64(i/len(pre))
		person = append(person, who)
		columns[0] = append(columns[0], later)
		for j := range k {
			in := 0.0
			if group[who] == j+1 {
				in = 1
			}
			columns[1+j], columns[1+k+j] = append(columns[1+j], in), append(columns[1+k+j], in*later)
		}
	}
	m := must[stats.MixedModel](t)(stats.RandomIntercept(y, columns, person))
	for j, f := range m.Fixed {
		a["lmm.coef."+names[j]], a["lmm.se."+names[j]] = f.Estimate, f.SE
	}
	a["lmm.var_id"], a["lmm.var_resid"] = m.VarianceBetween, m.VarianceWithin
}
