package evaluate

import "testing"

func TestZeroDenominatorIsNotAvailable(t *testing.T) {
	f := NewFigure("cost/per-participant", T("koszt", "cost"), GroszePer(100, 0), Zloty)
	if f.Status != NotAvailable || f.Text(PL) != "brak danych" || f.Text(EN) != "not available" || f.Reason.EN == "" {
		t.Errorf("a cost for each of nobody: %+v", f)
	}
}

// The codes of indicators stand in ids; those of reserved sums have a plus sign.
func TestASumOfCodesIsAFigureID(t *testing.T) {
	if err := CheckID("indicator/EECO02+04/total"); err != nil {
		t.Error(err)
	}
	for _, id := range []string{"", "a//b", "a b", "a=b", "a/"} {
		if CheckID(id) == nil {
			t.Errorf("%q was accepted", id)
		}
	}
}

func TestFiguresRefuse(t *testing.T) {
	var s Figures
	good := NewFigure("participants/total", T("uczestnicy", "participants"), Count(0), Persons)
	if err := s.Add(good); err != nil {
		t.Fatal(err)
	}
	bad := good
	bad.ID = "participants/ total"
	noValue := good
	noValue.ID, noValue.Value = "x", Value{}
	noLabel := good
	noLabel.ID, noLabel.Label = "y", Text{PL: "tylko po polsku"}
	for _, f := range []Figure{good, bad, noValue, noLabel} {
		if s.Add(f) == nil {
			t.Errorf("figure %q was accepted", f.ID)
		}
	}
	if got, ok := s.Get("participants/total"); !ok || got.Text(EN) != "0" {
		t.Errorf("a known nothing prints %q, want 0", got.Text(EN))
	}
}

// The With methods change copies: a figure handed out twice stays what it was.
func TestWarningsAreNotShared(t *testing.T) {
	f := NewFigure("a", T("a", "a"), Count(1), Persons).Warn(NewWarning("one", Same("one")))
	g, h := f.Warn(NewWarning("two", Same("two"))), f.Warn(NewWarning("three", Same("three")))
	if len(f.Warnings) != 1 || g.Warnings[1].Code != "two" || h.Warnings[1].Code != "three" {
		t.Errorf("f %v g %v h %v", f.Warnings, g.Warnings, h.Warnings)
	}
}

func TestBoundsAreTold(t *testing.T) {
	f := NewFigure("a", T("a", "a"), Grosze(1566196), Zloty).Bounded(UpperBound, T("co najmniej 60", "at least 60"))
	if f.Text(PL) != "≤\u00a015\u00a0661,96\u00a0zł" || f.Note().PL != "co najmniej 60" {
		t.Errorf("%q, %q", f.Text(PL), f.Note().PL)
	}
}

// What Add refuses, Replace refuses, too: a figure that claims to be known needs its value and its label.
func TestReplaceRefusesWhatAddRefuses(t *testing.T) {
	var s Figures
	if err := s.Add(NewFigure("a/b", T("x", "x"), Count(1), Persons)); err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]Figure{
		"no value": {ID: "a/b", Label: T("x", "x"), Status: Known},
		"no label": NewFigure("a/b", Text{}, Count(2), Persons),
		"unknown":  NewFigure("a/c", T("x", "x"), Count(2), Persons),
	} {
		if s.Replace(f) == nil {
			t.Errorf("%s: %+v took the place of a figure", name, f)
		}
	}
	if err := s.Replace(NewFigure("a/b", T("x", "x"), Count(2), Persons)); err != nil {
		t.Error(err)
	}
	if f, _ := s.Get("a/b"); !f.Value.Equal(Count(2)) {
		t.Errorf("the figure is %s after it was replaced, want 2", f.Value)
	}
}
