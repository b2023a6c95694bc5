package indicators

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
