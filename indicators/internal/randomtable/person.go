package randomtable

import (
	"fmt"
	"math/rand/v2"

	"github.com/efseval/efseval/datasets"
)

// edges are days around which months differ in length, and leap days.
var edges = [...][3]int{
	{2018, 8, 31}, {2019, 1, 31}, {2019, 2, 28}, {2019, 3, 1}, {2019, 5, 31}, {2019, 6, 28}, {2019, 6, 29},
	{2019, 8, 31}, {2019, 11, 30}, {2020, 2, 28}, {2020, 2, 29}, {2020, 3, 1}, {2018, 8, 1}, {2018, 8, 2},
}

// person is a made-up participation whose dates stand to one another as the rules ask.
type person struct {
	r           *rand.Rand
	entry, exit int32
	asRead      bool
}

func newPerson(r *rand.Rand, asRead bool) person {
	p := person{r: r, asRead: asRead}
	p.entry, p.exit = p.edge(), p.edge()
	return p
}

func (p *person) edge() int32 {
	e := edges[p.r.IntN(len(edges))]
	day, _ := datasets.DaysOf(e[0], e[1], e[2]) // the edges are days of the calendar
	return day
}

// near is a day, the one before or the one after.
func (p *person) near(day int32) int32 { return day + int32(p.r.IntN(3)) - 1 }

func (p *person) set(c *datasets.Column, f *datasets.Field, row int) {
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		c.SetCode(row, uint8(p.r.IntN(len(f.Vocabulary.Terms)))+1)
	case datasets.Set: // about a quarter of the members, now and then none
		if mask := p.r.Uint64() & p.r.Uint64() & (1<<len(f.Vocabulary.Terms) - 1); mask > 0 || !p.asRead {
			c.AddMask(row, mask)
		}
	case datasets.Count:
		ages := []int64{0, 14, 15, 17, 18, 24, 25, 29, 30, 54, 55, -1, 150, 151, 200}
		if p.asRead {
			ages = ages[:11]
		}
		c.SetCount(row, ages[p.r.IntN(len(ages))])
	case datasets.Money:
		c.SetCount(row, p.r.Int64N(1_000_000))
	case datasets.Number:
		c.SetNumber(row, float64(p.r.IntN(100))/8)
	case datasets.Date:
		c.SetDay(row, p.date(f.Name))
	default:
		c.SetText(row, p.text(f.Name))
	}
}

func (p *person) date(field string) int32 {
	switch field {
	case "entry_date":
		return p.entry
	case "exit_date":
		return p.exit
	case "birth_date": // around a birthday at which an age begins; now and then after entry
		years := []int{0, 15, 18, 25, 30, 55, 149, 151}
		if p.asRead {
			years = years[:6]
		}
		return p.near(datasets.AddMonths(p.entry, -12*years[p.r.IntN(len(years))]))
	case "unemployed_since":
		return p.near(datasets.AddMonths(p.entry, -[]int{1, 6, 12, 24}[p.r.IntN(4)]))
	}
	if p.r.IntN(3) == 0 {
		return p.near(p.exit + 28)
	}
	return p.near(datasets.AddMonths(p.exit, []int{0, 3, 6}[p.r.IntN(3)]))
}

// text is an identifier that some share, or a text that a writer could trip over.
func (p *person) text(field string) []byte {
	if field == "municipality" {
		texts := []string{"Mikołów", "MIKOŁÓW", "mikolow", "Dąb, „Wełnowiec”", `DĄB, "wełnowiec"`, "O'Leary\\", "a;b\nc", "A;b C", "Bielsko – Biała", "bielsko-biała", "<25", ">25"}
		return []byte(texts[p.r.IntN(len(texts))])
	}
	return fmt.Appendf(nil, "SYN-%03d", p.r.IntN(40))
}
