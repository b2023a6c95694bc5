package datasets_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

func TestCountsAreDeclined(t *testing.T) {
	for n, want := range map[int]string{0: "0 dat", 1: "1 data", 2: "2 daty", 4: "4 daty", 5: "5 dat", 11: "11 dat", 12: "12 dat", 14: "14 dat", 22: "22 daty", 101: "101 dat", 112: "112 dat", 122: "122 daty"} {
		if got := datasets.PolishCount(n, "data", "daty", "dat"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for n, want := range map[int]string{0: "0 dates", 1: "1 date", 2: "2 dates"} {
		if got := datasets.EnglishCount(n, "date", "dates"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Every kind has a Polish word of its own.
func TestKindsHavePolishNames(t *testing.T) {
	seen := map[string]bool{}
	for k := datasets.Category; k <= datasets.Set; k++ {
		if p := k.Polish(); p == "" || p == k.String() || seen[p] || strings.HasPrefix(p, "Kind") {
			t.Errorf("%s: %q", k, p)
		} else {
			seen[p] = true
		}
	}
	if _, err := datasets.ParseKind("data"); err == nil || errors.Unwrap(err) != nil {
		t.Error("a schema file says kinds in English")
	}
}
