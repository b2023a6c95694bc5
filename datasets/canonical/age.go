package canonical

import "github.com/efseval/efseval/datasets"

// ageFields are the fields from which the age at entry is known; -1 where the schema lacks one.
type ageFields struct{ age, birth, entry int }

func findAge(s *datasets.Schema) ageFields {
	return ageFields{age: s.Index("age"), birth: s.Index("birth_date"), entry: s.Index("entry_date")}
}

// canReckon tells whether the export has both dates.
func (a ageFields) canReckon(b *datasets.Batch) bool {
	return a.birth >= 0 && a.entry >= 0 && b.Column(a.birth).Present && b.Column(a.entry).Present
}

// completed is the age in completed years: what the export states, else worked out.
func (a ageFields) completed(b *datasets.Batch, row int) (int64, bool) {
	if age, ok := a.stated(b, row); ok {
		return age, ok
	}
	return a.reckoned(b, row, datasets.CompletedYears)
}

// byYear is the age as a difference of years: worked out, else what the export states.
func (a ageFields) byYear(b *datasets.Batch, row int) (int64, bool) {
	if age, ok := a.reckoned(b, row, datasets.YearDifference); ok {
		return age, ok
	}
	return a.stated(b, row)
}

func (a ageFields) stated(b *datasets.Batch, row int) (int64, bool) {
	if a.age < 0 || !b.Column(a.age).Present || b.Column(a.age).Missing(row) {
		return 0, false
	}
	age := b.Column(a.age).Counts[row]
	return age, datasets.IsAge(age)
}

func (a ageFields) reckoned(b *datasets.Batch, row int, years func(birth, on int32) int) (int64, bool) {
	if !a.canReckon(b) || b.Column(a.birth).Missing(row) || b.Column(a.entry).Missing(row) {
		return 0, false
	}
	age := int64(years(b.Column(a.birth).Days[row], b.Column(a.entry).Days[row]))
	return age, datasets.IsAge(age)
}
