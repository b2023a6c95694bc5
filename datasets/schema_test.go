package datasets

import (
	"strings"
	"testing"
)

func TestEmbeddedSchemasAreWhole(t *testing.T) {
	for _, name := range []string{"participants", "costs", "answers"} {
		s, err := ReadSchema(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, f := range s.Fields {
			if f.Label.PL == "" || f.Label.EN == "" {
				t.Errorf("%s: field %s lacks a label in one language", name, f.Name)
			}
			if s.Field(f.Name).Name != f.Name {
				t.Errorf("%s: field %s is not found by its name", name, f.Name)
			}
		}
	}
}

func TestKindStringAndParseAreInverse(t *testing.T) {
	for k := Category; k <= Set; k++ {
		got, err := ParseKind(k.String())
		if err != nil || got != k {
			t.Errorf("ParseKind(%q) = %v, %v; want %v", k.String(), got, err, k)
		}
	}
	if _, err := ParseKind("colour"); err == nil {
		t.Error("an unknown kind was accepted")
	}
}

func TestFaultsOfASchemaAreTold(t *testing.T) {
	for field, want := range map[string]string{
		"{name: a, kind: date, min: 0}":        "cannot have min or max",
		"{name: a, kind: count, merge: lasst}": `unknown merge "lasst"`,
		"{name: a, kind: colour}":              "unknown kind",
	} {
		if _, err := parseSchema([]byte("name: test\nfields: [" + field + "]\n")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q", field, err, want)
		}
	}
}

// The code of a questionnaire item is shown in full among unknown headers; what may be a name or
// a number of a person is not.
func TestItemCodesAreShown(t *testing.T) {
	for text, want := range map[string]bool{"P7": true, "Q12b": true, "Anna": false, "Ewa": false, "85010": false, "P12345": false, "a@b1": false} {
		if got := itemCode(text); got != want {
			t.Errorf("itemCode(%q) = %v", text, got)
		}
	}
}
