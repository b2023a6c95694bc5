package batch

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// TargetGroup is who a project is meant for, in the language of the indicators.
//
// A participant is outside it only where the data say so. A missing value is no answer, also under not:
// who is "not known to be disabled" is neither inside not: {field: disability, in: [yes]} nor outside it,
// unless the criterion says or_missing. A refusal is no answer either.
type TargetGroup struct {
	Criterion indicators.Criterion `yaml:"criterion"`
	Text      evaluate.Text        `yaml:"text"`   // the words of the programme
	Source    string               `yaml:"source"` // where they stand
}

// The rules of target groups; their words are in datasets/check/rules.yaml.
const (
	ruleOutside = "target-group.outside"
	ruleUntold  = "target-group.unknown"
)

// The indicators by which the rows of the two rules are found.
const (
	codeInside  = "TARGET-GROUP-INSIDE"
	codeOutside = "TARGET-GROUP-OUTSIDE"
)

// targetGroup holds participations against the target group of a project; nil where it has none.
type targetGroup struct {
	meant *TargetGroup
	set   *indicators.Set // of two indicators: inside, outside
	needs []indicators.Need
	words map[string]check.Rule
	lacks []string // fields that the export has no column for
	seen  bool
}

func newTargetGroup(p *Project) (*targetGroup, error) {
	if p.Group == nil {
		return nil, nil
	}
	g := &targetGroup{meant: p.Group, words: map[string]check.Rule{}}
	rules, err := check.ReadingRules()
	if err != nil {
		return nil, err
	}
	for _, r := range rules {
		g.words[r.Code] = r
	}
	if g.needs, err = p.set.Needs(&p.Group.Criterion); err != nil {
		return nil, err
	}
	inside, outside, err := (&certainty{p.set}).both(p.Group.Criterion, 0)
	if err != nil {
		return nil, err
	}
	alone := *p.set
	alone.Definitions, alone.Invariants = nil, nil
	name := datasets.Label{PL: p.Group.Text.PL, EN: p.Group.Text.EN}
	g.set, err = alone.With(
		indicators.Definition{Code: codeInside, Name: name, Stage: indicators.Output, Records: indicators.AllRecords, Achieved: inside},
		indicators.Definition{Code: codeOutside, Name: name, Stage: indicators.Output, Records: indicators.AllRecords, Achieved: outside})
	return g, err
}

// look files a problem for every participation outside the group and every one of which that cannot be
// told. Where the export lacks a column that decides, the rules are not carried out.
func (g *targetGroup) look(b *datasets.Batch, problems *[]datasets.Problem) error {
	if g == nil || b.Rows() == 0 {
		return nil
	}
	g.see(b)
	if len(g.lacks) > 0 {
		return nil
	}
	rule := make([]string, b.Rows())
	for i := range rule {
		rule[i] = ruleUntold
	}
	for _, of := range [...]struct{ indicator, rule string }{{codeInside, ""}, {codeOutside, ruleOutside}} {
		rows, err := indicators.Rows(g.set, of.indicator, indicators.Total, b)
		if err != nil {
			return err
		}
		for row := range rows {
			rule[row] = of.rule
		}
	}
	for row, code := range rule {
		if code != "" {
			*problems = append(*problems, datasets.Problem{Position: b.Position(row, -1), Rule: code, Severity: g.words[code].Severity, Message: g.say(code)})
		}
	}
	return nil
}

// see notes which columns are missing; they are the same in all batches of an export.
func (g *targetGroup) see(b *datasets.Batch) {
	if g.seen {
		return
	}
	g.seen = true
	for _, need := range g.needs {
		met := slices.ContainsFunc(need.Ways, func(way []string) bool {
			return !slices.ContainsFunc(way, func(field string) bool { return !b.Has(field) })
		})
		if need.Optional || met {
			continue
		}
		for _, field := range need.Fields() {
			if !b.Has(field) && !slices.Contains(g.lacks, field) {
				g.lacks = append(g.lacks, field)
			}
		}
	}
}

// say is the text of a rule with the words of the programme.
func (g *targetGroup) say(code string) datasets.Label {
	words := g.words[code].Text
	return datasets.Label{PL: fmt.Sprintf("%s: %s", words.PL, g.meant.Text.PL), EN: fmt.Sprintf("%s: %s", words.EN, g.meant.Text.EN)}
}

// rules tells of both rules whether they could be carried out; none where the project has no group.
func (g *targetGroup) rules() []report.Rule {
	if g == nil {
		return nil
	}
	var out []report.Rule
	for _, code := range []string{ruleOutside, ruleUntold} {
		rule := report.Rule{Code: code, Severity: g.words[code].Severity, Text: text(g.say(code)), Source: g.meant.Source, Ran: g.seen && len(g.lacks) == 0}
		for _, f := range g.lacks {
			rule.Lacks = append(rule.Lacks, report.Lacking{Field: f, Label: labelOfField(f)})
		}
		if !g.seen {
			rule.Unasked = evaluate.T("eksport nie ma wierszy uczestników", "the export has no rows of participants")
		}
		out = append(out, rule)
	}
	return out
}

// targetGroup checks target_group: of a project file.
func (c *checker) targetGroup() {
	g := c.project.Group
	if g == nil || c.project.set == nil {
		return
	}
	c.bothLanguages("$.target_group.text", g.Text)
	if g.Source == "" {
		c.fault("$.target_group", "source: is missing; say where the programme says whom it is meant for")
	}
	if c.project.Participants == nil {
		c.fault("$.target_group", "there are no participants to hold to it; take it out")
	}
	if g.Criterion.IsZero() {
		c.fault("$.target_group", "criterion: is missing; say who belongs, in the language of the indicators, as in criterion: {age: {from: 18}}")
	} else if _, err := newTargetGroup(c.project); err != nil && g.Text.PL != "" && g.Text.EN != "" {
		c.faults = append(c.faults, c.project.definitionFault("$.target_group.criterion", err))
	}
}
