package datasets

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// Text is looked at eight bytes a word, the first byte lowest.
const (
	everyByte = 0x0101010101010101
	highBits  = 0x80 * everyByte
)

// validText tells whether text is UTF-8; long runs of ASCII cost an eighth of utf8.Valid.
func validText(text []byte) bool {
	for len(text) >= 8 {
		high := binary.LittleEndian.Uint64(text) & highBits
		if high == 0 {
			text = text[8:]
			continue
		}
		text = text[bits.TrailingZeros64(high)/8:]
		r, size := utf8.DecodeRune(text)
		if r == utf8.RuneError && size == 1 {
			return false
		}
		text = text[size:]
	}
	return utf8.Valid(text)
}

// lowBytes keeps the first n bytes of a word.
var lowBytes = [9]uint64{0, 1<<8 - 1, 1<<16 - 1, 1<<24 - 1, 1<<32 - 1, 1<<40 - 1, 1<<48 - 1, 1<<56 - 1, 1<<64 - 1}

// seen remembers what the raw cells of a column stand for, so that most are recognised by their
// length, first and last word. The zero value knows that an empty cell stands for 0.
type seen [256]seenCell

type seenCell struct {
	head, tail uint64
	length     int
	value      uint64
	text       string
	_          [2]uint64 // a line of the cache each
}

// cellWords are the first and the last eight bytes of a cell; of a shorter one, all it has twice.
// With the length they tell cells of up to 16 bytes apart. No branch depends on the length.
func cellWords(text []byte, from, to int) (head, tail uint64) {
	keep := lowBytes[min(uint(to-from), 8)]
	return binary.LittleEndian.Uint64(text[from:]) & keep, binary.LittleEndian.Uint64(text[max(from, to-8):]) & keep
}

func seenSlot(head, tail uint64, length int) uint8 {
	const odd = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
	return uint8(((head ^ bits.RotateLeft64(tail, 29)) + uint64(length)) * odd >> 56)
}

// is tells whether the cell is the one remembered.
func (c *seenCell) is(text []byte, from, to int, head, tail uint64) bool {
	return c.head == head && c.tail == tail && c.length == to-from && (to-from <= 16 || c.text == string(text[from:to]))
}

// find is the place of a raw cell, nil where it was not learnt.
func (s *seen) find(text []byte, from, to int) *seenCell {
	head, tail := cellWords(text, from, to)
	slot := seenSlot(head, tail, to-from)
	for _, c := range [...]*seenCell{&s[slot], &s[slot^1]} {
		if c.is(text, from, to, head, tail) {
			return c
		}
	}
	return nil
}

// learn remembers a raw cell, in the place of another where both of its slots are taken.
func (s *seen) learn(text []byte, from, to int, value uint64) *seenCell {
	head, tail := cellWords(text, from, to)
	slot := seenSlot(head, tail, to-from)
	if s[slot].length > 0 && s[slot^1].length == 0 {
		slot ^= 1
	}
	s[slot] = seenCell{head: head, tail: tail, length: to - from, value: value, text: string(text[from:to])}
	return &s[slot]
}
