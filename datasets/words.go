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

// cellWords are the first and the last eight bytes of a cell; of a shorter one, all it has twice.
// With the length they tell cells of up to 16 bytes apart. No branch depends on the length.
func cellWords(text []byte, from, to int) (head, tail uint64) {
	keep := lowBytes[min(uint(to-from), 8)]
	return binary.LittleEndian.Uint64(text[from:]) & keep, binary.LittleEndian.Uint64(text[max(from, to-8):]) & keep
}
