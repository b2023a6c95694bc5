package scale

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func reader(t testing.TB, k Key) *Reader {
	t.Helper()
	r, err := k.Reader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReadAnswersAsPeopleWriteThem(t *testing.T) {
	own := reader(t, Key{Low: 1, High: 5, Step: 1, Blank: []string{"nie dotyczy", "-"}, Answers: []Word{
		{4, []string{"raczej tak"}}, {5, []string{"zdecydowanie tak", "1 raz dziennie"}}}})
	gses, plain := reader(t, loaded(t, "gses")), reader(t, Key{Low: -2, High: 2})
	for _, c := range []struct {
		r    *Reader
		cell string
		want float64
		kind FaultKind
	}{
		{own, "4 - raczej tak", 4, ""}, {own, "raczej tak", 4, ""}, {own, "4", 4, ""}, {own, " 4,0 ", 4, ""},
		{own, "RACZEJ  TAK.", 4, ""}, {own, "Raczej tak (4)", 4, ""}, {own, "4.", 4, ""}, {own, "4 – Raczej Tak", 4, ""},
		{own, "3 - ani tak, ani nie", 3, ""}, // the dictionary has no words for 3
		{own, "1 raz dziennie", 5, ""},       // a word that begins with a number
		{own, "4 - zdecydowanie tak", 0, Contradictory},
		{own, "?", 0, Unknown}, {own, "4 - chyba", 0, Unknown}, {own, "chyba", 0, Unknown}, {own, "4/5", 0, Unknown}, {own, "4 5", 0, Unknown},
		{own, "2024-05-04", 0, Unknown}, {own, "NaN", 0, Unknown}, {own, "inf", 0, Unknown}, {own, "1e3", 0, Unknown},
		{gses, "4 - raczej tak", 0, Contradictory}, // 4 is "tak" there
		{gses, "tak", 4, ""}, {gses, "Raczej nie", 2, ""},
		{plain, "-1", -1, ""}, {plain, "−1,5", -1.5, ""}, {plain, "2 tak", 2, ""}, {plain, "tak", 0, Unknown},
	} {
		a, kind := c.r.Read(c.cell)
		if kind != c.kind || a.Value != c.want || a.Given != (c.kind == "") {
			t.Errorf("%q reads as %+v, %q; want %v, %q", c.cell, a, kind, c.want, c.kind)
		}
	}
	for _, blank := range []string{"", "  ", "Nie dotyczy", "-", "\u00a0"} {
		if a, kind := own.Read(blank); a.Given || kind != "" {
			t.Errorf("%q is %+v, %q; want blank", blank, a, kind)
		}
	}
}

// The wrong coding of the self-esteem scale shows itself where cells hold number and words.
func TestWrongCodingContradicts(t *testing.T) {
	cells := []string{"1 - zdecydowanie zgadzam się", "2", "3", "2 - zgadzam się", "1", "2", "3", "4", "4 - zdecydowanie nie zgadzam się", "2"}
	if s := reader(t, loaded(t, "ses-1-agree")).Score(cells); !s.Scored || len(s.Faults) != 0 {
		t.Errorf("the right key: %+v", s)
	}
	s := reader(t, loaded(t, "ses-1-disagree")).Score(cells)
	want := []Fault{{Item: 1, Kind: Contradictory}, {Item: 9, Kind: Contradictory}}
	if diff := cmp.Diff(want, s.Faults); diff != "" || s.Scored {
		t.Error(diff)
	}
}

func TestFaultsHaveTheirItem(t *testing.T) {
	k := Key{Items: 4, Low: 1, High: 5, Step: 1, How: Sum, Missing: 2}
	s := reader(t, k).Score([]string{"2", "7", "2,5", "może", "3"})
	want := []Fault{{2, Outside}, {3, Between}, {4, Unknown}, {5, Surplus}}
	if diff := cmp.Diff(want, s.Faults); diff != "" || s.Scored || s.Blank != 0 {
		t.Errorf("blank %d\n%s", s.Blank, diff)
	}
	seen := map[string]bool{}
	for _, f := range append(want, Fault{1, Contradictory}) {
		text := f.Text(k)
		if text.PL == "" || text.EN == "" || seen[text.EN] {
			t.Errorf("%v says %+v", f, text)
		}
		seen[text.EN] = true
	}
	if s := k.Score(answers(2, 3)); s.Blank != 2 || s.Score != 10 || !s.Prorated || s.Items != nil {
		t.Errorf("a short sheet: %+v", s)
	}
}

// Any text is read as an answer of the key, as blank or as a fault.
func FuzzRead(f *testing.F) {
	for _, cell := range []string{"4 - raczej tak", "raczej tak", "(4)", "−1,5", "\xff4", "4)", "tak [3]"} {
		f.Add(cell)
	}
	r := reader(f, loaded(f, "gses"))
	f.Fuzz(func(t *testing.T, cell string) {
		a, kind := r.Read(cell)
		if a.Given && kind != "" {
			t.Fatalf("%q is an answer and a fault", cell)
		}
		s := r.Score([]string{cell, "2", "2", "2", "2", "2", "2", "2", "2", "2"})
		if s.Scored && (s.Score < 19 || s.Score > 22) || s.Scored && len(s.Faults) > 0 {
			t.Fatalf("%q scores %+v", cell, s)
		}
	})
}

// Words, numbers and both read alike.
func TestLawWordsAndNumbersAgree(t *testing.T) {
	k := loaded(t, "gses")
	r := reader(t, k)
	rapid.Check(t, func(t *rapid.T) {
		var cells []string
		var values []float64
		for range k.Items {
			w := rapid.SampledFrom(k.Answers).Draw(t, "answer")
			number := string('0' + rune(w.Value))
			cells = append(cells, rapid.SampledFrom([]string{number, w.Words[0], number + " - " + w.Words[0], w.Words[0] + " (" + number + ")"}).Draw(t, "cell"))
			values = append(values, w.Value)
		}
		if diff := cmp.Diff(k.Score(answers(values...)), r.Score(cells)); diff != "" {
			t.Fatal(diff)
		}
	})
}
