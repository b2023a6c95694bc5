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

// lowBytes keeps the first n bytes of a word, n below 8.
func lowBytes(n int) uint64 { return 1<<(8*uint(n)) - 1 }

// seenSlots is how many raw cells of a column are remembered.
const seenSlots = 256

// seen remembers what the raw cells of a column stand for, so that most are recognised by their
// length, first and last word. The zero value knows that an empty cell stands for 0.
type seen [seenSlots]seenCell

type seenCell struct {
	head, tail uint64
	length     int
	value      uint64
	text       string
}

// cellWords are the first and the last eight bytes of a cell; of a shorter one all it has. With
// the length they tell cells of up to 16 bytes apart.
func cellWords(text []byte, from, to int32) (head, tail uint64) {
	if to-from >= 8 {
		return binary.LittleEndian.Uint64(text[from:]), binary.LittleEndian.Uint64(text[to-8:])
	}
	return binary.LittleEndian.Uint64(text[from:]) & lowBytes(int(to-from)), 0
}

func seenSlot(head, tail uint64, length int) uint64 {
	const odd = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
	return ((head ^ bits.RotateLeft64(tail, 29)) + uint64(length)) * odd >> 56
}

// find is what a raw cell stands for, where it was learnt.
func (s *seen) find(text []byte, from, to int32) (value uint64, known bool) {
	head, tail := cellWords(text, from, to)
	length := int(to - from)
	slot := seenSlot(head, tail, length)
	for range 2 {
		c := &s[slot%seenSlots]
		if c.head == head && c.tail == tail && c.length == length && (length <= 16 || c.text == string(text[from:to])) {
			return c.value, true
		}
		slot ^= 1
	}
	return 0, false
}

// learn remembers a raw cell, in the place of another where both of its slots are taken.
func (s *seen) learn(text []byte, from, to int32, value uint64) {
	head, tail := cellWords(text, from, to)
	length := int(to - from)
	slot := seenSlot(head, tail, length)
	if s[slot].length > 0 && s[slot^1].length == 0 {
		slot ^= 1
	}
	s[slot] = seenCell{head: head, tail: tail, length: length, value: value, text: string(text[from:to])}
}
