package report

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// ReadBrief reads the brief of a project from what a run wrote: results.json and problems.csv. The
// problems are counted as they are read and not held.
func ReadBrief(results, problems io.Reader) (*Brief, error) {
	r, err := ReadJSON(results)
	if err != nil {
		return nil, err
	}
	b, err := BriefOf(r)
	if err != nil {
		return nil, err
	}
	return b, b.readProblems(problems)
}

func (b *Brief) readProblems(from io.Reader) error {
	in := csv.NewReader(from)
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil || !slices.Equal(head, problemColumns) {
		return fmt.Errorf("report: problems.csv has not the columns %s; run efseval again to make a new one (%w)", strings.Join(problemColumns, ","), errors.Join(err))
	}
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("report: problems.csv: %w; run efseval again to make a new one", err)
		}
		p, err := problemOf(record)
		if err != nil {
			return err
		}
		b.addProblem(p)
	}
}

// problemOf reads a record of [WriteProblemsCSV] back.
func problemOf(record []string) (datasets.Problem, error) {
	row, err1 := place(record[2])
	column, err2 := place(record[3])
	if err := errors.Join(err1, err2); err != nil {
		return datasets.Problem{}, fmt.Errorf("report: problems.csv: a place is not a number (%w); run efseval again to make a new one", err)
	}
	return datasets.Problem{
		Position: datasets.Position{File: active(record[0]), Sheet: active(record[1]), Row: row, Column: column},
		Field:    active(record[4]), Rule: active(record[5]), Severity: datasets.Severity(record[6]),
		Message: datasets.Label{PL: active(record[7]), EN: active(record[8])},
	}, nil
}

// place is a number counted from 1, 0 where the cell is empty: what [ordinal] prints.
func place(cell string) (int, error) {
	if cell == "" {
		return 0, nil
	}
	return strconv.Atoi(cell)
}

// active takes the mark of [inert] away.
func active(cell string) string {
	if bare, marked := strings.CutPrefix(cell, "'"); marked && inert(bare) == cell {
		return bare
	}
	return strings.Clone(cell) // a record is one string: a cell would hold all of it
}
