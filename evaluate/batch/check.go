package batch

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
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
	c.wholeNumbers()
	c.rules()
	c.targetGroup()
	c.targets()
	c.samples()
	c.splitBy()
	c.inputs()
	c.corrections()
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
	for i, a := range args {
		if err, is := a.(error); is {
			args[i] = polish.Plain(err)
		}
	}
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
		if above := strings.LastIndexAny(path, ".["); above > 0 { // a key that is not there is told at what lacks it
			whole := p.fault(path[:above], "")
			f.Line, f.Column, f.Source = whole.Line, whole.Column, whole.Source
		}
		return f
	}
	f.Line, f.Column = node.GetToken().Position.Line, node.GetToken().Position.Column
	if source, err := at.AnnotateSource(p.text, false); err == nil {
		f.Source = string(source)
	}
	return f
}

var folderSafe = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// IsProjectID tells whether a project.yaml may have an id: lower-case letters, digits and dashes.
func IsProjectID(id string) bool { return folderSafe.MatchString(id) }

func (c *checker) identity() {
	p := c.project
	if !IsProjectID(p.ID) {
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
		c.fault("$.period.to", "lies before the beginning of the project; correct one of the dates")
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
	if err == nil && slices.Contains(efficiencySets(), p.Rules) {
		err = fmt.Errorf("%s is a version of the efficiency criterion, which stands beside a rule set; write efficiency: {rules: %s} and name the rule set of the period here", p.Rules, p.Rules)
	}
	if err != nil {
		c.fault("$.rules", "%v", err)
		return
	}
	p.base = set
	if set, err = c.project.ruleSet(set); err != nil {
		c.faults = append(c.faults, err)
		return
	}
	p.set = set
	c.stated()
	c.efficiency()
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
	if slices.Contains(set.Codes(), code) {
		return
	}
	hint := "; efseval explain --set " + set.Name + " lists all"
	if near := datasets.Nearest(code, set.Codes()); near != "" {
		hint = fmt.Sprintf("; did you mean %s?", near)
	}
	c.fault(path, "rule set %s has no indicator %s%s", set.Name, code, hint)
}

// maxMonths bounds the length of a project: a hundred years.
const maxMonths = 1200

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

// corrections checks that a ledger of corrections has something to correct.
func (c *checker) corrections() {
	p := c.project
	switch name := p.ledgerName(); {
	case name == "":
	case filepath.IsAbs(name) || name == files.StandardInput:
		c.fault("$.corrections", "is no file relative to the project file; name the ledger so that the project can move with it")
	case p.Participants == nil && p.Corrections != "":
		c.fault("$.corrections", "corrects participants, and the project names no export of them; take it out")
	case p.Participants == nil:
		c.fault("$", "%s beside it corrects participants, and the project names no export of them; move the file away", LedgerFile)
	}
}

// input checks what can be checked without opening the file: its name, its profile.
func (c *checker) input(path string, in Input, schema string) {
	if in.File == "" {
		c.fault(path, "file: is missing; name the export")
	}
	if in.File == files.StandardInput {
		if first := c.project.stdin; first != "" {
			c.fault(path+".file", "is standard input, which %s reads already; it can be read once", strings.TrimPrefix(first, "$."))
		}
		c.project.stdin = path + ".file"
	}
	if filepath.IsAbs(in.File) {
		c.fault(path+".file", "is an absolute path; name the file relative to the project file, so that the project can move")
	}
	profile, err := c.project.loadProfile(in.Profile, schema)
	if err != nil {
		c.fault(path+".profile", "%v", err)
		return
	}
	for _, l := range in.Dates {
		if err := l.Check(); err != nil {
			c.fault(path+".dates", "%v", err)
		}
	}
	c.readOnce(path, in, schema)
	if filepath.IsAbs(in.Profile) {
		c.fault(path+".profile", "is an absolute path; name the file relative to the project file, so that the project can move")
	}
	if _, err := profile.With(in.override(extraFields(c.project, schema))); err != nil {
		c.fault(path, "%v", err)
	}
}
