package indicators

import (
	"slices"

	"github.com/efseval/efseval/datasets"
	"pgregory.net/rapid"
)

// everyForm is a rule set that no regulation has: each form of a criterion, also those that the
// embedded sets do not use, in words that the two implementations must read alike.
const everyForm = `
name: every-form
version: 1
period: made up
parameters: {long_term_unemployed: {months_under_25: 6, months_from_25: 12}, complete_record: [sex], genders: [woman, man, non_binary], immediate_days: 28, longer_term_months: 6}
definitions:
  - {code: BEFORE, name: {pl: a, en: a}, stage: output, achieved: {field: entry_date, before: 2019-06-28}}
  - {code: FROM, name: {pl: a, en: a}, stage: output, records: all, achieved: {field: entry_date, from: 2019-06-28}}
  - {code: BETWEEN, name: {pl: a, en: a}, stage: output, achieved: {field: exit_date, from: 2019-02-28, before: 2020-02-29, or_missing: true}}
  - {code: ONE-DAY, name: {pl: a, en: a}, stage: output, eligible: {not: {field: exit_date, before: 2018-08-02, optional: true}}, achieved: {field: entry_date, from: 2019-08-31, before: 2019-09-01}}
  - {code: A+B, name: {pl: a, en: a}, stage: output, achieved: {any: [{indicator: BEFORE}, {indicator: FROM}]}}
  - {code: STATED, name: {pl: a, en: a}, stage: immediate_result, fact: true}
  - {code: WINDOWS, name: {pl: a, en: a}, stage: immediate_result, achieved: {any: [{field: employed_on, within_days_of_exit: 29}, {field: qualified_on, within_months_of_exit: 3, optional: true}]}}
  - {code: MEMBERS, name: {pl: a, en: a}, stage: output, eligible: {field: support_nature, has_all: [social, occupational]}, achieved: {not: {field: efficiency_exclusions, has: [foster_care, youth_centre], optional: true}}}
invariants:
  - {left: [BEFORE, FROM], is: at_most, right: [grand-total], source: a day is before another or not}
thresholds:
  - {code: MEMBERS, name: {pl: a, en: a}, of: {field: entry_date, from: 2019-03-01, or_missing: true}, at_least: 33.3, source: {clause: none, mark: made up}}
`

// crowdedDays gather dates where the edges are: month ends, leap days, the 28th and 29th day, the amendment of 2018.
var crowdedDays = func() []int32 {
	var days []int32
	for _, d := range [...][3]int{{2018, 8, 1}, {2018, 8, 2}, {2018, 8, 31}, {2019, 2, 28}, {2019, 3, 1}, {2019, 5, 31}, {2019, 6, 28}, {2019, 6, 29}, {2019, 8, 31}, {2020, 2, 28}, {2020, 2, 29}, {2020, 3, 1}} {
		day, _ := datasets.DaysOf(d[0], d[1], d[2])
		days = append(days, day)
	}
	return days
}()

// places are texts that are hard to put in order.
var places = [...]string{"Łódź", "Lodz", "Zabrze", "Łazy", "Bytom", "bytom", "x"}

// drawColumns draws which columns an export has: all, or about nine in ten.
func drawColumns(t *rapid.T, s *datasets.Schema) []bool {
	seed := rapid.Uint64().Draw(t, "columns")
	whole := seed%4 == 0
	has := make([]bool, len(s.Fields))
	for i := range has {
		has[i] = whole || next(&seed)%10 > 0
	}
	return has
}

// drawBatch draws made-up records: any value of any field, a sixth of them missing.
func drawBatch(t *rapid.T, s *datasets.Schema, columns []bool) *datasets.Batch {
	b := datasets.NewBatch(s, "random.csv", "")
	for i, has := range columns {
		if has {
			b.Provide(i, i+1)
		}
	}
	seed := rapid.Uint64().Draw(t, "seed")
	for row := range rapid.IntRange(0, 200).Draw(t, "rows") {
		b.AddRow(row + 2)
		for i := range s.Fields {
			if columns[i] && next(&seed)%6 > 0 {
				setRandom(b.Column(i), &s.Fields[i], row, &seed)
			}
		}
	}
	return b
}

// next is a step of the splitmix64 generator: a whole batch from one number, so that rapid
// draws few values and can shrink them.
func next(seed *uint64) uint64 {
	*seed += 0x9e3779b97f4a7c15
	z := *seed
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func setRandom(c *datasets.Column, f *datasets.Field, row int, seed *uint64) {
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		c.SetCode(row, uint8(next(seed)%uint64(len(f.Vocabulary.Terms)))+1)
	case datasets.Set:
		some, others := next(seed), next(seed) // about a quarter of the members
		c.AddMask(row, some&others&(1<<len(f.Vocabulary.Terms)-1))
	case datasets.Count:
		c.SetCount(row, int64(next(seed)%70)-1)
	case datasets.Date:
		day := crowdedDays[next(seed)%uint64(len(crowdedDays))]
		if f.Name == "birth_date" {
			day = datasets.AddMonths(day, -12*int(next(seed)%70))
		}
		c.SetDay(row, day)
	case datasets.Text, datasets.Identifier:
		c.SetText(row, []byte(places[next(seed)%uint64(len(places))]))
	}
}

// part copies rows of a batch into a batch of their own, in the order given.
func part(b *datasets.Batch, rows []int) *datasets.Batch {
	out := datasets.NewBatch(b.Schema, b.File, b.Sheet)
	for i := range b.Schema.Fields {
		if b.Column(i).Present {
			out.Provide(i, i+1)
		}
	}
	for to, row := range rows {
		out.AddRow(b.Line(row))
		for i, f := range b.Schema.Fields {
			if from := b.Column(i); from.Present && !from.Missing(row) {
				copyValue(out.Column(i), from, f.Kind, to, row)
			}
		}
	}
	return out
}

func copyValue(to, from *datasets.Column, kind datasets.Kind, row, source int) {
	switch kind {
	case datasets.Category, datasets.Flag:
		to.SetCode(row, from.Codes[source])
	case datasets.Set:
		to.AddMask(row, from.Masks[source])
	case datasets.Count:
		to.SetCount(row, from.Counts[source])
	case datasets.Date:
		to.SetDay(row, from.Days[source])
	case datasets.Text, datasets.Identifier:
		to.SetText(row, slices.Clone(from.Text(source)))
	}
}
