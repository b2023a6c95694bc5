package parquetfile

import (
	"encoding/binary"
	"fmt"
)

// margin is how many bytes may be read behind a page: numbers are taken out of it in whole words.
const margin = 16

// runs reads numbers in the hybrid encoding of Parquet: runs that repeat one number, and runs that
// are packed bit behind bit, the lowest first.
type runs struct {
	text    []byte // with margin bytes behind end
	at, end int    // of the next run
	width   int    // bits of a number
	truths  bool   // numbers are 0 or 1, and a run of ones may repeat a byte of ones
	left    int    // numbers of the run at hand
	value   uint32 // that it repeats
	packed  bool
	bit     int // of text, where the next packed number begins
}

// maxWidth is the most bits that a number of a dictionary or level has.
const maxWidth = 32

var errRuns = fmt.Errorf("%w: a page has fewer values than it says", errDamaged)

var errWide = fmt.Errorf("%w: a page repeats a number of more bits than its numbers have", errDamaged)

// next begins the next run.
func (r *runs) next() error {
	for r.left == 0 {
		head, n := binary.Uvarint(r.text[r.at:r.end])
		if n <= 0 {
			return errRuns
		}
		r.at += n
		if r.packed = head&1 == 1; r.packed {
			r.beginPacked(head >> 1)
			continue
		}
		size := (r.width + 7) / 8
		if size > r.end-r.at {
			return errRuns
		}
		r.value = uint32(uint64(binary.LittleEndian.Uint32(r.text[r.at:])) & (1<<(8*size) - 1))
		r.at += size
		if r.value>>r.width != 0 {
			if !r.truths {
				return errWide
			}
			r.value &= 1
		}
		r.left = int(min(head>>1, 1<<31))
	}
	return nil
}

// beginPacked begins a run of groups of eight numbers. Some writers cut the padding of the last
// group off.
func (r *runs) beginPacked(groups uint64) {
	r.bit = 8 * r.at
	if r.width == 0 {
		r.packed, r.value, r.left = false, 0, int(min(groups, 1<<28))*8
		return
	}
	most := uint64(r.end-r.at) * 8 / uint64(r.width)
	r.left = int(min(min(groups, 1<<28)*8, most))
	r.at = int(min(uint64(r.at)+min(groups, 1<<28)*uint64(r.width), uint64(r.end)))
}

// take tells how many of the next n numbers are of one run.
func (r *runs) take(n int) (int, error) {
	if r.left == 0 {
		if err := r.next(); err != nil {
			return 0, err
		}
	}
	return min(n, r.left), nil
}

// skipped counts n numbers of the run at hand as read.
func (r *runs) skipped(n int) {
	r.left -= n
	if r.packed {
		r.bit += n * r.width
	}
}

// numbers reads as many numbers as dst holds.
func (r *runs) numbers(dst []int32) error {
	for len(dst) > 0 {
		n, err := r.take(len(dst))
		if err != nil {
			return err
		}
		if r.packed {
			unpack(dst[:n], r.text, r.bit, r.width)
		} else {
			fill(dst[:n], int32(r.value))
		}
		r.skipped(n)
		dst = dst[n:]
	}
	return nil
}

func unpack(dst []int32, text []byte, bit, width int) {
	mask := uint64(1)<<width - 1
	for i := range dst {
		dst[i] = int32(binary.LittleEndian.Uint64(text[bit>>3:]) >> (bit & 7) & mask)
		bit += width
	}
}

// look reads numbers and puts what the table has for each into dst. The table has 1<<width values
// at least. most is not below any of the numbers.
func look[T any](r *runs, dst, table []T) (most uint32, err error) {
	for len(dst) > 0 {
		n, err := r.take(len(dst))
		if err != nil {
			return most, err
		}
		if r.packed {
			most = max(most, unpackLook(dst[:n], table, r.text, r.bit, r.width))
		} else {
			if most = max(most, r.value); int(r.value) >= len(table) {
				return most, nil
			}
			fill(dst[:n], table[r.value])
		}
		r.skipped(n)
		dst = dst[n:]
	}
	return most, nil
}

func unpackLook[T any](dst, table []T, text []byte, bit, width int) (most uint32) {
	mask := uint32(1)<<width - 1
	table = table[:int(mask)+1]
	const four = 14 // four numbers of so many bits and the 7 before them fill a word
	for ; width <= four && len(dst) >= 4; dst = dst[4:] {
		word := binary.LittleEndian.Uint64(text[bit>>3:]) >> (bit & 7)
		a, b := uint32(word)&mask, uint32(word>>(width&63))&mask
		c, d := uint32(word>>(2*width&63))&mask, uint32(word>>(3*width&63))&mask
		bit += 4 * width
		most = max(most, a, b, c, d)
		if uint(a) < uint(len(table)) && uint(b) < uint(len(table)) && uint(c) < uint(len(table)) && uint(d) < uint(len(table)) {
			dst[0], dst[1], dst[2], dst[3] = table[a], table[b], table[c], table[d]
		}
	}
	for i := range dst {
		number := uint32(binary.LittleEndian.Uint64(text[bit>>3:])>>(bit&7)) & mask
		bit += width
		most = max(most, number)
		if int(number) < len(table) { // always; the compiler does not know
			dst[i] = table[number]
		}
	}
	return most
}

func fill[T any](dst []T, value T) {
	for i := range dst {
		dst[i] = value
	}
}

// bits reads n numbers of one bit into a bitmap and counts those that are set. The bitmap is empty
// before.
func (r *runs) bits(dst []uint64, n int) (set int, err error) {
	for at := 0; at < n; {
		some, err := r.take(n - at)
		if err != nil {
			return set, err
		}
		if r.packed {
			set += copyBits(dst, at, r.text, r.bit, some)
		} else if r.value == 1 {
			setBits(dst, at, some)
			set += some
		}
		r.skipped(some)
		at += some
	}
	return set, nil
}
