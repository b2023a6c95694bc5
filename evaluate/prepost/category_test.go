package prepost

import (
	"math"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// Yes-or-no answers and statuses of 02_paired.
func TestFactsOfCategories(t *testing.T) {
	for pattern, order := range map[string][]string{
		"02_paired/binary_*":       {"nie", "tak"},
		"02_paired/status_k3_n80":  {"bierny", "bezrobotny", "pracujacy"},
		"02_paired/status_k4_n150": {"A", "B", "C", "D"},
	} {
		for _, c := range references(t, pattern) {
			var pre, post []string
			for _, row := range c.rows {
				pre, post = append(pre, row["pre"]), append(post, row["post"])
			}
			change, err := CompareCategories(pre, post, order, true, 0.95)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			ids := map[string]string{"x/pairs": "n", "x/same": "agree",
				"x/up": "b", "x/down": "c", "x/pre-share": "p_pre", "x/post-share": "p_post", "x/share-change": "diff diff.newcombe*",
				"x/p-mcnemar": "mcnemar_exact.p", "x/p-mcnemar-mid": "mcnemar_midp.p",
				"x/p-stuart-maxwell": "stuart_maxwell.p", "x/kappa": "kappa", "x/kappa-weighted": "kappa_w_quadratic", "x/p-scores": "mh_scores.p"}
			want := 11
			if len(order) > 2 {
				want = 6
			}
			if change.Bowker.All.P.Defined { // else the figure is that of the pairs somebody moved between
				ids["x/p-bowker"] = "bowker.p"
				want += min(len(order)-2, 1)
			}
			figures := change.Figures("x", evaluate.T("status", "status"))
			wholesome(t, c.name, figures)
			if n := c.held(t, figures, ids, func(string) bool { return true }); n != want {
				t.Errorf("%s: %d values compared, want %d", c.name, n, want)
			}
		}
	}
}

// Three who took up work and one who lost it, of six: by hand, p = 2 · (1 + 4)/2^4 and mid-p = 2 · (1 + 4/2)/2^4.
func TestCategoriesByHand(t *testing.T) {
	c, err := CompareCategories([]string{"nie", "nie", "nie", "tak", "tak", "nie"}, []string{"tak", "tak", "tak", "nie", "tak", "nie"}, []string{"nie", "tak"}, false, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	by := wholesome(t, "by hand", c.Figures("x", evaluate.T("praca", "work")))
	for id, want := range map[string]float64{"pairs": 6, "same": 2, "up": 3, "down": 1, "p-mcnemar": 10. / 16, "p-mcnemar-mid": 6. / 16} {
		if got := by["x/"+id]; !got.Value.Present() || math.Abs(got.Value.Float()-want) > 1e-14 {
			t.Errorf("%s = %s, want %v", id, got.Value, want)
		}
	}
}

// Nobody, one person and people who all stayed say why there is no test.
func TestCategoriesWithoutMoves(t *testing.T) {
	for what, answers := range map[string][]string{"nobody": nil, "one": {"b"}, "all stayed": {"a", "b", "a"}} {
		for _, order := range [][]string{{"a", "b"}, {"a", "b", "c"}} {
			c, err := CompareCategories(answers, answers, order, true, 0.95)
			if err != nil {
				t.Errorf("%s: %v", what, err)
				continue
			}
			by := wholesome(t, what, c.Figures("x", evaluate.Same("x")))
			for _, id := range []string{"x/p-mcnemar", "x/p-bowker"} {
				if f, ok := by[id]; ok && f.Status != evaluate.NotAvailable {
					t.Errorf("%s: %s is %s", what, id, f.Value)
				}
			}
			if f, ok := by["x/pre-share"]; ok && what == "nobody" && f.Status != evaluate.NotAvailable {
				t.Errorf("share among nobody: %s", f.Value)
			}
			if f := by["x/same"]; what == "nobody" && f.Status != evaluate.NotAvailable {
				t.Errorf("the same answer among nobody: %s", f.Value)
			}
		}
	}
	if _, err := CompareCategories([]string{"a"}, []string{"z"}, []string{"a", "b"}, false, 0.95); err == nil {
		t.Error("an answer that is no category is no error")
	}
	if _, err := CompareCategories([]string{"a"}, nil, []string{"a", "b"}, false, 0.95); err == nil {
		t.Error("unequal lengths are no error")
	}
}
