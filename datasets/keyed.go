package datasets

import (
	"cmp"
	"math/bits"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// keyedRow is a row and the hash of whose it is.
type keyedRow struct {
	hash uint64
	at   rowPlace
}

// keyedSize is the room of a keyedRow, and of the link that may come of it: by then the keyed rows of
// its part are gone.
const keyedSize = 16

// keyedRows are rows by whose they are. Many are parted by the highest bits of the hash, so that
// one part is looked through in the cache of a core, and each core takes the next part.
type keyedRows struct {
	parts [][][]keyedRow // in pieces
	shift uint           // of a hash, to its part
	rows  int
	find  finder // of the only part
}

// Up to manyRows there is one part, beyond it 2^partBits. A piece is what room is made for at once.
const (
	manyRows = 1 << 15
	partBits = 8
	pieceLen = 256
)

func (k *keyedRows) add(r keyedRow) {
	if k.parts == nil {
		k.parts, k.shift = make([][][]keyedRow, 1), 64
	}
	if k.rows == manyRows {
		k.part()
	}
	k.rows++
	part := &k.parts[r.hash>>k.shift]
	n := len(*part)
	if n == 0 || len((*part)[n-1]) == pieceLen {
		*part = append(*part, make([]keyedRow, 0, pieceLen))
		n++
	}
	last := &(*part)[n-1]
	*last = append(*last, r)
}

// part parts what stood together.
func (k *keyedRows) part() {
	together := k.parts[0]
	k.parts, k.shift, k.rows = make([][][]keyedRow, 1<<partBits), 64-partBits, 0
	for _, piece := range together {
		for _, r := range piece {
			k.add(r)
		}
	}
	k.rows = manyRows
}

func (k *keyedRows) bytes() int64 {
	return keyedSize * int64(k.rows+pieceLen*len(k.parts))
}

// link is a row and the last one before it of the same person.
type link struct{ last, at rowPlace }

// links finds the rows of the same person, by the part, and of each person in the order of the
// input. The keyed rows are used up. Whether two are of one person is for the caller to tell, so
// that no result hangs on the hash.
func (k *keyedRows) links(same func(a, b rowPlace) bool) [][]link {
	if len(k.parts) == 1 { // its room serves the next rows: promised to be clustered they are often few
		found := k.find.links(k.parts[0], same)
		k.parts[0], k.rows = k.parts[0][:1], 0
		k.parts[0][0] = k.parts[0][0][:0]
		return [][]link{found}
	}
	found := make([][]link, len(k.parts))
	var next atomic.Int64
	var ended sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(k.parts)) {
		ended.Go(func() {
			var f finder
			for i := int(next.Add(1) - 1); i < len(k.parts); i = int(next.Add(1) - 1) {
				found[i] = f.links(k.parts[i], same)
				k.parts[i] = nil
			}
		})
	}
	ended.Wait()
	*k = keyedRows{}
	return found
}

// finder looks a part of the rows through. It keeps its room for the next.
type finder struct {
	rows  []keyedRow
	slots []uint64 // open addressing: the lower half of the hash, and the number of the row plus one; 0: free
}

func (f *finder) links(pieces [][]keyedRow, same func(a, b rowPlace) bool) (found []link) {
	f.rows = f.rows[:0]
	for _, piece := range pieces {
		f.rows = append(f.rows, piece...)
	}
	inOrder := func(a, b keyedRow) int { return cmp.Compare(a.at, b.at) }
	if !slices.IsSortedFunc(f.rows, inOrder) { // some had no project number
		slices.SortFunc(f.rows, inOrder)
	}
	width := bits.Len(uint(2 * len(f.rows)))
	f.slots = cleared(f.slots, 1<<width)
	for i, r := range f.rows {
		slot, last := f.find(r, 64-width, same)
		if last >= 0 {
			found = append(found, link{f.rows[last].at, r.at})
		}
		f.slots[slot] = r.hash<<32 | uint64(i+1)
	}
	return found
}

// cleared is a slice of n zeros in the memory of another, where that is enough.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	clear(s[:n])
	return s[:n]
}

// find is the slot of the person of a row, and the number of the last row there; -1 where there is
// none.
func (f *finder) find(r keyedRow, shift int, same func(a, b rowPlace) bool) (slot uint64, last int) {
	end := uint64(len(f.slots) - 1)
	for slot = r.hash * golden >> shift; ; slot = (slot + 1) & end {
		held := f.slots[slot]
		if held == 0 {
			return slot, -1
		}
		if held>>32 == r.hash&(1<<32-1) {
			other := &f.rows[uint32(held)-1]
			if other.hash == r.hash && same(other.at, r.at) {
				return slot, int(uint32(held)) - 1
			}
		}
	}
}
