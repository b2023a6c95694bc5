package stats_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

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
		got.adjusted(t, c)
		got.scores(t, c)
		compared += c.compareEvery(t, got)
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

// adjusted answers the p-values of the items taken together.
func (a answers) adjusted(t *testing.T, c referenceCase) {
	for _, of := range []struct{ family, single string }{{"t_p", "t_p"}, {"wilcoxon_exact_p", "wilcoxon_exact_drop_p"}} {
		var p []stats.Maybe
		for i := 1; c.facts["q"+strconv.Itoa(i)+".n"].Value != nil; i++ {
			p = append(p, a["q"+strconv.Itoa(i)+"."+of.single])
		}
		for _, method := range []stats.Adjustment{stats.Holm, stats.Bonferroni, stats.BenjaminiHochberg} {
			for i, v := range must[[]stats.Maybe](t)(stats.AdjustP(p, method)) {
				a[of.family+"_"+method.String()+".q"+strconv.Itoa(i+1)] = v
			}
		}
	}
}

// scores answers the change of the whole scale: the mean of at least 80 % of the
// items, and the sum of all. Scoring is the room of package scale; here it only
// makes the input.
func (a answers) scores(t *testing.T, c referenceCase) {
	k := 0
	for c.facts["q"+strconv.Itoa(k+1)+".n"].Value != nil {
		k++
	}
	a["n_rows"], a["k"] = count(len(c.rows)), count(k)
	least := int(math.Ceil(0.8 * float64(k)))
	pre, post := c.scored(t, k, least, false)
	r := must[stats.TTest](t)(stats.PairedT(pre, post, 0.95))
	a["scale80.n"], a["scale80.mean_diff"], a["scale80.t"], a["scale80.t_p"] = count(r.N), r.Mean, r.T, r.PTwo
	a["scale80.d_z"] = must[stats.MeanChange](t)(stats.StandardizedMeanChange(pre, post, 0.95)).DZ
	pre, post = c.scored(t, k, k, true)
	r = must[stats.TTest](t)(stats.PairedT(pre, post, 0.95))
	a["sum_complete.n"], a["sum_complete.mean_diff"], a["sum_complete.t"], a["sum_complete.t_p"] = count(r.N), r.Mean, r.T, r.PTwo
}

// scored gives the scores of those who answered at least some of the items both times.
func (c *referenceCase) scored(t *testing.T, k, least int, sum bool) (pre, post []float64) {
	for _, row := range c.rows {
		before, okPre := c.score(t, row, "pre_q", k, least, sum)
		after, okPost := c.score(t, row, "post_q", k, least, sum)
		if okPre && okPost {
			pre, post = append(pre, before), append(post, after)
		}
	}
	return pre, post
}

func (c *referenceCase) score(t *testing.T, row []string, prefix string, k, least int, sum bool) (float64, bool) {
	total, answered := 0.0, 0
	for i := 1; i <= k; i++ {
		if cell := row[c.column(t, prefix+strconv.Itoa(i))]; cell != "" && cell != "NA" {
			total += must[float64](t)(strconv.ParseFloat(cell, 64))
			answered++
		}
	}
	if !sum {
		total /= float64(answered)
	}
	return total, answered >= max(1, least)
}
