package parquetfile

import (
	"encoding/binary"
	"math/bits"
)

// copyBits copies n bits of text, from a bit on, to a bitmap that is empty there, and counts those
// that are set. text has margin bytes behind the last of them.
func copyBits(dst []uint64, at int, text []byte, bit, n int) (set int) {
	for n > 0 {
		some := min(n, 64-at&63, 56)
		word := binary.LittleEndian.Uint64(text[bit>>3:]) >> (bit & 7) & (1<<some - 1)
		dst[at>>6] |= word << (at & 63)
		set += bits.OnesCount64(word)
		at, bit, n = at+some, bit+some, n-some
	}
	return set
}

// setBits sets n bits of a bitmap.
func setBits(dst []uint64, at, n int) {
	for n > 0 {
		some := min(n, 64-at&63)
		dst[at>>6] |= ^uint64(0) >> (64 - some) << (at & 63)
		at, n = at+some, n-some
	}
}

// orBits sets the bits from one on that the first n bits of a bitmap have set.
func orBits(dst []uint64, at int, src []uint64, n int) {
	for from := 0; from < n; from += 64 {
		some := min(64, n-from)
		word := src[from>>6] & (^uint64(0) >> (64 - some))
		dst[at>>6] |= word << (at & 63)
		if over := at&63 + some - 64; over > 0 {
			dst[at>>6+1] |= word >> (some - over)
		}
		at += some
	}
}

// spread puts values one behind the other into the rows that have one; the others are zero. values
// has one more behind the last.
func spread[T uint8 | int32 | int64 | uint64](dst, values []T, has []uint64) {
	from := 0
	for i := 0; i < len(dst); i += 64 {
		rows, word := dst[i:min(i+64, len(dst))], has[i>>6]
		if word == ^uint64(0) && len(rows) == 64 {
			from += copy(rows, values[from:])
			continue
		}
		for k := range rows {
			bit := word >> k & 1
			rows[k] = values[from] & -T(bit)
			from += int(bit)
		}
	}
}
