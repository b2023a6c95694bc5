package xlsxfile

import (
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// several are the sheets of one workbook that are read one after the other, each with its own
// header row: the columns may stand in another order in each.
type several struct {
	book  *workbook
	parts []*source
}

// Batches streams the rows of all sheets; see [datasets.Source].
func (s *several) Batches() iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) {
		for _, part := range s.parts {
			for b, err := range part.Batches() {
				if !yield(b, err) || err != nil {
					return
				}
			}
			if err := part.stop(); err != nil {
				yield(nil, unreadable(s.book.name, part.sheet.name, err))
				return
			}
		}
	}
}

// Conclusions tells what was found out about all sheets: their names, parted by commas, the place of
// the header of the first, and each column once, as it stands where it came first.
func (s *several) Conclusions() datasets.Conclusions {
	found := s.parts[0].Conclusions()
	found.Columns, found.Problems = cloneColumns(found.Columns), slices.Clone(found.Problems)
	names := []string{found.Sheet}
	for _, part := range s.parts[1:] {
		c := part.Conclusions()
		names = append(names, c.Sheet)
		found.Rows += c.Rows
		found.Problems = append(found.Problems, c.Problems...)
		found.Columns = joinColumns(found.Columns, cloneColumns(c.Columns))
	}
	found.Sheet = strings.Join(names, ", ")
	return found
}

// Close closes the workbook.
func (s *several) Close() error {
	var errs []error
	for _, part := range s.parts {
		errs = append(errs, part.stop())
	}
	return errors.Join(append(errs, s.book.close())...)
}

// joinColumns adds what the columns of another sheet were like.
func joinColumns(to, more []datasets.BoundColumn) []datasets.BoundColumn {
	for _, c := range more {
		same := func(have datasets.BoundColumn) bool {
			return datasets.Fold(have.Header) == datasets.Fold(c.Header) && slices.Equal(have.Fields, c.Fields)
		}
		i := slices.IndexFunc(to, same)
		if i < 0 {
			to = append(to, c)
			continue
		}
		to[i].Dates, to[i].Numbers = joinMet(to[i].Dates, c.Dates), joinMet(to[i].Numbers, c.Numbers)
	}
	return to
}

// joinMet adds how often each form was met.
func joinMet(to, more []datasets.Met) []datasets.Met {
	for _, m := range more {
		i := slices.IndexFunc(to, func(have datasets.Met) bool { return have.Form == m.Form })
		if i < 0 {
			to = append(to, m)
			continue
		}
		to[i].Cells += m.Cells
	}
	return to
}

// cloneColumns copies columns, so that joining them changes no binding.
func cloneColumns(columns []datasets.BoundColumn) []datasets.BoundColumn {
	out := slices.Clone(columns)
	for i := range out {
		out[i].Dates, out[i].Numbers = slices.Clone(out[i].Dates), slices.Clone(out[i].Numbers)
	}
	return out
}
