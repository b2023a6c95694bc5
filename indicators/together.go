package indicators

import (
	"math/bits"

	"github.com/efseval/efseval/datasets"
)

// together are the tests of a plan that are worked out in one pass over a column, however many
// they are: most of the time of counting would go into passing over the same column again.
type together struct {
	codes []codeTests
	sets  []flagTests // of the bits of a mask, see hasFlags
	ages  []flagTests
}

// codeTests are the tests of a Category or Flag for being one of some codes.
type codeTests struct {
	field, width int // width: bits of the highest code
	tests        []codeTest
}

type codeTest struct {
	node  int
	codes []uint8
}

// flagTests are up to eight tests of a value that a table answers at once: a bit for each.
type flagTests struct {
	field  int
	nodes  []int
	shifts []uint        // which bytes of a mask the tables are for; none of an age
	tables []*[256]uint8 // by byte of a mask; by age plus one
}

// gather finds what can be worked out together.
func (p *plan) gather() {
	for id := range p.nodes {
		n := &p.nodes[id]
		switch {
		case n.op == opCodes:
			p.together.addCodes(p.schema, id, n.field, n.mask)
		case n.op == opLong:
			p.together.addCodes(p.schema, id, p.cols.detail, 1<<(p.cols.longTerm-1))
		case n.op == opHas:
			addFlags(&p.together.sets, id, n.field).has(n.mask)
		case n.op == opAge:
			addFlags(&p.together.ages, id, ageField).between(n.lo, n.hi)
		case n.op == opKnown && n.field == ageField:
			addFlags(&p.together.ages, id, ageField).between(0, maxAge)
		}
	}
}

func (t *together) addCodes(schema *datasets.Schema, id, field int, mask uint64) {
	test := codeTest{node: id}
	for ; mask != 0; mask &= mask - 1 {
		test.codes = append(test.codes, uint8(lowest(mask)+1))
	}
	for i := range t.codes {
		if t.codes[i].field == field {
			t.codes[i].tests = append(t.codes[i].tests, test)
			return
		}
	}
	width := bits.Len(uint(len(schema.Fields[field].Vocabulary.Terms)))
	t.codes = append(t.codes, codeTests{field: field, width: width, tests: []codeTest{test}})
}

// addFlags gives a test a bit in the tests of its field.
func addFlags(all *[]flagTests, id, field int) *flagTests {
	for i := range *all {
		if f := &(*all)[i]; f.field == field && len(f.nodes) < 8 {
			f.nodes = append(f.nodes, id)
			return f
		}
	}
	*all = append(*all, flagTests{field: field, nodes: []int{id}})
	return &(*all)[len(*all)-1]
}

// has lets the last test ask for any of the bits of a mask.
func (f *flagTests) has(mask uint64) {
	flag := uint8(1) << (len(f.nodes) - 1)
	for shift := uint(0); shift < 64; shift += 8 {
		want := uint8(mask >> shift)
		if want == 0 {
			continue
		}
		table := f.table(shift)
		for value := range table {
			if uint8(value)&want != 0 {
				table[value] |= flag
			}
		}
	}
}

// between lets the last test ask for an age from lo to hi.
func (f *flagTests) between(lo, hi int) {
	table := f.table(0)
	for age := lo; age <= min(hi, maxAge); age++ {
		table[age+1] |= 1 << (len(f.nodes) - 1)
	}
}

func (f *flagTests) table(shift uint) *[256]uint8 {
	for i, s := range f.shifts {
		if s == shift {
			return f.tables[i]
		}
	}
	f.shifts, f.tables = append(f.shifts, shift), append(f.tables, new([256]uint8))
	return f.tables[len(f.tables)-1]
}
