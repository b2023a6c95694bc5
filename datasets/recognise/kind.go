package recognise

import (
	"cmp"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
)

// Kind is what a table is.
type Kind string

// The kinds of tables, by the schema that their profiles fill. Unknown is one that no field could be given.
const (
	Participants Kind = "participants"
	Costs        Kind = "costs"
	Answers      Kind = "answers"
	Unknown      Kind = "unknown"
)

// Recognised is a table and what was concluded about it.
type Recognised struct {
	*Table
	Kind     Kind
	Profile  *datasets.Profile            // ready or drafted; nil where Draft is to be called, and of an Unknown one
	Drafted  []byte                       // the text of a drafted profile; nil of a ready one
	Fields   map[string][]string          // field -> header, where the profile does not know it and the values tell
	Values   map[string]map[string]string // field -> value -> term, where the profile does not know the value
	Placed   []Placed                     // in the order of the columns
	Unplaced []*Column                    // that no field reads and no profile knows
	Dates    []datasets.DateLayout        // to state, where the profile's would not do
	Unsure   int                          // dates whose order of day and month nothing shows
	Decimal  string                       // to state; empty: each number tells itself

	parts []part // of a table of answers
}

// Placed is a column and the field that it feeds.
type Placed struct {
	Column *Column
	Field  string
	Item   bool // a question: Field is empty
}

// ranked is a profile beside the headers of a table.
type ranked struct {
	*datasets.Profile
	rules  []*datasets.ColumnRule // by column of the file
	fields map[string]int         // field -> column, from 0
	reads  int
	own    int // headers spelt as the profile has them first
}

// rank reads the headers with each profile of a schema, the best first: with most headers read, of equals one of
// a system before the house's own, then that whose spelling the file has.
func (t *Table) rank(schema Kind) ([]ranked, error) {
	var all []ranked
	for _, name := range profiles.Names() {
		p, err := profiles.Load(name)
		if err != nil {
			return nil, err
		}
		if p.Schema == string(schema) {
			all = append(all, t.read(p))
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(b.reads-a.reads, own(a.Name)-own(b.Name), b.own-a.own)
	})
	return all, nil
}

// own is above 0 for the house's own layouts.
func own(name string) int { return slices.Index([]string{"generic", "canonical"}, name) + 1 }

func (t *Table) read(p *datasets.Profile) ranked {
	r := ranked{Profile: p, rules: p.RulesOf(t.headers), fields: map[string]int{}}
	for i, rule := range r.rules {
		if rule == nil || t.column(i) == nil {
			continue
		}
		r.reads++
		if datasets.Fold(t.headers[i]) == datasets.Fold(rule.Headers[0]) {
			r.own++
		}
		if _, taken := r.fields[rule.Field]; !taken {
			r.fields[rule.Field] = i
		}
	}
	return r
}

// has tells whether all of the fields are read.
func (r ranked) has(fields ...string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool { _, is := r.fields[f]; return !is })
}

// Recognise decides what a table is, and how values that its profile does not know are to be read. Participants are known by a date of entry or, where nothing in the table
// looks like questions, by two of their headers; a ledger by an amount and what it was for; answer sheets by a
// code and questions. For a table of participants that no ready profile reads well, a profile is to be drafted:
// its Profile is nil.
func Recognise(t *Table) (*Recognised, error) {
	r, err := decide(t)
	if err != nil {
		return nil, err
	}
	return r, r.settleValues()
}

func decide(t *Table) (*Recognised, error) {
	people, err := t.rank(Participants)
	if err != nil {
		return nil, err
	}
	answers, err := t.answers()
	if err != nil {
		return nil, err
	}
	ledger, err := t.ledger()
	switch {
	case err != nil || t.Headless:
		return &Recognised{Table: t, Kind: Unknown}, err
	case people[0].has("entry_date"):
		return t.participants(people[0]), nil
	case ledger != nil:
		return ledger, nil
	case answers != nil && answers.questions() > 1:
		return answers, nil
	case people[0].reads >= 2:
		return t.participants(people[0]), nil
	}
	return &Recognised{Table: t, Kind: Unknown, Unplaced: t.Columns}, nil
}

// participants are read by the best profile, or by a draft where it reads less than half of the headers or
// lacks one that it needs.
func (t *Table) participants(best ranked) *Recognised {
	r := &Recognised{Table: t, Kind: Participants}
	if 2*best.reads >= len(t.Columns) && r.bind(best.Profile, nil) {
		r.Profile = best.Profile
	}
	if r.Profile != nil {
		r.settleForms()
	}
	return r
}

// bind ties a profile to the table and takes down which column feeds what; false where it lacks a column.
func (r *Recognised) bind(p *datasets.Profile, columns map[string][]string) bool {
	with, err := p.With(datasets.Override{Columns: columns})
	if err != nil {
		return false
	}
	bound, err := with.Bind(r.headers, datasets.Position{File: r.Found.File, Sheet: r.Found.Sheet, Row: r.Found.HeaderRow})
	if err != nil {
		return false
	}
	unknown := map[int]bool{}
	for _, problem := range bound.Problems {
		unknown[problem.Position.Column] = true
	}
	r.Placed, r.Unplaced = nil, nil
	for _, c := range r.Columns {
		switch fields := bound.Columns[c.Place-1].Fields; {
		case len(fields) > 0:
			r.Placed = append(r.Placed, Placed{Column: c, Field: fields[0]})
		case unknown[c.Place]:
			r.Unplaced = append(r.Unplaced, c)
		}
	}
	return true
}

// settleForms says the order of dates and the decimal mark where the profile leaves them open and the columns
// that it reads tell.
func (r *Recognised) settleForms() {
	var dates orders
	for _, p := range r.Placed {
		if p.Column.most(p.Column.dates.all()) {
			dates.add(p.Column.dates)
		}
		if p.Column.most(p.Column.numbers) && r.Decimal == "" {
			r.Decimal = p.Column.decimal()
		}
	}
	r.Dates, r.Unsure = dates.layouts()
}

// ColumnOf is the column that feeds a field; nil where none does.
func (r *Recognised) ColumnOf(field string) *Column {
	for _, p := range r.Placed {
		if p.Field == field {
			return p.Column
		}
	}
	return nil
}
