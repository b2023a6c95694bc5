package samples

import "testing"

func TestDealHoldsTheDeck(t *testing.T) {
	d := newDraw(1)
	n := map[string]int{}
	for _, v := range deal(d, 5, part[string]{"a", 2}, part[string]{"b", 3}) {
		n[v]++
	}
	if d.err != nil || n["a"] != 2 || n["b"] != 3 {
		t.Errorf("dealt %v, fault %v", n, d.err)
	}
}

func TestADeckThatDoesNotAddUpIsAFault(t *testing.T) {
	d := newDraw(1)
	if got := deal(d, 4, part[string]{"a", 3}); len(got) != 4 || d.err == nil {
		t.Errorf("dealt %v without a fault", got)
	}
}

func TestTooFewToPickIsAFault(t *testing.T) {
	d := newDraw(1)
	if got := pick(d, 2, []*person{{}}, everybody); got != nil || d.err == nil {
		t.Errorf("picked %d without a fault", len(got))
	}
}

func TestRaisedStopsWhereNothingFits(t *testing.T) {
	d := newDraw(1)
	if raised(d, [wodzislawItems]int32{5, 5, 5, 5, 4}, 2); d.err == nil {
		t.Error("a rise of 2 points fitted into 1")
	}
}

func TestAMissingWordIsAFault(t *testing.T) {
	words := surveyWords()
	words.say("")
	if words.err != nil {
		t.Errorf("no code is no fault, got %v", words.err)
	}
	if words.say("non_binary"); words.err == nil {
		t.Error("a word that the layout lacks went unnoticed")
	}
}
