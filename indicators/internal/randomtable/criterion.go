package randomtable

import (
	"fmt"
	"math/rand/v2"

	"github.com/shopspring/decimal"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// Set draws a rule set: the given one by other parameters, and with made-up indicators of random
// criteria, R1 and further.
func Set(r *rand.Rand, base *indicators.Set, made int) (*indicators.Set, error) {
	p := base.Parameters
	p.Age = []indicators.AgeConvention{indicators.CompletedYears, indicators.YearDifference}[r.IntN(2)]
	p.LongTerm.Strict = r.IntN(2) == 0
	p.LongTerm.MonthsUnder25, p.LongTerm.MonthsFrom25 = []int{6, 12}[r.IntN(2)], []int{12, 6, 24}[r.IntN(3)]
	p.Genders = [][]string{{"woman", "man"}, {"woman", "man", "non_binary"}}[r.IntN(2)]
	p.CompleteRecord = [][]string{p.CompleteRecord, {"sex", "age"}, {"exit_situation", "entry_date", "person"}, {}}[r.IntN(4)]
	s, err := base.WithParameters(p)
	if err != nil {
		return nil, err
	}
	if s, err = withThresholds(r, s); err != nil {
		return nil, err
	}
	for i := range made {
		d := indicators.Definition{
			Code: fmt.Sprintf("R%d", i+1), Name: datasets.Label{PL: "wymyślony", EN: "made up -- *"}, Stage: indicators.Output,
			Records: []indicators.Records{indicators.CompleteRecords, indicators.AllRecords}[r.IntN(2)], Achieved: Criterion(r, s, 3),
		}
		if r.IntN(2) == 0 {
			d.Eligible = Criterion(r, s, 2)
		}
		if s, err = s.With(d); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Criterion draws a criterion at most so many joints deep, over the fields and indicators of a set.
func Criterion(r *rand.Rand, s *indicators.Set, depth int) indicators.Criterion {
	if depth > 0 {
		switch r.IntN(6) {
		case 0, 1:
			return indicators.Criterion{All: several(r, s, depth-1, false)}
		case 2, 3:
			return indicators.Criterion{Any: several(r, s, depth-1, true)}
		case 4:
			c := Criterion(r, s, depth-1)
			c.Optional = r.IntN(3) == 0
			return indicators.Criterion{Not: &c}
		}
	}
	return leaf(r, s)
}

func several(r *rand.Rand, s *indicators.Set, depth int, optional bool) []indicators.Criterion {
	var parts []indicators.Criterion
	for range 1 + r.IntN(3) {
		c := Criterion(r, s, depth)
		c.Optional = optional && r.IntN(3) == 0
		parts = append(parts, c)
	}
	return parts
}

func leaf(r *rand.Rand, s *indicators.Set) indicators.Criterion {
	switch r.IntN(8) {
	case 0:
		return age(r)
	case 1:
		return indicators.Criterion{LongTermUnemployed: true}
	case 2:
		return indicators.Criterion{Indicator: counted(r, s)}
	case 3:
		return indicators.Criterion{Known: field(r, s).Name}
	case 4:
		if r.IntN(4) == 0 {
			return indicators.Criterion{Everyone: true}
		}
	}
	return test(r, s)
}

// counted draws an indicator that is counted from rows.
func counted(r *rand.Rand, s *indicators.Set) string {
	for {
		if d := &s.Definitions[r.IntN(len(s.Definitions))]; !d.Fact {
			return d.Code
		}
	}
}

// withThresholds holds two indicators to a share in random subgroups.
func withThresholds(r *rand.Rand, s *indicators.Set) (*indicators.Set, error) {
	var made []indicators.Threshold
	for range 2 {
		made = append(made, indicators.Threshold{
			Code: counted(r, s), Name: datasets.Label{PL: "wymyślona podgrupa", EN: "made-up subgroup"}, Of: Criterion(r, s, 2),
			AtLeast: decimal.NewFromInt(22), Source: indicators.Source{Clause: "made up", Mark: "made up"},
		})
	}
	return s.WithThresholds(made...)
}

// field draws a field that the canonical table has.
func field(r *rand.Rand, s *indicators.Set) *datasets.Field {
	for {
		if f := &s.Schema().Fields[r.IntN(len(s.Schema().Fields))]; f.Name != "birth_date" {
			return f
		}
	}
}

func age(r *rand.Rand) indicators.Criterion {
	from, to := r.IntN(60), 60+r.IntN(91)
	switch r.IntN(4) {
	case 0:
		return indicators.Criterion{Age: &indicators.AgeBand{From: &from, To: &to}}
	case 1:
		return indicators.Criterion{Age: &indicators.AgeBand{From: &from}}
	case 2:
		return indicators.Criterion{Age: &indicators.AgeBand{Below: &to}}
	}
	return indicators.Criterion{Age: &indicators.AgeBand{To: &from}}
}

// test draws a test that suits the kind of a field.
func test(r *rand.Rand, s *indicators.Set) indicators.Criterion {
	for {
		f := field(r, s)
		c := indicators.Criterion{Field: f.Name, OrMissing: r.IntN(3) == 0}
		switch {
		case f.Kind == datasets.Category || f.Kind == datasets.Flag:
			c.In = terms(r, f)
			return c
		case f.Kind == datasets.Set && r.IntN(2) == 0:
			c.Has = terms(r, f)
			return c
		case f.Kind == datasets.Set:
			c.HasAll = terms(r, f)
			return c
		case f.Kind == datasets.Date:
			window(r, &c)
			return c
		}
	}
}

func terms(r *rand.Rand, f *datasets.Field) []string {
	var out []string
	for range 1 + r.IntN(3) {
		out = append(out, f.Vocabulary.Terms[r.IntN(len(f.Vocabulary.Terms))].Code)
	}
	return out
}

func window(r *rand.Rand, c *indicators.Criterion) {
	from := "2019-0" + []string{"2-28", "3-01", "6-29", "8-31"}[r.IntN(4)]
	before := "20" + []string{"19-09-30", "20-02-29", "20-03-01"}[r.IntN(3)]
	days, months := []int{0, 27, 28, 90}[r.IntN(4)], []int{0, 1, 3, 6, 12}[r.IntN(5)]
	switch r.IntN(7) {
	case 4:
		c.From = from
	case 5:
		c.Before = before
	case 6:
		c.From, c.Before = from, before
	case 0:
		c.Within = indicators.Immediate
	case 1:
		c.Within = indicators.LongerTerm
	case 2:
		c.Days = &days
	default:
		c.Months = &months
	}
}
