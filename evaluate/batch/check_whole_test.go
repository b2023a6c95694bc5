package batch

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
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

// What is looked at before the expression lets through all that it finds.
func TestQuickLookForFractionsMissesNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(days|of|"number|x)["']?[ \t\n]*:[ \t\n\r]*[-+]{0,2}[0-9_]{0,3}[.eE:]?[0-9e.]{0,2}(\n.{0,5})?`).Draw(t, "text")
		if writtenFraction.MatchString(text) && !mayHoldFraction([]byte(text)) {
			t.Fatalf("%q is overlooked", text)
		}
	})
	if text := "id: a\nperiod: {from: 2021-01-05, months: 12}\ncost: {total: \"1.5\"}\n"; mayHoldFraction([]byte(text)) {
		t.Errorf("%q holds none", text)
	}
}
