package datasets

import "hash/maphash"

// rowTable finds the group of a key by its hash: open addressing, a slot of eight bytes a group,
// between three and six eighths full. Whether keys are equal is for the caller to tell, so that no
// result hangs on the hash.
type rowTable struct {
	slots []uint64 // the upper half of the hash, and the group plus one; 0: free
	used  int
	shift uint // of a hash, to its slot
}

const smallTable = 1 << 10

// reset empties the table. A large one is given up.
func (t *rowTable) reset() {
	if len(t.slots) == 0 || len(t.slots) > smallTable {
		t.slots, t.shift = make([]uint64, smallTable), 64-10
	} else {
		clear(t.slots)
	}
	t.used = 0
}

// find is the group with a hash that is the wanted one; ok is false where there is none.
func (t *rowTable) find(hash uint64, wanted func(group int) bool) (group int, ok bool) {
	last := uint64(len(t.slots) - 1)
	for i := hash >> t.shift; ; i = (i + 1) & last {
		slot := t.slots[i]
		if slot == 0 {
			return 0, false
		}
		if (slot^hash)>>32 == 0 {
			if group := int(uint32(slot)) - 1; wanted(group) {
				return group, true
			}
		}
	}
}

// add puts a group in that was not found.
func (t *rowTable) add(hash uint64, group int) {
	if t.used*4 >= len(t.slots)*3 {
		t.grow()
	}
	t.used++
	t.put(hash&^(1<<32-1) | uint64(group+1))
}

func (t *rowTable) put(slot uint64) {
	last := uint64(len(t.slots) - 1)
	i := slot >> t.shift
	for t.slots[i] != 0 {
		i = (i + 1) & last
	}
	t.slots[i] = slot
}

// grow doubles the table. A slot keeps the upper half of the hash, which says its place up to
// 2^32 slots.
func (t *rowTable) grow() {
	before := t.slots
	t.slots, t.shift = make([]uint64, 2*len(before)), t.shift-1
	for _, slot := range before {
		if slot != 0 {
			t.put(slot)
		}
	}
}

// keyHash hashes a project number and a person identifier. Rows of one project often follow each
// other, so that the hash of the last number is kept.
type keyHash struct {
	seed    maphash.Seed
	project []byte
	hash    uint64
}

func newKeyHash() keyHash {
	seed := maphash.MakeSeed()
	return keyHash{seed: seed, hash: maphash.Bytes(seed, nil)}
}

func (h *keyHash) of(project, person []byte) uint64 {
	if string(project) != string(h.project) {
		h.project = append(h.project[:0], project...)
		h.hash = maphash.Bytes(h.seed, project)
	}
	return h.hash*golden + maphash.Bytes(h.seed, person)
}
