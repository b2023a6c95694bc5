package batch

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
)

func (c *checker) unpublished() {
	for i, m := range c.project.Missing {
		path := fmt.Sprintf("$.unpublished[%d]", i)
		if m.Split != "" && m.Split != "sex" {
			c.fault(path+".split", "is %q; want sex", m.Split)
		}
		switch {
		case m.Split == "" && len(m.Figures) == 0:
			c.fault(path, "names neither figures: nor split:")
		case m.Split == "" && len(m.Except) > 0:
			c.say(path+".except", "to wyjątki od split:, którego nie ma; wypisz wielkości pod figures:", "are exceptions from split:, which is not there; name the figures under figures: alone")
		}
		c.bothLanguages(path+".reason", m.Reason)
	}
}

func (c *checker) published() {
	seen := map[string]bool{}
	for i, claim := range c.project.Published {
		path := fmt.Sprintf("$.published[%d]", i)
		if err := evaluate.CheckID(claim.Figure); err != nil {
			c.fault(path+".figure", "%v", err)
		}
		if _, err := parseClaim(claim.Value); err != nil {
			c.fault(path+".value", "%q %v; write the number as it was published, or n/d", claim.Value, err)
		}
		if !slices.Contains([]string{"", "published", "planned", "derived"}, claim.Kind) {
			c.fault(path+".kind", "is %q; want published, planned or derived", claim.Kind)
		}
		if claim.Bound != "" && claim.Bound != "at_least" {
			c.fault(path+".bound", "is %q; want at_least", claim.Bound)
		}
		if seen[claim.Figure] {
			c.fault(path+".figure", "%s is claimed twice", claim.Figure)
		}
		seen[claim.Figure] = true
		c.claimHolds(path, claim)
	}
}

// claimHolds checks that a claim does not say that a number was published and was not.
func (c *checker) claimHolds(path string, claim Published) {
	if v, err := parseClaim(claim.Value); err != nil || v.none {
		if err == nil && claim.Bound != "" {
			c.say(path+".bound", "ogranicza liczbę, a żadnej nie opublikowano", "bounds a number, and nothing was published")
		}
		return
	}
	for i, m := range c.project.Missing {
		if slices.Contains(m.Figures, claim.Figure) {
			c.say(path+".value", "%q opublikowano, a unpublished[%d] mówi, że %s nie; usuń jedno albo wpisz n/d", "%q was published, and unpublished[%d] says that %s was not; leave one out, or write n/d", claim.Value, i, claim.Figure)
		}
	}
}

func (c *checker) facts() {
	seen := map[string]bool{}
	for i, f := range c.project.Facts {
		path := fmt.Sprintf("$.facts[%d]", i)
		c.bothLanguages(path+".label", f.Label)
		if f.ID != "" && seen[f.ID] {
			c.say(path+".id", "%s stoi tam dwa razy; ich wielkości miałyby te same nazwy", "%s stands there twice; its figures would have the same names", f.ID)
		}
		seen[f.ID] = true
		if (f.Number != nil) != (f.ID != "") || f.ID != "" && !folderSafe.MatchString(f.ID) {
			c.fault(path, "a fact with a number wants an id of lower-case letters, digits and dashes, and the other way round")
		}
		if f.Of != nil && (f.Number == nil || *f.Of <= 0 || *f.Number > *f.Of) {
			c.fault(path, "of: wants a number that the fact is part of")
		}
	}
}
