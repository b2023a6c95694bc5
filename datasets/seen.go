package datasets

import "math/bits"

// seenLength is the longest cell that is recognised by what it is made of.
const seenLength = 96

// seen remembers what the raw cells of a column stand for. Each has a place of its own, chosen
// by its length, first and last eight bytes, so that one look tells.
type seen struct {
	cells [256]seenCell
	odd   uint64 // scatters the places
	used  int
}

// seenCell is a raw cell: two lines of the cache. What seen_amd64.s reads stands at a fixed offset.
type seenCell struct {
	text       [seenLength]byte // then zeros
	length     uint64
	value      uint64
	head, tail uint64 // its words; see cellWords
}

// newSeen knows that an empty cell stands for 0: it has the first place, where nothing else goes.
func newSeen() *seen { return &seen{odd: golden} }

const golden = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio

func (s *seen) place(head, tail uint64, length int) uint8 {
	return uint8(((head ^ bits.RotateLeft64(tail, 29)) + uint64(length)) * s.odd >> 56)
}

// lookPortable takes what the cells of a column stand for, until one is not known; found is how
// many are. The cells are stride apart.
func (s *seen) lookPortable(values []uint64, text []byte, cells []Span, stride int) (found int) {
	for i := 0; found < len(values); found, i = found+1, i+stride {
		from, to := int(cells[i].From), int(cells[i].To)
		if to-from > seenLength {
			return found
		}
		head, tail := cellWords(text, from, to)
		c := &s.cells[s.place(head, tail, to-from)]
		if c.head != head || c.tail != tail || int(c.length) != to-from || to-from > 16 && string(c.text[8:to-from-8]) != string(text[from+8:to-8]) {
			return found
		}
		values[found] = c.value
	}
	return found
}

// seenRoom is up to how many cells each is given a place of its own. Of more, as the names of all
// municipalities, the last takes the place.
const seenRoom = 24

// learn remembers a raw cell that was not known.
func (s *seen) learn(raw []byte, value uint64) {
	if len(raw) > seenLength || len(raw) == 0 {
		return
	}
	c := seenCell{length: uint64(len(raw)), value: value}
	copy(c.text[:], raw)
	c.head, c.tail = cellWords(c.text[:], 0, len(raw))
	if s.used++; s.put(&c) || s.used <= seenRoom && s.scatter(&c) {
		return
	}
	if place := s.place(c.head, c.tail, len(raw)); place > 0 {
		s.cells[place] = c
	}
}

// scatter looks for an odd number that gives every cell, and one more, a place of its own.
func (s *seen) scatter(more *seenCell) bool {
	for try := uint64(1); try <= 16; try++ {
		next := &seen{odd: golden * (2*try + 1), used: s.used}
		if next.put(more) && next.putAll(s) {
			*s = *next
			return true
		}
	}
	return false
}

func (s *seen) putAll(other *seen) bool {
	for i := range other.cells {
		if c := &other.cells[i]; c.length > 0 && !s.put(c) {
			return false
		}
	}
	return true
}

// put gives a cell its place, if no other has it. The first is that of the empty cell.
func (s *seen) put(c *seenCell) bool {
	place := s.place(c.head, c.tail, int(c.length))
	if place == 0 || s.cells[place].length > 0 {
		return false
	}
	s.cells[place] = *c
	return true
}
