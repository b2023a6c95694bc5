package stats_test

import (
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// Yes-or-no answers and labour market statuses of the same people.
func TestFactsTransitions(t *testing.T) {
	compared, n := 0, 0
	for pattern, order := range map[string][]string{
		"02_paired/binary_*":       {"nie", "tak"},
		"02_paired/status_k3_n80":  {"bierny", "bezrobotny", "pracujacy"},
		"02_paired/status_k4_n150": {"A", "B", "C", "D"},
	} {
		for _, c := range cases(t, pattern) {
			var pre, post []string
			for _, row := range c.rows {
				pre, post = append(pre, row[c.column(t, "pre")]), append(post, row[c.column(t, "post")])
			}
			table := must[stats.Transitions](t)(stats.CountTransitions(pre, post, order))
			got := answers{}
			got.transitions(t, table)
			if len(order) == 2 {
				got.shares(t, table)
			}
			compared += c.compareEvery(t, got)
			n++
		}
	}
	report(t, "02_paired transitions", compared, n)
}

func (a answers) transitions(t *testing.T, table stats.Transitions) {
	for i, row := range table.Counts {
		for j, n := range row {
			a["table."+table.Categories[i]+"->"+table.Categories[j]] = count(n)
		}
	}
	a["n"], a["agree"] = count(table.N), count(table.Same())
	b := must[stats.BowkerTest](t)(stats.Bowker(table))
	a["bowker.chi2"], a["bowker.df"], a["bowker.p"] = b.All.Value, count(b.All.DF), b.All.P
	s := must[stats.StuartMaxwellTest](t)(stats.StuartMaxwell(table))
	a["stuart_maxwell.chi2"], a["stuart_maxwell.df"], a["stuart_maxwell.p"] = s.Value, count(s.DF), s.P
	m := must[stats.NormalP](t)(stats.MarginalScores(table))
	a["mh_scores.z"], a["mh_scores.p"] = number(-m.Z.Value), m.P // coin subtracts post from pre
	k := must[stats.Agreement](t)(stats.Kappa(table))
	a["kappa"], a["kappa_w_quadratic"] = k.Plain, k.Quadratic
}

func (a answers) shares(t *testing.T, table stats.Transitions) {
	no, up, down, yes := table.Counts[0][0], table.Counts[0][1], table.Counts[1][0], table.Counts[1][1]
	m := must[stats.McNemarTest](t)(stats.McNemar(up, down, 0.95))
	a["b"], a["c"] = count(m.Up), count(m.Down)
	a["mcnemar.chi2"], a["mcnemar.p"] = m.Plain.Value, m.Plain.P
	a["mcnemar_cc.chi2"], a["mcnemar_cc.p"] = m.Corrected.Value, m.Corrected.P
	a["mcnemar_exact.p"], a["mcnemar_midp.p"] = m.Exact, m.Mid
	a["or"], a["cohens_g"] = m.Odds, m.G
	a.interval("or.exact", m.OddsInterval)
	s := must[stats.ShareChange](t)(stats.PairedShares(yes, up, down, no, 0.95))
	a["p_pre"], a["p_post"], a["diff"] = s.Pre, s.Post, s.Diff
	a.interval("diff.wald", s.Wald)
	a.interval("diff.newcombe", s.Newcombe)
}
