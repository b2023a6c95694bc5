package indicators

import (
	"context"
	"errors"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// A fault of the program in counting is the error of the counting, whoever of how many met it.
func TestAFaultInCountingIsItsError(t *testing.T) {
	s := mustLoad(t, "esf-plus-2021-2027")
	good := batchOf(t, canonicalProfile(t), "sex\n"+repeat("woman\n", 3000))
	parts := []*datasets.Batch{good, good, good, good}
	for _, workers := range []int{1, 2, 4} {
		c, err := newCrew(s, Options{}, workers)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range append(c.others, c.reader) {
			w.counter = nil // which counting falls over
		}
		for number, b := range parts {
			c.hand(number, b.Clone())
		}
		c.stop()
		if _, err := c.result(); !isBroken(err) {
			t.Errorf("by %d workers: %v", workers, err)
		}
	}
	if _, err := Count(context.Background(), s, Options{}, stream(parts, nil), 2); err != nil {
		t.Error(err)
	}
}

func isBroken(err error) bool {
	_, broken := errors.AsType[*datasets.Broken](err)
	return broken
}
