package scale

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func answers(values ...float64) []Answer {
	out := make([]Answer, len(values))
	for i, v := range values {
		out[i] = Answer{Value: v, Given: v != 0}
	}
	return out
}

// Domain 6.1, the worked key of the Polish SES (coding 1 = strongly agree, positive items
// 1,2,4,6,7 reversed): raw 2,2,2,2,3,2,3,1,2,2 gives 24.
func TestWorkedKeyOfTheSelfEsteemScale(t *testing.T) {
	k := Key{Low: 1, High: 4, How: Sum, Reversed: []bool{true, true, false, true, false, true, true, false, false, false}}
	s := k.Score(answers(2, 2, 2, 2, 3, 2, 3, 1, 2, 2))
	if !s.Scored || s.Score != 24 {
		t.Errorf("score %v (%v), want 24", s.Score, s.Scored)
	}
}

func TestBlankAndOutside(t *testing.T) {
	k := Key{Low: 1, High: 5}
	if s := k.Score(answers(1, 0, 3)); s.Scored || s.Blank != 1 {
		t.Errorf("a sheet with a blank was scored under complete-only: %+v", s)
	}
	k.Missing = 1
	if s := k.Score(answers(1, 0, 3)); !s.Scored || s.Score != 2 {
		t.Errorf("prorated mean %+v, want 2", s)
	}
	sum := Key{Low: 1, High: 5, How: Sum, Missing: 1}
	if s := sum.Score(answers(1, 0, 3)); !s.Scored || s.Score != 6 { // 4 of two items is 6 of three
		t.Errorf("prorated sum %+v, want 6", s)
	}
	if s := k.Score(answers(1, 6, 3)); s.Scored || len(s.Faults) != 1 || s.Faults[0] != (Fault{Item: 2, Kind: Outside}) {
		t.Errorf("an answer of 6 on a scale to 5: %+v", s)
	}
	if s := k.Score(answers(0)); s.Scored {
		t.Error("an empty sheet has a score")
	}
}

// Reversing every item mirrors a mean score on the scale.
func TestReversalMirrors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOfN(rapid.IntRange(1, 5), 1, 12).Draw(t, "answers")
		values := make([]float64, len(raw))
		all := make([]bool, len(raw))
		for i, v := range raw {
			values[i], all[i] = float64(v), true
		}
		plain := Key{Low: 1, High: 5, How: Sum}.Score(answers(values...))
		turned := Key{Low: 1, High: 5, How: Sum, Reversed: all}.Score(answers(values...))
		if turned.Score != float64(6*len(raw))-plain.Score {
			t.Fatalf("%v turned to %v", plain.Score, turned.Score)
		}
	})
}

func TestKeyRefuses(t *testing.T) {
	for _, k := range []Key{{Low: 5, High: 1}, {Low: 1, High: 5, How: "median"}, {Low: 1, High: 5, Missing: -1}} {
		if k.Check() == nil {
			t.Errorf("%+v was accepted", k)
		}
	}
}

// Cells behind the last item of the key are no items: blank ones are not missing answers, and a sum is
// prorated to the items of the key.
func TestBlanksBehindTheKeyAreNoItems(t *testing.T) {
	k := Key{Low: 1, High: 5, How: Sum, Items: 3, Missing: 1}
	if s := k.Score(answers(5, 4, 3, 0)); !s.Scored || s.Prorated || s.Blank != 0 || s.Score != 12 || len(s.Turned) != 3 {
		t.Errorf("a blank fourth cell under a key of three items: %+v, want 12 points of a complete sheet", s)
	}
	if s := k.Score(answers(5, 4, 0, 0)); !s.Scored || s.Blank != 1 || s.Score != 13.5 {
		t.Errorf("two of three items and a blank fourth cell: %+v, want 13.5 points and one blank", s)
	}
	if s := k.Score(answers(5, 4, 3, 2)); s.Scored || len(s.Faults) != 1 || s.Faults[0] != (Fault{Item: 4, Kind: Surplus}) {
		t.Errorf("a fourth answer under a key of three items: %+v, want a fault", s)
	}
	r := reader(t, k)
	if s := r.Score([]string{"5", "?", "3", "?"}); s.Scored || s.Blank != 0 || len(s.Faults) != 2 {
		t.Errorf("unreadable cells within and behind the key: %+v, want two faults and no blank", s)
	}
	if s := r.Score([]string{"5", "4", "3", ""}); !s.Scored || s.Score != 12 {
		t.Errorf("an empty fourth cell: %+v, want 12 points", s)
	}
}

// A key for any number of items bounds the reversed ones all the same, and says so.
func TestReverseTellsTheBound(t *testing.T) {
	_, err := Key{Low: 1, High: 5}.Reverse(301)
	if err == nil || !strings.Contains(err.Error(), "1 to 300") {
		t.Errorf("item 301 of a key without a number of items: %v, want the bound 1 to 300", err)
	}
}
