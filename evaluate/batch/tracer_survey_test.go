package batch

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
)

// Lower is better, and the codes 007 and 7 are one.
const surveyedProject = madeUpProject + `surveys:
  - name: fear
    title: {pl: Lęk, en: Fear}
    scale: {range: [1, 5], missing: 1, reversed: [b], direction: lower}
    pre: {file: pre.csv, items: [a, b]}
    post: {file: post.csv, items: [a, b]}
    later: [{name: half-year, title: {pl: pół roku, en: half a year}, file: later.csv, items: [a, b]}]
    by: [education]
    covariates: [education]
    leading_zeros: true
    reliability: {value: 0.8, sd: 0.1, source: made up}
    categories: [{name: works, title: {pl: Praca, en: Work}, pre: works, post: works, categories: ["no", "yes"]}]
== people-made-up.csv
person;sex;education;entry_date
8;woman;isced3;2024-01-02
9;man;isced5_8;2024-01-02
== pre.csv
code;sex;a;b;works
007;woman;5;1;no
8;woman;4;2;no
9;man;3;3;yes
10;man;2;;no
11;woman;1;5;no
12;;9;3;no
== post.csv
code;sex;a;b;works
7;woman;3;3;yes
8;woman;4;2;no
9;man;5;1;yes
10;man;1;5;yes
12;;1;5;no
== later.csv
code;sex;a;b
8;woman;1;5
`

// Each figure of a questionnaire has the sheets it is worked out from, and no others.
func TestFiguresOfAQuestionnaireHaveTheirSheets(t *testing.T) {
	p, err := Load(writeProject(t, t.TempDir(), surveyedProject))
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := NewTracer(t.Context(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{ // of a share the denominator
		"pairs": "pre 2-5 post 2-5", "improved": "pre 2,5 post 2,5", "worsened": "pre 4 post 4", "improved-share": "pre 2-5 post 2-5", "women/pairs": "pre 2,3 post 2,3",
		"only-post": "pre 7 post 6", "attrition/folded": "pre 2 post 2", "attrition/share": "pre 2-6 post 2-5", "attrition/women/only-pre": "pre 6", "attrition/bound/worst": "pre 2-6 post 2-5",
		"alpha/pre": "pre 2-4,6", "prorated/pre": "pre 5", "faulty/pre": "pre 7", "floor/pre": "pre 2-6", "item/1/faulty/pre": "pre 7", "item/2/missing/pre": "pre 5", "item/2/mean/pre": "pre 2-4,6,7",
		"item/2/pairs": "pre 2-4,7 post 2-4,6", "item/2/change/p-holm": "pre 2-5,7 post 2-6", "category/works/up": "pre 2,5 post 2,5", "category/works/p-mcnemar": "pre 2-5,7 post 2-6",
		"difference/women-men/change": "pre 2-5 post 2-5", "reliable/improved": "pre 2-5 post 2-5", "reliable/threshold": "", "by/education/isced3/pairs": "people-made-up 2 pre 3 post 3",
		"attrition/ipw/mean": "people-made-up 2,3 pre 3,4 post 3,4", "half-year/pairs": "pre 3 later 2", "half-year/improved": "pre 3 later 2", "half-year/only-pre": "pre 2,4-6", "half-year/complete/post": "later 2",
	} {
		out, err := tracer.Trace("survey/fear/" + id)
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if got := linesOf(out.Rows); got != want {
			t.Errorf("%s lists %s, want %s", id, got, want)
		}
		if strings.HasPrefix(id, "reliable/") && (len(out.Stated) != 1 || out.Stated[0].Line == 0 || len(out.Parts) != 1) {
			t.Errorf("%s rests on %+v and %d figures", id, out.Stated, len(out.Parts))
		}
		if n := len(out.Filters); n < 4 || out.Filters[0].Rows == 0 || out.Filters[n-1].Text.PL == "" {
			t.Errorf("%s: %+v", id, out.Filters)
		}
	}
	reliably, err := tracer.Trace("survey/fear/reliable/improved")
	if err != nil {
		t.Fatal(err)
	}
	counted := slices.DeleteFunc(slices.Clone(reliably.Rows), func(r audit.Row) bool { return !slices.Contains(r.Roles, audit.Counted) })
	if got := linesOf(counted); got != "pre 2,5 post 2,5" {
		t.Errorf("counted are %s", got)
	}
}

// linesOf names the lines of each file, as "pre 2-5,7 post 3".
func linesOf(rows []audit.Row) string {
	var out []string
	for _, file := range []string{"people-made-up", "pre", "post", "later"} {
		var lines []int
		for _, r := range rows {
			if r.At.File == file+".csv" {
				lines = append(lines, r.At.Row)
			}
		}
		slices.Sort(lines)
		if len(lines) > 0 {
			out = append(out, file+" "+spans(lines))
		}
	}
	return strings.Join(out, " ")
}

// spans writes rising numbers as 2-5,7: three and more in a row as one.
func spans(lines []int) string {
	var said []string
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n] == lines[0]+n {
			n++
		}
		if n < 3 {
			n = 1
			said = append(said, fmt.Sprint(lines[0]))
		} else {
			said = append(said, fmt.Sprintf("%d-%d", lines[0], lines[n-1]))
		}
		lines = lines[n:]
	}
	return strings.Join(said, ",")
}
