package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

func sampleEntries(tb testing.TB) []IndexEntry {
	first, second, third := sample(tb), sample(tb), sample(tb)
	second.Project.ID, second.Project.Title = "drugi", bi("Drugi projekt", "A second project")
	third.Project.ID, third.Project.Title, third.Project.Kind = "trzeci", bi("Trzeci projekt (same cele)", "A third project (goals only)"), bi("tylko cele", "goals only")
	third.Project.Synthetic, third.Claims, third.Problems = nil, nil, nil
	third.Figures = &evaluate.Figures{}
	for _, f := range []evaluate.Figure{
		evaluate.Unavailable("participants/total", bi("Uczestnicy", "Participants"), evaluate.Persons, bi("program nie podaje liczb", "the programme gives no numbers")),
		evaluate.Unavailable("cost/per-participant", bi("Koszt", "Cost"), evaluate.Zloty, bi("program nie podaje liczb", "the programme gives no numbers")),
	} {
		if err := third.Figures.Add(f); err != nil {
			tb.Fatal(err)
		}
	}
	return []IndexEntry{{"przyklad", briefOf(tb, first)}, {"drugi", briefOf(tb, second)}, {"trzeci", briefOf(tb, third)}}
}

func briefOf(tb testing.TB, r *Report) *Brief {
	tb.Helper()
	b, err := BriefOf(r)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// sampleFailed is a project file with a fault in it.
func sampleFailed() []Failure {
	return []Failure{{"zepsuty/project.yaml", bi("project.yaml:3:8: nieznany klucz \"rulse\"", "project.yaml:3:8: unknown key \"rulse\"")}}
}

// sampleUnique is two projects with made-up PESEL numbers, and one with codes of its own.
func sampleUnique() *Unique {
	place := func(project string, row int) ProjectProblem {
		return ProjectProblem{project, datasets.Problem{Position: datasets.Position{File: "uczestnicy-synthetic.csv", Row: row, Column: 7}, Rule: "person.several-projects"}}
	}
	return &Unique{Projects: 3, Participations: 180, Linked: 120, Persons: 118, Unlinked: 1, MadeUp: true,
		Several: []ProjectProblem{place("drugi", 12), place("drugi", 40), place("przyklad", 3), place("przyklad", 61)}}
}

// A share of several projects is sum over sum: 37 of 60 and 10 of 100 make 47 of 160, 29.38 %,
// not the average of 61.67 % and 10 %, which is 35.83 %.
func TestIndexAddsUpBeforeItDivides(t *testing.T) {
	entries := sampleEntries(t)
	second := entries[1].Brief
	for id, n := range map[string]int{"participants/total": 100, "participants/women": 10} {
		f, _ := second.Figures.Get(id)
		f.Value = evaluate.Count(n)
		if err := second.Figures.Replace(f); err != nil {
			t.Fatal(err)
		}
	}
	all, err := overallOf(EntriesOf(entries...))
	if err != nil {
		t.Fatal(err)
	}
	g := totalsGrid(all.kinds)
	if len(g.rows) != 1 {
		t.Fatalf("%d kinds have a sum, want 1: the project of goals is alone", len(g.rows))
	}
	total, share := g.rows[0].entries[1].figure, g.rows[0].entries[2].figure
	if got := total.Text(evaluate.EN) + ", " + share.Text(evaluate.EN); got != "160, 29.38%" {
		t.Errorf("sum and share are %s, want 160, 29.38%%", got)
	}
}

// A brief read from results.json is the one that was taken from the report, and makes the same page.
func TestBriefReadsBackEqual(t *testing.T) {
	for _, r := range []*Report{sample(t), {Project: sample(t).Project, Figures: &evaluate.Figures{}}} {
		var file bytes.Buffer
		if err := WriteJSON(&file, r); err != nil {
			t.Fatal(err)
		}
		want := briefOf(t, r)
		got, err := ReadBrief(&file)
		if err != nil {
			t.Fatal(err)
		}
		kinds, err := json.Marshal(want.Problems)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(kinds, &got.Problems); err != nil { // as the manifest has them
			t.Fatal(err)
		}
		one, err1 := json.Marshal(want)
		other, err2 := json.Marshal(got)
		if err1 != nil || err2 != nil || !bytes.Equal(one, other) {
			t.Errorf("the line changed (%v, %v):\n%s\n%s", err1, err2, one, other)
		}
		var before, after strings.Builder
		if err := errors.Join(WriteIndex(&before, evaluate.PL, Index{Entries: EntriesOf(IndexEntry{"a", want})}), WriteIndex(&after, evaluate.PL, Index{Entries: EntriesOf(IndexEntry{"a", got})})); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(before.String(), after.String()); diff != "" {
			t.Errorf("the page changed (-report +file):\n%s", diff)
		}
	}
}

// A thousand projects scroll under their heading, on a page that a browser opens.
func TestIndexOfAThousand(t *testing.T) {
	entries := make([]IndexEntry, 0, 1000)
	for i := range cap(entries) {
		entries = append(entries, IndexEntry{fmt.Sprintf("projekt-%d", i), sampleEntries(t)[0].Brief})
	}
	var b strings.Builder
	if err := WriteIndex(&b, evaluate.PL, Index{Entries: EntriesOf(entries...)}); err != nil {
		t.Fatal(err)
	}
	if size := b.Len(); size > 8<<20 || !strings.Contains(b.String(), `class="scroll tall"`) {
		t.Errorf("%d bytes, want at most 8 MiB, with a heading that stays", size)
	}
	t.Logf("%d bytes", b.Len())
}

func TestIndexOfNothing(t *testing.T) {
	var b strings.Builder
	if err := WriteIndex(&b, evaluate.EN, Index{}); err != nil || !strings.Contains(b.String(), "No project was read.") {
		t.Errorf("index of nothing: %v", err)
	}
	if en, pl := strings.Index(b.String(), `<section id="en"`), strings.Index(b.String(), `<section id="pl"`); en > pl {
		t.Error("the language asked for does not come first")
	}
}

func TestIndexRefusesAnEntryWithoutReport(t *testing.T) {
	var b strings.Builder
	err := WriteIndex(&b, evaluate.PL, Index{Entries: EntriesOf(IndexEntry{Folder: "pusty"})})
	if err == nil || !strings.Contains(err.Error(), "pusty") || b.Len() > 0 {
		t.Errorf("error is %v after %d bytes, want one that names pusty and nothing written", err, b.Len())
	}
}
