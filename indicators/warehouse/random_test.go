package warehouse

import (
	"math/rand/v2"

	"github.com/efseval/efseval/datasets"
)

// crowdedDays gather dates where the edges are: month ends, leap days, the 28th and 29th day.
func crowdedDays() []int32 {
	var days []int32
	for _, d := range [...][3]int{{2018, 8, 31}, {2019, 2, 28}, {2019, 3, 1}, {2019, 5, 31}, {2019, 6, 28}, {2019, 6, 29}, {2019, 8, 31},
		{2020, 2, 28}, {2020, 2, 29}, {2020, 3, 1}, {2018, 8, 1}, {2018, 8, 2}, {2023, 12, 31}, {2024, 1, 1}} {
		day, _ := datasets.DaysOf(d[0], d[1], d[2])
		days = append(days, day)
	}
	return days
}

// randomBatch is made-up records of nobody: any value of any field, a sixth of them missing, and
// one column in so many absent (0: none).
func randomBatch(schema *datasets.Schema, seed uint64, rows, absent int) *datasets.Batch {
	r := rand.New(rand.NewPCG(seed, 4))
	b := datasets.NewBatch(schema, "random.csv", "")
	for i := range schema.Fields {
		if absent == 0 || r.IntN(absent) > 0 {
			b.Provide(i, i+1)
		}
	}
	days := crowdedDays()
	for row := range rows {
		b.AddRow(row + 2)
		for i := range schema.Fields {
			if b.Column(i).Present && r.IntN(6) > 0 {
				setRandom(r, b.Column(i), &schema.Fields[i], row, days)
			}
		}
	}
	return b
}

func setRandom(r *rand.Rand, c *datasets.Column, f *datasets.Field, row int, days []int32) {
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		c.SetCode(row, uint8(r.IntN(len(f.Vocabulary.Terms)))+1)
	case datasets.Set:
		c.AddMask(row, r.Uint64()&r.Uint64()&(1<<len(f.Vocabulary.Terms)-1))
	case datasets.Count:
		c.SetCount(row, int64(r.IntN(70))-1)
	case datasets.Date:
		day := days[r.IntN(len(days))]
		if f.Name == "birth_date" {
			day = datasets.AddMonths(day, -12*r.IntN(70)-r.IntN(2))
		}
		c.SetDay(row, day)
	case datasets.Text, datasets.Identifier:
		c.SetText(row, []byte{'x'})
	}
}
