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
		if m.Split == "" && len(m.Figures) == 0 {
			c.fault(path, "names neither figures: nor split:")
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
	}
}

func (c *checker) facts() {
	for i, f := range c.project.Facts {
		path := fmt.Sprintf("$.facts[%d]", i)
		if (f.Number != nil) != (f.ID != "") || f.ID != "" && !folderSafe.MatchString(f.ID) {
			c.fault(path, "a fact with a number wants an id of lower-case letters, digits and dashes, and the other way round")
		}
		if f.Of != nil && (f.Number == nil || *f.Of <= 0 || *f.Number > *f.Of) {
			c.fault(path, "of: wants a number that the fact is part of")
		}
	}
}
