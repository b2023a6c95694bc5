package indicators

import (
	"testing"

	"github.com/efseval/efseval/datasets"
	"pgregory.net/rapid"
)

// The rows of any number in any bytes are those that hold it.
func TestPartedFindsTheRowsOfEachNumber(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		width := rapid.IntRange(1, 7).Draw(rt, "width")
		var rows [64]uint8
		for i := range rows {
			rows[i] = uint8(rapid.IntRange(0, 1<<width-1).Draw(rt, "code"))
		}
		var is [128]uint64
		parted(&is, &rows, width)
		for code, word := range is[:1<<width] {
			for i, c := range rows {
				if got, want := word>>i&1 == 1, int(c) == code; got != want {
					rt.Fatalf("row %d of %v: is %d says %v", i, rows, code, got)
				}
			}
		}
	})
}

// Tests of a set give what each alone would, of terms in any byte of the mask and of more tests
// than there are bits.
func TestFlagTestsOfMasks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var all []flagTests
		wants := rapid.SliceOfN(rapid.Uint64Min(1), 1, 12).Draw(rt, "wants")
		for id, want := range wants {
			addFlags(&all, id, 0).has(want)
		}
		masks := rapid.SliceOfN(rapid.OneOf(rapid.Uint64(), rapid.Uint64Max(255)), 1, 200).Draw(rt, "masks")
		out := garbage(len(wants), len(masks))
		for i := range all {
			all[i].passMasks(masks, out)
		}
		for id, want := range wants {
			for row, m := range masks {
				if got := out[id][row>>6]>>(row&63)&1 == 1; got != (m&want != 0) {
					rt.Fatalf("%b has any of %b: %v", m, want, got)
				}
			}
		}
	})
}

func TestFlagTestsOfAges(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var all []flagTests
		bounds := rapid.SliceOfN(rapid.IntRange(0, maxAge+50), 2, 24).Draw(rt, "bounds")
		for id := range bounds[1:] {
			addFlags(&all, id, ageField).between(bounds[id], bounds[id+1])
		}
		ages := rapid.SliceOfN(rapid.Int16Range(unknownAge, maxAge), 1, 200).Draw(rt, "ages")
		out := garbage(len(bounds)-1, len(ages))
		for i := range all {
			all[i].passAges(ages, out)
		}
		for id := range bounds[1:] {
			for row, age := range ages {
				want := age >= 0 && bounds[id] <= int(age) && int(age) <= bounds[id+1]
				if got := out[id][row>>6]>>(row&63)&1 == 1; got != want {
					rt.Fatalf("%d from %d to %d: %v", age, bounds[id], bounds[id+1], got)
				}
			}
		}
	})
}

// garbage are bitsets as the batch before left them.
func garbage(nodes, rows int) [][]uint64 {
	out := make([][]uint64, nodes)
	for i := range out {
		out[i] = make([]uint64, (rows+63)/64)
		fill(out[i])
	}
	return out
}

// A day is as many months later as the calendar says, also where another day had its place.
func TestCalendarRemembersTheRightDay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := newCalendar(rapid.IntRange(0, 60).Draw(rt, "months"))
		for _, day := range rapid.SliceOf(rapid.Int32Range(-60000, 120000)).Draw(rt, "days") {
			for _, d := range []int32{day, day + 1024, day, day - 1024} {
				if got, want := c.after(d), datasets.AddMonths(d, c.months); got != want {
					rt.Fatalf("%d months after %d: %d, want %d", c.months, d, got, want)
				}
			}
		}
	})
}
