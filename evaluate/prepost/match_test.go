package prepost

import (
	"testing"

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
