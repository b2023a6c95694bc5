package prepost

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func at(s Sheet, place string) Sheet { s.Place = place; return s }

// A pair that folding made is told by its places, never by its code.
func TestFoldedPairIsTold(t *testing.T) {
	p, err := Match(
		[]Sheet{at(sheet("Ś-01", 0, 2), "before.csv:2"), at(sheet("S2", 0, 2), "before.csv:3")},
		[]Sheet{at(sheet("s 01", 0, 4), "after.csv:7"), at(sheet("S2", 0, 3), "after.csv:8")})
	if err != nil {
		t.Fatal(err)
	}
	want := []FoldedPair{{Pre: "before.csv:2", Post: "after.csv:7", Differences: []Difference{Case, Spaces, Punctuation, Diacritics}}}
	if diff := cmp.Diff(want, p.Folded); diff != "" || len(p.Matched) != 2 {
		t.Errorf("%d pairs; folded (-want +got):\n%s", len(p.Matched), diff)
	}
}

// Two writings in one wave may be two persons: only days make them repeats.
func TestCollisionCountsOnlyByDays(t *testing.T) {
	post := []Sheet{sheet("S1", 30, 4)}
	same, err1 := Match([]Sheet{sheet("S1", 0, 2), sheet("s-1", 0, 2)}, post)
	dated, err2 := Match([]Sheet{sheet("S1", 10, 2), sheet("s-1", 20, 5)}, post)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	if len(same.Matched) != 0 || len(same.Unclear) != 2 || same.Unscored != 1 || len(same.Collided) != 1 || same.Collided[0].Told {
		t.Errorf("undated: %+v; want two unclear sheets although their scores agree", same)
	}
	if len(dated.Matched) != 1 || dated.Matched[0].Pre != 2 || len(dated.Repeated) != 1 || len(dated.Collided) != 1 || !dated.Collided[0].Told {
		t.Errorf("dated: %+v; want the earlier one to count and the collision told", dated)
	}
}

func TestPartedDigitsMakeNoPair(t *testing.T) {
	p, err := Match([]Sheet{sheet("1-12", 0, 2)}, []Sheet{sheet("11-2", 0, 4)})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Matched) != 0 || p.OnlyPre != 1 || p.OnlyPost != 1 || len(p.HeldApart) != 2 {
		t.Errorf("%+v; want two persons held apart", p)
	}
}

func TestADashIsNoCode(t *testing.T) {
	p, err := Match([]Sheet{sheet("-", 0, 2)}, []Sheet{sheet("-", 0, 4)})
	if err != nil || len(p.Matched) != 0 || len(p.NoCode) != 2 {
		t.Errorf("%+v, %v; want two sheets without a code", p, err)
	}
}

// anySheets draws sheets whose codes collide often.
func anySheets(codes ...string) *rapid.Generator[[]Sheet] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Sheet {
		s := sheet(rapid.SampledFrom(codes).Draw(t, "code"), rapid.Int32Range(0, 3).Draw(t, "day"), float64(rapid.IntRange(1, 3).Draw(t, "score")))
		s.Scored = rapid.IntRange(0, 4).Draw(t, "blank") > 0
		s.Group = rapid.SampledFrom([]string{"", "woman", "man"}).Draw(t, "group")
		return s
	}), 0, 12)
}

var writings = []string{"a1", "A-1", "a 1", "b", "B", "ł1", "L1", "1-12", "11-2", "112", "", "-"}

// Everybody has one fate, every sheet is counted or set aside, in any order of the rows.
func TestEverybodyHasOneFate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := anySheets(writings...).Draw(t, "pre"), anySheets(writings...).Draw(t, "post")
		for i := range post {
			post[i].Day += 10 // later, so that no date contradicts
		}
		p, err := Match(pre, post)
		if err != nil {
			t.Fatal(err)
		}
		q, err := Match(rapid.Permutation(pre).Draw(t, "pre shuffled"), rapid.Permutation(post).Draw(t, "post shuffled"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p.Persons, q.Persons); diff != "" {
			t.Fatalf("the order of the rows counts:\n%s", diff)
		}
		if len(p.Persons) != len(p.Matched)+p.OnlyPre+p.OnlyPost+p.Unscored {
			t.Fatalf("%d persons: %+v", len(p.Persons), p)
		}
		kept, aside := len(p.KeptPre)+len(p.KeptPost), len(p.Repeated)+len(p.Unclear)+len(p.NoCode)
		if len(pre)+len(post) != kept+aside {
			t.Fatalf("%d sheets, %d kept, %d set aside", len(pre)+len(post), kept, aside)
		}
	})
}

// Writing every code of a wave otherwise changes no pair where no two of them fold to the same.
func TestWritingOtherwiseChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := anySheets("a1", "b2", "ł3").Draw(t, "pre"), anySheets("a1", "b2", "ł3").Draw(t, "post")
		for i := range post {
			post[i].Day += 10
		}
		otherwise := slices.Clone(post)
		for i := range otherwise {
			otherwise[i].Code = strings.ToUpper(otherwise[i].Code[:len(otherwise[i].Code)-1]) + "-" + otherwise[i].Code[len(otherwise[i].Code)-1:]
		}
		p, err1 := Match(pre, post)
		q, err2 := Match(pre, otherwise)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if diff := cmp.Diff(p.Persons, q.Persons); diff != "" {
			t.Fatal(diff)
		}
		if len(p.Folded) != 0 || len(q.Folded) != len(q.Matched) {
			t.Fatalf("%d and %d folded pairs, want 0 and %d", len(p.Folded), len(q.Folded), len(q.Matched))
		}
	})
}
