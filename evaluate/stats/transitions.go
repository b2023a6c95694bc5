package stats

import (
	"fmt"
	"slices"
)

// Transitions counts who moved from which category to which: Counts[i][j]
// people were in Categories[i] before and in Categories[j] after. Read it as a
// table with the pre categories as rows.
type Transitions struct {
	Categories []string
	Counts     [][]int
	N          int
}

// CountTransitions tabulates paired codes: labour market status, an answer of
// yes or no. The categories come in the order given, which is the order of
// scores in [MarginalScores] and [Kappa]; where categories is nil they are those
// found, in byte order. Unequal lengths, a code that is not among the categories
// and a category named twice are errors. Leave out people who miss one side.
func CountTransitions(pre, post, categories []string) (Transitions, error) {
	if len(pre) != len(post) {
		return Transitions{}, fmt.Errorf("%w: %d pre and %d post codes; pass only people who have both", ErrLength, len(pre), len(post))
	}
	if categories == nil {
		categories = slices.Compact(slices.Sorted(slices.Values(slices.Concat(pre, post))))
	}
	t := Transitions{Categories: slices.Clone(categories), Counts: make([][]int, len(categories)), N: len(pre)}
	at := make(map[string]int, len(categories))
	for i, c := range categories {
		if _, twice := at[c]; twice {
			return Transitions{}, fmt.Errorf("%w: category %q is named twice", ErrCount, c)
		}
		at[c], t.Counts[i] = i, make([]int, len(categories))
	}
	for i := range pre {
		from, okPre := at[pre[i]]
		to, okPost := at[post[i]]
		if !okPre || !okPost {
			return Transitions{}, fmt.Errorf("%w: person %d went from %q to %q, not both among the categories %q", ErrCount, i+1, pre[i], post[i], categories)
		}
		t.Counts[from][to]++
	}
	return t, nil
}

// Same is how many people stayed in their category.
func (t Transitions) Same() int {
	same := 0
	for i := range t.Counts {
		same += t.Counts[i][i]
	}
	return same
}

// Margins are the counts of each category before and after.
func (t Transitions) Margins() (pre, post []int) {
	pre, post = make([]int, len(t.Counts)), make([]int, len(t.Counts))
	for i, row := range t.Counts {
		for j, n := range row {
			pre[i] += n
			post[j] += n
		}
	}
	return pre, post
}

// check refuses a table made by hand that does not hold together.
func (t Transitions) check() error {
	n := 0
	for i, row := range t.Counts {
		if len(row) != len(t.Counts) {
			return fmt.Errorf("%w: row %d of the transitions has %d cells, want %d", ErrLength, i+1, len(row), len(t.Counts))
		}
		for j, c := range row {
			if c < 0 {
				return fmt.Errorf("%w: transitions %d to %d are %d, must not be negative", ErrCount, i+1, j+1, c)
			}
			n += c
		}
	}
	if n != t.N {
		return fmt.Errorf("%w: the transitions add up to %d, N is %d", ErrCount, n, t.N)
	}
	return nil
}

// whyNothingMoved is the reason where no test of movement can be made.
func (t Transitions) whyNothingMoved() Reason {
	if t.N == 0 {
		return NoPairs
	}
	return NobodyMoved
}
