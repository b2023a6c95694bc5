package audit

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

func figure(id string, v evaluate.Value, u evaluate.Unit) evaluate.Figure {
	return evaluate.NewFigure(id, evaluate.T("etykieta", "label"), v, u)
}

func figuresOf(t interface{ Fatal(...any) }, all ...evaluate.Figure) *evaluate.Figures {
	out := &evaluate.Figures{}
	for _, f := range all {
		if err := out.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// The boundaries of [Rounding], by its definition.
func TestRoundingIsWhatNobodySees(t *testing.T) {
	points := func(x float64) evaluate.Figure { return figure("survey/a/mean", evaluate.Real(x), evaluate.Points) }
	within := func(f evaluate.Figure, hi float64) evaluate.Figure {
		i, err := evaluate.NewInterval(evaluate.Real(0), evaluate.Real(hi), 0.95)
		if err != nil {
			t.Fatal(err)
		}
		return f.WithInterval(i)
	}
	for name, c := range map[string]struct {
		was, is evaluate.Figure
		how     How
	}{
		"the same number":                  {points(1.5), points(1.5), ""},
		"the printed text is the same":     {points(1.501), points(1.504), Rounding},
		"the printed text is another":      {points(1.504), points(1.506), Changed},
		"noise across a rounding boundary": {points(1.505 - 1e-12), points(1.505 + 1e-12), Rounding},
		"more than noise across it":        {points(1.505 - 1e-8), points(1.505 + 1e-8), Changed},
		"n is another":                     {points(1.5).WithN(3), points(1.5).WithN(4), Changed},
		"a part of the share is another":   {points(1.5).WithShare(evaluate.Count(3), evaluate.Count(2)), points(1.5).WithShare(evaluate.Count(6), evaluate.Count(4)), Changed},
		"a limit prints the same":          {within(points(1.5), 2.001), within(points(1.5), 2.002), Rounding},
		"a limit prints otherwise":         {within(points(1.5), 2.01), within(points(1.5), 2.02), Changed},
		"a bound":                          {points(1.5), points(1.5).Bounded(evaluate.UpperBound, evaluate.Same("x")), Changed},
		"no value any more":                {points(1.5), points(1.5).Because(evaluate.Same("x")), Changed},
		"another unit":                     {points(1.5), figure("survey/a/mean", evaluate.Real(1.5), evaluate.Statistic), Changed},
	} {
		moved := moves(figuresOf(t, c.was), figuresOf(t, c.is))
		if c.how == "" && len(moved) > 0 || c.how != "" && (len(moved) != 1 || moved[0].How != c.how) {
			t.Errorf("%s: %+v; want %q", name, moved, c.how)
		}
	}
}

// madeUpSide is a run with a figure of each family.
func madeUpSide(t *testing.T, change func(m *Manifest, r *report.Report)) Side {
	t.Helper()
	m := &Manifest{Schema: SchemaID, Project: "p", File: "project.yaml", FileSHA256: "00", Program: "1", Options: &report.RunOptions{}, Build: &report.Build{Go: "go1", Revision: "abc", Dependencies: []report.Module{{Path: "x/y", Version: "v1"}}},
		RuleSet: "r", RuleVersion: 1, RuleSHA256: "11", Seeds: []report.Seed{{For: "survey/a", Generator: "PCG", Seed: 1, Draws: 2}},
		Embedded: []report.File{{Name: "datasets/profiles/own.yaml", SHA256: "p1"}, {Name: "evaluate/cost/rates/eur-pln.yaml", SHA256: "e1"}},
		Data: []Input{{Role: "participants", Name: "p.csv", SHA256: "aa", RowsRead: 3, Profile: "own"}, {Role: "costs", Name: "c.csv", SHA256: "bb", RowsRead: 2},
			{Role: "survey/a/pre, survey/a/post", Name: "a.csv", SHA256: "cc"}, {Role: "survey/b/pre", Name: "b.csv", SHA256: "dd"}, {Role: "survey/ab/pre", Name: "ab.csv", SHA256: "ee"}},
		Linked: []string{"survey/b"}, Files: []report.File{{Role: "survey/a/key", Name: "key.yaml", SHA256: "kk"}}}
	r := &report.Report{Settings: []report.Fact{{Label: evaluate.T("wiek", "age"), Value: evaluate.Same("1")}, {Label: evaluate.T("błędy w danych", "faults in the data"), Value: evaluate.Same("no")},
		{Label: evaluate.T("klucz pseudonimów osób", "key of the pseudonyms of persons"), Value: evaluate.Same("random")}}}
	change(m, r)
	return Side{Folder: "out", Manifest: m, Results: r}
}

// Each thing that can differ touches the families that rest on it, and no other.
func TestEachCauseTouchesWhatRestsOnIt(t *testing.T) {
	families := []string{"participants/total", "cost/total", "cost/per-participant", "survey/a/pairs", "survey/ab/pairs", "survey/b/pairs", "programme/clubs"}
	all, people := strings.Join(families, " "), "participants/total cost/per-participant survey/b/pairs"
	for name, c := range map[string]struct {
		change  func(m *Manifest, r *report.Report)
		kind    CauseKind
		touches string
	}{
		"participants":   {func(m *Manifest, _ *report.Report) { m.Data[0].SHA256 = "a2" }, CauseInput, people},
		"the ledger":     {func(m *Manifest, _ *report.Report) { m.Data[1].RowsRead = 4 }, CauseInput, "cost/total cost/per-participant"},
		"sheets":         {func(m *Manifest, _ *report.Report) { m.Data[2].SHA256 = "a2" }, CauseInput, "survey/a/pairs"},
		"a longer name":  {func(m *Manifest, _ *report.Report) { m.Data[4].SHA256 = "e2" }, CauseInput, "survey/ab/pairs"},
		"no ledger":      {func(m *Manifest, _ *report.Report) { m.Data[1] = m.Data[2] }, CauseInput, "cost/total cost/per-participant"},
		"key of a scale": {func(m *Manifest, _ *report.Report) { m.Files[0].SHA256 = "k2" }, CauseFile, "survey/a/pairs"},
		"corrections":    {func(m *Manifest, _ *report.Report) { m.Corrections = &Ledger{Made: []Correction{{Row: 1}}} }, CauseCorrections, people},
		"version":        {func(m *Manifest, _ *report.Report) { m.RuleVersion = 2 }, CauseRules, people},
		"rules silently": {func(m *Manifest, _ *report.Report) { m.RuleSHA256 = "22" }, CauseRules, people},
		"parameter": {func(_ *Manifest, r *report.Report) {
			r.Overrides = []report.Override{{Parameter: "age", Label: evaluate.T("wiek", "age"), Project: evaluate.Same("2")}}
		}, CauseParameter, people},
		"setting":      {func(_ *Manifest, r *report.Report) { r.Settings[0].Value = evaluate.Same("2") }, CauseSetting, people},
		"tolerance":    {func(_ *Manifest, r *report.Report) { r.Settings[1].Value = evaluate.Same("yes") }, CauseSetting, all},
		"margin":       {func(m *Manifest, _ *report.Report) { m.Options = &report.RunOptions{MarginDays: 2} }, CauseSetting, people},
		"project file": {func(m *Manifest, _ *report.Report) { m.FileSHA256 = "01" }, CauseProjectFile, all},
		"id":           {func(m *Manifest, _ *report.Report) { m.Project = "q" }, CauseProject, all},
		"profile":      {func(m *Manifest, _ *report.Report) { m.Embedded[0].SHA256 = "p2" }, CauseEmbedded, people},
		"rates":        {func(m *Manifest, _ *report.Report) { m.Embedded[1].SHA256 = "e2" }, CauseEmbedded, "cost/total cost/per-participant"},
		"seed":         {func(m *Manifest, _ *report.Report) { m.Seeds[0].Seed = 2 }, CauseSeed, "survey/a/pairs"},
		"program":      {func(m *Manifest, _ *report.Report) { m.Program = "2" }, CauseProgram, all},
		"revision": {func(m *Manifest, _ *report.Report) {
			m.Build = &report.Build{Go: "go1", Revision: "abd", Dependencies: m.Build.Dependencies}
		}, CauseProgram, all},
		"a dependency": {func(m *Manifest, _ *report.Report) { m.Build = &report.Build{Go: "go1", Revision: "abc"} }, CauseProgram, all},
		"of an old kind": {func(m *Manifest, _ *report.Report) {
			m.Options, m.Build, m.Embedded, m.Seeds, m.RuleSHA256, m.Program = nil, nil, nil, nil, "", "0"
		}, CauseProgram, all},
		"another profile": {func(m *Manifest, _ *report.Report) { m.Data[0].Profile = "other" }, CauseInput, people},
	} {
		t.Run(name, func(t *testing.T) {
			old, new := madeUpSide(t, func(*Manifest, *report.Report) {}), madeUpSide(t, c.change)
			list := causes(old, new)
			old.Results.Figures, new.Results.Figures = figuresOf(t, figure("cost/per-participant", evaluate.Count(1), evaluate.Zloty).RestsOn("cost/total", "participants/total")), figuresOf(t)
			if len(list) != 1 || list[0].Kind != c.kind {
				t.Fatalf("%+v", list)
			}
			r := newReach(old, new)
			var touched []string
			for _, id := range families {
				if list[0].touches(r.roles(id)) {
					touched = append(touched, id)
				}
			}
			if diff := cmp.Diff(c.touches, strings.Join(touched, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The key of pseudonyms is told and touches nothing.
func TestTheKeyTouchesNoFigure(t *testing.T) {
	old, new := madeUpSide(t, func(*Manifest, *report.Report) {}), madeUpSide(t, func(_ *Manifest, r *report.Report) { r.Settings[2].Value = evaluate.Same("of the user") })
	old.Results.Figures, new.Results.Figures = figuresOf(t, figure("participants/total", evaluate.Count(1), evaluate.Persons)), figuresOf(t, figure("participants/total", evaluate.Count(2), evaluate.Persons))
	d := Compare(old, new)
	if len(d.Causes) != 1 || len(d.Figures) != 1 || len(d.Figures[0].Causes) != 0 {
		t.Errorf("%+v", d)
	}
}

// Two sets of figures differ by as much in both directions, and each set not at all from itself.
func TestMovesAreMirrored(t *testing.T) {
	values := rapid.SampledFrom([]float64{0, 1, 1.0000000000001, 1.001, 1.004, 1.006, math.Pi, -2})
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) *evaluate.Figures {
			var all []evaluate.Figure
			for _, id := range rapid.SliceOfDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}), rapid.ID[string]).Draw(t, name) {
				f := figure(id, evaluate.Real(values.Draw(t, "value")), evaluate.Points)
				if rapid.Bool().Draw(t, "absent") {
					f = f.Because(evaluate.Same("x"))
				}
				all = append(all, f)
			}
			return figuresOf(t, all...)
		}
		a, b := draw("a"), draw("b")
		if len(moves(a, a)) > 0 {
			t.Fatal("a set moves from itself")
		}
		other := map[How]How{Changed: Changed, Rounding: Rounding, Appeared: Vanished, Vanished: Appeared}
		there, back := map[string]How{}, map[string]How{}
		for _, m := range moves(a, b) {
			there[m.ID] = other[m.How]
		}
		for _, m := range moves(b, a) {
			back[m.ID] = m.How
		}
		if diff := cmp.Diff(there, back); diff != "" {
			t.Fatal(diff)
		}
	})
}

// As JSON everything is there in both languages; numbers of causes are those of the text.
func TestDiffJSON(t *testing.T) {
	old, new := madeUpSide(t, func(*Manifest, *report.Report) {}), madeUpSide(t, func(m *Manifest, _ *report.Report) { m.Data[0].RowsRead = 4 })
	old.Results.Figures, new.Results.Figures = figuresOf(t, figure("participants/total", evaluate.Count(1), evaluate.Persons)), figuresOf(t, figure("participants/total", evaluate.Count(2), evaluate.Persons))
	d := Compare(old, new)
	d.Rows, d.Figures[0].Rows = true, []RowChange{{How: RowAdded, New: madeUpTrace().Rows[0].At, Person: "1", NewRoles: []Role{Counted}}}
	var out strings.Builder
	if err := WriteDiffJSON(&out, &Comparison{Projects: []*ProjectDiff{d}, OnlyNew: []string{"q"}}); err != nil {
		t.Fatal(err)
	}
	var got jsonDiff
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	f := got.Projects[0].Figures[0]
	if got.Schema != DiffSchemaID || got.Projects[0].Moved != 1 || len(f.Causes) != 1 || f.Causes[0] != 1 || (*f.Rows)[0].New.Row != 2 || (*f.Rows)[0].Old != nil || got.OnlyNew[0] != "q" {
		t.Error(out.String())
	}
}

// As CSV a line for each figure that is not the same, in full precision, with what can have moved it.
func TestDiffCSV(t *testing.T) {
	old, new := madeUpSide(t, func(*Manifest, *report.Report) {}), madeUpSide(t, func(m *Manifest, _ *report.Report) { m.Data[0].RowsRead = 4 })
	old.Results.Figures = figuresOf(t, figure("participants/total", evaluate.Count(1), evaluate.Persons), figure("cost/total", evaluate.Real(1), evaluate.Zloty))
	new.Results.Figures = figuresOf(t, figure("participants/total", evaluate.Count(2), evaluate.Persons).WithN(2), figure("participants/men", evaluate.Count(0), evaluate.Persons).Because(evaluate.Same("x")))
	d := Compare(old, new)
	var out strings.Builder
	if err := WriteDiffCSV(&out, &Comparison{Projects: []*ProjectDiff{d}}); err != nil {
		t.Fatal(err)
	}
	cause := d.Causes[0].key()
	want := strings.Join(diffColumns, ",") + "\n" +
		"p,participants/total,moved,persons,1,2,,2,,,,,known,known," + cause + "\n" +
		"p,participants/men,new,persons,,,,,,,,,,not-available," + cause + "\n" +
		"p,cost/total,gone,PLN,1,,,,,,,,known,," + cause + "\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
