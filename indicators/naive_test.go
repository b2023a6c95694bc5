package indicators

import (
	"slices"
	"time"

	"github.com/efseval/efseval/datasets"
)

// naive is a slow interpreter of definitions, written from their documentation and apart from
// the plan: it walks the tree of a criterion for one row at a time, and reckons with time.Time.
// The counter must agree with it.
type naive struct {
	set *Set
	b   *datasets.Batch
}

// answers tells whether the columns of the batch suffice.
func (n naive) answers(c *Criterion) bool {
	switch {
	case c.All != nil:
		for i := range c.All {
			if !n.answers(&c.All[i]) {
				return false
			}
		}
		return true
	case c.Any != nil:
		some := false
		for i := range c.Any {
			ok := n.answers(&c.Any[i])
			if !ok && !c.Any[i].Optional {
				return false
			}
			some = some || ok
		}
		return some
	case c.Not != nil:
		return c.Not.Optional || n.answers(c.Not)
	case c.Field != "" && c.OrMissing && !n.b.Has(c.Field):
		return true
	case c.Field != "" && (c.Within != "" || c.Days != nil || c.Months != nil):
		return n.b.Has(c.Field) && n.b.Has("exit_date")
	case c.Field != "":
		return n.b.Has(c.Field)
	case c.Age != nil || c.Known == "age":
		return n.b.Has("age") || n.b.Has("birth_date") && n.b.Has("entry_date")
	case c.LongTermUnemployed:
		return n.b.Has("labour_status_detail") || n.b.Has("unemployed_since") && n.b.Has("entry_date")
	case c.Indicator != "":
		d := n.set.Definition(c.Indicator)
		return n.answers(&d.Eligible) && n.answers(&d.Achieved)
	case c.Known != "":
		return n.b.Has(c.Known)
	}
	return true
}

// true tells whether the data of a row say that the criterion holds.
func (n naive) true(c *Criterion, row int) bool {
	switch {
	case c.All != nil:
		return !slices.ContainsFunc(c.All, func(p Criterion) bool { return !n.true(&p, row) })
	case c.Any != nil:
		return slices.ContainsFunc(c.Any, func(p Criterion) bool { return n.true(&p, row) })
	case c.Not != nil:
		return !n.true(c.Not, row)
	case c.Field != "":
		return n.field(c, row)
	case c.Age != nil:
		age, ok := n.age(row)
		b := c.Age
		return ok && (b.Below == nil || age < *b.Below) && (b.From == nil || age >= *b.From) && (b.To == nil || age <= *b.To)
	case c.LongTermUnemployed:
		return n.longTerm(row)
	case c.Indicator != "":
		d := n.set.Definition(c.Indicator)
		return n.true(&d.Eligible, row) && n.true(&d.Achieved, row)
	case c.Known == "age":
		_, ok := n.age(row)
		return ok
	case c.Known != "":
		return n.has(c.Known, row)
	}
	return true
}

func (n naive) has(field string, row int) bool {
	return n.b.Has(field) && !n.b.ColumnOf(field).Missing(row)
}

// term is the term code of a Category or Flag; empty where missing.
func (n naive) term(field string, row int) string {
	if !n.has(field, row) {
		return ""
	}
	return n.b.Schema.Field(field).Vocabulary.Term(n.b.ColumnOf(field).Codes[row]).Code
}

func (n naive) date(field string, row int) (time.Time, bool) {
	if !n.has(field, row) {
		return time.Time{}, false
	}
	y, m, d := datasets.CalendarDay(n.b.ColumnOf(field).Days[row])
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC), true
}

func (n naive) field(c *Criterion, row int) bool {
	if !n.has(c.Field, row) {
		return c.OrMissing
	}
	vocabulary := n.b.Schema.Field(c.Field).Vocabulary
	member := func(term string) bool { return n.b.ColumnOf(c.Field).Masks[row]&vocabulary.Bit(term) != 0 }
	switch {
	case c.In != nil:
		return slices.Contains(c.In, n.term(c.Field, row))
	case c.Has != nil:
		return slices.ContainsFunc(c.Has, member)
	case c.HasAll != nil:
		return !slices.ContainsFunc(c.HasAll, func(t string) bool { return !member(t) })
	}
	date, _ := n.date(c.Field, row)
	if c.Before != "" || c.From != "" {
		day := date.Format(time.DateOnly) // years of four digits: the order of the words is that of the days
		return (c.From == "" || day >= c.From) && (c.Before == "" || day < c.Before)
	}
	exit, left := n.date("exit_date", row)
	entry, entered := n.date("entry_date", row)
	return left && !date.After(n.end(c, exit)) && !(entered && date.Before(entry))
}

func (n naive) end(c *Criterion, exit time.Time) time.Time {
	switch {
	case c.Days != nil:
		return exit.AddDate(0, 0, *c.Days)
	case c.Months != nil:
		return plusMonths(exit, *c.Months)
	case c.Within == Immediate:
		return exit.AddDate(0, 0, n.set.Parameters.ImmediateDays)
	case c.Within == Efficiency:
		return plusMonths(exit, n.set.Parameters.EfficiencyMonths)
	}
	return plusMonths(exit, n.set.Parameters.LongerTermMonths)
}

// plusMonths goes back day by day from the overflow of AddDate to the month that was meant.
func plusMonths(t time.Time, months int) time.Time {
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, months, 0)
	out := t.AddDate(0, months, 0)
	for out.Month() != first.Month() {
		out = out.AddDate(0, 0, -1)
	}
	return out
}

func (n naive) age(row int) (int, bool) {
	column, hasColumn := 0, n.has("age", row)
	if hasColumn {
		column = int(n.b.ColumnOf("age").Counts[row])
		hasColumn = column >= 0 && column <= 150
	}
	birth, hasBirth := n.date("birth_date", row)
	entry, hasEntry := n.date("entry_date", row)
	worked := entry.Year() - birth.Year()
	if n.set.Parameters.Age == CompletedYears && (entry.Month() < birth.Month() || entry.Month() == birth.Month() && entry.Day() < birth.Day()) {
		worked--
	}
	canWork := hasBirth && hasEntry && worked >= 0 && worked <= 150
	if hasColumn && (n.set.Parameters.Age == CompletedYears || !canWork) {
		return column, true
	}
	return worked, canWork
}

func (n naive) longTerm(row int) bool {
	if n.term("labour_status_detail", row) == "long_term_unemployed" {
		return true
	}
	since, known := n.date("unemployed_since", row)
	entry, entered := n.date("entry_date", row)
	if !known || !entered {
		return false
	}
	l := n.set.Parameters.LongTerm
	months := max(l.MonthsUnder25, l.MonthsFrom25)
	if age, ok := n.age(row); ok && age < 25 {
		months = l.MonthsUnder25
	} else if ok {
		months = l.MonthsFrom25
	}
	passed := plusMonths(since, months)
	return passed.Before(entry) || !l.Strict && passed.Equal(entry)
}

// group is the one group besides Total that a row is in.
func (n naive) group(row int) Group {
	switch sex := n.term("sex", row); {
	case !slices.Contains(n.set.Parameters.Genders, sex):
		return UnknownSex
	case sex == "woman":
		return Women
	case sex == "man":
		return Men
	}
	return NonBinary
}

func (n naive) complete(row int) bool {
	for _, f := range n.set.Parameters.CompleteRecord {
		if !n.true(&Criterion{Known: f}, row) {
			return false
		}
	}
	return true
}

// cell counts an indicator in one group, row by row; ok is false where it is not available.
func (n naive) cell(d *Definition, g Group) (num, den int64, ok bool) {
	if d.Fact {
		return 0, 0, false // the batch does not say it
	}
	ok = n.answers(&d.Eligible) && n.answers(&d.Achieved) && (g == Total || g == UnknownSex || n.b.Has("sex"))
	for _, f := range n.set.Parameters.CompleteRecord {
		ok = ok && (d.Records == AllRecords || n.answers(&Criterion{Known: f}))
	}
	if !ok {
		return 0, 0, false
	}
	for row := range n.b.Rows() {
		if g != Total && n.group(row) != g || d.Records != AllRecords && !n.complete(row) || !n.true(&d.Eligible, row) {
			continue
		}
		den++
		if n.true(&d.Achieved, row) {
			num++
		}
	}
	return num, den, true
}
