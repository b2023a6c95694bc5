package check

import (
	"slices"

	"github.com/efseval/efseval/datasets"
)

// order reports a date before another one that must come first.
func (p *pass) order(r *Rule) {
	first, then := p.column(r.Earlier), p.column(r.Place)
	p.each(r.Place, func(row int) bool {
		return has(first, row) && has(then, row) && then.Days[row] < first.Days[row]
	})
}

// after reports a last date, by the best column that the file has for it, behind one that ends them.
func (p *pass) after(r *Rule) {
	for _, field := range slices.Backward(r.Fields) {
		if p.column(field) != nil {
			p.order(&Rule{Earlier: field, Place: r.Place})
			return
		}
	}
}

// period reports dates outside the project:
//
//	date < from - margin   or   date > to + margin
//
// A cell of one date that feeds two fields is told once.
func (p *pass) period(r *Rule) {
	c := p.checker
	for i, field := range r.Fields {
		date := p.column(field)
		again := p.twinOf(date, r.Fields[:i])
		p.each(field, func(row int) bool {
			return has(date, row) && !(has(again, row) && again.Days[row] == date.Days[row]) && (c.bounded[0] && int(date.Days[row]) < int(c.from)-c.options.MarginDays ||
				c.bounded[1] && int(date.Days[row]) > int(c.to)+c.options.MarginDays)
		})
	}
}

// twinOf is the column among some fields that the same column of the file feeds, else nil.
func (p *pass) twinOf(date *datasets.Column, fields []string) *datasets.Column {
	for _, f := range fields {
		if c := p.column(f); c != nil && date != nil && c.Source == date.Source {
			return c
		}
	}
	return nil
}

// withoutExit reports results of somebody who has no date of exit.
func (p *pass) withoutExit(r *Rule) {
	exit := p.column("exit_date")
	if exit == nil {
		return
	}
	for _, field := range r.Fields {
		date := p.column(field)
		p.each(field, func(row int) bool { return has(date, row) && exit.Missing(row) })
	}
}

// late reports results after their window. The last day belongs to it:
//
//	date > exit + days
func (p *pass) late(r *Rule) {
	p.results(r, func(_ *datasets.Column, row int, day, exit int32) bool { return int(day) > int(exit)+r.Days })
}

// early reports results of somebody who had not left yet. Those before the entry have a rule of
// their own.
func (p *pass) early(r *Rule) {
	p.results(r, func(entry *datasets.Column, row int, day, exit int32) bool {
		return day < exit && !(has(entry, row) && day < entry.Days[row])
	})
}

func (p *pass) results(r *Rule, holds func(entry *datasets.Column, row int, day, exit int32) bool) {
	entry, exit := p.column("entry_date"), p.column("exit_date")
	for _, field := range r.Fields {
		date := p.column(field)
		p.each(field, func(row int) bool {
			return has(date, row) && has(exit, row) && holds(entry, row, date.Days[row], exit.Days[row])
		})
	}
}
