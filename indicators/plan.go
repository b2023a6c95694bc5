package indicators

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
)

// figure is one row that a table counts: who could (eligible), and who did among them.
type figure struct {
	code            string
	eligible, count int // nodes
}

// plan is a rule set compiled for the columns of one schema. All counters of the set share it, so
// nothing may be written to it.
type plan struct {
	schema  *datasets.Schema
	nodes   []node
	groups  [groupCount]int // node of each group; -1 where the rule set does not know it
	figures []figure
	dated   []int // of each figure: node of those whose result has a date; -1 where it is no result
	usesAge bool

	left, finished int // nodes of who has a date of exit, and of who finished as planned and left
	cols           columnsOf

	together together
}

// columnsOf are the fields that some tests read besides their own; -1 where the schema lacks one.
type columnsOf struct {
	age, birth, entry, exit, detail, since int
	longTerm                               uint8 // code of the term long_term_unemployed
}

// compile gives the plan of the set, which is made once for its own schema.
func (s *Set) compile(schema *datasets.Schema) (*plan, error) {
	if s.plan != nil && s.plan.schema == schema {
		return s.plan, nil
	}
	return s.newPlan(schema)
}

// newPlan lays out the figures of a table: the participants, then the indicators, then who is
// incomplete and why, then who refused to answer what.
func (s *Set) newPlan(schema *datasets.Schema) (*plan, error) {
	c := newCompiler(s, schema)
	p := &plan{schema: schema, cols: findColumns(schema)}
	if err := c.groups(p); err != nil {
		return nil, err
	}
	complete, err := c.participants(p)
	if err != nil {
		return nil, err
	}
	for i := range s.Definitions {
		if d := &s.Definitions[i]; !d.Fact { // a fact has no rows
			f, err := c.indicatorFigure(d, complete)
			if err != nil {
				return nil, err
			}
			p.figures = append(p.figures, f)
		}
	}
	if err := c.incompleteAndRefused(p); err != nil {
		return nil, err
	}
	if err := c.thresholds(p, complete); err != nil {
		return nil, err
	}
	if err := c.dated(p); err != nil {
		return nil, err
	}
	p.nodes = c.nodes
	for _, n := range p.nodes {
		p.usesAge = p.usesAge || n.op == opAge || n.op == opLong || n.op == opKnown && n.field == ageField
	}
	p.gather()
	return p, nil
}

// indicatorFigure compiles a definition: among the records it is for, who is eligible; among
// those, who achieved.
func (c *compiler) indicatorFigure(d *Definition, complete int) (figure, error) {
	eligible, achieved, err := c.definition(d)
	if err != nil {
		return figure{}, err
	}
	if d.Records != AllRecords {
		eligible = c.all(complete, eligible)
	}
	return figure{d.Code, eligible, c.all(eligible, achieved)}, nil
}

func findColumns(s *datasets.Schema) columnsOf {
	c := columnsOf{
		age: s.Index("age"), birth: s.Index("birth_date"), entry: s.Index("entry_date"), exit: s.Index("exit_date"),
		detail: s.Index("labour_status_detail"), since: s.Index("unemployed_since"),
	}
	if c.detail >= 0 && s.Fields[c.detail].Vocabulary != nil {
		c.longTerm, _ = s.Fields[c.detail].Vocabulary.Code("long_term_unemployed")
	}
	return c
}

// groups compiles the breakdown by sex; whoever is in none of the genders is in UnknownSex.
func (c *compiler) groups(p *plan) error {
	var known []Criterion
	for g := range p.groups {
		p.groups[g] = -1
	}
	for _, g := range c.set.Parameters.groups() {
		if g == Total || g == UnknownSex {
			continue
		}
		is := Criterion{Field: "sex", In: []string{sexTerms[g]}, Optional: true}
		id, err := c.criterion(&is, true)
		if err != nil {
			return err
		}
		p.groups[g], known = id, append(known, is)
	}
	unknown, err := c.criterion(&Criterion{Not: &Criterion{Any: known, Optional: true}}, false)
	p.groups[UnknownSex], p.groups[Total] = unknown, c.everyone()
	return err
}

// The codes of the figures that every table has besides its indicators.
const (
	Participants = "participants" // complete records; of all records
	GrandTotal   = "grand-total"  // all records
	Leavers      = "leavers"      // complete records with a date of exit; of the participants
	Completed    = "completed"    // complete records that finished as planned and left; of the participants
)

// participants compiles the reserved figures and gives the node of a complete record.
func (c *compiler) participants(p *plan) (complete int, err error) {
	var known []int
	for _, field := range c.set.Parameters.CompleteRecord {
		id, err := c.known(Place{}, field)
		if err != nil {
			return 0, fmt.Errorf("complete_record: %w", err)
		}
		known = append(known, id)
	}
	complete = c.all(known...)
	left, err := c.known(Place{}, "exit_date")
	if err != nil {
		return 0, err
	}
	finished, err := c.criterion(&c.set.Parameters.Completers, false)
	if err != nil {
		return 0, fmt.Errorf("completers: %w", err)
	}
	hasLeft := c.nodes[left]
	hasLeft.orNoColumn = true
	finished = c.all(c.add(hasLeft), finished)
	everyone := c.everyone()
	p.left, p.finished = left, finished
	p.figures = []figure{
		{Participants, everyone, complete}, {GrandTotal, everyone, everyone},
		{Leavers, complete, c.all(complete, left)}, {Completed, complete, c.all(complete, finished)},
	}
	return complete, nil
}

// The figures about gaps carry a prefix that no code of an indicator can have.
const (
	incompletePrefix = "\x00incomplete "
	refusedPrefix    = "\x00refused "
)

func (c *compiler) incompleteAndRefused(p *plan) error {
	everyone := c.everyone()
	for _, field := range c.set.Parameters.CompleteRecord {
		id, err := c.criterion(&Criterion{Not: &Criterion{Known: field, Optional: true}}, false)
		if err != nil {
			return err
		}
		p.figures = append(p.figures, figure{incompletePrefix + field, everyone, id})
	}
	for i := range c.set.schema.Fields {
		f := &c.set.schema.Fields[i]
		if !f.Sensitive || f.Kind != datasets.Flag {
			continue
		}
		id, err := c.criterion(&Criterion{Field: f.Name, In: []string{"refused"}}, false)
		if err != nil {
			return err
		}
		p.figures = append(p.figures, figure{refusedPrefix + f.Name, everyone, id})
	}
	return nil
}
