package prepost

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func sheet(code string, day int32, score float64) Sheet {
	return Sheet{Code: code, Day: day, Dated: day > 0, Score: score, Scored: true, Place: "made-up.csv:2"}
}

// Two sheets before: the earliest; two after: the latest; both told (domain 6.2).
func TestEarliestBeforeAndLatestAfterCount(t *testing.T) {
	p, err := Match(
		[]Sheet{sheet("S1", 20, 3), sheet("s1 ", 10, 2)},
		[]Sheet{sheet("S1", 30, 4), sheet("S1", 40, 5)})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Matched) != 1 || p.Matched[0].Pre != 2 || p.Matched[0].Post != 5 || len(p.Repeated) != 2 {
		t.Errorf("got %+v, want the pair 2 -> 5 and two repeated sheets", p)
	}
}

func TestBeforeDatedAfterIsAnError(t *testing.T) {
	if _, err := Match([]Sheet{sheet("S1", 40, 3)}, []Sheet{sheet("S1", 10, 3)}); err == nil {
		t.Error("a sheet from before dated after its pair was accepted")
	}
}

// Nobody is lost: every code is a pair, only before, only after or unscored.
func TestEverybodyIsInOnePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		codes := map[string]bool{}
		draw := func(label string) []Sheet {
			return rapid.SliceOf(rapid.Custom(func(t *rapid.T) Sheet {
				s := sheet(rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}).Draw(t, "code"), 0, 1)
				s.Scored = rapid.Bool().Draw(t, "scored")
				codes[s.Code] = true
				return s
			})).Draw(t, label)
		}
		pre, post := draw("pre"), draw("post")
		p, err := Match(pre, post)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(p.Matched) + p.OnlyPre + p.OnlyPost + p.Unscored; got != len(codes) {
			t.Fatalf("%d persons, %d accounted for: %+v", len(codes), got, p)
		}
		if p.PreRows != len(pre) || p.PostRows != len(post) {
			t.Fatalf("rows %d and %d, want %d and %d", p.PreRows, p.PostRows, len(pre), len(post))
		}
	})
}

// Where the day does not tell which of two sheets counts and they differ, neither does, in any
// order of the rows.
func TestUndatedRepeatsAreNotGuessed(t *testing.T) {
	one, two := sheet("S1", 0, 2), sheet("S1", 0, 5)
	post := []Sheet{sheet("S1", 30, 4)}
	for _, pre := range [][]Sheet{{one, two}, {two, one}} {
		p, err := Match(pre, post)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Matched) != 0 || len(p.Unclear) != 2 || p.Unscored != 1 || p.OnlyPost != 0 || len(p.KeptPre) != 0 {
			t.Errorf("%+v, want no pair and two unclear sheets of which none is kept", p)
		}
	}
	p, err := Match([]Sheet{one, one}, post)
	if err != nil || len(p.Matched) != 1 || len(p.Repeated) != 1 {
		t.Errorf("the same sheet twice: %+v, %v; want one pair", p, err)
	}
}

// The order of the rows changes nothing.
func TestOrderOfSheetsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sheets := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Sheet {
			return sheet(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "code"), rapid.Int32Range(0, 3).Draw(t, "day"), float64(rapid.IntRange(1, 3).Draw(t, "score")))
		}), 0, 10).Draw(t, "sheets")
		post := []Sheet{sheet("a", 9, 4), sheet("b", 9, 4), sheet("c", 9, 4)}
		p, err1 := Match(sheets, post)
		q, err2 := Match(rapid.Permutation(sheets).Draw(t, "shuffled"), post)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if diff := cmp.Diff(p.Matched, q.Matched); diff != "" || p.OnlyPost != q.OnlyPost || len(p.Unclear) != len(q.Unclear) {
			t.Fatalf("%+v\n%+v", p, q)
		}
	})
}
