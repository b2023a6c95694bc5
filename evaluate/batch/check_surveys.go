package batch

import (
	"fmt"
	"math"
	"slices"

	"github.com/efseval/efseval/datasets"
)

func (c *checker) surveys() {
	seen := map[string]bool{}
	c.surveyNames()
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
		c.wavesApart(path, s)
		c.questionsApart(path, s)
		c.laterWaves(path, s)
		c.precision(path+".reliability", s.Precision)
		c.questions(path, s)
		c.checkLink(path, s)
	}
}

// scale checks the key of a survey as far as the project file alone tells.
func (c *checker) scale(path string, s Survey) {
	k := s.Scale
	if !k.fits() {
		c.fault(path, "range: wants the lowest and the highest answer, as in [1, 5]")
		return
	}
	if n := len(s.Pre.Items); n > 0 && (k.Missing < 0 || k.Missing >= n) {
		c.say(path+".missing", "to %d; ma być liczbą dozwolonych pytań bez odpowiedzi, od 0 do %d: arkusz bez odpowiedzi nie ma wyniku", "is %d; want the number of unanswered items allowed, 0 to %d: of a sheet without an answer there is no score", k.Missing, n-1)
	}
	c.twice(path+".reversed", k.Reversed)
	if k.Missing > 0 && k.Answered > 0 {
		c.fault(path+".answered", "says again what missing: says; leave one out")
	}
	if !c.scoring(path, k) {
		return
	}
	for _, r := range k.Reversed {
		if !slices.Contains(s.Pre.Items, r) && !slices.Contains(s.Post.Items, r) {
			c.fault(path+".reversed", "%q is not among the items; name a question that items: lists", r)
		}
	}
	if len(s.Pre.Items) != len(s.Post.Items) {
		c.fault(path, "the first questionnaire has %d items and the second %d; they must be the same questions", len(s.Pre.Items), len(s.Post.Items))
		return
	}
	if key, err := c.project.key(s); err != nil {
		c.fault(path, "%v", err)
	} else if key.Items > 0 && len(s.Pre.Items) != key.Items {
		c.fault(path+".key", "%s has %d items, and %d are named", s.Scale.Key, key.Items, len(s.Pre.Items))
	}
}

// fits tells whether a range is given as it must be: its two ends in order, or none where a key has them.
func (k ScaleKey) fits() bool {
	if len(k.Range) == 2 {
		return k.Range[0] < k.Range[1] && !math.IsInf(k.Range[1]-k.Range[0], 0)
	}
	return len(k.Range) == 0 && k.Key != ""
}

// scoring checks how items become a score. False: the key cannot be made.
func (c *checker) scoring(path string, k ScaleKey) bool {
	switch {
	case k.Answered < 0 || k.Answered > 1 || math.IsNaN(k.Answered):
		c.fault(path+".answered", "is %v; want the least share of items answered, as 0.8", k.Answered)
	case k.Score != "" && k.Score != "mean" && k.Score != "sum":
		c.fault(path+".score", "is %q; want mean or sum", k.Score)
	case k.Direction != "" && k.Direction != "higher" && k.Direction != "lower":
		c.fault(path+".direction", "is %q; want higher or lower: which scores are better", k.Direction)
	default:
		return true
	}
	return false
}

// laterWaves checks the further measurements: names that the ids of figures do not have already, the same questions.
func (c *checker) laterWaves(path string, s Survey) {
	seen := map[string]bool{}
	for _, taken := range []string{"pre", "post", "change", "item", "women", "men", "by", "attrition", "difference", "reliable", "category", "correlation", "pairs"} {
		seen[taken] = true // parts of ids already
	}
	for i, l := range s.Later {
		at := fmt.Sprintf("%s.later[%d]", path, i)
		if !folderSafe.MatchString(l.Name) || seen[l.Name] {
			c.fault(at+".name", "is %q; want a name of its own of lower-case letters, digits and dashes", l.Name)
		}
		seen[l.Name] = true
		c.bothLanguages(at+".title", l.Title)
		c.wave(at, l.Wave)
		if len(l.Items) != len(s.Pre.Items) {
			c.fault(at, "has %d items and the first questionnaire %d; they must be the same questions", len(l.Items), len(s.Pre.Items))
		}
	}
}

func (c *checker) precision(path string, p *Precision) {
	if p == nil {
		return
	}
	if !(p.Value >= 0 && p.Value < 1) {
		c.fault(path+".value", "is %v; want a reliability from 0 up to, not including, 1", p.Value)
	}
	if p.SD < 0 || math.IsNaN(p.SD) || math.IsInf(p.SD, 0) {
		c.fault(path+".sd", "is %v; want a standard deviation above 0, or leave it out", p.SD)
	}
	if p.Source == "" {
		c.fault(path, "source: is missing; say who found it")
	}
}

func (c *checker) questions(path string, s Survey) {
	seen := map[string]bool{}
	for i, q := range s.Questions {
		at := fmt.Sprintf("%s.categories[%d]", path, i)
		if !folderSafe.MatchString(q.Name) || seen[q.Name] {
			c.fault(at+".name", "is %q; want a name of its own of lower-case letters, digits and dashes", q.Name)
		}
		seen[q.Name] = true
		c.bothLanguages(at+".title", q.Title)
		if q.Pre == "" || q.Post == "" {
			c.fault(at, "pre: and post: want the header of the question in each wave")
		}
		c.categories(at, q)
	}
}

// categories wants the answers to a question to be told apart.
func (c *checker) categories(at string, q Question) {
	folded := map[string]bool{}
	for _, category := range q.Categories {
		if key := datasets.FoldText(category); key == "" || folded[key] {
			c.fault(at+".categories", "%q is empty or stands there twice", category)
		} else {
			folded[key] = true
		}
	}
	if len(q.Categories) < 2 {
		c.fault(at, "categories: wants at least two answers; of two the second is “yes”")
	}
}

func (c *checker) wave(path string, w Wave) {
	c.input(path, w.Input, "answers")
	if len(w.Items) == 0 {
		c.fault(path, "items: is missing; list the columns of the questions")
	}
	c.itemsOnce(path, w)
}
