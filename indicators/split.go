package indicators

import (
	"errors"
	"fmt"

	"github.com/efseval/efseval/datasets"
)

// MaxParts is the most parts of a table. Each takes up to some kilobytes of memory in a counter.
const MaxParts = 10_000

// errParts says what to do about too many parts.
var errParts = errors.New("leave a dimension out or take broader bands")

// maxMemberships bounds how many parts the rows of one batch may be in, all together.
const maxMemberships = 16 << 20

// denseBits is the widest key that is looked up in a table instead of a map.
const denseBits = 18

// split shares the rows of each batch out to the parts of a table.
type split struct {
	by    []classes
	keys  []uint64         // of each part: the numbers of its values side by side
	dense []int32          // key -> part + 1, where keys are narrow
	parts map[uint64]int32 // key -> part, else
	sums  vertical
	seen  []shape // distinct sets of columns met
	plan  *plan   // for which the columns of by and the nodes of sums were looked up
	shape int     // of the present batch

	rowKeys []uint64 // of the present batch, without the dimensions that overlap
	part    []int32  // of each membership
	row     []int32  // of each membership; nil: there is one a row, in order
	some    []uint64 // keys of one row, while the overlapping dimensions are crossed
	absent  []int64  // of each dimension: records whose export has no column for it
}

// shape is what the columns of a batch leave open, and how many records of each part had them.
type shape struct {
	lacks
	records []int64 // of each part
}

func newSplit(s *Set, by []Dimension) (*split, error) {
	if len(by) == 0 {
		return nil, nil
	}
	if err := s.checkDimensions(by); err != nil {
		return nil, err
	}
	p := &split{absent: make([]int64, len(by))}
	width := 0
	for _, d := range by {
		c := newClasses(s, d)
		c.shift = width
		width += c.width()
		p.by = append(p.by, c)
	}
	if width > 64 {
		return nil, fmt.Errorf("indicators: %d dimensions of this kind are too many at once; take fewer", len(by))
	}
	if width <= denseBits {
		p.dense = make([]int32, 1<<width)
	} else {
		p.parts = map[uint64]int32{}
	}
	return p, nil
}

// classify finds the part or parts of each row of a batch that the engine has evaluated. What an
// error leaves behind are parts without records, which no table shows.
func (p *split) classify(e *engine, b *datasets.Batch) error {
	if err := p.fit(e); err != nil {
		return err
	}
	if cap(p.rowKeys) < b.Rows() {
		p.rowKeys = make([]uint64, b.Rows())
	}
	p.rowKeys = p.rowKeys[:b.Rows()]
	clear(p.rowKeys)
	overlaps := false
	for i := range p.by {
		overlaps = overlaps || p.by[i].dim.Overlaps
		if err := p.by[i].number(e, b, p.rowKeys); err != nil {
			return err
		}
	}
	p.part, p.row = p.part[:0], p.row[:0]
	if overlaps {
		return p.memberships(b)
	}
	return p.once()
}

// fit looks the columns up in the schema of the engine's plan.
func (p *split) fit(e *engine) error {
	if p.plan == e.plan {
		return nil
	}
	for i := range p.by {
		if f := p.by[i].dim.Field; f != "" {
			if p.by[i].column = e.plan.schema.Index(f); p.by[i].column < 0 {
				return fmt.Errorf("the schema %s has no field %s to split by", e.plan.schema.Name, f)
			}
		}
	}
	if err := p.sums.fit(e.plan); err != nil {
		return err
	}
	p.plan = e.plan
	return nil
}

// once gives each row its one part.
func (p *split) once() error {
	for _, key := range p.rowKeys {
		part, err := p.partOf(key)
		if err != nil {
			return err
		}
		p.part = append(p.part, part)
	}
	return nil
}

// memberships gives each row a part for every combination of its members.
func (p *split) memberships(b *datasets.Batch) error {
	for row, key := range p.rowKeys {
		p.some = append(p.some[:0], key)
		for i := range p.by {
			if p.by[i].dim.Overlaps {
				p.some = p.by[i].cross(b.Column(p.by[i].column), row, p.some)
			}
		}
		if len(p.part)+len(p.some) > maxMemberships {
			return fmt.Errorf("the persons are in too many parts at once; %w", errParts)
		}
		for _, key := range p.some {
			part, err := p.partOf(key)
			if err != nil {
				return err
			}
			p.part, p.row = append(p.part, part), append(p.row, int32(row))
		}
	}
	return nil
}

// cross turns each key into one for every member of the row.
func (c *classes) cross(col *datasets.Column, row int, keys []uint64) []uint64 {
	if !col.Present || col.Missing(row) {
		return keys // 0: not known
	}
	mask := col.Masks[row]
	if mask == 0 {
		mask = 1 << len(c.field.Vocabulary.Terms) // its number is behind those of the terms
		if len(c.field.Vocabulary.Terms) == datasets.MaxTerms {
			return addNumber(keys, uint64(datasets.MaxTerms+1)<<c.shift)
		}
	}
	n := len(keys)
	for rest := mask; rest != 0; rest &= rest - 1 {
		for _, key := range keys[:n] {
			keys = append(keys, key|uint64(lowest(rest)+1)<<c.shift)
		}
	}
	return append(keys[:0], keys[n:]...)
}

func addNumber(keys []uint64, number uint64) []uint64 {
	for i := range keys {
		keys[i] |= number
	}
	return keys
}

// partOf is the part of a key, a new one if need be.
func (p *split) partOf(key uint64) (int32, error) {
	if p.dense != nil {
		if part := p.dense[key]; part > 0 {
			return part - 1, nil
		}
	} else if part, known := p.parts[key]; known {
		return part, nil
	}
	if len(p.keys) >= MaxParts {
		return 0, fmt.Errorf("the table would have more than %d parts; %w", MaxParts, errParts)
	}
	part := int32(len(p.keys))
	p.keys = append(p.keys, key)
	p.sums.grow(len(p.keys))
	if p.dense != nil {
		p.dense[key] = part + 1
	} else {
		p.parts[key] = part
	}
	return part, nil
}

// count adds the rows that were classified to their parts.
func (p *split) count(e *engine, b *datasets.Batch) {
	seen := &p.seen[p.meet(e.lacks())]
	seen.records = padded(seen.records, len(p.keys))
	for _, part := range p.part {
		seen.records[part]++
	}
	p.sums.add(e, p.part, p.row)
	for i := range p.by {
		p.by[i].spelt.count()
		if !p.by[i].hasColumn(e, b) {
			p.absent[i] += int64(b.Rows())
		}
	}
}

// meet is the index of a shape, a new one if need be.
func (p *split) meet(l *lacks) int {
	if p.shape < len(p.seen) && p.seen[p.shape].key == l.key {
		return p.shape
	}
	for p.shape = range p.seen {
		if p.seen[p.shape].key == l.key {
			return p.shape
		}
	}
	p.seen = append(p.seen, shape{lacks: *l})
	p.shape = len(p.seen) - 1
	return p.shape
}

// padded is a slice with zeros up to a length.
func padded(counts []int64, n int) []int64 {
	if len(counts) < n {
		counts = append(counts, make([]int64, n-len(counts))...)
	}
	return counts
}

// numberOf takes the number of a dimension out of a key.
func (c *classes) numberOf(key uint64) uint32 {
	return uint32(key >> c.shift & (1<<c.width() - 1))
}
