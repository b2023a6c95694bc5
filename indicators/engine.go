package indicators

import (
	"slices"

	"github.com/efseval/efseval/datasets"
)

// engine evaluates the nodes of a plan over one batch at a time. All buffers are kept for the
// next batch.
type engine struct {
	set   *Set
	plan  *plan
	words int    // of a bitset of the present batch
	last  uint64 // bits of its last word that are rows

	bits [][]uint64 // of each node
	ages []int16    // at entry; unknownAge where it is not known

	calendars []*calendar
	members   members // how many rows each node and group have in common

	present   []bool     // columns of the batch for which the rest below was worked out
	available []bool     // of each node
	unmet     [][]string // of each figure: needs that make it not available
	without   [][]string // of each figure: optional needs that the batch does not meet
	lack      *lacks     // the last two, for counting records; nil until asked for

	wantsAge bool // ages are asked for besides the criteria
}

// unknownAge marks a row without an age.
const (
	unknownAge = -1
	maxAge     = datasets.MaxAge
)

// prepare fits the engine to the schema and the columns of a batch.
func (e *engine) prepare(b *datasets.Batch) error {
	if e.plan == nil || e.plan.schema != b.Schema {
		plan, err := e.set.compile(b.Schema)
		if err != nil {
			return err
		}
		e.plan, e.present = plan, nil
		e.bits = make([][]uint64, len(plan.nodes))
	}
	if e.present == nil || !e.sameColumns(b) {
		e.workOutAvailability(b)
	}
	e.words, e.last = (b.Rows()+63)/64, ^uint64(0)
	if rest := b.Rows() % 64; rest != 0 {
		e.last = 1<<rest - 1
	}
	return nil
}

func (e *engine) sameColumns(b *datasets.Batch) bool {
	for i := range e.present {
		if e.present[i] != b.Column(i).Present {
			return false
		}
	}
	return true
}

// evaluate fills the bitset of every node; nodes that are not available stay empty.
func (e *engine) evaluate(b *datasets.Batch) error {
	if err := e.prepare(b); err != nil {
		return err
	}
	if e.plan.usesAge || e.wantsAge {
		e.workOutAges(b)
	}
	for i := range e.bits {
		if cap(e.bits[i]) < e.words {
			e.bits[i] = make([]uint64, e.words)
		}
		e.bits[i] = e.bits[i][:e.words]
	}
	e.plan.together.pass(b, e)
	for i := range e.plan.nodes {
		e.node(b, &e.plan.nodes[i], e.bits[i], e.available[i])
	}
	e.members.next(len(e.plan.nodes))
	return nil
}

// node evaluates one criterion. Bits past the last row stay 0.
func (e *engine) node(b *datasets.Batch, n *node, out []uint64, available bool) {
	switch {
	case !available:
		clear(out)
		return
	case (n.orMissing || n.orNoColumn) && !b.Column(n.field).Present:
		fill(out)
	case n.op <= opKnown:
		e.leaf(b, n, out)
	default:
		e.combine(n, out)
	}
	if len(out) > 0 {
		out[len(out)-1] &= e.last
	}
}

// combine joins the bitsets of the parts.
func (e *engine) combine(n *node, out []uint64) {
	switch n.op {
	case opAll:
		copy(out, e.bits[n.kids[0]])
		for _, kid := range n.kids[1:] {
			for w, x := range e.bits[kid] {
				out[w] &= x
			}
		}
	case opAny:
		copy(out, e.bits[n.kids[0]])
		for _, kid := range n.kids[1:] {
			for w, x := range e.bits[kid] {
				out[w] |= x
			}
		}
	case opNot:
		for w, x := range e.bits[n.kids[0]] {
			out[w] = ^x
		}
	}
}

// workOutAvailability decides, for the columns that the batch has, which nodes and figures have
// an answer and what is missing to the others.
func (e *engine) workOutAvailability(b *datasets.Batch) {
	e.present, e.lack = make([]bool, len(b.Schema.Fields)), nil
	for i := range e.present {
		e.present[i] = b.Column(i).Present
	}
	e.available = make([]bool, len(e.plan.nodes))
	for i := range e.plan.nodes {
		e.available[i] = e.isAvailable(b, &e.plan.nodes[i])
	}
	e.unmet, e.without = make([][]string, len(e.plan.figures)), make([][]string, len(e.plan.figures))
	for i, f := range e.plan.figures {
		for _, id := range [...]int{f.eligible, f.count} {
			if e.available[id] {
				e.lacking(b, id, &e.without[i])
			} else {
				e.lacking(b, id, &e.unmet[i])
			}
		}
		if e.unmet[i] != nil {
			e.without[i] = nil
		}
	}
}

func (e *engine) isAvailable(b *datasets.Batch, n *node) bool {
	switch n.op {
	case opAll:
		return !slices.ContainsFunc(n.kids, func(kid int) bool { return !e.available[kid] })
	case opAny:
		some := false
		for i, kid := range n.kids {
			if !e.available[kid] && !n.optional[i] {
				return false
			}
			some = some || e.available[kid]
		}
		return some
	case opNot:
		return n.optional[0] || e.available[n.kids[0]]
	}
	return n.need.met(b) || (n.orMissing || n.orNoColumn) && !b.Column(n.field).Present
}

// lacking collects the needs that the batch does not meet. Under a node that is not available it
// passes over the parts that have an answer, and over optional parts that do not decide.
func (e *engine) lacking(b *datasets.Batch, id int, out *[]string) {
	n := &e.plan.nodes[id]
	if len(n.need.Ways) > 0 && !n.need.met(b) {
		need := n.need.String()
		if (n.orMissing || n.orNoColumn) && e.available[id] {
			need = e.plan.schema.Fields[n.field].Name
		}
		if !slices.Contains(*out, need) {
			*out = append(*out, need)
		}
	}
	if entry := entryNeed(); n.entry && n.need.met(b) && !entry.met(b) && !slices.Contains(*out, entry.String()) {
		*out = append(*out, entry.String())
	}
	for i, kid := range n.kids {
		if e.available[id] || !e.available[kid] && (!n.optional[i] || e.allOptional(n)) {
			e.lacking(b, kid, out)
		}
	}
}

func (e *engine) allOptional(n *node) bool { return !slices.Contains(n.optional, false) }
