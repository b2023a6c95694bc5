package indicators

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/google/go-cmp/cmp"
)

func TestEveryEmbeddedSetIsWhole(t *testing.T) {
	for _, name := range SetNames() {
		s, err := LoadSet(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if s.Name != name {
			t.Errorf("file %s.yaml holds the set %q", name, s.Name)
		}
		for i := range s.Definitions {
			d := &s.Definitions[i]
			if d.Source.Clause == "" || d.Source.Mark == "" || d.NameSure.PL == "" || d.NameSure.EN == "" {
				t.Errorf("%s %s lacks its clause, its mark or how sure its name is", name, d.Code)
			}
			for _, sure := range [...]string{d.NameSure.PL, d.NameSure.EN} {
				if !slices.Contains([]string{"sourced", "high", "medium-high", "medium", "low"}, sure) {
					t.Errorf("%s %s: a name is %q sure", name, d.Code, sure)
				}
			}
			for _, words := range [...]datasets.Label{s.Say(&d.Eligible), s.Say(&d.Achieved)} {
				if words.PL == "" || words.EN == "" {
					t.Errorf("%s %s does not say itself in both languages", name, d.Code)
				}
			}
		}
	}
}

// The README is what a lawyer reads: it holds every delta of every definition, and no other.
func TestReadmeListsEveryDelta(t *testing.T) {
	readme := readFile(t, "definitions/README.md")
	listed := 0
	for _, name := range SetNames() {
		s := mustLoad(t, name)
		for _, d := range s.Definitions {
			if (d.Delta.PL == "") != (d.Delta.EN == "") || (d.Note.PL == "") != (d.Note.EN == "") {
				t.Errorf("%s %s: a delta or note in one language only", name, d.Code)
			}
			if d.Delta.EN == "" {
				continue
			}
			listed++
			if !strings.Contains(readme, "* **"+d.Code+"** "+d.Delta.EN+"\n") {
				t.Errorf("definitions/README.md lacks the line\n* **%s** %s", d.Code, d.Delta.EN)
			}
		}
	}
	if lines := strings.Count(readme, "\n* **"); lines != listed {
		t.Errorf("definitions/README.md lists %d deltas, the definitions have %d", lines, listed)
	}
}

// The codes that each set must have, whole and in order.
func TestSetsHoldTheirCodes(t *testing.T) {
	for name, want := range map[string][]string{
		"esf-2014-2020": append(codes("CO%02d", 23), codes("CR%02d", 9)...),
		"esf-plus-2021-2027": slices.Concat(codes("EECO%02d", 19),
			[]string{"EECO02+04", "EECO02+05", "EECO02+04+05", "EECO06+07", "EECO10+11"}, codes("EECR%02d", 6)),
	} {
		if diff := cmp.Diff(want, mustLoad(t, name).Codes()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func codes(format string, n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf(format, i+1))
	}
	return out
}

// The household indicators say that they were deleted.
func TestDeletedIndicatorsSaySo(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	for _, code := range []string{"CO12", "CO13", "CO14"} {
		if n := s.Definition(code).Note; !strings.Contains(n.EN, "2018") || !strings.Contains(n.PL, "2018") {
			t.Errorf("%s does not say that it was deleted in 2018", code)
		}
	}
}

func TestCriteriaSayThemselves(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	seven, six := 7, 6
	for _, c := range []struct {
		criterion Criterion
		want      datasets.Label
	}{
		{s.Definition("CO08").Achieved, datasets.Label{PL: "CO07 oraz (CO01 lub CO04)", EN: "CO07 and (CO01 or CO04)"}},
		{s.Definition("CR02").Eligible, datasets.Label{PL: "nie stwierdzono: szczegół statusu na rynku pracy: osoba ucząca się", EN: "not known to be: detail of the labour-market status: in education or training"}},
		{Criterion{Field: "exit_situation", HasAll: []string{"education", "employment"}}, datasets.Label{
			PL: "sytuacja po zakończeniu udziału: „podjęła kształcenie lub szkolenie” oraz „podjęła pracę lub działalność na własny rachunek”",
			EN: `situation upon leaving: "entered education or training" and "took up work or self-employment"`}},
		{Criterion{Field: "employed_on", Days: &seven}, datasets.Label{PL: "data podjęcia pracy od dnia przystąpienia do 7. dnia po zakończeniu udziału", EN: "date of taking up work from the day of entry to day 7 after leaving"}},
		{Criterion{Field: "employed_on", Within: LongerTerm, OrMissing: true}, datasets.Label{
			PL: "data podjęcia pracy od dnia przystąpienia do 6 mies. po zakończeniu udziału (brak daty nie wyklucza)",
			EN: "date of taking up work from the day of entry to 6 months after leaving (a missing date does not exclude)"}},
		{Criterion{Field: "entry_date", Before: "2018-08-02", OrMissing: true}, datasets.Label{
			PL: "data rozpoczęcia udziału przed 2018-08-02 (brak daty nie wyklucza)", EN: "date of entry before 2018-08-02 (a missing date does not exclude)"}},
		{Criterion{Field: "entry_date", From: "2018-08-02"}, datasets.Label{
			PL: "data rozpoczęcia udziału nie wcześniej niż 2018-08-02", EN: "date of entry on or after 2018-08-02"}},
		{Criterion{Field: "entry_date", From: "2018-01-01", Before: "2019-01-01"}, datasets.Label{
			PL: "data rozpoczęcia udziału nie wcześniej niż 2018-01-01 i przed 2019-01-01", EN: "date of entry on or after 2018-01-01 and before 2019-01-01"}},
		{Criterion{Age: &AgeBand{From: &six, To: &seven}}, datasets.Label{PL: "wiek od 6 do 7 lat", EN: "aged 6 to 7"}},
		{Criterion{Age: &AgeBand{To: &seven}}, datasets.Label{PL: "wiek najwyżej 7 lat", EN: "aged 7 or less"}},
		{Criterion{Known: "age"}, datasets.Label{PL: "znana wartość pola „wiek w chwili przystąpienia”", EN: "the age at entry is known"}},
		{Criterion{Everyone: true}, datasets.Label{PL: "każdy uczestnik", EN: "every participant"}},
	} {
		if diff := cmp.Diff(c.want, s.Say(&c.criterion)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
