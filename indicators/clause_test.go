package indicators

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/google/go-cmp/cmp"
)

func TestClausesNameIndicatorsAndTellOptionalParts(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	got := s.Clauses(&s.Definition("CR09").Eligible)
	if got.Join != AllOf || len(got.Parts) != 2 || got.Parts[0].Join != AnyOf || len(got.Parts[0].Parts) != 6 {
		t.Fatalf("CR09 is eligible where %+v", got)
	}
	want := datasets.Label{
		PL: "osoba liczona we wskaźniku CO14 „" + s.NameOf("CO14").PL + "” (tylko jeżeli eksport ma potrzebne kolumny)",
		EN: `counted in CO14 "` + s.NameOf("CO14").EN + `" (only where the export has the columns for it)`,
	}
	if diff := cmp.Diff(want, got.Parts[0].Parts[5].Words); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	yes := Criterion{Field: "disability", In: []string{"yes"}}
	nested := s.Clauses(&Criterion{Not: &Criterion{Any: []Criterion{yes, {Any: []Criterion{{Known: "age"}, {Everyone: true}}}}}})
	if nested.Join != NotThat || nested.Parts[0].Join != AnyOf || len(nested.Parts[0].Parts) != 3 {
		t.Errorf("any in any under not is not told as one list: %+v", nested)
	}
}

func TestUsesFollowsReferences(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	if diff := cmp.Diff([]string{"CO07", "CO01", "CO04", "CO03"}, s.Uses(&s.Definition("CO08").Achieved)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// codeLike are the words of the definitions, which people must not have to read.
var codeLike = regexp.MustCompile(`[a-z0-9]+_[a-z0-9]+`)

// english are words that betray a text left in English.
var english = regexp.MustCompile(`\b(of|the|from|by|and|sourced|knowledge|Regulation|Annex|guidelines|output|result|before|definition)\b`)

// Every definition of every set says itself in words of both languages.
func TestEveryDefinitionReadsAsWords(t *testing.T) {
	for _, name := range SetNames() {
		s := mustLoad(t, name)
		for i := range s.Definitions {
			d := &s.Definitions[i]
			polish := []string{d.Source.SayClause().PL, d.Source.SayMark().PL}
			var all []string
			for _, l := range wordsOf(s, d) {
				polish, all = append(polish, l.PL), append(all, l.PL, l.EN)
				if l.PL == "" || l.EN == "" || l.PL == l.EN {
					t.Errorf("%s of %s says %+v", d.Code, name, l)
				}
			}
			for _, words := range all {
				if found := codeLike.FindString(words); found != "" {
					t.Errorf("%s of %s says %q in %q", d.Code, name, found, words)
				}
			}
			for _, words := range polish {
				if found := english.FindString(words); found != "" {
					t.Errorf("%s of %s says %q in Polish: %q", d.Code, name, found, words)
				}
			}
		}
	}
}

func wordsOf(s *Set, d *Definition) []datasets.Label {
	if d.Fact {
		return nil
	}
	labels := []datasets.Label{s.SayWhen(d), s.Say(&d.Eligible), s.Say(&d.Achieved)}
	for _, p := range s.SayParameters(d) {
		labels = append(labels, p.Name, p.Value)
	}
	return slices.DeleteFunc(append(labels, leaves(s.Clauses(&d.Eligible))...), func(l datasets.Label) bool {
		return l.PL == l.EN && strings.ToUpper(l.PL) == l.PL // a code alone
	})
}

func leaves(c Clause) []datasets.Label {
	if c.Join == Single {
		return []datasets.Label{c.Words}
	}
	var all []datasets.Label
	for _, part := range c.Parts {
		all = append(all, leaves(part)...)
	}
	return all
}

// An output that asks how the participation ended is not said to be the situation on the day of entry.
func TestWhenAnOutputIsObserved(t *testing.T) {
	for _, c := range []struct {
		set, code string
		ending    bool
	}{{"efficiency-2015", "FINISHED-SOCIAL", true}, {"po-kl-2007-2013", "FLOW-CONTINUES", true}, {"po-kl-2007-2013", "CLIENTS-FINISHED-RURAL", true}, {"po-kl-2007-2013", "FLOW-BEGAN", false},
		{"esf-2014-2020", "CO02", false}, {"esf-2014-2020", "CO12", false}, {"esf-plus-2021-2027", "EECO01", false}} {
		s, err := LoadSet(c.set)
		if err != nil {
			t.Fatal(err)
		}
		if when := s.SayWhen(s.Definition(c.code)).EN; strings.Contains(when, "participation ended") != c.ending {
			t.Errorf("%s: %s", c.code, when)
		}
	}
}

// What an indicator rests on is named, and nothing else.
func TestParametersAreThoseAnIndicatorRestsOn(t *testing.T) {
	for _, c := range []struct{ set, code, want string }{
		{"esf-2014-2020", "CO02", "long_term_unemployed age complete_record genders"},
		{"esf-2014-2020", "CO05", "complete_record genders"},
		{"esf-2014-2020", "CR08", "age longer_term_months complete_record genders"},
		{"esf-plus-2021-2027", "EECO01", "genders"},
		{"efficiency-2016", "EMPLOYMENT-EFFICIENCY", "efficiency_months complete_record genders"},
	} {
		s := mustLoad(t, c.set)
		var keys []string
		for _, p := range s.SayParameters(s.Definition(c.code)) {
			keys = append(keys, p.Key)
		}
		if got := strings.Join(keys, " "); got != c.want {
			t.Errorf("%s rests on %s, want %s", c.code, got, c.want)
		}
	}
	if n := len(mustLoad(t, "esf-2014-2020").SayParameters(nil)); n != 6 {
		t.Errorf("a set has %d parameters, want 6", n)
	}
}

func TestReservedFiguresSayThemselves(t *testing.T) {
	for _, name := range SetNames() {
		s := mustLoad(t, name)
		for _, code := range ReservedCodes() {
			for _, l := range []datasets.Label{s.NameOf(code), s.SayReserved(code)} {
				if l.PL == "" || l.EN == "" || codeLike.MatchString(l.PL+l.EN) {
					t.Errorf("%s of %s: %+v", code, name, l)
				}
			}
		}
	}
	if s := mustLoad(t, "esf-2014-2020"); s.NameOf("CR99") != (datasets.Label{}) || s.SayReserved("CR04") != (datasets.Label{}) {
		t.Error("a code that is none has a name")
	}
}
