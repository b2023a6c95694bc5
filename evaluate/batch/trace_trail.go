package batch

import (
	"iter"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// trail is what a run keeps of its inputs so that its figures can be followed back to rows: all
// participations with their columns, as much memory as bringing them together took, and where the rows
// stood that were set aside. A nil trail keeps nothing.
type trail struct {
	batches []*datasets.Batch              // participations
	aside   map[string][]datasets.Position // rows that are not participants, by kind of record
	ledger  []*datasets.Batch              // nil where no ledger counts
	rests   map[string][]string            // of each figure as it was computed: a published one no longer says
}

func newTrail() *trail {
	return &trail{aside: map[string][]datasets.Position{}, rests: map[string][]string{}}
}

// rows notes the rows that are not participants as they pass.
func (t *trail) rows(batches iter.Seq2[*datasets.Batch, error]) iter.Seq2[*datasets.Batch, error] {
	if t == nil {
		return batches
	}
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range batches {
			if err == nil {
				t.setAside(b)
			}
			if !yield(b, err) {
				return
			}
		}
	}
}

func (t *trail) setAside(b *datasets.Batch) {
	record := b.ColumnOf("record")
	if record == nil || !record.Present {
		return
	}
	kinds := b.Schema.Field("record").Vocabulary
	for row := range b.Rows() {
		if code := record.Codes[row]; code > 1 { // 1 is a participant, 0 not said
			kind := kinds.Term(code).Code
			t.aside[kind] = append(t.aside[kind], b.Position(row, -1))
		}
	}
}

// participations keeps the participations as they pass.
func (t *trail) participations(batches iter.Seq2[*datasets.Batch, error]) iter.Seq2[*datasets.Batch, error] {
	if t == nil {
		return batches
	}
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range batches {
			if err == nil && b.Rows() > 0 {
				t.batches = append(t.batches, b.Clone())
			}
			if !yield(b, err) {
				return
			}
		}
	}
}

func (t *trail) costs(batches []*datasets.Batch) {
	if t != nil {
		t.ledger = batches
	}
}

// rest notes which figures a figure was computed from.
func (t *trail) rest(f evaluate.Figure) {
	if t != nil {
		t.rests[f.ID] = f.Rests
	}
}
