package stats

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
)

// replicate calls one worker's function for every r in 0..n-1, shared out over
// workers (0: one a processor). The generator that r is given is seeded by the
// seed and r alone, so no result depends on how many workers there are or which
// of them took r. prepare is called once by each worker for its own scratch
// space; what the functions write must lie apart for each r. What panics in them
// panics in the goroutine of the caller.
func replicate(n, workers int, seed uint64, prepare func() func(r int, source *rand.PCG)) {
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = max(1, min(workers, n))
	share := func(first, behind int) {
		do, source := prepare(), rand.NewPCG(0, 0)
		for r := first; r < behind; r++ {
			source.Seed(seed, scatter(uint64(r)))
			do(r, source)
		}
	}
	var all sync.WaitGroup
	var broken atomic.Bool
	for w := range workers {
		all.Go(func() {
			defer func() {
				if recover() != nil {
					broken.Store(true)
				}
			}()
			share(n*w/workers, n*(w+1)/workers)
		})
	}
	all.Wait()
	if broken.Load() {
		share(0, n) // panics again, where the caller can catch it
	}
}

// scatter spreads neighbouring numbers over all 64 bits, so that neighbouring
// replicates start far apart (the finaliser of SplitMix64; Steele, Lea and
// Flood 2014).
func scatter(r uint64) uint64 {
	r += 0x9e3779b97f4a7c15
	r = (r ^ r>>30) * 0xbf58476d1ce4e5b9
	r = (r ^ r>>27) * 0x94d049bb133111eb
	return r ^ r>>31
}
