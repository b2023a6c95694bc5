package batch

import (
	"strings"
	"testing"
)

// A fraction of a day is refused with its place, and not cut to a whole one.
func TestFractionsOfWholeNumbersAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"parameters: {immediate_days: 28.5}":                         "parameters.immediate_days: wants a whole number, not 28.5",
		"parameters: {longer_term_months: 6.9}":                      "parameters.longer_term_months: wants a whole number, not 6.9",
		"parameters: {long_term_unemployed: {months_under_25: 5.5}}": "months_under_25: wants a whole number, not 5.5",
		"samples: {EECR05: {population: 839.5, drawn: 500}}":         "samples.EECR05.population: wants a whole number, not 839.5",
		"samples: {EECR05: {population: 839, drawn: 500.25}}":        "samples.EECR05.drawn: wants a whole number, not 500.25",
	} {
		_, err := Load(writeProject(t, t.TempDir(), madeUpProject+text+"\n"+splitPeople))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "project.yaml:5:") || !strings.Contains(err.Error(), "^") {
			t.Errorf("%s does not say %q: %v", text, want, err)
		}
	}
	if _, err := Load(writeProject(t, t.TempDir(), madeUpProject+"parameters: {immediate_days: 30}\n"+splitPeople)); err != nil {
		t.Error(err)
	}
}
