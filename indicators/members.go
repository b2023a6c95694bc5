package indicators

import "math/bits"

// members keeps how many rows of the present batch are in a node and a group. Many figures have a
// side in common, and each pair is counted once.
type members struct {
	batch   uint64
	counted []uint64 // by node and group: the batch of which n is
	n       []int64
}

// next turns to another batch.
func (m *members) next(nodes int) {
	m.batch++
	if len(m.n) != nodes*groupCount {
		m.counted, m.n = make([]uint64, nodes*groupCount), make([]int64, nodes*groupCount)
	}
}

// inGroup counts the rows of a node in a group that the rule set knows.
func (e *engine) inGroup(id int, g Group) int64 {
	at := id*groupCount + int(g)
	if e.members.counted[at] != e.members.batch {
		e.members.counted[at], e.members.n[at] = e.members.batch, andCount(e.bits[id], e.bits[e.plan.groups[g]])
	}
	return e.members.n[at]
}

// andCount is the number of rows in both bitsets.
func andCount(a, b []uint64) int64 {
	n := 0
	b = b[:len(a)]
	for w, x := range a {
		n += bits.OnesCount64(x & b[w])
	}
	return int64(n)
}
