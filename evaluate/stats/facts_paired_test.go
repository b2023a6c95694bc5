package stats_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

func TestFactsPaired(t *testing.T) {
	compared, n := 0, 0
	for _, c := range cases(t, "02_paired/*") {
		if _, paired := c.facts["n_pairs"]; !paired {
			continue // transitions, adjusted p-values, single items
		}
		n++
		both := c.columns(t, nil, "pre", "post")
		pre, post := both[0], both[1]
		d := must[stats.Differences](t)(stats.DecimalDifferences(pre, post)).Values
		got := answers{}
		got.moments(t, c, pre, post, d)
		got.tTest(t, pre, post)
		got.meanChange(t, pre, post)
		got.signedRank(t, d)
		got.signs(t, d)
		got.shift(t, d)
		compared += c.compare(t, got)
	}
	report(t, "02_paired", compared, n)
}

func (a answers) moments(t *testing.T, c referenceCase, pre, post, d []float64) {
	describe := func(x []float64) stats.Summary { return must[stats.Summary](t)(stats.Describe(x)) }
	diff := describe(d)
	a["n_pairs"] = count(diff.N)
	a["mean_pre"], a["sd_pre"] = describe(pre).Mean, describe(pre).SD
	a["mean_post"], a["sd_post"] = describe(post).Mean, describe(post).SD
	a["mean_diff"], a["median_diff"] = diff.Mean, diff.Median
	a["sd_diff"], a["se_diff"] = diff.SD, diff.SE
	for _, side := range []string{"pre", "post"} {
		a["mean_"+side+"_available"] = describe(c.columns(t, nil, side)[0]).Mean
	}
}

func (a answers) tTest(t *testing.T, pre, post []float64) {
	r := must[stats.TTest](t)(stats.PairedT(pre, post, 0.95))
	a["t.statistic"], a["t.df"] = r.T, r.DF
	a["t.p_two"], a["t.p_greater"], a["t.p_less"] = r.PTwo, r.PGreater, r.PLess
	a.interval("t.ci95", r.Interval)
	a.interval("t.ci90", must[stats.TTest](t)(stats.PairedT(pre, post, 0.90)).Interval)
}

func (a answers) meanChange(t *testing.T, pre, post []float64) {
	r := must[stats.MeanChange](t)(stats.StandardizedMeanChange(pre, post, 0.95))
	a["r_pre_post"], a["J_exact_df_n_1"], a["J_approx_df_n_1"] = r.R, r.J, r.JApprox
	a["d_z"], a["g_z"] = r.DZ, r.GZ
	a["d_av"], a["g_av"], a["d_av_lakens"] = r.DAv, r.GAv, r.DAvLakens
	a["d_rm"], a["g_rm"] = r.DRM, r.GRM
	a["d_b"], a["g_b"] = r.GlassPre, r.GGlassPre
	a.interval("d_z.ncp95", r.DZInterval)
	a.interval("d_z.ci95", r.DZInterval) // effectsize's optimiser, with its own tolerance
	a.interval("g_z.ci95", r.GZInterval)
}

func (a answers) signedRank(t *testing.T, d []float64) {
	for _, zeros := range []stats.Zeros{stats.Drop, stats.Pratt} {
		r := must[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{Zeros: zeros}))
		id := "wilcoxon." + zeros.String()
		a[id+".n"] = count(r.NonZero)
		a[id+".W_plus"], a[id+".W_minus"] = number(r.WPlus), number(r.WMinus)
		a[id+".exact.p_two"], a[id+".exact.p_mid"] = r.Exact.Two, r.Exact.Mid
		a[id+".exact.p_greater"], a[id+".exact.p_less"] = r.Exact.Greater, r.Exact.Less
		a[id+".norm.z"], a[id+".norm.p_two"] = r.Normal.Z, r.Normal.P
		a[id+".norm_cc.p_two"] = r.NormalCC.P
	}
	drop := must[stats.RankEffect](t)(stats.RankBiserial(d, stats.Drop, 0.95))
	a["rank_biserial"] = drop.R
	a.interval("rank_biserial.ci95_nd", drop.Interval)
	a["rank_biserial_pratt"] = must[stats.RankEffect](t)(stats.RankBiserial(d, stats.Pratt, 0.95)).R
}

func (a answers) signs(t *testing.T, d []float64) {
	r := must[stats.SignTestResult](t)(stats.SignTest(d))
	a["n_pos"], a["n_neg"], a["n_zero"] = count(r.Plus), count(r.Minus), count(r.Zero)
	a["sign.p_two"], a["sign.p_greater"] = r.PTwo, r.PGreater
	if len(d) > 0 {
		a["p_improved"] = number(float64(r.Plus) / float64(len(d)))
	}
	s := must[stats.Superiority](t)(stats.PairedSuperiority(d))
	a["cles_diff_param"], a["cles_nonparam"] = s.Parametric, s.NonParametric
}

func (a answers) shift(t *testing.T, d []float64) {
	r := must[stats.Shift](t)(stats.HodgesLehmann(d, 0.95))
	a["hl.estimate"], a["hl.ci95_achieved_level_noties"] = r.Estimate, r.Achieved
	a.interval("hl.ci95", r.Interval)
}

// TestFactsItems compares the single questions of two questionnaires, by sex.
func TestFactsItems(t *testing.T) {
	compared, found := 0, cases(t, "02_paired/items_*")
	for _, c := range found {
		got := answers{}
		for i := 1; ; i++ {
			q := "q" + strconv.Itoa(i)
			if _, ok := c.facts[q+".n"]; !ok {
				break
			}
			got.item(t, c, q)
		}
		for _, side := range []string{"pre", "post"} {
			got.scale(t, c, side+"_", "reliability."+side+".listwise.")
		}
		compared += c.compare(t, got)
	}
	report(t, "02_paired/items", compared, len(found))
}

func (a answers) item(t *testing.T, c referenceCase, q string) {
	for _, group := range []string{"", "K", "M"} {
		id := strings.TrimSuffix(q+"."+group, ".")
		both := c.columns(t, func(row []string) bool {
			return group == "" || row[c.column(t, "sex")] == group
		}, "pre_"+q, "post_"+q)
		r := must[stats.TTest](t)(stats.PairedT(both[0], both[1], 0.95))
		a[id+".n"], a[id+".mean_diff"], a[id+".t"], a[id+".t_p"] = count(r.N), r.Mean, r.T, r.PTwo
		if group == "" {
			a.itemRanks(t, id, both[0], both[1])
		}
	}
}

func (a answers) itemRanks(t *testing.T, id string, pre, post []float64) {
	d := must[stats.Differences](t)(stats.DecimalDifferences(pre, post)).Values
	w := must[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{}))
	a[id+".wilcoxon_norm_cc_p"], a[id+".wilcoxon_exact_drop_p"] = w.NormalCC.P, w.Exact.Two
	a[id+".d_z"] = must[stats.MeanChange](t)(stats.StandardizedMeanChange(pre, post, 0.95)).DZ
	s := must[stats.SignTestResult](t)(stats.SignTest(d))
	n := float64(len(d))
	a[id+".pct_improved"] = number(float64(s.Plus) / n)
	a[id+".pct_same"] = number(float64(s.Zero) / n)
	a[id+".pct_worse"] = number(float64(s.Minus) / n)
}
