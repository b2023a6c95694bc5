package stats_test

import (
	"strconv"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

func TestFactsShares(t *testing.T) {
	compared := 0
	c := cases(t, "04_proportions/binom_ci")[0]
	got := answers{}
	for _, row := range c.rows {
		got.share(t, row[0]+".", integer(t, row[1]), integer(t, row[2]))
	}
	compared += c.everyFact(t, got)
	c, got = cases(t, "04_proportions/target_gof")[0], answers{}
	for _, row := range c.rows {
		target := must[float64](t)(strconv.ParseFloat(row[3], 64))
		got.target(t, row[0]+".", integer(t, row[1]), integer(t, row[2]), target)
	}
	compared += c.everyFact(t, got)
	report(t, "04_proportions shares", compared, 2)
}

func (a answers) share(t *testing.T, id string, k, n int) {
	a[id+"p"] = number(float64(k) / float64(n))
	for name, f := range map[string]func(k, n int, level float64) (stats.Interval, error){
		"wilson": stats.Wilson, "wilson_cc": stats.WilsonCorrected, "clopper_pearson": stats.ClopperPearson,
		"agresti_coull": stats.AgrestiCoull, "jeffreys": stats.Jeffreys, "wald": stats.Wald,
	} {
		a.interval(id+name, must[stats.Interval](t)(f(k, n, 0.95)))
	}
	a.interval(id+"clopper_pearson90", must[stats.Interval](t)(stats.ClopperPearson(k, n, 0.90)))
}

func (a answers) target(t *testing.T, id string, k, n int, target float64) {
	f := must[stats.Fit](t)(stats.ChiSquareFit([]int{k, n - k}, []float64{target, 1 - target}))
	a[id+"chi2"], a[id+"chi2_p"] = f.ChiSquare, f.P
	b := must[stats.BinomialP](t)(stats.BinomialTest(k, n, target))
	a[id+"binom_p_two"], a[id+"binom_p_greater"], a[id+"binom_p_less"] = b.PTwo, b.PGreater, b.PLess
	s := must[stats.TargetTest](t)(stats.ShareAgainst(k, n, target))
	a[id+"score_z"], a[id+"cohens_h"] = s.Z, s.H
	a[id+"diff_pp"] = number(100 * s.Difference.Value)
}

func TestFactsGoodnessOfFitEveryId(t *testing.T) {
	c := cases(t, "04_proportions/gof_k")[0]
	counts, shares := map[string][]int{}, map[string][]float64{}
	for _, row := range c.rows {
		counts[row[0]] = append(counts[row[0]], integer(t, row[2]))
		shares[row[0]] = append(shares[row[0]], must[float64](t)(strconv.ParseFloat(row[3], 64)))
	}
	got := answers{}
	for id := range counts {
		f := must[stats.Fit](t)(stats.ChiSquareFit(counts[id], shares[id]))
		got[id+".chi2"], got[id+".chi2_p"], got[id+".df"] = f.ChiSquare, f.P, count(f.DF)
		got[id+".exact_multinomial_p"] = must[stats.Maybe](t)(stats.Multinomial(counts[id], shares[id]))
	}
	report(t, "04_proportions goodness of fit", c.everyFact(t, got), 1)
}

func TestFactsTwoShares(t *testing.T) {
	c := cases(t, "04_proportions/two_prop")[0]
	got := answers{}
	for _, row := range c.rows {
		got.twoShares(t, row[0]+".", integer(t, row[1]), integer(t, row[2]), integer(t, row[3]), integer(t, row[4]))
	}
	report(t, "04_proportions two shares", c.everyFact(t, got), 1)
}

func (a answers) twoShares(t *testing.T, id string, x1, n1, x2, n2 int) {
	s := must[stats.TwoShares](t)(stats.CompareShares(x1, n1, x2, n2, 0.95))
	a[id+"diff"], a[id+"phi"] = s.Difference, s.Phi
	a.interval(id+"newcombe", s.Newcombe)
	a.interval(id+"wald", s.Wald)
	a[id+"chi2"], a[id+"chi2_p"] = s.ChiSquare.Statistic, s.ChiSquare.P
	a[id+"chi2_yates"], a[id+"chi2_yates_p"] = s.Yates.Statistic, s.Yates.P
	f := must[stats.FisherTest](t)(stats.FisherExact(x1, n1, x2, n2, 0.95))
	a[id+"fisher_p"], a[id+"fisher_p_greater"], a[id+"fisher_midp"] = f.PTwo, f.PGreater, f.PMid
	a[id+"fisher_or_cmle"], a[id+"fisher_or_low"], a[id+"fisher_or_high"] = f.OddsRatio, f.OddsLow, f.OddsHigh
	for name, effect := range map[string]func(x1, n1, x2, n2 int, level float64) (stats.RatioEffect, error){
		"or": stats.OddsRatio, "rr": stats.RiskRatio, "or_haldane": stats.HaldaneOddsRatio,
	} {
		e := must[stats.RatioEffect](t)(effect(x1, n1, x2, n2, 0.95))
		a[id+name] = e.Ratio
		a.interval(id+name+map[string]string{"or": "_wald", "rr": "_log"}[name], e.Interval)
	}
}

func TestFactsTables(t *testing.T) {
	c := cases(t, "04_proportions/rxc")[0]
	tables := map[string][][]int{}
	for _, row := range c.rows {
		i, v := integer(t, row[1])-1, integer(t, row[3])
		table := tables[row[0]]
		if i == len(table) {
			table = append(table, nil)
		}
		table[i] = append(table[i], v)
		tables[row[0]] = table
	}
	got := answers{}
	for id, table := range tables {
		r := must[stats.TableTest](t)(stats.Contingency(table))
		got[id+".chi2"], got[id+".chi2_p"], got[id+".df"] = r.ChiSquare.Statistic, r.ChiSquare.P, count(r.ChiSquare.DF)
		got[id+".lr_chi2"], got[id+".min_expected"] = r.LikelihoodRatio.Statistic, number(r.LeastExpected)
		got[id+".cramers_v"], got[id+".cramers_v_adj"], got[id+".contingency_coef"] = r.V, r.VAdjusted, r.Contingency
		got[id+".fisher_p"] = must[stats.Maybe](t)(stats.FisherTable(table))
	}
	report(t, "04_proportions tables", c.everyFact(t, got), 1)
}
