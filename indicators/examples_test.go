package indicators

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/efseval/efseval/datasets"
)

// Every definition shows itself on somebody who counts and somebody who does not, and says why;
// the counter agrees with every example.
func TestEveryDefinitionHasExamplesThatHold(t *testing.T) {
	for _, name := range SetNames() {
		s := mustLoad(t, name)
		shown := 0
		for i := range s.Definitions {
			d := &s.Definitions[i]
			examples, err := s.Examples(d.Code)
			if err != nil {
				t.Fatal(err)
			}
			shown += len(examples)
			for _, achieved := range [...]bool{true, false} {
				if !slices.ContainsFunc(examples, func(e Example) bool { return e.Achieved == achieved }) {
					t.Errorf("%s %s has no example with achieved: %v", name, d.Code, achieved)
				}
			}
			for j, e := range examples {
				checkExample(t, s, d, j, e)
			}
		}
		t.Logf("%s: %d examples", name, shown)
	}
}

func checkExample(t *testing.T, s *Set, d *Definition, j int, e Example) {
	t.Helper()
	if e.Why.PL == "" || e.Why.EN == "" {
		t.Errorf("%s %s: example %d does not say why in both languages", s.Name, d.Code, j+1)
	}
	if d.Fact {
		if len(e.Person) > 0 {
			t.Errorf("%s %s: example %d of a fact has a person", s.Name, d.Code, j+1)
		}
		return
	}
	batches := participations(t, batchOf(t, canonicalProfile(t), csvOf(t, s.schema, e.Person)))
	c := Cell{}
	if len(batches) > 0 { // a family is no participation
		c = cell(t, tableOf(t, s, batches...), d.Code, Total)
		if !c.Available {
			t.Errorf("%s %s: example %d: %s", s.Name, d.Code, j+1, c.Why.EN)
		}
	}
	if got := (Example{Eligible: c.Den == 1, Achieved: c.Num == 1}); got.Eligible != e.Eligible || got.Achieved != e.Achieved {
		t.Errorf("%s %s: example %d (%s): eligible %v achieved %v, want %v %v", s.Name, d.Code, j+1, e.Why.EN, got.Eligible, got.Achieved, e.Eligible, e.Achieved)
	}
}

// csvOf writes a person as an export with every canonical column.
func csvOf(t *testing.T, schema *datasets.Schema, person map[string]string) string {
	t.Helper()
	values := make([]string, len(schema.Fields))
	for field, value := range person {
		i := schema.Index(field)
		if i < 0 {
			t.Fatalf("an example has the unknown field %q", field)
		}
		values[i] = value
	}
	values[schema.Index("project")], values[schema.Index("person")] = "P1", "A1"
	var text strings.Builder
	w := csv.NewWriter(&text)
	if err := w.WriteAll([][]string{schema.Names(), values}); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// Examples of a code that the set does not have, and keys that there are not, are faults.
func TestFaultsOfExamples(t *testing.T) {
	s := mustLoad(t, "po-kl-2007-2013")
	for text, want := range map[string]string{
		"examples: {FLOW-BEGUN: [{achieved: true}]}":              `examples of an unknown indicator "FLOW-BEGUN"; did you mean "FLOW-BEGAN"?`,
		"examples: {FLOW-BEGAN: [{achieved: true, who: nobody}]}": "unknown field",
	} {
		_, err := s.readExamples(mapFile(text), "file.yaml")
		checkFault(t, text, err, want)
	}
	if _, err := s.readExamples(mapFile(""), "none.yaml"); err == nil || !strings.Contains(err.Error(), "examples of po-kl-2007-2013") {
		t.Errorf("a missing file: %v", err)
	}
}

func mapFile(text string) fstest.MapFS { return fstest.MapFS{"file.yaml": {Data: []byte(text)}} }
