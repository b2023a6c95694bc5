package indicators

import (
	"strings"
	"testing"
)

// "Co najmniej" is at least: as many as promised is reached. A target of 0 is reached and has no
// share; a figure that is not available is neither reached nor missed.
func TestTargets(t *testing.T) {
	s := mustLoad(t, "esf-2014-2020")
	b := batchOf(t, canonicalProfile(t), `sex,age,education,labour_status
woman,30,isced3,unemployed
woman,30,isced3,unemployed
man,30,isced3,inactive
`)
	table := tableOf(t, s, b)
	for _, c := range []struct {
		target  Target
		verdict Verdict
		share   float64
		shown   bool
	}{
		{Target{Participants, Total, 3}, Reached, 1, true},
		{Target{Participants, Women, 3}, NotReached, 2.0 / 3, true},
		{Target{"CO01", Women, 1}, Reached, 2, true},
		{Target{"CO05", Total, 0}, Reached, 0, false},
		{Target{"CR04", Total, 1}, CannotTell, 0, false},
		{Target{"CO01", NonBinary, 1}, CannotTell, 0, false},
	} {
		p := c.target.Against(table)
		share, shown := p.Share()
		if p.Verdict != c.verdict || share != c.share || shown != c.shown {
			t.Errorf("%v: %s, share %v %v; want %s, %v %v", c.target, p.Verdict, share, shown, c.verdict, c.share, c.shown)
		}
		if (p.Verdict == CannotTell) != (p.Why.PL != "" && p.Why.EN != "") {
			t.Errorf("%v: %s, because %q", c.target, p.Verdict, p.Why.EN)
		}
	}
	if err := (Target{"CO1", Total, 1}).Check(s); err == nil || !strings.Contains(err.Error(), "CO1") {
		t.Errorf("a target for an unknown code: %v", err)
	}
	if err := (Target{"CO01", Total, -1}).Check(s); err == nil {
		t.Error("a negative target was accepted")
	}
	if err := (Target{Leavers, Women, 1}).Check(s); err != nil {
		t.Error(err)
	}
}

func TestGroupStringAndParseAreInverse(t *testing.T) {
	for g := range Group(groupCount) {
		got, err := ParseGroup(g.String())
		if err != nil || got != g {
			t.Errorf("ParseGroup(%q) = %v, %v", g.String(), got, err)
		}
		if g.Label().PL == "" || g.Label().EN == "" {
			t.Errorf("group %s lacks a label", g)
		}
	}
	if _, err := ParseGroup("woman"); err == nil || !strings.Contains(err.Error(), "women") {
		t.Errorf("got %v", err)
	}
}
