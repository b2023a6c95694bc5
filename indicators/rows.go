package indicators

import (
	"iter"

	"github.com/efseval/efseval/datasets"
)

// Rows lists the rows of a batch that the numerator of a cell counts, in order: the way back
// from a figure to the export. The code is an indicator or a reserved figure. A cell that is not
// available has no rows, nor has a fact. An unknown code or group is an error.
func Rows(s *Set, code string, g Group, b *datasets.Batch) (iter.Seq[int], error) {
	v, err := s.evaluated(code, g, b)
	if err != nil {
		return nil, err
	}
	return v.Rows(code, g)
}

// EligibleRows lists the rows that the denominator of a cell counts; otherwise as [Rows].
func EligibleRows(s *Set, code string, g Group, b *datasets.Batch) (iter.Seq[int], error) {
	v, err := s.evaluated(code, g, b)
	if err != nil {
		return nil, err
	}
	return v.EligibleRows(code, g)
}

func (s *Set) evaluated(code string, g Group, b *datasets.Batch) (*Evaluated, error) {
	if err := s.hasCell(code, g); err != nil {
		return nil, err
	}
	return s.Evaluate(b)
}
