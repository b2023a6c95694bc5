package batch

import (
	"fmt"
	"math"
	"slices"
)

func (c *checker) surveys() {
	seen := map[string]bool{}
	for i, s := range c.project.Surveys {
		path := fmt.Sprintf("$.surveys[%d]", i)
		if !folderSafe.MatchString(s.Name) || seen[s.Name] {
			c.fault(path+".name", "is %q; want a name of its own of lower-case letters, digits and dashes", s.Name)
		}
		seen[s.Name] = true
		c.bothLanguages(path+".title", s.Title)
		c.scale(path+".scale", s)
		c.wave(path+".pre", s.Pre)
		c.wave(path+".post", s.Post)
	}
}

func (c *checker) scale(path string, s Survey) {
	if len(s.Scale.Range) != 2 || !(s.Scale.Range[0] < s.Scale.Range[1]) || math.IsInf(s.Scale.Range[1]-s.Scale.Range[0], 0) {
		c.fault(path, "range: wants the lowest and the highest answer, as in [1, 5]")
	}
	if s.Scale.Missing < 0 || s.Scale.Missing > len(s.Pre.Items) {
		c.fault(path+".missing", "is %d; want the number of unanswered items allowed, 0 to %d", s.Scale.Missing, len(s.Pre.Items))
	}
	if s.Scale.Score != "" && s.Scale.Score != "mean" && s.Scale.Score != "sum" {
		c.fault(path+".score", "is %q; want mean or sum", s.Scale.Score)
	}
	for _, r := range s.Scale.Reversed {
		if !slices.Contains(s.Pre.Items, r) && !slices.Contains(s.Post.Items, r) {
			c.fault(path+".reversed", "%q is not among the items", r)
		}
	}
	if len(s.Pre.Items) != len(s.Post.Items) {
		c.fault(path, "the first questionnaire has %d items and the second %d; they must be the same questions", len(s.Pre.Items), len(s.Post.Items))
	}
}

func (c *checker) wave(path string, w Wave) {
	c.input(path, w.Input, "answers")
	if len(w.Items) == 0 {
		c.fault(path, "items: is missing; list the columns of the questions")
	}
}
