package indicators

import (
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"pgregory.net/rapid"
)

// drawRelations puts relations of any figures into a copy of a set; most of them do not hold.
func drawRelations(t *rapid.T, s *Set) *Set {
	out := *s
	codes := append(s.Codes(), Participants, GrandTotal, Leavers, Completed)
	side := func(name string) []string {
		return rapid.SliceOfNDistinct(rapid.SampledFrom(codes), 1, 3, rapid.ID).Draw(t, name)
	}
	out.Invariants = nil
	for range 5 {
		is := rapid.SampledFrom([]Relation{AtMost, Equals}).Draw(t, "is")
		out.Invariants = append(out.Invariants, Invariant{Left: side("left"), Is: is, Right: side("right")})
	}
	return &out
}

// Without the rows that break a relation it holds, and each of them alone breaks it.
func TestWithoutItsOffendersARelationHolds(t *testing.T) {
	sets := variants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := drawRelations(rt, sets[rapid.IntRange(0, len(sets)-1).Draw(rt, "set")])
		batches := []*datasets.Batch{drawBatch(rt, s.schema, drawColumns(rt, s.schema)), drawBatch(rt, s.schema, drawColumns(rt, s.schema))}
		for _, v := range tableOf(t, s, batches...).Check() {
			var rest, offenders []*datasets.Batch
			found := 0
			for _, b := range batches {
				rows, err := Offenders(s, v, b)
				if err != nil {
					rt.Fatal(err)
				}
				found += len(rows)
				rest, offenders = append(rest, without(b, rows)), append(offenders, part(b, rows))
			}
			if found == 0 {
				rt.Fatalf("%s: no row", v.Error())
			}
			if breaks(tableOf(t, s, rest...), v) {
				rt.Fatalf("%s: still broken without %d rows", v.Error(), found)
			}
			for _, b := range offenders {
				for row := range min(b.Rows(), 2) {
					if !breaks(tableOf(t, s, part(b, []int{row})), v) {
						rt.Fatalf("%s: row %d alone does not break it", v.Error(), row)
					}
				}
			}
		}
	})
}

func without(b *datasets.Batch, rows []int) *datasets.Batch {
	var rest []int
	for row := range b.Rows() {
		if !slices.Contains(rows, row) {
			rest = append(rest, row)
		}
	}
	return part(b, rest)
}

func breaks(t *Table, v Violation) bool {
	return slices.ContainsFunc(t.Check(), func(o Violation) bool { return o.Rule == v.Rule && o.Group == v.Group })
}

func TestOffendersRefuseWhatNoRowCanBreak(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	b := batchOf(t, canonicalProfile(t), "sex\nwoman\n")
	for rule, words := range map[string]string{
		"CO01: women + men + unknown-sex = total": "the counting itself is at fault",
		"CO01: numerator <= denominator":          "the counting itself is at fault",
		"CO01 <= CO99":                            "no invariant",
	} {
		if _, err := Offenders(s, Violation{Rule: rule, Group: Total}, b); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", rule, err)
		}
	}
	if _, err := Offenders(s, Violation{Rule: "CO02 <= CO01", Group: NonBinary}, b); err == nil {
		t.Error("a group that the set does not have was accepted")
	}
}
