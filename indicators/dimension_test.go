package indicators

import (
	"fmt"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/google/go-cmp/cmp"
)

// said writes dimensions as their names, fields and bands.
func said(by []Dimension) string {
	var out []string
	for _, d := range by {
		text := d.Name + "=" + d.Field
		for _, b := range d.Bands {
			text += " " + b.Value
		}
		if d.Overlaps {
			text += " overlaps"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

func TestDimensionsAreReadFromWords(t *testing.T) {
	plus, esf := mustLoad(t, "esf-plus-2021-2027"), mustLoad(t, "esf-2014-2020")
	for _, c := range []struct {
		set        *Set
		text, want string
	}{
		{plus, "", ""},
		{plus, "age_band", "age_band=age <18 18-29 30-54 55+"},
		{esf, "age_band", "age_band=age <25 25-54 55+"},
		{esf, "age_band:18,25,55,education", "age_band=age <18 18-24 25-54 55+; education=education"},
		{esf, " status , support", "status=labour_status; support=supports overlaps"},
		{esf, "stage,age:30", "stage=; age=age <30 30+"},
		{esf, "age:30,31", "age=age <30 30 31+"},
		{esf, "age,project,municipality", "age=age; project=project; municipality=municipality"},
	} {
		by, err := c.set.Dimensions(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		} else if got := said(by); got != c.want {
			t.Errorf("%q is %s, want %s", c.text, got, c.want)
		}
	}
}

func TestDimensionsAreRefusedInWords(t *testing.T) {
	s := mustLoad(t, "po-kl-2007-2013")
	for text, words := range map[string]string{
		"educaton":             `did you mean "education"?`,
		"person":               "tells who a person is",
		"birth_date":           "tells who a person is",
		"sex":                  "columns by sex",
		"entry_date":           "is a date",
		"age_band":             "has no age bands of its own; write where they begin",
		"age_band:x":           "is not a whole number",
		"age_band:":            "is not a whole number",
		"age_band:25,18":       "rising order",
		"age_band:25,25":       "rising order",
		"age_band:0":           "nobody is in a band",
		"age_band:25,200":      "nobody is in a band",
		"education:3":          "has no bands",
		"stage:3":              "has no bands",
		"status,labour_status": "are one",
		"age,age_band:25":      "are one",
		"stage,stage":          "are one",
	} {
		if by, err := s.Dimensions(text); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: got %s, %v; want the words %q", text, said(by), err, words)
		}
	}
	for words, d := range map[string]Dimension{
		"does not have":          {Name: "x", Field: "x"},
		"not hold every number":  {Name: "age", Field: "age", Bands: []Band{{From: 1, To: 2}}},
		"do not rise":            {Name: "age", Field: "age", Bands: []Band{bandsOf([]int{5}, true)[0], bandsOf([]int{7}, true)[1]}},
		"tells who a person is":  {Name: "education", Field: "person"},
		"which is a date; make ": {Name: "education", Field: "exit_date"},
	} {
		if _, err := NewCounter(s, Options{By: []Dimension{d}}); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%+v: got %v, want the words %q", d, err, words)
		}
	}
}

func TestAgeBandsOfARuleSetMustRise(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	p := s.Parameters
	p.AgeBands = []int{55, 25}
	if _, err := s.WithParameters(p); err == nil || !strings.Contains(err.Error(), "parameters: the bands of age_bands do not rise") {
		t.Errorf("got %v", err)
	}
}

// Terms stand as in the vocabulary, texts by their letters, numbers by size, not known last.
func TestPartsStandInAFixedOrder(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	b := batchOf(t, canonicalProfile(t), `sex,age,education,municipality,supports,exit_date,completed
woman,60,isced3,Zabrze,,2019-05-31,yes
woman,9,isced0,Łódź,course|counselling,2019-05-31,no
man,30,,Lublin,training,,
man,,isced3,,course,,yes
`)
	for text, want := range map[string]string{
		"municipality":       "[lodz] [lublin] [zabrze] []",
		"age":                "[9] [30] [60] []",
		"education":          "[isced0] [isced3] []",
		"support":            "[counselling] [course] [training] []",
		"stage":              "[taking_part] [left] [completed]",
		"education,age_band": "[isced0 <25] [isced3 55+] [isced3 ] [ 25-54]",
		"age_band,education": "[<25 isced0] [25-54 ] [55+ isced3] [ isced3]",
	} {
		by, err := s.Dimensions(text)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range splitOf(t, s, by, b).Parts {
			got += fmt.Sprint(p.Values) + " "
		}
		if diff := cmp.Diff(want, strings.TrimSpace(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// An export without the column leaves everybody in "not known", and that is told.
func TestAMissingColumnIsTold(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	with := batchOf(t, canonicalProfile(t), "sex,education\nwoman,isced3\n")
	lacking := batchOf(t, canonicalProfile(t), "sex\nwoman\nman\n")
	by, err := s.Dimensions("education,age_band,stage")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, u := range splitOf(t, s, by, with, lacking).Unsplit {
		got += fmt.Sprintf("%s: %s, %d\n", u.Dimension.Name, u.Need, u.Records)
	}
	if want := "education: education, 2\nage_band: age or birth_date + entry_date, 3\nstage: exit_date, 3\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestTooManyPartsAreRefused(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	batch := func(from, rows int) *datasets.Batch {
		b := datasets.NewBatch(s.schema, "made-up.csv", "")
		b.Provide(s.schema.Index("municipality"), 1)
		b.Provide(s.schema.Index("education"), 2)
		for row := range rows {
			b.AddRow(row + 2)
			b.ColumnOf("municipality").SetText(row, fmt.Appendf(nil, "gmina %d", from+row))
			b.ColumnOf("education").SetCode(row, uint8(row%9+1))
		}
		return b
	}
	for _, text := range []string{"municipality", "municipality,education"} {
		by, err := s.Dimensions(text)
		if err != nil {
			t.Fatal(err)
		}
		full, _ := NewCounter(s, Options{By: by})
		if err := full.Add(batch(0, MaxParts)); err != nil {
			t.Fatal(err)
		}
		if err := full.Add(batch(MaxParts, 1)); err == nil || !strings.Contains(err.Error(), "more than 10000 ") || !strings.Contains(err.Error(), "leave a dimension out") {
			t.Errorf("by %s: one part too many: %v", text, err)
		}
		other, _ := NewCounter(s, Options{By: by})
		if err := other.Add(batch(MaxParts, 1)); err != nil {
			t.Fatal(err)
		}
		if err := full.Merge(other); err == nil || !strings.Contains(err.Error(), "more than 10000 ") {
			t.Errorf("by %s: merging one part too many: %v", text, err)
		}
		if got := cell(t, full.Table(), GrandTotal, Total).text(); got != "10000/10000" {
			t.Errorf("by %s: %s after the refusals, want 10000/10000", text, got)
		}
	}
}

func TestCountersSplitOtherwiseDoNotMerge(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	var counters []*Counter
	for _, text := range []string{"", "education", "age_band", "age_band:18", "age_band,education", "education,age_band"} {
		by, err := s.Dimensions(text)
		if err != nil {
			t.Fatal(err)
		}
		c, err := NewCounter(s, Options{By: by})
		if err != nil {
			t.Fatal(err)
		}
		counters = append(counters, c)
	}
	for i, a := range counters {
		for j, b := range counters {
			if err := a.Merge(b); (err == nil) != (i == j) {
				t.Errorf("counters %d and %d: %v", i, j, err)
			}
		}
	}
}

// A number that the project states is of the whole; no part has a share of it.
func TestFactsAreNotSplit(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	by, err := s.Dimensions("education")
	if err != nil {
		t.Fatal(err)
	}
	one := int64(1)
	c, err := NewCounter(s, Options{By: by, Facts: map[string]Fact{"CO20": {Total: &one}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Add(batchOf(t, canonicalProfile(t), "sex,education\nwoman,isced3\n")); err != nil {
		t.Fatal(err)
	}
	table := c.Table()
	if got := cell(t, table, "CO20", Total); !got.Available || got.Num != 1 {
		t.Errorf("the whole says %+v", got)
	}
	if got := cell(t, table.Parts[0].Table, "CO20", Total); got.Available || !strings.Contains(got.Why.EN, "not of its parts") {
		t.Errorf("the part says %+v", got)
	}
	if got := cell(t, table.Parts[0].Table, "CO21", Total); got.Available || !strings.Contains(got.Why.EN, "did not state") {
		t.Errorf("of a number that is not stated the part says %+v", got)
	}
}
