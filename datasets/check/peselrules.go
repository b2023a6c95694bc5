package check

import "github.com/efseval/efseval/datasets"

// ofForm reports identifiers of a form.
func (p *pass) ofForm(r *Rule, want form) {
	p.each(r.Place, func(row int) bool { return p.numbers[row].form == want })
}

// peselSex reports women whose number is a man's and men whose number is a woman's. A number
// with a wrong check digit says nothing sure and is not compared; neither is a non-binary person.
func (p *pass) peselSex(r *Rule) {
	sex := p.column("sex")
	if sex == nil {
		return
	}
	words := p.batch.Schema.Field("sex").Vocabulary
	woman, _ := words.Code("woman")
	man, _ := words.Code("man")
	p.each(r.Place, func(row int) bool {
		n, code := p.numbers[row], sex.Codes[row]
		return n.form == valid && (code == woman && !n.pesel.Woman || code == man && n.pesel.Woman)
	})
}

// peselBirth reports dates of birth that are not those of the number.
func (p *pass) peselBirth(r *Rule) {
	birth := p.column("birth_date")
	p.each(r.Place, func(row int) bool {
		n := p.numbers[row]
		return n.form == valid && has(birth, row) && birth.Days[row] != n.pesel.Birth
	})
}

// peselAge reports ages that are not the completed years of the number on the day of entry.
func (p *pass) peselAge(r *Rule) {
	age, entry := p.column("age"), p.column("entry_date")
	p.each(r.Place, func(row int) bool {
		n := p.numbers[row]
		return n.form == valid && has(age, row) && has(entry, row) && otherAge(age.Counts[row], n.pesel.Birth, entry.Days[row])
	})
}

// age reports ages that are not the completed years of the date of birth on the day of entry.
func (p *pass) age(r *Rule) {
	age, entry, birth := p.column("age"), p.column("entry_date"), p.column("birth_date")
	p.each(r.Place, func(row int) bool {
		return has(age, row) && has(entry, row) && has(birth, row) && otherAge(age.Counts[row], birth.Days[row], entry.Days[row])
	})
}

// otherAge tells whether an age is not that of somebody born on a day. Who was born after the
// entry has a fault in the dates, not in the age.
func otherAge(age int64, birth, entry int32) bool {
	return birth <= entry && age != int64(datasets.CompletedYears(birth, entry))
}
