package stats_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// scale answers the reliability ids of the items whose column starts with
// prefix, from the complete rows.
func (a answers) scale(t *testing.T, c referenceCase, prefix, id string) {
	var names []string
	for _, name := range c.header {
		if strings.HasPrefix(name, prefix) {
			names = append(names, name)
		}
	}
	items := c.columns(t, nil, names...)
	r := must[stats.Reliability](t)(stats.CronbachAlpha(items, 0.95))
	a[id+"raw_alpha"] = r.Alpha
	a.interval(id+"feldt95", r.Interval)
	for i, item := range must[[]stats.Item](t)(stats.ItemAnalysis(items)) {
		a[id+"r_drop."+names[i]], a[id+"r_raw."+names[i]] = item.Rest, item.Total
		a[id+"alpha_drop."+names[i]] = item.AlphaWithout
		s := must[stats.Summary](t)(stats.Describe(items[i]))
		a[id+"item_mean."+names[i]], a[id+"item_sd."+names[i]] = s.Mean, s.SD
	}
}

func TestFactsProportions(t *testing.T) {
	shares := cases(t, "04_proportions/binom_ci")
	targets := cases(t, "04_proportions/target_gof")
	compared := 0
	for _, c := range shares {
		compared += c.compare(t, c.shareAnswers(t))
	}
	for _, c := range targets {
		compared += c.compare(t, c.targetAnswers(t))
	}
	report(t, "04_proportions", compared, len(shares)+len(targets))
}

func (c *referenceCase) shareAnswers(t *testing.T) answers {
	a := answers{}
	for _, row := range c.rows {
		label, k, n := row[0], integer(t, row[1]), integer(t, row[2])
		a.interval(label+".wilson", must[stats.Interval](t)(stats.Wilson(k, n, 0.95)))
		a.interval(label+".clopper_pearson", must[stats.Interval](t)(stats.ClopperPearson(k, n, 0.95)))
		a.interval(label+".clopper_pearson90", must[stats.Interval](t)(stats.ClopperPearson(k, n, 0.90)))
	}
	return a
}

func (c *referenceCase) targetAnswers(t *testing.T) answers {
	a := answers{}
	for _, row := range c.rows {
		target, err := strconv.ParseFloat(row[3], 64)
		if err != nil {
			t.Fatal(err)
		}
		p := must[stats.BinomialP](t)(stats.BinomialTest(integer(t, row[1]), integer(t, row[2]), target))
		a[row[0]+".binom_p_two"], a[row[0]+".binom_p_greater"], a[row[0]+".binom_p_less"] = p.PTwo, p.PGreater, p.PLess
	}
	return a
}

func integer(t *testing.T, s string) int { return must[int](t)(strconv.Atoi(s)) }
