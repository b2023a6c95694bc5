package chart

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Both languages of a chart say the same numbers, whatever their formats.
func TestTranslationsHaveTheSameNumbers(t *testing.T) {
	for _, chart := range all {
		var said [2][]string
		for i, lang := range []Lang{PL, EN} {
			c, err := chart.make(lang)
			if err != nil {
				t.Fatal(err)
			}
			said[i] = numbers(lang, c.Description())
		}
		if diff := cmp.Diff(said[0], said[1]); diff != "" || len(said[0]) == 0 {
			t.Errorf("%s: numbers in the description (-pl +en):\n%s", chart.name, diff)
		}
	}
}

// numbers returns the numbers of a text, in one format.
func numbers(lang Lang, text string) []string {
	pattern, group := regexp.MustCompile(`[−+±]?\d+(?:\x{a0}\d{3})*(?:,\d+)?`), nbsp
	if lang == EN {
		pattern, group = regexp.MustCompile(`[−+±]?\d+(?:,\d{3})*(?:\.\d+)?`), ","
	}
	var out []string
	for _, n := range pattern.FindAllString(text, -1) {
		out = append(out, strings.ReplaceAll(strings.ReplaceAll(n, group, ""), ",", "."))
	}
	return out
}
