package batch

import (
	"bytes"
	"fmt"
	"math"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/cost"
	"github.com/efseval/efseval/indicators"
)

// checker goes through a project file once and places every fault.
type checker struct {
	project *Project
	faults  []error
}

func (c *checker) run() {
	c.identity()
	c.period()
	c.rules()
	c.targets()
	c.inputs()
	c.cost()
	c.surveys()
	c.unpublished()
	c.published()
	c.facts()
}

// fault files a fault at a YAML path such as $.period.from.
func (c *checker) fault(path, format string, args ...any) {
	c.faults = append(c.faults, c.project.fault(path, format, args...))
}

// fault is a fault at a YAML path of the project file, with the source under a caret where the
// path leads somewhere.
func (p *Project) fault(path, format string, args ...any) *Fault {
	where := strings.TrimPrefix(strings.TrimPrefix(path, "$"), ".")
	f := &Fault{File: p.File, Message: fmt.Sprintf(format, args...)}
	if where != "" {
		f.Message = where + ": " + f.Message
	}
	at, err := yaml.PathString(path)
	if err != nil {
		return f
	}
	node, err := at.ReadNode(bytes.NewReader(p.text))
	if err != nil || node == nil || node.GetToken() == nil {
		return f
	}
	f.Line, f.Column = node.GetToken().Position.Line, node.GetToken().Position.Column
	if source, err := at.AnnotateSource(p.text, false); err == nil {
		f.Source = string(source)
	}
	return f
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
	if p.Months < 0 || p.Months > maxMonths {
		c.fault("$.period.months", "is %d; want the whole months of the project, 1 to %d", p.Months, maxMonths)
	}
	if stated := p.Months; okFrom && okTo && stated > 0 {
		if between := (&Project{Period: Period{From: p.From, To: p.To}}).months(); between != stated {
			c.fault("$.period.months", "is %d, but from %s to %s there are %d whole months; leave months: out", stated, p.From, p.To, between)
		}
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

// maxMonths bounds the length of a project: a hundred years.
const maxMonths = 1200

// maxTarget bounds a target: more people than live in the Union are a slip.
const maxTarget = 500_000_000

func (c *checker) targets() {
	t := c.project.Targets
	if t.Participants != nil {
		c.target("$.targets.participants", *t.Participants)
	}
	for _, code := range sortedKeys(t.Indicators) {
		c.target("$.targets.indicators."+code, t.Indicators[code])
	}
}

func (c *checker) target(path string, t Target) {
	for name, n := range map[string]*float64{"total": t.Total, "women": t.Women, "men": t.Men} {
		if n != nil && (*n != math.Trunc(*n) || *n < 0 || *n > maxTarget) {
			c.fault(path+"."+name, "is %v; want a whole number of persons", *n)
			return
		}
	}
	if t.Total != nil && t.Women != nil && t.Men != nil && *t.Total != *t.Women+*t.Men {
		c.fault(path+".total", "is %v, but women and men add up to %v", *t.Total, *t.Women+*t.Men)
	}
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
	if filepath.IsAbs(in.File) {
		c.fault(path+".file", "is an absolute path; name the file relative to the project file, so that the project can move")
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
	total, hasTotal := c.money("$.cost.total", k.Total)
	eu, hasEU := c.money("$.cost.eu", k.EU)
	if hasTotal && hasEU && eu > total {
		c.fault("$.cost.eu", "is more than the total of %s", k.Total)
	}
	if k.Ledger != nil {
		c.input("$.cost.ledger", *k.Ledger, "costs")
	}
	if k.Total == "" && k.Ledger == nil {
		c.fault("$.cost", "gives neither total: nor ledger:; leave cost: out where no amount was published")
	}
	c.prices("$.cost.price_year", k.PriceYear)
	for i, year := range k.PriceYears {
		c.prices(fmt.Sprintf("$.cost.price_years[%d]", i), year)
	}
}

// money reads an amount that must not be negative.
func (c *checker) money(path, text string) (grosze int64, ok bool) {
	if text == "" {
		return 0, false
	}
	grosze, err := parseMoney(text)
	switch {
	case err != nil:
		c.fault(path, "%q %v; write an amount such as \"939 717,45 zł\"", text, err)
	case grosze < 0:
		c.fault(path, "%q is negative", text)
	}
	return grosze, err == nil && grosze >= 0
}

// prices checks that there are rates for a year.
func (c *checker) prices(path string, year int) {
	if year == 0 {
		return
	}
	rates, err := cost.LoadRates()
	if err == nil {
		_, err = rates.EUR(year)
	}
	if err == nil {
		_, err = rates.PriceFactor(year, rates.LatestPrices())
	}
	if err != nil {
		c.fault(path, "%v; leave it out, or name a year that has both", err)
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
