package batch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

func example(tb testing.TB, name string) *report.Report {
	tb.Helper()
	p, err := Load(filepath.Join("..", "..", "examples", name, ProjectFile))
	if err != nil {
		tb.Fatal(err)
	}
	r, err := Run(context.Background(), p, Options{Version: "test"})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func names() []string {
	return []string{"katowice-pal", "katowice-wlacz-sie", "mikolow-mickiewicza", "dabrowa-integra", "wodzislaw-wilchwy"}
}

// The published facts of domain section 8, rounded as they were printed; n/d where the
// programme published nothing.
func TestPublishedFactsOfTheFiveProgrammes(t *testing.T) {
	for name, facts := range map[string][][2]string{
		"katowice-pal": {
			{"participants/total", "60"}, {"participants/women", "37"}, {"participants/men", "23"}, {"participants/women-share", "0.616667"},
			{"target/participants/total", "1"}, {"target/participants/women", "1"}, {"target/participants/men", "1"},
			{"cost/total", "939717.45"}, {"cost/eu", "798759.83"}, {"cost/eu-share", "0.85"}, {"cost/per-participant", "15661.96"},
			{"cost/eu-per-participant", "13312.66"}, {"cost/per-participant-month", "652.58"},
			{"survey/motivation/pairs", "49"}, {"survey/motivation/only-pre", "9"}, {"survey/motivation/only-post", "2"},
			{"survey/motivation/women/pairs", "27"}, {"survey/motivation/men/pairs", "22"}, {"cost/per-month", "39154.89"},
		},
		"katowice-wlacz-sie": {
			{"participants/total", "839"}, {"participants/completed", "670"}, {"participants/completed-share", "0.798570"},
			{"indicator/CR04/total", "106"}, {"indicator/CR03/total", "75"}, {"indicator/CR01/total", "26"},
			{"cost/per-participant", "5721.10"}, {"cost/per-completer", "7164.18"}, {"cost/per-indicator/CR04", "45283.02"},
			{"results/sum", "207"}, {"results/sum/share-of-participants", "24,67%"}, {"results/sum/per-completed", "30,90%"}, {"cost/per-indicator/CR03", "64000.00"}, {"cost/per-indicator/CR01", "184615.38"}, {"participants/women", "n/d"}, {"cost/per-month", "n/d"},
		},
		"wodzislaw-wilchwy": {
			{"participants/total", "15"}, {"cost/per-participant", "1333.33"}, {"cost/per-participant-month", "83.33"},
			{"survey/motivation/pairs", "15"}, {"indicator/COMPETENCES/total", "5"}, {"set-aside/recipient", "75"}, {"set-aside/guest", "100"},
		},
		"dabrowa-integra": {
			{"participants/total", "90"}, {"indicator/SECONDARY-EDUCATION/women", "9"}, {"indicator/SECONDARY-EDUCATION/men", "0"},
			{"set-aside/household", "10"}, {"cost/total", "n/d"}, {"cost/per-participant", "n/d"}, {"participants/women", "n/d"},
		},
		"mikolow-mickiewicza": {
			{"participants/total", "n/d"}, {"cost/total", "n/d"}, {"cost/eu", "n/d"}, {"cost/per-participant", "n/d"},
			{"target/participants/total", "n/d"}, {"target/participants/women", "n/d"}, {"target/participants/men", "n/d"},
		},
	} {
		r := example(t, name)
		for _, fact := range facts {
			checkFact(t, r, name, fact[0], fact[1])
		}
	}
}

func checkFact(t *testing.T, r *report.Report, name, id, want string) {
	t.Helper()
	f, ok := r.Figures.Get(id)
	if !ok {
		t.Errorf("%s: there is no figure %s", name, id)
		return
	}
	c, err := parseClaim(want)
	if err != nil {
		t.Fatal(err)
	}
	if got := answer(f, c, Published{Value: want}); got.Verdict != report.Reproduced {
		t.Errorf("%s: %s is %s (%s), want %s", name, id, f.Value, f.Status, want)
	}
}

// Every claim is answered, none differs, and each programme makes some.
func TestEveryClaimIsReproduced(t *testing.T) {
	for _, name := range names() {
		r := example(t, name)
		if len(r.Claims) < 9 {
			t.Errorf("%s makes only %d claims", name, len(r.Claims))
		}
		for _, c := range r.Claims {
			if c.Verdict != report.Reproduced {
				t.Errorf("%s: %s is %s: published %s, computed %s", name, c.Figure, c.Verdict, c.Published, c.Computed)
			}
		}
	}
}

// Costs and targets that were not published are not available with a reason, never 0.
func TestNothingUnpublishedIsAZero(t *testing.T) {
	for _, name := range []string{"mikolow-mickiewicza", "dabrowa-integra"} {
		for _, f := range example(t, name).Figures.All() {
			if len(f.ID) > 5 && f.ID[:5] == "cost/" && (f.Status != evaluate.NotAvailable || f.Reason.PL == "" || f.Reason.EN == "") {
				t.Errorf("%s: %s is %q (%s, %q)", name, f.ID, f.Value, f.Status, f.Reason.EN)
			}
		}
	}
}

// The target worded "co najmniej" makes the unit cost an upper bound, in words.
func TestUnitCostUnderAnAtLeastTargetIsAnUpperBound(t *testing.T) {
	f, _ := example(t, "katowice-pal").Figures.Get("cost/per-participant")
	if f.Bound != evaluate.UpperBound || f.Text(evaluate.PL)[:3] != "≤" {
		t.Errorf("cost/per-participant: bound %q, %s", f.Bound, f.Text(evaluate.PL))
	}
}

// A project's way, from its file to its figures.
func ExampleRun() {
	project, err := Load("../../examples/wodzislaw-wilchwy/project.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := Run(context.Background(), project, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, id := range []string{"participants/total", "participants/women", "cost/per-participant", "survey/motivation/pairs"} {
		f, _ := r.Figures.Get(id)
		fmt.Printf("%s = %s (%s)\n", id, f.Value, f.Status)
	}
	// Output:
	// participants/total = 15 (known)
	// participants/women =  (not-available)
	// cost/per-participant = 1333.3333333333333 (known)
	// survey/motivation/pairs = 15 (known)
}

func ExampleRunAll() {
	files, err := Find([]string{"../../examples"})
	if err != nil {
		fmt.Println(err)
		return
	}
	dir, err := os.MkdirTemp("", "efseval-example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	tell := func(o Outcome) {
		if o.Err != nil {
			fmt.Println(o.Cause().EN)
			return
		}
		f, _ := o.Brief.Figures.Get("participants/total")
		fmt.Println(o.ID, f.Text(evaluate.EN))
	}
	done, err := RunAll(context.Background(), files, dir, 2, Options{Outputs: report.Outputs{report.Figures}, Tell: tell})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(done.Outcomes), "projects")
	// Output:
	// dabrowa-integra 90
	// katowice-pal 60
	// katowice-wlacz-sie 839
	// mikolow-mickiewicza not available
	// wodzislaw-wilchwy 15
	// 5 projects
}

func BenchmarkFiveProgrammes(b *testing.B) {
	files, err := Find([]string{filepath.Join("..", "..", "examples")})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		done, err := RunAll(context.Background(), files, filepath.Join(b.TempDir(), "out"), 2, Options{Version: "bench"})
		if err != nil {
			b.Fatal(err)
		}
		for _, o := range done.Outcomes {
			if o.Err != nil {
				b.Fatal(o.Err)
			}
		}
	}
}

func BenchmarkSmallestProject(b *testing.B) {
	for b.Loop() {
		if _, err := Write(example(b, "wodzislaw-wilchwy"), filepath.Join(b.TempDir(), "out")); err != nil {
			b.Fatal(err)
		}
	}
}

// A failed write leaves nothing behind and an old folder as it was.
func TestFailedWriteLeavesNothing(t *testing.T) {
	r := example(t, "wodzislaw-wilchwy")
	dir := filepath.Join(t.TempDir(), "out")
	r.Sections = append(r.Sections, report.Section{ID: "broken", Title: evaluate.T("x", "x"),
		Blocks: []report.Block{{Table: &report.Table{ID: "broken", Columns: []evaluate.Text{evaluate.T("a", "a"), evaluate.T("b", "b")},
			Rows: []report.Row{{Label: evaluate.T("x", "x"), Cells: []report.Cell{report.F("no/such/figure")}}}}}}})
	if _, err := Write(r, dir); err == nil {
		t.Fatal("a table with an unknown figure was written")
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the output folder was left behind: %v", err)
	}
	r.Sections = r.Sections[:len(r.Sections)-1]
	if _, err := Write(r, dir); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, r.Project.ID, "figures.csv"))
	if err != nil {
		t.Fatal(err)
	}
	r.Sections = append(r.Sections, report.Section{ID: "broken", Blocks: []report.Block{{Table: &report.Table{ID: "b", Columns: make([]evaluate.Text, 2), Rows: []report.Row{{Cells: []report.Cell{report.F("no/such")}}}}}}})
	if _, err := Write(r, dir); err == nil {
		t.Fatal("a table with an unknown figure was written")
	}
	after, err := os.ReadFile(filepath.Join(dir, r.Project.ID, "figures.csv"))
	if err != nil || string(before) != string(after) {
		t.Errorf("the old folder changed: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".efseval-*")); len(left) > 0 {
		t.Errorf("temporary folders are left: %v", left)
	}
}
