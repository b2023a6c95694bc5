package stats_test

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// ownRows reads a file of testdata as text, without its header.
func ownRows(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func parsed(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// stayers is the made-up case of testdata/attrition.R: what is known of all, who stayed, the change.
func stayers(t *testing.T) (columns [][]float64, stayed []bool, change []float64) {
	t.Helper()
	columns = make([][]float64, 2)
	for _, row := range ownRows(t, "attrition.csv") {
		columns[0] = append(columns[0], parsed(t, row[0]))
		columns[1] = append(columns[1], parsed(t, row[1]))
		stayed = append(stayed, row[2] == "1")
		change = append(change, parsed(t, row[3]))
	}
	return columns, stayed, change
}

func inverseMean(t *testing.T, y []float64, r []bool, columns [][]float64, c stats.Covariance) stats.InverseProbability {
	t.Helper()
	return must[stats.InverseProbability](t)(stats.InverseProbabilityMean(y, r, columns, c, 0.95))
}

// Every number of testdata/attrition.expected.csv, which R made.
func TestFactsAttrition(t *testing.T) {
	columns, stayed, change := stayers(t)
	got := answers{}
	for _, c := range []stats.Covariance{stats.Classical, stats.HC0, stats.HC1, stats.HC2, stats.HC3} {
		r := inverseMean(t, change, stayed, columns, c)
		got[c.String()] = r.Mean.SE
		if c == stats.HC2 {
			got["n"], got["observed"] = number(float64(r.N)), number(float64(r.Observed))
			got["mean"], got["low"], got["high"] = r.Mean.Mean, r.Mean.Interval.Lo, r.Mean.Interval.Hi
			got["ess"], got["max.weight"], got["max.share"] = r.Mean.EffectiveN, r.Mean.LargestWeight, r.Mean.LargestShare
			got["stacked"] = r.SEEstimated
		}
	}
	var pre, post []float64
	for i, is := range stayed {
		if is {
			pre, post = append(pre, columns[0][i]), append(post, columns[0][i]+change[i])
		}
	}
	b := must[stats.ChangeBounds](t)(stats.BoundMeanChange(pre, post, len(stayed)-len(pre)))
	got["bound.unchanged"], got["bound.lowest"], got["bound.highest"] = b.Unchanged, b.Lowest, b.Highest
	rows := ownRows(t, "attrition.expected.csv")
	for _, row := range rows {
		answer, known := got[row[0]]
		want := parsed(t, row[1])
		if !known || !answer.Defined || !(math.Abs(answer.Value-want) <= 1e-10*math.Abs(want)) {
			t.Errorf("%s is %v, want %s", row[0], answer, row[1])
		}
	}
	if len(rows) != len(got) {
		t.Errorf("%d answers for %d facts", len(got), len(rows))
	}
}

// The means of both groups of 06_matching under ATE weights are two such means, each with the other
// group for missing: R's weighted regression and sample sizes.
func TestFactsWeightedMeans(t *testing.T) {
	c := cases(t, "06_matching/esf_obs_n400")[0]
	columns := c.columns(t, nil, "treat", "outcome", "age", "woman", "edu", "rural", "unemp_months", "base")
	y, treated, others := columns[1], make([]bool, len(c.rows)), make([]bool, len(c.rows))
	for i, v := range columns[0] {
		treated[i], others[i] = v == 1, v == 0
	}
	a := inverseMean(t, y, treated, columns[2:], stats.HC0).Mean
	b := inverseMean(t, y, others, columns[2:], stats.HC0).Mean
	got := answers{
		"ipw_ate.effect":      number(a.Mean.Value - b.Mean.Value),
		"ipw_ate.se_HC0":      number(math.Hypot(a.SE.Value, b.SE.Value)),
		"ipw_ate.ess_treated": a.EffectiveN, "ipw_ate.ess_control": b.EffectiveN,
		"ipw_ate.w_max": number(max(a.LargestWeight.Value, b.LargestWeight.Value)),
	}
	for id, answer := range got {
		want, known := c.facts[id]
		if !known {
			t.Fatalf("the reference has no %s", id)
		}
		if fault := want.differs(answer); fault != "" {
			t.Errorf("%s: %s [%s]", id, fault, want.Source)
		}
	}
}

// Where no weights can be had nothing is made up.
func TestResponseThatCannotBeFitted(t *testing.T) {
	x := []float64{1, 2, 3, 4, 5, 6}
	yes, half := []bool{true, true, true, true, true, true}, []bool{true, true, true, false, false, false}
	mixed := []bool{true, false, true, false, true, false}
	for _, c := range []struct {
		name    string
		r       []bool
		columns [][]float64
		why     stats.Reason
	}{
		{"separated", half, [][]float64{x}, stats.Separated},
		{"collinear", mixed, [][]float64{x, x}, stats.Collinear},
		{"nobody", make([]bool, 6), [][]float64{x}, stats.NoValues},
		{"no people", nil, [][]float64{nil}, stats.NoValues},
	} {
		r := inverseMean(t, make([]float64, len(c.r)), c.r, c.columns, stats.HC2)
		if r.Mean.Mean.Defined || r.Mean.Mean.Why != c.why || r.Mean.EffectiveN.Defined || r.Mean.Interval.Lo.Defined || r.SEEstimated.Defined || r.Weights != nil {
			t.Errorf("%s: %+v; want undefined, %s", c.name, r, c.why)
		}
	}
	all := inverseMean(t, x, yes, [][]float64{x}, stats.HC2) // separated if it were fitted
	plain := must[stats.TTest](t)(stats.DifferenceT(x, 0.95))
	near(t, "mean", all.Mean.Mean, plain.Mean.Value, 0)
	near(t, "error", all.Mean.SE, plain.SE.Value, 1e-15)
	near(t, "effective n", all.Mean.EffectiveN, 6, 1e-14)
	near(t, "lower", all.Mean.Interval.Lo, plain.Interval.Lo.Value, 1e-14)
	for i, w := range all.Weights {
		if w != 1 {
			t.Errorf("weight %d is %v, want 1", i, w)
		}
	}
}

func TestWeightedMeanRefuses(t *testing.T) {
	for name, c := range map[string]struct{ x, w []float64 }{
		"lengths": {[]float64{1}, nil}, "negative": {[]float64{1, 2}, []float64{1, -1}},
		"all 0": {[]float64{1, 2}, []float64{0, 0}}, "NaN": {[]float64{1, math.NaN()}, []float64{1, 1}},
		"infinite weight": {[]float64{1, 2}, []float64{1, math.Inf(1)}},
	} {
		if _, err := stats.MeanByWeights(c.x, c.w, stats.HC2, 0.95); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	for _, c := range []struct {
		x, w []float64
		why  stats.Reason
	}{
		{nil, nil, stats.NoValues},
		{[]float64{3}, []float64{2}, stats.FewerThanTwo},
		{[]float64{3, 3}, []float64{2, 1}, stats.NoVariance},
		{[]float64{3, 4}, []float64{2, 0}, stats.FullLeverage},
	} {
		r := must[stats.WeightedMean](t)(stats.MeanByWeights(c.x, c.w, stats.HC2, 0.95))
		if r.SE.Defined || r.SE.Why != c.why || r.Interval.Lo.Defined {
			t.Errorf("%v by %v: %+v, want %s", c.x, c.w, r, c.why)
		}
	}
	if _, err := stats.BoundMeanChange(nil, nil, -1); err == nil {
		t.Error("a negative number of missing people was accepted")
	}
}
