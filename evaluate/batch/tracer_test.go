package batch

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

func tracerOf(t *testing.T, name string) *Tracer {
	t.Helper()
	p, err := Load(filepath.Join("..", "..", "examples", name, ProjectFile))
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := NewTracer(t.Context(), p, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return tracer
}

// Every figure of the five programmes can be followed: to rows, to lines of the project file, to other
// figures, or to the reason why there is no value.
func TestEveryFigureOfTheExamplesIsTraced(t *testing.T) {
	for _, name := range names() {
		tracer := tracerOf(t, name)
		for _, f := range tracer.Figures().All() {
			out, err := tracer.Trace(f.ID)
			if err != nil {
				t.Errorf("%s: %s: %v", name, f.ID, err)
				continue
			}
			nothing := len(out.Rows)+len(out.Parts)+len(out.Stated)+len(out.Filters) == 0
			if f.Status == evaluate.Known && nothing && !(f.Value.Exact() && f.Value.Float() == 0) {
				t.Errorf("%s: nothing is told of %s, which is %s", name, f.ID, f.Value)
			}
			if f.Status != evaluate.Known && (len(out.Rows) > 0 || f.Reason.EN == "") {
				t.Errorf("%s: %s has no value: rows %d, reason %q", name, f.ID, len(out.Rows), f.Reason.EN)
			}
		}
	}
}

// So can those of the efficiency criterion, with what is told beside a target, and a stated indicator.
func TestEveryFigureOfTheEfficiencyCriterionIsTraced(t *testing.T) {
	p, err := Load(writeProject(t, t.TempDir(), efficiencyProject+`efficiency: {rules: efficiency-2016}
targets: {participants: {total: 500, women: 300, men: 200}}
cost: {total: "1 000,00 zł", source: made up}
`+efficiencyPeople()))
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := NewTracer(t.Context(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]int{
		"efficiency/EMPLOYMENT-EFFICIENCY/total":                  50,
		"efficiency/EMPLOYMENT-EFFICIENCY/total/share":            400, // those of the denominator
		"efficiency/EMPLOYMENT-EFFICIENCY/subgroup-1/total":       3,
		"efficiency/EMPLOYMENT-EFFICIENCY/subgroup-1/total/share": 25,
		"efficiency/EMPLOYMENT-EFFICIENCY/women":                  26,
		"target/participants/total/unmet":                         450,
	} {
		out, err := tracer.Trace(id)
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if len(out.Rows) != want {
			t.Errorf("%s lists %d rows, want %d", id, len(out.Rows), want)
		}
	}
	for _, f := range tracer.Figures().All() {
		if out, err := tracer.Trace(f.ID); err != nil {
			t.Errorf("%s: %v", f.ID, err)
		} else if f.Status == evaluate.Known && f.Value.Float() != 0 && out.Clause == "" && len(out.Rows)+len(out.Parts)+len(out.Stated) == 0 {
			t.Errorf("nothing is told of %s, which is %s", f.ID, f.Value)
		}
	}
}

// A sample is traced to the people whose later situation is known, and to its line of the project file.
func TestSamplesAreTraced(t *testing.T) {
	p, err := Load(writeProject(t, t.TempDir(), laterProject+"samples: {CR06: {drawn: 75, source: plan próby}}\n"+laterPeople()))
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := NewTracer(t.Context(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	known, err := tracer.Trace("indicator/CR06/situation-known") // known of 60 of the 90
	if err != nil || len(known.Rows) != 90 {
		t.Errorf("%d rows, want 90; %v", len(known.Rows), err)
	}
	share, err := tracer.Trace("sample/CR06/share")
	if err != nil || len(share.Rows) < 90 || len(share.Stated) != 1 || share.Stated[0].Line == 0 {
		t.Errorf("%d rows, stated %+v; %v", len(share.Rows), share.Stated, err)
	}
}

// What a result rests on and the figures of a part are traced to the rows that are counted so, and the
// conditions lead to them.
func TestBasisAndPartsAreTraced(t *testing.T) {
	p, err := Load(writeProject(t, t.TempDir(), madeUpProject+"splits: [\"age_band:25,55\", municipality]\ntargets: {participants: {total: 10, women: 5, men: 5}}\n"+splitPeople))
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := NewTracer(t.Context(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]int{ // A stands on line 2
		"indicator/EECR04/total/on-date":                  {2},
		"indicator/EECR04/total/on-situation":             {3},
		"indicator/EECR04/by/age_band/25-54/total":        {3},
		"indicator/EECR04/by/age_band/25-54/men":          nil,
		"participants/by/age_band/25-54/total":            {3, 4, 5},
		"participants/by/age_band/25-54/women":            {3, 4},
		"participants/by/municipality/lodz/total":         {2},
		"participants/by/municipality/lodz-2/total":       {3},
		"participants/by/municipality/not-known/total":    {6},
		"target/participants/women-share":                 {2, 3, 4, 5, 6},
		"indicator/EECR04/by/municipality/katowice/total": nil,
		"indicator/EECO02/by/municipality/katowice/men":   {5},
	} {
		out, err := tracer.Trace(id)
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		var lines []int
		for _, r := range out.Rows {
			lines = append(lines, r.At.Row)
		}
		if !slices.Equal(lines, want) {
			t.Errorf("%s lists the lines %v, want %v", id, lines, want)
		}
		if n := len(out.Filters); !strings.HasPrefix(id, "target/") && (n < 3 || out.Filters[n-1].Units != len(want) || out.Rule.EN == "") {
			t.Errorf("%s, by the rule %q: %+v", id, out.Rule.EN, out.Filters)
		}
	}
	planned, err := tracer.Trace("target/participants/women-share/planned")
	if err != nil || len(planned.Stated) != 2 || planned.Stated[0].Line == 0 || planned.Stated[1].Line == 0 {
		t.Errorf("planned: %+v; %v", planned.Stated, err)
	}
}

// Each figure of a sample has the rows it is worked out from, and no others.
func TestFiguresOfASampleHaveTheirRows(t *testing.T) {
	p, err := Load(writeProject(t, t.TempDir(), laterProject+"samples: {CR06: {drawn: 75, margin: 4, source: plan próby}}\n"+laterPeople()))
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := NewTracer(t.Context(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]int{ // those of the denominator, where it is a share
		"population": 90, "answered": 60, "drawn": 0, "response": 60, "required": 90, "by/education/isced5-8/population": 90, "by/education/isced5-8/sample": 60,
	} {
		out, err := tracer.Trace("sample/CR06/" + id)
		if err != nil || len(out.Rows) != want {
			t.Errorf("%s lists %d rows, want %d; %v", id, len(out.Rows), want, err)
			continue
		}
		for _, s := range out.Stated {
			if s.Line == 0 {
				t.Errorf("%s rests on %s, which is nowhere", id, s.Path)
			}
		}
	}
}

// The way back from a line of the criterion says the indicators that it names, and the parameters, of the rule set
// of the criterion, which the rule set of the project has not.
func TestTraceOfEfficiencySaysItsRuleSet(t *testing.T) {
	p, err := Load(writeProject(t, t.TempDir(), efficiencyProject+"efficiency: {rules: efficiency-2016}\nparameters: {efficiency_months: 2}\n"+efficiencyPeople()))
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := NewTracer(t.Context(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"efficiency/EMPLOYMENT-EFFICIENCY/total/share", "efficiency/EMPLOYMENT-EFFICIENCY/subgroup-1/total"} {
		out, err := tracer.Trace(id)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, f := range slices.Concat(out.Terms, out.Parameters) {
			said = append(said, f.Label.EN+"="+f.Value.EN)
		}
		all := strings.Join(said, "\n")
		for _, want := range []string{"FINISHED-OCCUPATIONAL=", "window of the efficiency criterion (months after leaving)=2", "a complete record needs="} {
			if !strings.Contains(all, want) {
				t.Errorf("%s does not say %s: %s", id, want, all)
			}
		}
	}
}
