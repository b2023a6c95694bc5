package sqltext

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// answers tells whether the columns of the table suffice for a criterion. What a whole figure lacks
// the engine says (see [translator.table]); this is for optional parts of one that has an answer.
func (t *translator) answers(c *indicators.Criterion) bool {
	switch {
	case c.All != nil:
		return !slices.ContainsFunc(c.All, func(p indicators.Criterion) bool { return !t.answers(&p) })
	case c.Any != nil:
		return t.anyAnswers(c.Any)
	case c.Not != nil:
		return c.Not.Optional || t.answers(c.Not)
	case c.Field != "":
		return t.fieldAnswers(c)
	case c.Age != nil, c.Known == "age":
		return t.hasAge()
	case c.LongTermUnemployed:
		return t.has["labour_status_detail"] || t.has["unemployed_since"] && t.has["entry_date"]
	case c.Indicator != "":
		d := t.set.Definition(c.Indicator)
		return d != nil && t.answers(&d.Eligible) && t.answers(&d.Achieved)
	case c.Known != "":
		return t.has[c.Known]
	}
	return true
}

func (t *translator) anyAnswers(parts []indicators.Criterion) bool {
	some := false
	for i := range parts {
		answers := t.answers(&parts[i])
		if !answers && !parts[i].Optional {
			return false
		}
		some = some || answers
	}
	return some
}

func (t *translator) fieldAnswers(c *indicators.Criterion) bool {
	if !t.has[c.Field] {
		return c.OrMissing
	}
	window := c.Within != "" || c.Days != nil || c.Months != nil
	return !window || t.has["exit_date"]
}

// Columns lists the columns of a canonical table that lacks none: the fields of the schema but those
// that identify a person, save the pseudonym, the age by year, and beside a text the text folded.
func Columns(schema *datasets.Schema) []string {
	var names []string
	for i := range schema.Fields {
		f := &schema.Fields[i]
		if !f.Identifying || f.Name == "person" {
			names = append(names, f.Name)
		}
		if isFreeText(f) {
			names = append(names, datasets.FoldedColumn(f.Name))
		}
		if f.Name == "age" {
			names = append(names, AgeByYear)
		}
	}
	return names
}

// isFreeText tells the texts that stand in the table a second time, folded.
func isFreeText(f *datasets.Field) bool { return f.Kind == datasets.Text && !f.Identifying }

// foldedOf is the field that a column holds folded; nil of other columns.
func foldedOf(schema *datasets.Schema, column string) *datasets.Field {
	for i := range schema.Fields {
		if f := &schema.Fields[i]; isFreeText(f) && datasets.FoldedColumn(f.Name) == column {
			return f
		}
	}
	return nil
}

// table is what the engine says of one participation of which nothing is known, in a table with
// these columns: which figures have an answer, and what the others lack.
func (t *translator) table() (*indicators.Table, error) {
	b := datasets.NewBatch(t.set.Schema(), "", "")
	for i := range b.Schema.Fields {
		name := b.Schema.Fields[i].Name
		if t.has[name] || name == "age" && t.hasAge() {
			b.Provide(i, i+1)
		}
	}
	b.AddRow(1)
	counter, err := indicators.NewCounter(t.set, indicators.Options{})
	if err != nil {
		return nil, err
	}
	if err := counter.Add(b); err != nil {
		return nil, err
	}
	return counter.Table(), nil
}

// columns checks the columns of a table; none given are all.
func columns(schema *datasets.Schema, given []string) (map[string]bool, error) {
	all := Columns(schema)
	if given == nil {
		given = all
	}
	has := map[string]bool{}
	for _, name := range given {
		if err := checkName(name); err != nil {
			return nil, fmt.Errorf("sqltext: columns: %w", err)
		}
		if slices.Contains(all, name) { // what the canonical table does not have nobody reads
			has[name] = true
		}
	}
	return has, nil
}
