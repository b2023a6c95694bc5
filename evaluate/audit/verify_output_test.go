package audit

import "testing"

// Older versions printed the change 0.31 where this one prints +0.31. That is no other number; a sign that turned is.
func TestThePlusOfARiseIsLawful(t *testing.T) {
	difference := func(stands, computed string) Difference {
		return Difference{Figure: "survey/motivation/change/mean", Field: "text", Stands: &stands, Computed: &computed}
	}
	found := []Difference{
		difference("**0.31 (95% CI 0.14 to 0.48)**", "**+0.31 (95% CI 0.14 to 0.48)**"),
		difference("−0.31", "+0.31"), difference("0.31", "+0.32"),
	}
	if kept := unlawful(found); len(kept) != 2 || kept[0].Stands != found[1].Stands {
		t.Errorf("%d of 3 differences were kept, want the turned sign and the other digit: %v", len(kept), kept)
	}
}
