package frame

import (
	"fmt"
	"math"
	"strconv"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"github.com/efseval/efseval/datasets"
)

// From makes a batch of a frame whose column names are headers of a profile; frames that [Of]
// made fit the profile generic. Values that cannot be read become Problems of the batch, their
// rows counted from 1. An error where a required column is missing or the frame holds more than
// [datasets.MaxRows] rows: then hand it over in parts (df.Subset).
func From(df dataframe.DataFrame, p *datasets.Profile) (*datasets.Batch, error) {
	if df.Err != nil {
		return nil, fmt.Errorf("frame: the data frame holds an error: %w", df.Err)
	}
	if df.Nrow() > datasets.MaxRows {
		return nil, fmt.Errorf("frame: %d rows are more than the %d of one batch; hand the frame over in parts with Subset", df.Nrow(), datasets.MaxRows)
	}
	binding, err := p.Bind(df.Names(), datasets.Position{File: "data frame"})
	if err != nil {
		return nil, err
	}
	batch := binding.NewBatch()
	columns := columnsOf(df)
	cells := make([]datasets.Cell, len(columns))
	for row := range df.Nrow() {
		for i := range columns {
			cells[i] = cellOf(&columns[i], row)
		}
		binding.AppendTyped(batch, row+1, cells)
	}
	binding.TellRows(batch)
	batch.Problems = append(batch.Problems, binding.Problems...)
	batch.Problems = append(batch.Problems, binding.Notes()...)
	return batch, nil
}

func columnsOf(df dataframe.DataFrame) []series.Series {
	columns := make([]series.Series, df.Ncol())
	for i, name := range df.Names() {
		columns[i] = df.Col(name)
	}
	return columns
}

// cellOf is an element as the binding takes it; NaN is blank.
func cellOf(s *series.Series, row int) datasets.Cell {
	e := s.Elem(row)
	if e.IsNA() {
		return datasets.Cell{}
	}
	switch s.Type() {
	case series.Int:
		return datasets.Cell{Text: []byte(e.String()), Plain: true}
	case series.Float:
		if x := e.Float(); !math.IsInf(x, 0) {
			return datasets.Cell{Text: strconv.AppendFloat(nil, x, 'f', -1, 64), Plain: true}
		}
	}
	return datasets.Cell{Text: []byte(e.String())}
}
