package indicators

import (
	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"github.com/efseval/efseval/datasets"
)

// Frame is the table as a gota data frame, a row for every figure and group, for an analyst who
// goes on from here. The columns are
//
//	part                    0 for the whole, else the part from 1; only of a table that is split
//	one for each dimension  its value: "" is not known, NaN the whole; only of a table that is split
//	code, name_pl, name_en  the figure
//	group                   women, men, …, total
//	num, den                counts; NaN where they are not available
//	available               true or false
//	why_pl, why_en          what the export lacks; NaN where available
//	on_date, on_situation   what the numerator of a result rests on; NaN of others
//
// There is no column of shares: a share of several rows is the sum of num over the sum of den,
// never the mean of shares.
func (t *Table) Frame() dataframe.DataFrame {
	f := newLongFrame(t)
	f.table(t, 0, nil)
	for i, p := range t.Parts {
		f.table(p.Table, i+1, p.Values)
	}
	return f.frame(t)
}

// longFrame collects the columns of a frame, row by row; nil is NaN.
type longFrame struct {
	part, num, den, onDate, onSituation                  []any
	code, namePL, nameEN, group, available, whyPL, whyEN []any
	split                                                [][]any // of each dimension
}

func newLongFrame(t *Table) *longFrame { return &longFrame{split: make([][]any, len(t.By))} }

func (f *longFrame) table(t *Table, part int, values []string) {
	for i := range t.rows {
		name := t.Set.NameOf(t.rows[i].Code)
		for j, g := range t.Groups {
			f.place(part, values)
			f.figure(t.rows[i].Code, name, g)
			f.cell(&t.rows[i], j)
		}
	}
}

func (f *longFrame) place(part int, values []string) {
	f.part = append(f.part, part)
	for i := range f.split {
		var value any
		if values != nil {
			value = values[i]
		}
		f.split[i] = append(f.split[i], value)
	}
}

func (f *longFrame) figure(code string, name datasets.Label, g Group) {
	f.code, f.group = append(f.code, code), append(f.group, g.String())
	f.namePL, f.nameEN = append(f.namePL, name.PL), append(f.nameEN, name.EN)
}

func (f *longFrame) cell(r *Row, i int) {
	var num, den, whyPL, whyEN, onDate, onSituation any
	c := r.Cells[i]
	if c.Available {
		num, den = int(c.Num), int(c.Den)
	} else {
		whyPL, whyEN = c.Why.PL, c.Why.EN
	}
	if c.Available && r.Basis != nil {
		onDate, onSituation = int(r.Basis[i].OnDate), int(r.Basis[i].OnSituation)
	}
	f.num, f.den, f.available = append(f.num, num), append(f.den, den), append(f.available, c.Available)
	f.whyPL, f.whyEN = append(f.whyPL, whyPL), append(f.whyEN, whyEN)
	f.onDate, f.onSituation = append(f.onDate, onDate), append(f.onSituation, onSituation)
}

func (f *longFrame) frame(t *Table) dataframe.DataFrame {
	var columns []series.Series
	add := func(name string, kind series.Type, values []any) {
		columns = append(columns, series.New(values, kind, name))
	}
	if t.By != nil {
		add("part", series.Int, f.part)
	}
	for i, d := range t.By {
		add(d.Name, series.String, f.split[i])
	}
	add("code", series.String, f.code)
	add("name_pl", series.String, f.namePL)
	add("name_en", series.String, f.nameEN)
	add("group", series.String, f.group)
	add("num", series.Int, f.num)
	add("den", series.Int, f.den)
	add("available", series.Bool, f.available)
	add("why_pl", series.String, f.whyPL)
	add("why_en", series.String, f.whyEN)
	add("on_date", series.Int, f.onDate)
	add("on_situation", series.Int, f.onSituation)
	return dataframe.New(columns...)
}
