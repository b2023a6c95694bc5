package sqltext

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// AgeByYear is the extra column of the canonical table: the year of entry less the year of birth,
// for rule sets that reckon so.
const AgeByYear = "age_by_year"

// ageColumn is the age at entry by the convention of the rule set. Where the table was made without
// birth dates both columns hold the age that the export stated.
func (t *translator) ageColumn() string {
	if t.set.Parameters.Age == indicators.YearDifference && t.has[AgeByYear] {
		return t.column(AgeByYear)
	}
	return t.column("age")
}

// hasAge tells whether the table holds an age by the convention of the rule set.
func (t *translator) hasAge() bool {
	return t.has["age"] || t.has[AgeByYear] && t.set.Parameters.Age == indicators.YearDifference
}

func (t *translator) age(c *indicators.Criterion) clause {
	lo, hi := 0, datasets.MaxAge
	if c.Age.From != nil {
		lo = *c.Age.From
	}
	if c.Age.To != nil {
		hi = *c.Age.To
	}
	if c.Age.Below != nil {
		hi = *c.Age.Below - 1
	}
	return clause{test: fmt.Sprintf("%s BETWEEN %d AND %d", t.ageColumn(), lo, hi), note: t.say(c)}
}

// longTerm is true of whoever is marked as long-term unemployed, and of whoever was unemployed for
// the months of the rule set, by age; where the age is not known, for the longer of the two periods.
func (t *translator) longTerm(note string) clause {
	whole := clause{join: "OR", note: note}
	if t.has["labour_status_detail"] {
		whole.parts = append(whole.parts, clause{test: t.column("labour_status_detail") + " IN ('long_term_unemployed')"})
	}
	if t.has["unemployed_since"] && t.has["entry_date"] {
		whole.parts = append(whole.parts, t.spells()...)
	}
	return joined("OR", note, whole.parts...)
}

func (t *translator) spells() []clause {
	l := t.set.Parameters.LongTerm
	if l.MonthsUnder25 == l.MonthsFrom25 {
		return []clause{t.spell(l.MonthsFrom25)}
	}
	longer := t.spell(max(l.MonthsUnder25, l.MonthsFrom25))
	if !t.hasAge() {
		return []clause{longer}
	}
	age := t.ageColumn()
	of := func(band clause, spell clause) clause { return clause{join: "AND", parts: []clause{band, spell}} }
	return []clause{
		of(clause{test: age + " BETWEEN 0 AND 24"}, t.spell(l.MonthsUnder25)),
		of(clause{test: fmt.Sprintf("%s BETWEEN 25 AND %d", age, datasets.MaxAge)}, t.spell(l.MonthsFrom25)),
		of(clause{test: fmt.Sprintf("%s BETWEEN 0 AND %d", age, datasets.MaxAge), not: true}, longer),
	}
}

// spell tells whether unemployment had lasted for months at entry.
func (t *translator) spell(months int) clause {
	is := "<="
	if t.set.Parameters.LongTerm.Strict {
		is = "<"
	}
	return clause{test: fmt.Sprintf("%s %s %s", t.monthsAfter("unemployed_since", months), is, t.column("entry_date"))}
}
