package report

import (
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

func TestARiseHasAPlus(t *testing.T) {
	label := evaluate.T("motywacja: średnia zmiana", "motivation: mean change")
	for _, c := range []struct {
		id   string
		v    evaluate.Value
		unit evaluate.Unit
		want string
	}{
		{"survey/motivation/change/mean", evaluate.Real(0.31), evaluate.Points, "+"},
		{"survey/motivation/women/change/median", evaluate.Real(0.5), evaluate.Points, "+"},
		{"survey/motivation/item/3/change/mean", evaluate.Real(0.5), evaluate.Points, "+"},
		{"survey/motivation/attrition/bound/worst", evaluate.Real(0.2), evaluate.Points, "+"},
		{"survey/motivation/change/mean", evaluate.Real(-0.31), evaluate.Points, ""},
		{"survey/motivation/change/mean", evaluate.Real(0.004), evaluate.Points, ""}, // prints as 0.00
		{"survey/motivation/change/mean", evaluate.Real(0), evaluate.Points, ""},
		{"survey/motivation/change/mean", evaluate.Value{}, evaluate.Points, ""},
		{"survey/motivation/change/sd", evaluate.Real(0.31), evaluate.Points, ""},
		{"survey/motivation/pre/mean", evaluate.Real(3.1), evaluate.Points, ""},
		{"participants/total", evaluate.Count(60), evaluate.Persons, ""},
	} {
		f := evaluate.NewFigure(c.id, label, c.v, c.unit)
		if got := Rise(&f); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.id, c.v, got, c.want)
		}
	}
}

// The change reads the same on every page; the text for machines has no sign.
func TestTheSameChangeOnEveryPage(t *testing.T) {
	r := sample(t)
	id := "survey/motivation/change/mean"
	f, ok := r.Figures.Get(id)
	if !ok || f.Value.Float() <= 0 {
		t.Fatalf("the sample has no rise in %s: %v", id, f.Value)
	}
	en := `+<data id="` + id + `" data-figure="` + id + `" value="` + f.Value.String() + `" class="known">` + f.Text(evaluate.EN)
	for name, want := range map[string]string{
		"report.en.html": en, "report.en.md": "+" + f.Text(evaluate.EN), "report.pl.md": "+" + f.Text(evaluate.PL),
		"figures.csv": "\n" + id + "," + f.Value.String() + ",",
	} {
		for _, w := range writers() {
			if w.name == name && !strings.Contains(string(written(t, w.write, r)), want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
	}
	index := string(written(t, writeSampleIndex(t), nil))
	if n, plus := strings.Count(index, `data-figure="`+id+`"`), strings.Count(index, "+<data data-project="); n == 0 || plus != n {
		t.Errorf("index.html: %d changes, %d with a plus", n, plus)
	}
}
