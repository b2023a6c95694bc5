package indicators

import (
	"errors"
	"slices"
)

// vertical counts, for each part and sex, the rows that are in each of the counted nodes of a
// plan. A row is a word with one bit a node; 64 counters are incremented at once, since bit j of
// level k is digit k of counter j in base 2:
//
//	carry = row;  for each level: level, carry = level XOR carry, level AND carry
//
// as in positional population counts. A row costs a few operations however many parts and
// figures there are, and no counter needs to be emptied before 2^levels rows.
type vertical struct {
	nodes  []int    // of the plan, each once, in the order of the figures
	layout [][3]int // of each figure: places in nodes of its numerator, denominator, dated; -1: none
	width  int      // words of 64 nodes
	slots  int      // parts * sexes
	levels []uint64 // [slot][word][level]
	rows   [][64]uint64
}

const (
	levelCount = 40 // a million million participations
	sexes      = 4  // Women, Men, NonBinary, UnknownSex part the total
)

var errPlan = errors.New("the schema makes another plan of the figures than the batches before; count it apart and merge")

// fit lists the nodes to count. Batches of a wider schema must lead to the same figures.
func (v *vertical) fit(p *plan) error {
	nodes, layout := p.counted()
	if v.nodes != nil && !slices.Equal(v.layout, layout) {
		return errPlan
	}
	v.nodes, v.layout, v.width = nodes, layout, words(len(nodes))
	v.rows = make([][64]uint64, v.width)
	return nil
}

// counted lists the nodes that the cells of a table are read from, each once, and where those of
// each figure stand among them.
func (p *plan) counted() (nodes []int, layout [][3]int) {
	for i, f := range p.figures {
		var places [3]int
		for side, id := range [...]int{f.count, f.eligible, p.dated[i]} {
			places[side] = slices.Index(nodes, id)
			if places[side] < 0 && id >= 0 {
				nodes = append(nodes, id)
				places[side] = len(nodes) - 1
			}
		}
		layout = append(layout, places)
	}
	return nodes, layout
}

// grow makes place for parts.
func (v *vertical) grow(parts int) {
	v.slots = parts * sexes
	if need := v.slots * v.width * levelCount; need > len(v.levels) {
		v.levels = append(v.levels, make([]uint64, need-len(v.levels))...)
	}
}

// add counts memberships: the part of each, and its row; nil rows: one a row of the batch.
func (v *vertical) add(e *engine, part, row []int32) {
	next := 0
	for w := range e.words {
		v.gather(e, w)
		low, high := e.sexBits(w)
		end := int32(w*64 + 64)
		for next < len(part) {
			at := int32(next)
			if len(row) > 0 {
				at = row[next]
			}
			if at >= end {
				break
			}
			i := uint(at) % 64
			sex := low>>i&1 | high>>i&1<<1
			v.increment(int(part[next])*sexes+int(sex), i)
			next++
		}
	}
}

// increment adds row i of the gathered 64 to a slot.
func (v *vertical) increment(slot int, i uint) {
	for w := range v.rows {
		levels := v.levels[(slot*v.width+w)*levelCount:][:levelCount]
		for k, carry := 0, v.rows[w][i]; carry != 0 && k < levelCount; k++ {
			levels[k], carry = levels[k]^carry, levels[k]&carry
		}
	}
}

// gather turns word w of the bitsets of the nodes into 64 rows with a bit for each node.
func (v *vertical) gather(e *engine, w int) {
	for word := range v.rows {
		block := &v.rows[word]
		nodes := v.nodes[word*64 : min(word*64+64, len(v.nodes))]
		for j, id := range nodes {
			block[j] = e.bits[id][w]
		}
		clear(block[len(nodes):])
		transpose(block)
	}
}

// transpose mirrors a matrix of 64 by 64 bits: bit i of word j becomes bit j of word i. Halves
// change places, then their halves, and so on.
func transpose(m *[64]uint64) {
	mask := uint64(1)<<32 - 1
	for half := 32; half != 0; half, mask = half/2, mask^mask<<(half/2) {
		for i := 0; i < 64; i = (i + half + 1) &^ half {
			swap := (m[i]>>half ^ m[i+half]) & mask
			m[i] ^= swap << half
			m[i+half] ^= swap
		}
	}
}

// sexBits are the two binary digits of the sex of 64 rows, as the order of the groups has it.
func (e *engine) sexBits(w int) (low, high uint64) {
	of := func(g Group) uint64 {
		if id := e.plan.groups[g]; id >= 0 {
			return e.bits[id][w]
		}
		return 0
	}
	women, men, others := of(Women), of(Men), of(NonBinary)
	unknown := ^(women | men | others)
	return men | unknown, others | unknown
}

// read is the count of each node in a slot.
func (v *vertical) read(slot int, out []int64) {
	clear(out)
	for w := range v.width {
		for k, level := range v.levels[(slot*v.width+w)*levelCount:][:levelCount] {
			for rest := level; rest != 0; rest &= rest - 1 {
				out[w*64+lowest(rest)] += 1 << k
			}
		}
	}
}

// merge adds a slot of other counters, digit by digit with carry.
func (v *vertical) merge(slot int, o *vertical, from int) {
	for w := range v.width {
		to := v.levels[(slot*v.width+w)*levelCount:][:levelCount]
		var carry uint64
		for k, b := range o.levels[(from*o.width+w)*levelCount:][:levelCount] {
			a := to[k]
			to[k] = a ^ b ^ carry
			carry = a&b | carry&(a^b)
		}
	}
}
