package stats

import (
	"math/rand/v2"
	"testing"
)

// A fault in a replicate is one of the caller, who can catch it, however many workers there are.
func TestAFaultInAReplicateIsThatOfTheCaller(t *testing.T) {
	for _, workers := range []int{1, 2, 5} {
		var caught any
		func() {
			defer func() { caught = recover() }()
			replicate(20, workers, 1, func() func(int, *rand.PCG) {
				return func(r int, _ *rand.PCG) {
					if r == 7 {
						panic("a fault")
					}
				}
			})
		}()
		if caught != "a fault" {
			t.Errorf("by %d workers: %v", workers, caught)
		}
	}
}
