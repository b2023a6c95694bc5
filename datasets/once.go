package datasets

import (
	"cmp"
	"hash/maphash"
	"math"
	"math/bits"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// onePerPerson passes the rows on as they come, for an export that promises that no person has
// two in a project, and finds those who have.
type onePerPerson struct {
	out     *joined
	layout  layouts
	numbers numbered
	files   []Position
	seen    [256][][]mark // by the first byte of the hash, in pieces
	one     keyHash
	other   keyHash
}

// mark is a person in a project and where it stood: 80 bits of the hash of its key, which is
// that of no other person but by a chance below rows² / 2^81.
type mark struct {
	hash uint64
	more uint16
	file uint16
	line uint32
}

// marksPiece is how many marks are made room for at once.
const marksPiece = 256

func newOnePerPerson(out *joined) *onePerPerson {
	out.whole = true
	return &onePerPerson{out: out, numbers: numbered{promise: Once}, one: newKeyHash(), other: keyHash{seed: maphash.MakeSeed()}}
}

// add passes the rows on that are participants.
func (o *onePerPerson) add(b *Batch) error {
	if err := o.out.accept(b); err != nil || b.rows == 0 {
		return err
	}
	file, err := o.fileOf(b)
	if err != nil {
		return err
	}
	keys, layout, start := keysOf(b), o.layout.of(b), 0
	o.out.count.Read += b.rows
	for row := range b.rows {
		if kind, aside := keys.aside(row); aside {
			o.out.count.setAside(keys.kinds, kind)
			o.pass(layout, b, start, row)
			start = row + 1
			continue
		}
		if err := o.mark(b, &keys, file, row); err != nil {
			return err
		}
	}
	o.pass(layout, b, start, b.rows)
	return nil
}

func (o *onePerPerson) pass(layout int, b *Batch, start, end int) {
	o.out.count.Counted += end - start
	if start < end {
		o.out.singles(layout, b, start, end-start)
	}
}

// fileOf numbers the files.
func (o *onePerPerson) fileOf(b *Batch) (uint16, error) {
	file := Position{File: b.File, Sheet: b.Sheet}
	i := slices.Index(o.files, file)
	if i < 0 {
		i = len(o.files)
		o.files = append(o.files, file)
	}
	if i > math.MaxUint16 {
		return 0, tooManyFiles(file)
	}
	return uint16(i), nil
}

// mark notes whose a row is.
func (o *onePerPerson) mark(b *Batch, keys *rowKeys, file uint16, row int) error {
	person := keys.personOf(row)
	if len(person) == 0 {
		o.out.faults = append(o.out.faults, noPerson(b.place(row)))
		return nil
	}
	project := keys.projectOf(row)
	if has := len(project) > 0; has && o.numbers.with.Row == 0 || !has && o.numbers.without.Row == 0 {
		if err := o.numbers.add(has, b.place(row)); err != nil {
			return err
		}
	}
	hash := o.one.of(project, person)
	seen := &o.seen[hash>>56]
	if n := len(*seen); n == 0 || len((*seen)[n-1]) == marksPiece {
		*seen = append(*seen, make([]mark, 0, marksPiece))
	}
	last := &(*seen)[len(*seen)-1]
	*last = append(*last, mark{hash, uint16(o.other.of(project, person)), file, uint32(b.lines[row])})
	return nil
}

// end looks for people who stand in two rows.
func (o *onePerPerson) end() error {
	found := o.twice()
	if found.rows == 0 {
		return nil
	}
	return brokenOnce(o.position(found.first), o.position(found.again), found.rows-1)
}

// twice looks the marks through, each core the next first byte.
func (o *onePerPerson) twice() (all twice) {
	var next atomic.Int64
	var mu sync.Mutex
	var ended sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		ended.Go(func() {
			var found twice
			for i := next.Add(1) - 1; int(i) < len(o.seen); i = next.Add(1) - 1 {
				found.look(o.seen[i])
			}
			mu.Lock()
			defer mu.Unlock()
			all.join(&found)
		})
	}
	ended.Wait()
	return all
}

func (o *onePerPerson) position(m mark) Position {
	at := o.files[m.file]
	at.Row = int(m.line)
	return at
}

// twice is what was found of people who stand in two rows.
type twice struct {
	rows         int  // that are not the first of their person
	first, again mark // the earliest of these, and the first row of its person
	all          []mark
	places       []uint32 // open addressing: the place in all plus one; 0: free
}

// look compares the marks of one first byte.
func (t *twice) look(pieces [][]mark) {
	t.all = t.all[:0]
	for _, piece := range pieces {
		t.all = append(t.all, piece...)
	}
	size := 1 << bits.Len(uint(2*len(t.all)))
	t.places = cleared(t.places, size)
	for i, m := range t.all {
		if place, free := t.find(m, size-1); free {
			t.places[place] = uint32(i + 1)
		} else {
			t.tell(t.all[t.places[place]-1], m)
		}
	}
}

// find is the place of the first mark like one, or where it is free for it.
func (t *twice) find(m mark, last int) (place int, free bool) {
	for place = int(m.hash) & last; t.places[place] > 0; place = (place + 1) & last {
		if first := t.all[t.places[place]-1]; first.hash == m.hash && first.more == m.more {
			return place, false
		}
	}
	return place, true
}

// join adds what was found elsewhere.
func (t *twice) join(other *twice) {
	if other.rows == 0 {
		return
	}
	if t.rows == 0 || other.again.before(t.again) {
		t.first, t.again = other.first, other.again
	}
	t.rows += other.rows
}

// tell keeps the earliest of the rows that should not be.
func (t *twice) tell(first, again mark) {
	t.rows++
	if t.rows == 1 || again.before(t.again) {
		t.first, t.again = first, again
	}
}

func (m mark) before(other mark) bool {
	return cmp.Or(cmp.Compare(m.file, other.file), cmp.Compare(m.line, other.line)) < 0
}
