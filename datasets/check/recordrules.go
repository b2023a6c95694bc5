package check

import "github.com/efseval/efseval/datasets"

// complete reports the fields of the complete record that a row leaves open. A file without the
// column is told once and not row by row.
func (p *pass) complete(r *Rule) {
	for _, field := range p.checker.options.CompleteRecord {
		if provided(p.batch, field) {
			p.each(field, func(row int) bool { return !p.answers(field, row) })
		}
	}
}

// answers tells whether a row says a field: by its cell, or the age by two dates.
func (p *pass) answers(field string, row int) bool {
	return has(p.column(field), row) ||
		field == "age" && has(p.column("birth_date"), row) && has(p.column("entry_date"), row)
}

// refused reports every answer that was declined.
func (p *pass) refused(*Rule) {
	for _, f := range p.batch.Schema.Fields {
		column := p.column(f.Name)
		if f.Kind != datasets.Flag || column == nil {
			continue
		}
		p.each(f.Name, func(row int) bool { return column.Codes[row] == datasets.Refused })
	}
}

// unnamed reports rows without an identifier, apart by whether they say that there is no PESEL.
func (p *pass) unnamed(r *Rule, denied bool) {
	person, flag := p.column("person"), p.column("no_pesel")
	p.each(r.Place, func(row int) bool {
		says := flag != nil && flag.Codes[row] == datasets.Yes
		return !has(person, row) && says == denied
	})
}
