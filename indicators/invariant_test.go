package indicators

import (
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// emptyTable has every cell available and 0 of 0: it breaks no rule, and any one person too many
// in it breaks those that bound her.
func emptyTable(t *testing.T, name string) *Table {
	t.Helper()
	s := mustLoad(t, name)
	b := datasets.NewBatch(s.schema, "empty.csv", "")
	for i := range s.schema.Fields {
		b.Provide(i, i+1)
	}
	b.AddRow(2)
	table := tableOf(t, s, b)
	for _, r := range table.rows {
		for i := range r.Cells {
			r.Cells[i] = Cell{Available: true}
		}
	}
	if found := table.Check(); len(found) > 0 {
		t.Fatal(found)
	}
	return table
}

// put sets a cell of women, and of the total with it.
func put(t *testing.T, table *Table, code string, num, den int64) {
	t.Helper()
	r, ok := table.Row(code)
	if !ok {
		t.Fatalf("no row %s", code)
	}
	for _, g := range [...]Group{Women, Total} {
		r.Cells[slices.Index(table.Groups, g)] = Cell{Num: num, Den: den, Available: true}
	}
}

// holds puts one person of a code into an empty table; the rule must be broken for women and in total.
func holds(t *testing.T, set, check, code, rule string) {
	t.Helper()
	table := emptyTable(t, set)
	put(t, table, code, 1, 1)
	for _, g := range [...]Group{Women, Total} {
		if !slices.ContainsFunc(table.Check(), func(v Violation) bool { return v.Rule == rule && v.Group == g && v.Message().PL != "" }) {
			t.Errorf("check %s: one %s more breaks %v, not %q for %s", check, code, table.Check(), rule, g)
		}
	}
}

// The 17 checks of Annex D as domain 1.5 numbers them; 1, 13 and 17 are in the next test.
func TestTheChecksOfAnnexD(t *testing.T) {
	for _, c := range [][3]string{
		{"2", "CO01", "CO01 + CO03 + CO05 = participants"}, {"2", "CO03", "CO01 + CO03 + CO05 = participants"},
		{"2", "CO05", "CO01 + CO03 + CO05 = participants"}, {"2", Participants, "CO01 + CO03 + CO05 = participants"},
		{"3", "CO02", "CO02 <= CO01"}, {"4", "CO04", "CO04 <= CO03"},
		{"5", "CO06", "CO06 + CO07 <= participants"}, {"5", "CO07", "CO06 + CO07 <= participants"},
		{"6", "CO08", "CO08 <= CO07"}, {"6", "CO08", "CO08 <= CO01 + CO04"},
		{"7", "CO09", "CO09 + CO10 + CO11 <= participants"}, {"7", "CO10", "CO09 + CO10 + CO11 <= participants"}, {"7", "CO11", "CO09 + CO10 + CO11 <= participants"},
		{"8", "CO13", "CO13 <= CO12"}, {"8", "CO12", "CO12 <= participants"}, {"8", "CO14", "CO14 <= participants"},
		{"9", "CO15", "CO15 <= participants"}, {"9", "CO16", "CO16 <= participants"}, {"9", "CO17", "CO17 <= participants"},
		{"9", "CO18", "CO18 <= participants"}, {"9", "CO19", "CO19 <= participants"},
		{"10", "CR01", "CR01 <= CO03"}, {"11", "CR02", "CR02 <= participants"}, {"11", "CR03", "CR03 <= participants"}, {"12", "CR04", "CR04 <= CO01 + CO03"},
		{"14", "CR01", "CR01 <= leavers"}, {"14", "CR02", "CR02 <= leavers"}, {"14", "CR03", "CR03 <= leavers"}, {"14", "CR04", "CR04 <= leavers"},
		{"14", "CR05", "CR05 <= leavers"}, {"14", "CR06", "CR06 <= leavers"}, {"14", "CR07", "CR07 <= leavers"}, {"14", "CR08", "CR08 <= leavers"},
		{"14", "CR09", "CR09 <= leavers"}, {"14", Leavers, "leavers <= participants"},
		{"15", "CR06", "CR06 <= CO01 + CO03"}, {"15", "CR07", "CR07 <= CO05"}, {"15", "CR08", "CR08 <= CR06"}, {"15", "CR08", "CR08 <= CO07"}, {"15", "CR09", "CR09 <= CR06"},
		{"16", Participants, "participants <= grand-total"},
	} {
		holds(t, "esf-2014-2020", c[0], c[1], c[2])
	}
}

// 1: the parts add up to the total, for every row. 13: CR05 is at most the distinct disadvantaged, who are those eligible.
func TestEveryRowAddsUpAndKeepsToItsDenominator(t *testing.T) {
	for _, name := range SetNames() {
		for i := range emptyTable(t, name).rows {
			table := emptyTable(t, name)
			r := table.rows[i]
			r.Cells[0] = Cell{Num: 1, Den: 1, Available: true}
			if !slices.ContainsFunc(table.Check(), func(v Violation) bool { return v.Group == Total && v.Left == 1 && v.Right == 0 }) {
				t.Errorf("%s: a woman of %s who is not in the total breaks nothing", name, r.Code)
			}
			if r.Fact {
				continue
			}
			put(t, table, r.Code, 1, 0)
			if !slices.ContainsFunc(table.Check(), func(v Violation) bool { return v.Group == Women && v.Rule == r.Code+": numerator <= denominator" }) {
				t.Errorf("%s: one of nobody eligible for %s breaks nothing", name, r.Code)
			}
		}
	}
}

// Domain 2.5, with the reserved sums of SFC-VAL144.
func TestTheChecksOfESFPlus(t *testing.T) {
	for _, c := range [][2]string{
		{"EECO02+04", "EECO02 + EECO04 = EECO02+04"}, {"EECO02+05", "EECO02 + EECO05 = EECO02+05"}, {"EECO02+04+05", "EECO02 + EECO04 + EECO05 = EECO02+04+05"},
		{"EECO06+07", "EECO06 + EECO07 = EECO06+07"}, {"EECO10+11", "EECO10 + EECO11 = EECO10+11"},
		{"EECO04", "EECO02 + EECO04 = EECO02+04"}, {"EECO07", "EECO06 + EECO07 = EECO06+07"}, {"EECO05", "EECO02 + EECO04 + EECO05 = participants"},
		{"EECO01", "EECO01 = grand-total"}, {"EECO03", "EECO03 <= EECO02"}, {"EECO08", "EECO06 + EECO07 + EECO08 <= participants"},
		{"EECO09", "EECO09 + EECO10 + EECO11 = participants"}, {"EECR03", "EECR03 <= participants"}, {"EECR04", "EECR04 <= EECO02 + EECO04"},
		{"EECR05", "EECR05 <= EECO02 + EECO04"}, {"EECR06", "EECR06 <= EECO05"}, {"EECR01", "EECR01 <= leavers"},
	} {
		holds(t, "esf-plus-2021-2027", "2.5", c[0], c[1])
	}
}

// A project whose complete record does not ask for education has participants without one: then those of a level are at
// most the participants, and the set that it came from keeps its own relation.
func TestRelationsFollowTheCompleteRecord(t *testing.T) {
	s, err := LoadSet("esf-plus-2021-2027")
	if err != nil {
		t.Fatal(err)
	}
	p := s.Parameters
	p.CompleteRecord = []string{"sex", "age"}
	looser, err := s.WithParameters(p)
	if err != nil {
		t.Fatal(err)
	}
	has := func(s *Set, relation string) bool {
		return slices.ContainsFunc(s.Invariants, func(v Invariant) bool { return v.String() == relation })
	}
	if !has(looser, "EECO09 + EECO10 + EECO11 <= participants") || !has(looser, "EECO02 + EECO04 + EECO05 = participants") || !has(s, "EECO09 + EECO10 + EECO11 = participants") {
		t.Errorf("%v\n%v", looser.Invariants, s.Invariants)
	}
}
