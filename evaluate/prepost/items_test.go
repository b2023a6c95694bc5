package prepost

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// The questionnaires of 02_paired, question by question.
func TestFactsOfItems(t *testing.T) {
	compared := 0
	for _, c := range references(t, "02_paired/items_*") {
		items, ids := c.items(), map[string]string{}
		for _, item := range items {
			p, q := fmt.Sprintf("x/item/%d/", item.Number), fmt.Sprintf("q%d", item.Number)
			ids[p+"pairs"], ids[p+"change/mean"], ids[p+"change/p-wilcoxon"] = q+".n", q+".mean_diff", q+".wilcoxon_exact_drop_p"
			ids[p+"change/p-holm"], ids[p+"change/p-bh"] = "wilcoxon_exact_p_holm."+q, "wilcoxon_exact_p_BH."+q
		}
		changes, err := CompareItems(items, 0.95)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		figures := changes.Figures("x", evaluate.T("skala", "scale"))
		wholesome(t, c.name, figures)
		n := c.held(t, figures, ids, func(string) bool { return true })
		if n != 5*len(items) {
			t.Errorf("%s: %d values compared, want 5 of each of %d questions", c.name, n, len(items))
		}
		compared += n
	}
	t.Logf("%d values", compared)
}

// items are the answers of the people who gave one before and one after.
func (c referenceCase) items() (items []ItemPairs) {
	for i := 1; ; i++ {
		before, after := "pre_q"+strconv.Itoa(i), "post_q"+strconv.Itoa(i)
		if _, ok := c.rows[0][before]; !ok {
			return items
		}
		item := ItemPairs{Number: i}
		for _, row := range c.rows {
			a, err1 := strconv.ParseFloat(row[before], 64)
			b, err2 := strconv.ParseFloat(row[after], 64)
			if err1 == nil && err2 == nil {
				item.Pre, item.Post = append(item.Pre, a), append(item.Post, b)
			}
		}
		items = append(items, item)
	}
}

// rising is n people who all rose by one, from scores that differ: the exact p is 2/2^n.
func rising(number, n int) ItemPairs {
	item := ItemPairs{Number: number}
	for i := range n {
		item.Pre, item.Post = append(item.Pre, float64(i)), append(item.Post, float64(i+1))
	}
	return item
}

// By hand: p = 2/2^8, 2/2^6, 2/2^5 and none, which is not among the tests, so m = 3.
// Holm: 3 · 1/128, 2 · 1/32, max(1/16, 1 · 1/16); Benjamini and Hochberg: 3 · 1/128, 3/2 · 1/32, 1/16.
func TestItemsByHand(t *testing.T) {
	c, err := CompareItems([]ItemPairs{rising(1, 5), rising(2, 8), {Number: 3, Pre: []float64{2, 2}, Post: []float64{2, 2}}, rising(4, 6)}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	by := wholesome(t, "by hand", c.Figures("x", evaluate.Same("x")))
	for id, want := range map[string]float64{
		"1/change/p-wilcoxon": 1. / 16, "1/change/p-holm": 1. / 16, "1/change/p-bh": 1. / 16,
		"2/change/p-wilcoxon": 1. / 128, "2/change/p-holm": 3. / 128, "2/change/p-bh": 3. / 128,
		"4/change/p-wilcoxon": 1. / 32, "4/change/p-holm": 1. / 16, "4/change/p-bh": 3. / 64,
		"3/change/mean": 0,
	} {
		if got := by["x/item/"+id]; !got.Value.Present() || math.Abs(got.Value.Float()-want) > 1e-15 {
			t.Errorf("%s = %s, want %v", id, got.Value, want)
		}
	}
	for _, id := range []string{"p-wilcoxon", "p-holm", "p-bh"} {
		if f := by["x/item/3/change/"+id]; f.Status != evaluate.NotAvailable {
			t.Errorf("nobody changed in question 3, and its %s is %s", id, f.Value)
		}
	}
}

func TestItemsOfNobody(t *testing.T) {
	c, err := CompareItems([]ItemPairs{{Number: 1}, rising(2, 1)}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	by := wholesome(t, "nobody", c.Figures("x", evaluate.Same("x")))
	if f := by["x/item/1/change/mean"]; f.Status != evaluate.NotAvailable {
		t.Errorf("the mean change of nobody is %s", f.Value)
	}
	if f := by["x/item/1/pairs"]; !f.Value.Present() || f.Value.Float() != 0 {
		t.Errorf("pairs of nobody: %s", f.Value)
	}
	for _, bad := range [][]ItemPairs{{{Number: 1, Pre: []float64{1}}}, {{Number: 1, Pre: []float64{math.NaN()}, Post: []float64{1}}}} {
		if _, err := CompareItems(bad, 0.95); err == nil {
			t.Errorf("%v is no error", bad)
		}
	}
	if c, err := CompareItems(nil, 0.95); err != nil || len(c.Figures("x", evaluate.Same("x"))) != 0 {
		t.Errorf("no questions: %v, %v", c, err)
	}
}
