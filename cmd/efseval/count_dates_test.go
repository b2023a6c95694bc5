package main

import (
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
)

// A run refuses rows that break a rule of the checks whose severity is error. A count looks for one such
// rule alone, since the others are found in reading: a second one would be missed there.
func TestCountRefusesWhatARunRefuses(t *testing.T) {
	rules, err := check.Rules()
	if err != nil {
		t.Fatal(err)
	}
	var errors []string
	for _, r := range rules {
		if r.Severity == datasets.Error && r.Test != "" {
			errors = append(errors, r.Code+" "+r.Test)
		}
	}
	if want := []string{ruleEntryExit + " order"}; !slices.Equal(errors, want) {
		t.Errorf("rules of the checks that a run refuses: %q, want %q; teach efseval count the others", errors, want)
	}
}
