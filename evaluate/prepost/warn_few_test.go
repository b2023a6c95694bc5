package prepost

import (
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// TestSmallSamplesAreSaid: the p of a question and of two groups, too, say what sample they need.
func TestSmallSamplesAreSaid(t *testing.T) {
	items, err := CompareItems([]ItemPairs{{Number: 1, Pre: []float64{1, 2, 3}, Post: []float64{2, 4, 3}}}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	women, men := GroupName{Group: "woman", ID: "women"}, GroupName{Group: "man", ID: "men"}
	between, err := CompareGroups([]Pair{{"woman", 1, 2}, {"woman", 2, 4}, {"man", 1, 1}, {"man", 2, 3}}, women, men, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	all := append(items.Figures("s", evaluate.Text{}), between.Figures("s", evaluate.Text{})...)
	for id, need := range map[string]string{
		"s/item/1/change/p-wilcoxon":            "at least 6 pairs for a Wilcoxon p below 0.05 (people whose answer changed); there are 2",
		"s/difference/women-men/p-mann-whitney": "a Mann-Whitney p below 0.05 (in each group); there are 2",
	} {
		if said := warningsOf(all, id); !strings.Contains(said, need) {
			t.Errorf("%s warns %q, want %q", id, said, need)
		}
	}
}

func warningsOf(figures []evaluate.Figure, id string) (said string) {
	for _, f := range figures {
		for _, w := range f.Warnings {
			if f.ID == id {
				said += w.Text.EN
			}
		}
	}
	return said
}

// The p that a test must be able to reach is that of the level asked for.
func TestSmallSamplesAreSaidOfTheLevel(t *testing.T) {
	c, err := Compare([]Pair{{"", 1, 2}, {"", 2, 3}}, Options{Level: 0.9})
	if err != nil {
		t.Fatal(err)
	}
	if said := warningsOf(c.Figures("s", evaluate.Text{}), "s/change/p-wilcoxon"); !strings.Contains(said, "at least 5 pairs for a Wilcoxon p below 0.1;") {
		t.Errorf("two pairs at a level of 0.9 warn %q, want a p below 0.1, which 5 pairs can reach", said)
	}
}
