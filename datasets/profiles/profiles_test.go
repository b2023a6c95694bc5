package profiles

import (
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets"
)

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
