package prepost

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// All codes of the tests are made up.

// anyCode draws codes as people write them, and what no reader should stumble over.
func anyCode() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[ ]?[A-Za-zŁłŚśĄą]{0,2}[-/ .]?[0-9]{0,3}[-/ ]?[0-9]{0,3}[ ]?`),
		rapid.String())
}

func TestCodesAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"S1", "s1"}, {" S1\u00a0", "S1"}, {"S 0 1", "S01"}, {"S-01", "S/01"}, {"S–01", "s.01"},
		{"Łódź-3", "LODZ 3"}, {"Ś1", "S\u03011"}, {"６", "6"}, {"S\u200b1", "S1"}, {"12/2020", "12-2020"},
	} {
		if x, y := (Folding{}).Fold(c.a), (Folding{}).Fold(c.b); x != y || x == "" {
			t.Errorf("%q and %q fold to %q and %q; want one code", c.a, c.b, x, y)
		}
	}
	for _, c := range []struct{ a, b string }{{"01", "1"}, {"S10", "S1"}, {"S1", "1"}} {
		if (Folding{}).Fold(c.a) == (Folding{}).Fold(c.b) {
			t.Errorf("%q and %q were taken for one code", c.a, c.b)
		}
	}
	for _, none := range []string{"", " ", "-", "//", "…"} {
		if got := (Folding{}).Fold(none); got != "" {
			t.Errorf("%q is a code %q", none, got)
		}
	}
}

func TestLeadingZerosOnRequestOnly(t *testing.T) {
	zeros := Folding{LeadingZeros: true}
	for a, b := range map[string]string{"007": "7", "S-01": "s1", "000": "0", "S01-02": "S1-02"} {
		if zeros.Fold(a) != zeros.Fold(b) {
			t.Errorf("%q and %q fold to %q and %q", a, b, zeros.Fold(a), zeros.Fold(b))
		}
	}
	if zeros.Fold("S100") == zeros.Fold("S1") {
		t.Error("zeros at the end were dropped")
	}
}

func TestFoldingIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, code := Folding{LeadingZeros: rapid.Bool().Draw(t, "zeros")}, anyCode().Draw(t, "code")
		if once := f.Fold(code); f.Fold(once) != once {
			t.Fatalf("%q folds to %q and then to %q", code, once, f.Fold(once))
		}
	})
}

// What is told of two writings is the same both ways round, and something is told exactly where
// folding made them one.
func TestDifferencesAreSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Folding{LeadingZeros: rapid.Bool().Draw(t, "zeros")}
		a, b := anyCode().Draw(t, "a"), anyCode().Draw(t, "b")
		if diff := cmp.Diff(f.Differences(a, b), f.Differences(b, a)); diff != "" {
			t.Fatal(diff)
		}
		keys := f.Keys([]string{a, b})
		turned := f.Keys([]string{b, a})
		if diff := cmp.Diff(keys, turned); diff != "" {
			t.Fatal(diff)
		}
		if keys[a] == keys[b] && f.Fold(a) != f.Fold(b) {
			t.Fatalf("one key for %q and %q, which fold apart", a, b)
		}
	})
}

func TestDifferencesAreNamed(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want []Difference
	}{
		{"S1", "S1 ", nil},
		{"S1", "T1", nil},
		{"S1", "s1", []Difference{Case}},
		{"S 1", "S1", []Difference{Spaces}},
		{"S-1", "S/1", []Difference{Punctuation}},
		{"ŁÓ1", "LO1", []Difference{Diacritics}},
		{"Ł-01", "l 01", []Difference{Case, Spaces, Punctuation, Diacritics}},
	} {
		if diff := cmp.Diff(c.want, Folding{}.Differences(c.a, c.b)); diff != "" {
			t.Errorf("%q, %q (-want +got):\n%s", c.a, c.b, diff)
		}
	}
	got := Folding{LeadingZeros: true}.Differences("S-007", "S7")
	if diff := cmp.Diff([]Difference{Punctuation, LeadingZeros}, got); diff != "" {
		t.Error(diff)
	}
}

// "1-12" and "11-2" are two codes, and which of them "112" is nobody can tell.
func TestDigitsPartedElsewhereAreTwoCodes(t *testing.T) {
	keys := Folding{}.Keys([]string{"1-12", "1/12", "11-2", "112", "5-1", "51"})
	if keys["1-12"] != keys["1/12"] || keys["1-12"] == keys["11-2"] || keys["112"] == keys["1-12"] || keys["112"] == keys["11-2"] {
		t.Errorf("keys %v", keys)
	}
	if keys["5-1"] != keys["51"] {
		t.Errorf("%q and %q: nothing contradicts that they are one", keys["5-1"], keys["51"])
	}
	zeros := Folding{LeadingZeros: true}.Keys([]string{"01-12", "1-12", "11-2"})
	if zeros["01-12"] != zeros["1-12"] || zeros["1-12"] == zeros["11-2"] {
		t.Errorf("keys with zeros dropped %v", zeros)
	}
}
