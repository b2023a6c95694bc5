package check

import (
	"regexp"
	"strings"
	"testing"
)

// Every part of a source is a mark of the bibliography or has its words, and every word is of a source.
func TestSourcesAreSaidInBothLanguages(t *testing.T) {
	words, err := sourcesOnce()
	if err != nil {
		t.Fatal(err)
	}
	lists, err := rulesOnce()
	if err != nil {
		t.Fatal(err)
	}
	mark, used := regexp.MustCompile(`^[A-Z0-9/.-]+( [0-9., ]+)?$`), map[string]bool{}
	for _, r := range append(lists.Rules, lists.Reading...) {
		for part := range strings.SplitSeq(r.Source, "; ") {
			used[part] = true
			if _, known := words[part]; !known && !mark.MatchString(part) {
				t.Errorf("%s: %q has no words in sources.yaml", r.Code, part)
			}
		}
		said, err := r.SaySource()
		if err != nil || said.PL == "" || strings.Contains(said.PL+said.EN, "domain") || strings.Contains(said.PL+said.EN, "(house)") {
			t.Errorf("%s: %+v %v", r.Code, said, err)
		}
	}
	for part, said := range words {
		if !used[part] || said.PL == "" || said.EN == "" {
			t.Errorf("%q is of no rule, or lacks a language: %+v", part, said)
		}
	}
}
