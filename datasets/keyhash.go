package datasets

import "hash/maphash"

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
