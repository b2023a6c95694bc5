// Package frame exchanges batches with gota data frames, so that an analyst who has frames can
// use the rooms of this house, and the other way round. It is a way in and out, not an engine:
// nothing here counts.
//
// In a frame categories and flags are term codes (woman, refused), sets term codes joined by |,
// dates yyyy-MM-dd, money a decimal text (939717.45), counts and numbers Int and Float series.
// A missing value is gota's NaN. Identifying columns are left out unless asked for.
package frame

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"github.com/efseval/efseval/datasets"
)

// Option changes what [Of] puts into a frame.
type Option func(*options)

type options struct{ identifying bool }

// WithIdentifying keeps the identifying columns (person, birth_date, code) in the frame. What is
// then done with the frame must respect that it names people.
func WithIdentifying() Option { return func(o *options) { o.identifying = true } }

// Of makes a frame of a batch: one column for every field that the input has, in the order of
// the schema. A text that is the letters NaN becomes missing, since gota knows no other way to
// say so. An error where no column is left.
func Of(b *datasets.Batch, with ...Option) (dataframe.DataFrame, error) {
	var o options
	for _, option := range with {
		option(&o)
	}
	var columns []series.Series
	for i := range b.Schema.Fields {
		f := &b.Schema.Fields[i]
		if c := b.Column(i); c.Present && (o.identifying || !f.Identifying) {
			columns = append(columns, seriesOf(f, c, b.Rows()))
		}
	}
	if len(columns) == 0 {
		return dataframe.DataFrame{}, errors.New("frame: the batch has no column to show; identifying columns need WithIdentifying")
	}
	df := dataframe.New(columns...)
	if df.Err != nil {
		return df, fmt.Errorf("frame: building a data frame: %w", df.Err)
	}
	return df, nil
}

func seriesOf(f *datasets.Field, c *datasets.Column, rows int) series.Series {
	values := make([]any, rows)
	for row := range values {
		if !c.Missing(row) {
			values[row] = value(f, c, row)
		} else if f.Kind == datasets.Number {
			values[row] = math.NaN()
		}
	}
	return series.New(values, typeOf(f.Kind), f.Name)
}

func typeOf(k datasets.Kind) series.Type {
	switch k {
	case datasets.Count:
		return series.Int
	case datasets.Number:
		return series.Float
	}
	return series.String
}

// value is a cell that is not missing, as the frame holds it.
func value(f *datasets.Field, c *datasets.Column, row int) any {
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		return f.Vocabulary.Term(c.Codes[row]).Code
	case datasets.Set:
		return strings.Join(f.Vocabulary.Members(c.Masks[row]), "|")
	case datasets.Date:
		return datasets.FormatDay(c.Days[row])
	case datasets.Count:
		return int(c.Counts[row])
	case datasets.Money:
		return money(c.Counts[row])
	case datasets.Number:
		return c.Numbers[row]
	}
	return string(c.Text(row))
}

// money prints grosze with a decimal point and two digits behind it.
func money(grosze int64) string {
	sign, n := "", uint64(grosze)
	if grosze < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}
