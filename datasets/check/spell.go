package check

import "github.com/efseval/efseval/datasets"

// spell reports the long-term unemployed who were unemployed for too short a time:
//
//	since + months > entry
//
// so that a spell of exactly so many months passes, as under the milder of the two readings. The
// months are those of a child or an adult by the age, or by the date of birth where there is none. A
// spell that begins after the entry has a rule of its own.
func (p *pass) spell(r *Rule) {
	detail, since, entry := p.column("labour_status_detail"), p.column(r.Place), p.column("entry_date")
	if detail == nil {
		return
	}
	long, _ := p.batch.Schema.Field("labour_status_detail").Vocabulary.Code("long_term_unemployed")
	p.each(r.Place, func(row int) bool {
		if detail.Codes[row] != long || !has(since, row) || !has(entry, row) || since.Days[row] > entry.Days[row] {
			return false
		}
		months := r.Months
		if age, known := p.ageAt(row, entry.Days[row]); known && age >= r.Adult {
			months = r.AdultMonths
		}
		return datasets.AddMonths(since.Days[row], months) > entry.Days[row]
	})
}

// ageAt is the age of a row on the day of entry, as stated or by the date of birth.
func (p *pass) ageAt(row int, entry int32) (age int64, known bool) {
	stated, birth := p.column("age"), p.column("birth_date")
	switch {
	case has(stated, row):
		return stated.Counts[row], true
	case has(birth, row) && birth.Days[row] <= entry:
		return int64(datasets.CompletedYears(birth.Days[row], entry)), true
	}
	return 0, false
}
