package check

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// DefaultMaxRows is how many rows of a project the comparisons between rows hold unless
// [Options] say otherwise: about 100 bytes each, 200 MB in all before the collector has its share.
const DefaultMaxRows = 2_000_000

// Options say what the rows are held to. The zero Options check what needs no knowledge of the
// project.
type Options struct {
	From, To       string   // period of the project, yyyy-MM-dd; empty: not known, and not checked
	MarginDays     int      // days by which dates may lie outside the period; at least 0
	CompleteRecord []string // fields that make a record complete, of the rule set; empty: none
	Project        string   // names the project where the export has no column of project numbers
	MaxRows        int      // rows compared with one another; 0: [DefaultMaxRows]
	Persons        *Persons // shared by the projects of a batch; nil: one project alone
}

// Checker looks through the rows of one export (or several of one project) for what the rules
// say. Rules of one row need no memory; those that compare rows keep about 100 bytes a row, and
// no more rows than the limit. It is for one goroutine; several checkers may run at once.
type Checker struct {
	options  Options
	rules    []Rule
	from, to int32
	bounded  [2]bool // whether from and to are known
	persons  *Persons
	mac      hash.Hash // under the key of persons
	sum      []byte    // of the last digest, to be used again
	rows     rowStore
	exit     int    // the date of exit among the values of rows
	named    int    // how many projects the rows name by number; 2 is several
	only     uint32 // the first of them
	latest   string // the number of the row before, and what it is in persons
	number   uint32
	linked   int
	numbers  bool            // whether some identifier had the form of a PESEL
	present  map[string]bool // fields that some file has a column for
	sources  []source
	texts    map[hit]datasets.Label
}

// New is a checker. A date that cannot be read, a period that ends before it begins, a negative
// margin or an unknown field are errors.
func New(o Options) (*Checker, error) {
	rules, err := Rules()
	if err != nil {
		return nil, err
	}
	if o.MaxRows == 0 {
		o.MaxRows = DefaultMaxRows
	}
	c := &Checker{options: o, rules: rules, persons: o.Persons, texts: map[hit]datasets.Label{}, present: map[string]bool{}}
	if err := c.period(); err != nil {
		return nil, err
	}
	if err := c.known(); err != nil {
		return nil, err
	}
	if c.persons == nil {
		if c.persons, err = NewPersons(); err != nil {
			return nil, err
		}
	}
	c.mac = hmac.New(sha256.New, c.persons.key)
	c.rows.fields = comparedFields(rules)
	c.exit = slices.Index(c.rows.fields, "exit_date")
	return c, nil
}

func (c *Checker) period() (err error) {
	for i, text := range []string{c.options.From, c.options.To} {
		if text == "" {
			continue
		}
		day, err := datasets.ParseDate([]byte(text), nil)
		if err != nil {
			return fmt.Errorf("check: the period of the project has %q; want yyyy-MM-dd", text)
		}
		c.bounded[i] = true
		if i == 0 {
			c.from = day
		} else {
			c.to = day
		}
	}
	switch {
	case c.bounded[0] && c.bounded[1] && c.to < c.from:
		return fmt.Errorf("check: the period of the project ends (%s) before it begins (%s)", c.options.To, c.options.From)
	case c.options.MarginDays < 0:
		return fmt.Errorf("check: MarginDays is %d, must be at least 0", c.options.MarginDays)
	case c.options.MaxRows < 0:
		return errors.New("check: MaxRows must not be negative")
	}
	return nil
}

func (c *Checker) known() error {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		return err
	}
	for _, f := range c.options.CompleteRecord {
		if schema.Index(f) < 0 {
			return fmt.Errorf("check: the complete record names an unknown field %q", f)
		}
	}
	return nil
}

// Add checks the rows of a batch of participants and returns what rules of one row found, by row
// and then in the order of the rules. Rows that are not participants (families, institutions)
// are passed over. The batch is not kept.
func (c *Checker) Add(b *datasets.Batch) []datasets.Problem {
	p := c.newPass(b)
	for i := range c.rules {
		if test := rowTests[c.rules[i].Test]; test != nil {
			p.rule = i
			test(p, &c.rules[i])
		}
	}
	slices.SortStableFunc(p.hits, func(x, y hit) int {
		return cmp.Or(cmp.Compare(x.row, y.row), cmp.Compare(x.rule, y.rule), cmp.Compare(x.field, y.field))
	})
	problems := c.columns(b)
	for _, h := range p.hits {
		problems = append(problems, c.problem(b.Schema, h, b.Position(int(h.row), h.field)))
	}
	if first := c.keep(p); first >= 0 {
		problems = append(problems, c.limitReached(b, first)...)
	}
	return problems
}

// Finish compares the rows with one another: contradictions between rows of one person, and the
// same person in several projects of the export. What spans several exports a shared [Persons]
// tells. The order is that of the rows. The checker is done with after it.
func (c *Checker) Finish() []datasets.Problem {
	order := c.byPerson()
	return append(c.contradictions(order), c.hand(order)...)
}

// hit is a rule that a row meets; row is -1 where a text is looked up.
type hit struct {
	row, rule, field, class int
}

// problem is a hit as a record, with the texts of the rule.
func (c *Checker) problem(schema *datasets.Schema, h hit, at datasets.Position) datasets.Problem {
	r := &c.rules[h.rule]
	p := datasets.Problem{Position: at, Rule: r.Code, Severity: r.Severity}
	label := datasets.Label{}
	if h.field >= 0 {
		p.Field, label = schema.Fields[h.field].Name, schema.Fields[h.field].Label
	}
	key := hit{-1, h.rule, h.field, h.class}
	text, known := c.texts[key]
	if !known {
		text = r.say(label, r.class(h.class), c.options.MarginDays)
		c.texts[key] = text
	}
	p.Message = text
	return p
}
