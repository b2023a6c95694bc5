package datasets

import "math/bits"

// Bits is a bitmap over the rows of a Batch, 64 rows a word.
type Bits []uint64

// NewBits is an empty bitmap for n rows.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Has tells whether row i is set; rows past the end are not.
func (b Bits) Has(i int) bool { return i>>6 < len(b) && b[i>>6]>>(i&63)&1 == 1 }

// Set sets row i, which must be inside the bitmap.
func (b Bits) Set(i int) { b[i>>6] |= 1 << (i & 63) }

// Clear unsets row i, which must be inside the bitmap.
func (b Bits) Clear(i int) { b[i>>6] &^= 1 << (i & 63) }

// setRange sets the rows from one up to and without another.
func (b Bits) setRange(from, to int) {
	for ; from < to && from&63 != 0; from++ {
		b.Set(from)
	}
	for ; from+64 <= to; from += 64 {
		b[from>>6] = ^uint64(0)
	}
	for ; from < to; from++ {
		b.Set(from)
	}
}

// join sets the rows from one on whose bits are set in a word.
func (b Bits) join(row int, word uint64) {
	b[row>>6] |= word << (row & 63)
	if over := word >> 1 >> (63 - row&63); over != 0 {
		b[row>>6+1] |= over
	}
}

// Count is the number of rows set.
func (b Bits) Count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// grow makes room for n rows; new rows are unset.
func (b Bits) grow(n int) Bits {
	for len(b) < (n+63)/64 {
		b = append(b, 0)
	}
	return b
}

// knownRows fills a bitmap row by row, a word at a time. Rows that others set stay set.
type knownRows struct {
	bits Bits
	row  int
	word uint64
}

func (k *knownRows) add(known bool) {
	bit := uint64(0)
	if known {
		bit = 1
	}
	k.word |= bit << (k.row & 63)
	k.skip()
}

// skip leaves a row as it is.
func (k *knownRows) skip() {
	if k.row++; k.row&63 == 0 {
		k.bits[k.row>>6-1] |= k.word
		k.word = 0
	}
}

func (k *knownRows) flush() {
	if k.row&63 != 0 {
		k.bits[k.row>>6] |= k.word
	}
}
