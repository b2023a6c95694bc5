package sqltext

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// translator turns criteria into clauses over the columns of one table, and notes which columns they read.
type translator struct {
	set     *indicators.Set
	dialect Dialect
	lang    string
	has     map[string]bool // columns of the table
	read    reading
}

// criterion is a criterion as a clause. Its parts that have no column are false, which is what
// optional means: the whole was found to have an answer.
func (t *translator) criterion(c *indicators.Criterion) (clause, error) {
	switch {
	case c.All != nil:
		return t.parts("AND", c.All)
	case c.Any != nil:
		return t.parts("OR", c.Any)
	case c.Not != nil:
		return t.not(c)
	case c.Field != "":
		return t.field(c)
	case c.Age != nil:
		return t.age(c), nil
	case c.LongTermUnemployed:
		return t.longTerm(t.say(c)), nil
	case c.Indicator != "":
		return t.indicator(c.Indicator)
	case c.Known != "":
		return t.known(c.Known, t.say(c)), nil
	}
	return always(t.say(c)), nil
}

func (t *translator) say(c *indicators.Criterion) string { return t.in(t.set.Say(c)) }

func (t *translator) in(l datasets.Label) string {
	if t.lang == "pl" {
		return l.PL
	}
	return l.EN
}

func (t *translator) parts(join string, list []indicators.Criterion) (clause, error) {
	var parts []clause
	for i := range list {
		part, err := t.part(&list[i])
		if err != nil {
			return clause{}, err
		}
		parts = append(parts, part)
	}
	return joined(join, "", parts...), nil
}

// part is a criterion that may be optional and without a column.
func (t *translator) part(c *indicators.Criterion) (clause, error) {
	if !t.answers(c) {
		return never(t.in(noColumn) + ": " + t.say(c)), nil
	}
	return t.criterion(c)
}

var noColumn = datasets.Label{PL: "tabela nie ma tej kolumny", EN: "the table has no such column"}

func (t *translator) not(c *indicators.Criterion) (clause, error) {
	part, err := t.part(c.Not)
	if err != nil {
		return clause{}, err
	}
	if part.not { // twice the complement
		return clause{join: "AND", not: true, parts: []clause{part}, note: t.say(c)}, nil
	}
	part.not, part.note = true, t.say(c)
	return part, nil
}

// indicator is a reference: eligible and achieved there.
func (t *translator) indicator(code string) (clause, error) {
	d := t.set.Definition(code)
	if d == nil {
		return clause{}, fmt.Errorf("sqltext: no indicator %q in %s", code, t.set.Name)
	}
	note := code + ": " + t.in(d.Name)
	achieved, err := t.criterion(&d.Achieved)
	if err != nil || d.Eligible.Everyone {
		return named(achieved, note), err
	}
	eligible, err := t.criterion(&d.Eligible)
	return clause{join: "AND", note: note, parts: []clause{eligible, achieved}}, err
}

// named says a name before what a clause says already.
func named(c clause, name string) clause {
	if c.note != "" {
		name += " | " + c.note
	}
	c.note = name
	return c
}

func (t *translator) field(c *indicators.Criterion) (clause, error) {
	f := t.set.Schema().Field(c.Field)
	if f == nil {
		return clause{}, fmt.Errorf("sqltext: no field %q", c.Field)
	}
	if !t.has[c.Field] { // or_missing: the whole column may be
		return always(t.in(noColumn) + ": " + t.say(c)), nil
	}
	test, err := t.test(c, t.column(c.Field))
	if err != nil || !c.OrMissing {
		test.note = t.say(c)
		return test, err
	}
	return clause{join: "OR", note: t.say(c), parts: []clause{test, {test: t.missing(f)}}}, nil
}

// test is the test of a field, without what is true where the value is missing.
func (t *translator) test(c *indicators.Criterion, column string) (clause, error) {
	switch {
	case c.In != nil:
		return clause{test: column + " IN (" + t.texts(c.In) + ")"}, nil
	case c.Has != nil:
		return t.members("OR", column, c.Has)
	case c.HasAll != nil:
		return t.members("AND", column, c.HasAll)
	case c.From != "" || c.Before != "":
		return t.between(c, column), nil
	}
	if !t.has["exit_date"] {
		return never(""), nil
	}
	end := clause{test: column + " <= " + t.windowEnd(c)}
	if !t.has["entry_date"] {
		return end, nil
	}
	entry := t.set.Schema().Field("entry_date")
	return joined("AND", "", end, clause{join: "OR", parts: []clause{{test: column + " >= " + t.column(entry.Name)}, {test: t.missing(entry)}}}), nil
}

// between is the test of days of the calendar.
func (t *translator) between(c *indicators.Criterion, column string) clause {
	var parts []clause
	if c.From != "" {
		parts = append(parts, clause{test: column + " >= " + t.dialect.day(c.From)})
	}
	if c.Before != "" {
		parts = append(parts, clause{test: column + " < " + t.dialect.day(c.Before)})
	}
	return joined("AND", "", parts...)
}

func (t *translator) texts(values []string) string {
	var quoted []string
	for _, v := range values {
		quoted = append(quoted, t.dialect.text(v))
	}
	return strings.Join(quoted, ", ")
}

func (t *translator) members(join, column string, terms []string) (clause, error) {
	var parts []clause
	for _, term := range terms {
		if strings.Contains(term, "|") {
			return clause{}, fmt.Errorf("sqltext: the member %q of a set holds |, by which members are kept apart; rename it", term)
		}
		parts = append(parts, clause{test: t.dialect.holds(column, term)})
	}
	return joined(join, "", parts...), nil
}

// windowEnd is the last day of a window after exit.
func (t *translator) windowEnd(c *indicators.Criterion) string {
	p := &t.set.Parameters
	switch {
	case c.Days != nil:
		return t.daysAfter("exit_date", *c.Days)
	case c.Months != nil:
		return t.monthsAfter("exit_date", *c.Months)
	case c.Within == indicators.Immediate:
		return t.daysAfter("exit_date", p.ImmediateDays)
	case c.Within == indicators.Efficiency:
		return t.monthsAfter("exit_date", p.EfficiencyMonths)
	}
	return t.monthsAfter("exit_date", p.LongerTermMonths)
}

// known tells whether a field holds an answer; of the age, one that somebody can have.
func (t *translator) known(field, note string) clause {
	if field == "age" {
		return clause{test: fmt.Sprintf("%s BETWEEN 0 AND %d", t.ageColumn(), datasets.MaxAge), note: note}
	}
	column := t.column(field)
	if isText(t.set.Schema().Field(field)) {
		return clause{test: column + " <> ''", note: note}
	}
	return clause{test: column + " IS NOT NULL", note: note}
}

// missing is the complement of known: some loaders turn a missing text into an empty one.
func (t *translator) missing(f *datasets.Field) string {
	column := t.column(f.Name)
	if isText(f) {
		return fmt.Sprintf("COALESCE(%s, '') = ''", column)
	}
	return column + " IS NULL"
}

func isText(f *datasets.Field) bool {
	return f != nil && !slices.Contains([]datasets.Kind{datasets.Date, datasets.Number, datasets.Count, datasets.Money}, f.Kind)
}
