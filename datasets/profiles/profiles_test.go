package profiles

import (
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// What isOf reads off the text is what the profile says.
func TestReadyProfilesSayTheirSchema(t *testing.T) {
	for _, name := range Names() {
		p, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, schema := range []string{"participants", "costs", "answers"} {
			if isOf(name, schema) != (p.Schema == schema) {
				t.Errorf("%s, of schema %s: isOf(%s) = %v", name, p.Schema, schema, isOf(name, schema))
			}
		}
	}
}

func TestEveryProfileLoads(t *testing.T) {
	want := []string{"canonical", "generic", "generic-answers", "generic-costs", "google-forms", "limesurvey", "lsi2014-pefs", "ms-forms", "pefs-2007", "sl2014", "sm-efs", "sowa-efs"}
	if got := Names(); !slices.Equal(got, want) {
		t.Fatalf("Names() = %q, want %q", got, want)
	}
	for _, name := range Names() {
		p := load(t, name)
		if p.Name != name || p.Title.PL == "" || p.Title.EN == "" || p.Source == "" || p.Rows == "" {
			t.Errorf("%s.yaml: name, title, source or rows is missing: %+v", name, p)
		}
	}
}

func load(t *testing.T, name string) *datasets.Profile {
	t.Helper()
	p, err := Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
