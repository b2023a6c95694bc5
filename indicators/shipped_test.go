package indicators_test

import (
	"testing"

	"github.com/efseval/efseval/indicators/cases"
)

// The cases that ship stand beside this package, since a program runs them too; they are its tests all the same.
func TestCases(t *testing.T) {
	all, err := cases.All()
	if err != nil || len(all) < 45 {
		t.Fatalf("found %d cases: %v", len(all), err)
	}
	for i := range all {
		values, err := all[i].Values()
		if err != nil {
			t.Errorf("%s: %v", all[i].Name, err)
		}
		for _, v := range values {
			if v.Got != v.Want {
				t.Errorf("%s, %s: %s is %q, want %q", all[i].Name, all[i].Title.EN, v.What, v.Got, v.Want)
			}
		}
	}
}
