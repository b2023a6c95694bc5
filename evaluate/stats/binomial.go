package stats

import (
	"fmt"
	"math"
)

// BinomialP holds the p-values of [BinomialTest].
type BinomialP struct {
	PTwo, PGreater, PLess Maybe // Greater: the share is above the one supposed
}

// BinomialTest is the exact test that k of n come from a share p0.
//
// The two-sided p adds up the outcomes that are at most as probable as k, with
// the relative slack of 1e-7 that R uses so that equal probabilities count as
// equal. With n = 0 the p-values are undefined (NoTrials). k outside 0..n, or
// p0 outside 0..1, is an error. R: binom.test(k, n, p0).
func BinomialTest(k, n int, p0 float64) (BinomialP, error) {
	if err := checkCounts(k, n); err != nil {
		return BinomialP{}, err
	}
	if !(p0 >= 0 && p0 <= 1) {
		return BinomialP{}, fmt.Errorf("%w: supposed share is %v, must lie in 0..1", ErrCount, p0)
	}
	if n == 0 {
		u := undefined(NoTrials)
		return BinomialP{PTwo: u, PGreater: u, PLess: u}, nil
	}
	b := binomial{n: n, p: p0}
	return BinomialP{
		PTwo: defined(b.asExtreme(k)), PGreater: defined(b.atLeast(k)), PLess: defined(b.atMost(k)),
	}, nil
}

func checkCounts(k, n int) error {
	if k < 0 || n < 0 || k > n {
		return fmt.Errorf("%w: %d of %d; the part must lie between 0 and the whole", ErrCount, k, n)
	}
	return nil
}

// binomial is a binomial distribution whose tails keep their relative accuracy.
type binomial struct {
	n int
	p float64
}

// at is P(X = k) by Loader's saddle-point form (2000), "Fast and Accurate
// Computation of Binomial Probabilities":
//
//	exp(e(n) - e(k) - e(n-k) - D(k, np) - D(n-k, nq)) sqrt(n / (2 pi k (n-k)))
//
// where e is [stirlingError]; n! = n Gamma(n) has the same error as Gamma(n).
func (b binomial) at(k int) float64 {
	n, x, y := float64(b.n), float64(k), float64(b.n-k)
	switch {
	case b.p == 0 || b.p == 1:
		if x == n*b.p {
			return 1
		}
		return 0
	case k == 0:
		return math.Exp(n * math.Log1p(-b.p))
	case k == b.n:
		return math.Exp(n * math.Log(b.p))
	}
	log := stirlingError(n) - stirlingError(x) - stirlingError(y) -
		deviance(x, n*b.p) - deviance(y, n*(1-b.p))
	return math.Exp(log) * math.Sqrt(n/(2*math.Pi*x*y))
}

// deviance is x ln(x/m) + m - x, by a series where x is close to m and the
// terms would cancel (Loader 2000).
func deviance(x, m float64) float64 {
	if math.Abs(x-m) >= 0.1*(x+m) {
		return x*math.Log(x/m) + m - x
	}
	v := (x - m) / (x + m)
	sum := (x - m) * v
	term := 2 * x * v
	for j := 1.0; ; j++ {
		term *= v * v
		next := sum + term/(2*j+1)
		if next == sum {
			return sum
		}
		sum = next
	}
}

func (b binomial) atLeast(k int) float64 { return b.tail(k, 1) }
func (b binomial) atMost(k int) float64  { return b.tail(k, -1) }

// tail adds the probabilities from k outwards (step 1 up, -1 down). Where k
// lies on the near side of the mean the complement is the smaller sum.
func (b binomial) tail(k, step int) float64 {
	if k < 0 || k > b.n {
		return 0
	}
	if (float64(k)-float64(b.n)*b.p)*float64(step) < 0 {
		return 1 - b.outwards(k-step, -step)
	}
	return b.outwards(k, step)
}

// outwards sums away from the mean, where the terms only fall.
func (b binomial) outwards(k, step int) float64 {
	if k < 0 || k > b.n {
		return 0
	}
	term := b.at(k)
	sum := term
	odds := b.p / (1 - b.p)
	for next := k + step; next >= 0 && next <= b.n && term > sum*1e-18; next += step {
		if step > 0 {
			term *= float64(b.n-next+1) / float64(next) * odds
		} else {
			term *= float64(next+1) / float64(b.n-next) / odds
		}
		sum += term
	}
	return min(1, sum)
}

// asExtreme sums the outcomes that are at most as probable as k.
func (b binomial) asExtreme(k int) float64 {
	limit := b.at(k) * (1 + 1e-7)
	mean := float64(b.n) * b.p
	switch x := float64(k); {
	case x == mean:
		return 1
	case x < mean:
		return min(1, b.atMost(k)+b.atLeast(b.firstBelow(limit, int(math.Ceil(mean)), 1)))
	}
	return min(1, b.atLeast(k)+b.atMost(b.firstBelow(limit, int(math.Floor(mean)), -1)))
}

// firstBelow is the first outcome from start outwards whose probability is at
// most limit; past the end if there is none.
func (b binomial) firstBelow(limit float64, start, step int) int {
	low, high := 0, b.n+1 // steps: high is known to be far enough
	for low < high {
		middle := (low + high) / 2
		k := start + middle*step
		if k < 0 || k > b.n || b.at(k) <= limit {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return start + low*step
}
