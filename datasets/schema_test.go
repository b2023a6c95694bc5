package datasets

import "testing"

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
