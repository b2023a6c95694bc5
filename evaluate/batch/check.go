package batch

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// checker goes through a project file once and places every fault.
type checker struct {
	project *Project
	text    []byte
	faults  []error
}

func (c *checker) run() {
	c.identity()
	c.period()
	c.rules()
	c.inputs()
	c.cost()
	c.surveys()
	c.published()
}

// fault files a fault at a YAML path such as $.period.from.
func (c *checker) fault(path, format string, args ...any) {
	f := &Fault{File: c.project.File, Message: strings.TrimPrefix(path, "$.") + ": " + fmt.Sprintf(format, args...)}
	if p, err := yaml.PathString(path); err == nil {
		if node, err := p.ReadNode(bytes.NewReader(c.text)); err == nil && node != nil {
			at := node.GetToken().Position
			f.Line, f.Column = at.Line, at.Column
			if source, err := p.AnnotateSource(c.text, false); err == nil {
				f.Source = string(source)
			}
		}
	}
	c.faults = append(c.faults, f)
}

var folderSafe = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (c *checker) identity() {
	p := c.project
	if !folderSafe.MatchString(p.ID) {
		c.fault("$.id", "is %q; want lower-case letters, digits and dashes, as in katowice-pal", p.ID)
	}
	c.bothLanguages("$.title", p.Title)
	if s := p.Synthetic; s != nil {
		c.bothLanguages("$.synthetic.statement", s.Statement)
	}
}

func (c *checker) bothLanguages(path string, t evaluate.Text) {
	if t.PL == "" || t.EN == "" {
		c.fault(path, "is needed in both languages; write {pl: …, en: …}")
	}
}

func (c *checker) period() {
	p := c.project.Period
	from, okFrom := c.day("$.period.from", p.From)
	to, okTo := c.day("$.period.to", p.To)
	if okFrom && okTo && to < from {
		c.fault("$.period.to", "lies before the beginning of the project")
	}
	if p.Months < 0 {
		c.fault("$.period.months", "is %d, must be positive", p.Months)
	}
}

func (c *checker) day(path, text string) (int32, bool) {
	if text == "" {
		return 0, false
	}
	day, err := datasets.ParseDate([]byte(text), nil)
	if err != nil {
		c.fault(path, "%q is not a date of the calendar; write yyyy-MM-dd", text)
	}
	return day, err == nil
}

func (c *checker) rules() {
	p := c.project
	if p.Rules == "" {
		c.fault("$", "rules: is missing; name one of %s", strings.Join(indicators.SetNames(), ", "))
		return
	}
	set, err := indicators.LoadSet(p.Rules)
	if err != nil {
		c.fault("$.rules", "%v", err)
		return
	}
	if set, err = c.project.ruleSet(set); err != nil {
		c.fault("$.indicators", "%v", err)
		return
	}
	p.set = set
	for _, code := range sortedKeys(p.Targets.Indicators) {
		c.knownCode(set, "$.targets.indicators."+code, code)
	}
	if p.Cost != nil {
		for i, code := range p.Cost.Per {
			c.knownCode(set, fmt.Sprintf("$.cost.per[%d]", i), code)
		}
	}
}

func (c *checker) knownCode(set *indicators.Set, path, code string) {
	if slices.Contains(codesOf(set), code) {
		return
	}
	hint := ""
	if near := datasets.Nearest(code, codesOf(set)); near != "" {
		hint = fmt.Sprintf("; did you mean %s?", near)
	}
	c.fault(path, "rule set %s has no indicator %s%s", set.Name, code, hint)
}

func (c *checker) inputs() {
	if p := c.project.Participants; p != nil {
		c.input("$.participants", p.Input, "participants")
		for i, f := range p.Fields {
			if f.Kind == datasets.Category || f.Kind == datasets.Set || f.Kind == 0 {
				c.fault(fmt.Sprintf("$.participants.fields[%d]", i), "a field of a project is a flag, count, number, date or text")
			}
		}
	}
}

// input checks what can be checked without opening the file: its name, its profile.
func (c *checker) input(path string, in Input, schema string) {
	if in.File == "" {
		c.fault(path, "file: is missing; name the export")
	}
	profile, err := loadProfile(in.Profile, schema)
	if err != nil {
		c.fault(path+".profile", "%v; there are %s", err, strings.Join(profiles.Names(), ", "))
		return
	}
	for _, l := range in.Dates {
		if err := l.Check(); err != nil {
			c.fault(path+".dates", "%v", err)
		}
	}
	if _, err := profile.With(in.override(extraFields(c.project, schema))); err != nil {
		c.fault(path, "%v", err)
	}
}

func (c *checker) cost() {
	k := c.project.Cost
	if k == nil {
		return
	}
	c.money("$.cost.total", k.Total)
	c.money("$.cost.eu", k.EU)
	if k.Ledger != nil {
		c.input("$.cost.ledger", *k.Ledger, "costs")
	}
	if k.Total == "" && k.Ledger == nil {
		c.fault("$.cost", "gives neither total: nor ledger:; leave cost: out where no amount was published")
	}
}

func (c *checker) money(path, text string) {
	if text == "" {
		return
	}
	if _, err := parseMoney(text); err != nil {
		c.fault(path, "%q %v; write an amount such as \"939 717,45 zł\"", text, err)
	}
}

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
	if len(s.Scale.Range) != 2 || s.Scale.Range[0] >= s.Scale.Range[1] {
		c.fault(path, "range: wants the lowest and the highest answer, as in [1, 5]")
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

func (c *checker) published() {
	for i, claim := range c.project.Published {
		path := fmt.Sprintf("$.published[%d]", i)
		if err := evaluate.CheckID(claim.Figure); err != nil {
			c.fault(path+".figure", "%v", err)
		}
		if _, err := parseClaim(claim.Value); err != nil {
			c.fault(path+".value", "%q %v", claim.Value, err)
		}
	}
}
