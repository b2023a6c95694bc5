package prepost

import (
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// figureIDs are the reference ids that each figure of a change answers.
var figureIDs = map[string]string{
	"x/pairs": "n_pairs", "x/pre/mean": "mean_pre", "x/pre/sd": "sd_pre", "x/post/mean": "mean_post", "x/post/sd": "sd_post",
	"x/correlation": "r_pre_post", "x/change/mean": "mean_diff t.ci95*", "x/change/sd": "sd_diff", "x/change/se": "se_diff",
	"x/change/median": "median_diff", "x/change/hodges-lehmann": "hl.estimate hl.ci95*",
	"x/change/t": "t.statistic", "x/change/p-t": "t.p_two",
	"x/change/w-plus": "wilcoxon.drop.W_plus", "x/change/w-minus": "wilcoxon.drop.W_minus",
	"x/change/p-wilcoxon": "wilcoxon.drop.exact.p_two", "x/change/p-wilcoxon-pratt": "wilcoxon.pratt.exact.p_two",
	"x/change/p-wilcoxon-normal": "wilcoxon.drop.norm.p_two", "x/change/p-wilcoxon-normal-cc": "wilcoxon.drop.norm_cc.p_two",
	"x/change/p-sign": "sign.p_two", "x/change/p-permutation": "perm_mean.p_two",
	"x/change/dz": "d_z d_z.ncp95*", "x/change/g": "g_z g_z.ci95*", "x/change/dav": "d_av", "x/change/dav-g": "g_av",
	"x/change/dav-lakens": "d_av_lakens", "x/change/drm": "d_rm", "x/change/drm-g": "g_rm", "x/change/glass": "d_b", "x/change/glass-g": "g_b",
	"x/change/rank-biserial": "rank_biserial rank_biserial.ci95_nd*", "x/change/rank-biserial-pratt": "rank_biserial_pratt",
	"x/change/superiority": "cles_nonparam", "x/change/superiority-normal": "cles_diff_param",
	"x/improved": "n_pos", "x/unchanged": "n_zero", "x/worsened": "n_neg", "x/improved-share": "p_improved",
}

// notFigures are what no figure of a change tells: one-sided p-values, other conventions, standard errors of
// effects; the tests of package stats hold them.
func notFigures(id string) bool {
	return slices.ContainsFunc([]string{
		"n_rows", "n_missing_", "mean_pre_available", "mean_post_available", "J_", "t.df", "t.ci90", "cles_param", "reliability.", "rci.",
		"rank_biserial.ci95_low", "rank_biserial.ci95_high", "d_z.ci95", "d_rm.se", "d_av.se", "d_b.se", "hl.ci95_achieved", "wilcoxon.zsplit.",
		"wilcoxon.pratt.norm", "wilcoxon.pratt.W_", "wilcoxon.drop.n",
	}, func(prefix string) bool { return strings.HasPrefix(id, prefix) }) ||
		strings.HasSuffix(id, ".p_greater") || strings.HasSuffix(id, ".p_less") || strings.HasSuffix(id, ".p_mid")
}

// Every paired case, from its rows to the figures: the sheets are matched, compared and named.
func TestFactsOfChanges(t *testing.T) {
	compared, n := 0, 0
	for _, c := range references(t, "02_paired/*") {
		if _, paired := c.facts["n_pairs"]; !paired {
			continue
		}
		p := c.pairs(t, "sex", "pre", "post")
		change, err := Compare(p.Matched, Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		figures := change.Figures("x", evaluate.Same("x"))
		wholesome(t, c.name, figures)
		compared += c.held(t, figures, figureIDs, notFigures)
		c.members(t, change)
		n++
	}
	if compared < 500 || n < 20 {
		t.Errorf("%d values of %d cases were compared; there are more", compared, n)
	}
	t.Logf("%d values of %d cases", compared, n)
}

// members holds what [Change] has beside its figures: one-sided p-values and the ranks by Pratt.
func (c referenceCase) members(t *testing.T, change Change) {
	t.Helper()
	for id, got := range map[string]stats.Maybe{
		"t.df": change.T.DF, "t.p_greater": change.T.PGreater, "t.p_less": change.T.PLess,
		"wilcoxon.drop.exact.p_greater": change.Wilcoxon.Exact.Greater, "wilcoxon.drop.exact.p_mid": change.Wilcoxon.Exact.Mid,
		"wilcoxon.pratt.W_plus":  {Value: change.Pratt.WPlus, Defined: change.N > 0},
		"wilcoxon.pratt.W_minus": {Value: change.Pratt.WMinus, Defined: change.N > 0},
		"sign.p_greater":         change.Sign.PGreater, "perm_mean.p_greater": change.Permutation.PGreater,
		"cles_param": change.Common.Apart,
	} {
		want, ok := c.facts[id]
		if !ok || want.Assert != nil && !*want.Assert {
			continue
		}
		value := evaluate.Value{}
		if got.Defined {
			value = evaluate.Real(got.Value)
		}
		if fault := want.differs(value); fault != "" {
			t.Errorf("%s %s: %s [%s]", c.name, id, fault, want.Source)
		}
	}
}

// Who changed more than the error of measuring twice, where the case says at which reliability.
func TestFactsOfReliableChanges(t *testing.T) {
	n := 0
	for _, c := range references(t, "02_paired/*") {
		for prefix, r := range map[string]float64{"rci.rel8.": 0.8, "rci.rel7.": 0.7} {
			if _, ok := c.facts[prefix+"s_diff"]; !ok {
				continue
			}
			n++
			change, err := Compare(c.pairs(t, "sex", "pre", "post").Matched, Options{Yardstick: &Yardstick{
				Reliability: stats.Maybe{Value: r, Defined: true}, Source: evaluate.Same("made up")}})
			if err != nil {
				t.Fatal(err)
			}
			c.facts[prefix+"n"] = expected{Raw: c.facts["n_pairs"].Raw}
			compared := c.held(t, change.Figures("x", evaluate.Same("x")), map[string]string{
				"x/pairs": prefix + "n", "x/reliable/improved": prefix + "n_improved",
				"x/reliable/unchanged": prefix + "n_unchanged", "x/reliable/worsened": prefix + "n_deteriorated",
			}, func(id string) bool { return !strings.HasPrefix(id, prefix+"n_") })
			if compared != 4 {
				t.Errorf("%s %s: %d values compared, want 4", c.name, prefix, compared)
			}
			s := c.facts[prefix+"s_diff"]
			if fault := s.differs(evaluate.Real(change.Reliable.SDiff.Value)); fault != "" {
				t.Errorf("%s %ss_diff: %s", c.name, prefix, fault)
			}
		}
	}
	if n < 8 {
		t.Errorf("%d cases, there are more", n)
	}
}
