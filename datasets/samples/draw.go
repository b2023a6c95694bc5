package samples

import (
	"fmt"
	"math/rand/v2"
)

// draw is the seeded chance behind one programme. The first fault stays in err and is asked
// for once, at the end.
type draw struct {
	rng *rand.Rand
	err error
}

func newDraw(seed uint64) *draw {
	return &draw{rng: rand.New(rand.NewPCG(seed, 0x5EED))}
}

func (d *draw) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf(format, args...)
	}
}

// between is a whole number from lo to hi, both included.
func (d *draw) between(lo, hi int) int { return lo + d.rng.IntN(hi-lo+1) }

// normal is a normal deviate with a standard deviation. The conversion keeps a processor from
// fusing the product into a sum, which would round the samples differently on another machine.
func (d *draw) normal(sd float64) float64 { return float64(sd * d.rng.NormFloat64()) }

// dayBetween is a day from lo to hi, both included; lo where hi lies before it.
func (d *draw) dayBetween(lo, hi day) day {
	if hi <= lo {
		return lo
	}
	return lo + day(d.rng.IntN(int(hi-lo)+1))
}

// part is a number of cards of one value in a deck.
type part[T any] struct {
	value T
	n     int
}

// deal is a shuffled deck of exactly the parts given, n cards in all.
func deal[T any](d *draw, n int, parts ...part[T]) []T {
	var deck []T
	for _, p := range parts {
		for range p.n {
			deck = append(deck, p.value)
		}
	}
	if len(deck) != n {
		d.fail("a deck of %d cards for %d people: %v", len(deck), n, parts)
		return make([]T, n)
	}
	d.rng.Shuffle(n, func(i, j int) { deck[i], deck[j] = deck[j], deck[i] })
	return deck
}

// pick draws exactly n of the people that fit; a fault where fewer do.
func pick(d *draw, n int, people []*person, fits func(*person) bool) []*person {
	var fit []*person
	for _, p := range people {
		if fits(p) {
			fit = append(fit, p)
		}
	}
	if len(fit) < n {
		d.fail("%d people wanted, %d fit", n, len(fit))
		return nil
	}
	d.rng.Shuffle(len(fit), func(i, j int) { fit[i], fit[j] = fit[j], fit[i] })
	return fit[:n]
}
