package indicators

import (
	"github.com/efseval/efseval/datasets"
)

// workOutAges fills the age at entry of every row by the convention of the rule set:
//
//	completed        the column age, else completed years from birth_date to entry_date
//	year-difference  year of entry_date - year of birth_date, else the column age
//
// What [datasets.IsAge] refuses is not known: the dates contradict each other.
func (e *engine) workOutAges(b *datasets.Batch) {
	if cap(e.ages) < b.Rows() {
		e.ages = make([]int16, b.Rows())
	}
	e.ages = e.ages[:b.Rows()]
	for row := range e.ages {
		e.ages[row] = unknownAge
	}
	if e.set.Parameters.Age == YearDifference {
		e.agesFromBirth(b, datasets.YearDifference)
		e.agesFromColumn(b)
		return
	}
	e.agesFromColumn(b)
	e.agesFromBirth(b, datasets.CompletedYears)
}

// agesFromColumn fills rows that have no age yet.
func (e *engine) agesFromColumn(b *datasets.Batch) {
	if e.plan.cols.age < 0 || !b.Column(e.plan.cols.age).Present {
		return
	}
	c := b.Column(e.plan.cols.age)
	for row := range e.ages {
		if e.ages[row] == unknownAge && c.Known.Has(row) && datasets.IsAge(c.Counts[row]) {
			e.ages[row] = int16(c.Counts[row])
		}
	}
}

// agesFromBirth fills rows that have no age yet.
func (e *engine) agesFromBirth(b *datasets.Batch, years func(birth, on int32) int) {
	if e.plan.cols.birth < 0 || e.plan.cols.entry < 0 {
		return
	}
	birth, entry := b.Column(e.plan.cols.birth), b.Column(e.plan.cols.entry)
	if !birth.Present || !entry.Present {
		return
	}
	for row := range e.ages {
		if e.ages[row] != unknownAge || !birth.Known.Has(row) || !entry.Known.Has(row) {
			continue
		}
		if age := years(birth.Days[row], entry.Days[row]); datasets.IsAge(int64(age)) {
			e.ages[row] = int16(age)
		}
	}
}

// longTerm sets the rows that the export marks as long-term unemployed, and those whose spell
// is long enough:
//
//	unemployed_since + months < entry_date     (strict; else <=)
//
// with the months of the rule set for the age at entry. Where the age is not known the longer
// of the two periods is asked for, so that the answer holds for either age.
func (e *engine) longTerm(b *datasets.Batch, out []uint64) {
	cols := e.plan.cols
	if !b.Column(cols.detail).Present { // else the rows marked are set
		clear(out)
	}
	since, entry := b.Column(cols.since), b.Column(cols.entry)
	if !since.Present || !entry.Present {
		return
	}
	for w := range out {
		for rest := since.Known[w] & entry.Known[w] &^ out[w]; rest != 0; rest &= rest - 1 {
			row := w*64 + lowest(rest)
			if e.longSpell(since.Days[row], entry.Days[row], int(e.ages[row])) {
				out[w] |= rest & -rest
			}
		}
	}
}

// longSpell tells whether a spell that began on a day makes a person of an age long-term unemployed.
func (e *engine) longSpell(since, entry int32, age int) bool {
	l := &e.set.Parameters.LongTerm
	months := l.MonthsFrom25
	switch {
	case age == unknownAge:
		months = max(l.MonthsUnder25, l.MonthsFrom25)
	case age < 25:
		months = l.MonthsUnder25
	}
	day := e.calendarOf(months).after(since)
	return entry > day || !l.Strict && entry == day
}
