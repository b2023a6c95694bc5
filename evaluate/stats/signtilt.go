package stats

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"gonum.org/v1/gonum/dsp/fourier"
)

// tiltedSignSums is [countSignSums] for many weights, in milliseconds where the
// dynamic programme takes half a second. It is exact up to rounding, not an
// approximation. Every weight w is given the probability
//
//	p(w) = 1 / (1 + exp(-theta w)),  theta <= 0 such that the mean of the sum is at
//
// in place of 1/2 (exponential tilting; Esscher 1932, Daniels 1954), so that the
// tail asked for lies in the middle of the tilted sum and keeps its relative
// accuracy. The tilted probabilities come from the characteristic function f at
// the points 2 pi j/L of a period L that is wide enough by Bernstein's
// inequality for less than 1e-20 to lie outside:
//
//	P(S = s) = 2^-n prod(1 + exp(theta w)) exp(-theta s) 1/L sum_j f(2 pi j/L) exp(-2 pi i j s/L)
//
// At nearly all of those points f is next to nothing; [tilted.worthwhile] yields the
// others. It needs 0 < at <= half the sum of weights.
func tiltedSignSums(weights []int, at int) signSums {
	t := tilt(groupWeights(weights), at)
	var atMost, exactly float64
	for j := range t.worthwhile() {
		value, geometric := t.termAt(j)
		atMost += real(value * geometric)
		exactly += real(value)
	}
	period := float64(t.period)
	return signSums{AtMost: t.untilted(atMost / period), Exactly: t.untilted(exactly / period)}
}

// weightGroup is a weight that occurs times times, and counts with probability p.
type weightGroup struct {
	weight, times int
	p             float64
}

func groupWeights(weights []int) []weightGroup {
	times := map[int]int{}
	var groups []weightGroup
	for _, w := range weights {
		if times[w] == 0 {
			groups = append(groups, weightGroup{weight: w})
		}
		times[w]++
	}
	for i := range groups {
		groups[i].times = times[groups[i].weight]
	}
	return groups
}

// tilted is a sum of weights under the tilted probabilities.
type tilted struct {
	groups   []weightGroup
	at       int
	theta    float64
	period   int // L, odd
	logScale float64
	spread   float64 // sum of p(1-p)
	largest  int
}

func tilt(groups []weightGroup, at int) tilted {
	t := tilted{groups: groups, at: at}
	for _, g := range groups {
		t.largest = max(t.largest, g.weight)
	}
	low, high := -1.0, 0.0
	for t.meanUnder(low) > float64(at) {
		low *= 2
	}
	for range 100 { // bisection to the last bit
		middle := low + (high-low)/2
		if t.meanUnder(middle) > float64(at) {
			high = middle
		} else {
			low = middle
		}
	}
	t.settle(high)
	return t
}

func (t *tilted) meanUnder(theta float64) float64 {
	var m float64
	for _, g := range t.groups {
		m += float64(g.times) * float64(g.weight) / (1 + math.Exp(-theta*float64(g.weight)))
	}
	return m
}

// settle fixes theta and what follows from it.
func (t *tilted) settle(theta float64) {
	t.theta = theta
	var variance float64
	for i := range t.groups {
		g := &t.groups[i]
		w, times := float64(g.weight), float64(g.times)
		g.p = 1 / (1 + math.Exp(-theta*w))
		t.spread += times * g.p * (1 - g.p)
		variance += times * w * w * g.p * (1 - g.p)
		t.logScale += times * math.Log1p(math.Expm1(theta*w)/2) // ln((1 + exp(theta w))/2)
	}
	t.logScale -= theta * float64(t.at)
	slices.SortFunc(t.groups, func(a, b weightGroup) int { // those that shrink the modulus most first
		return cmp.Compare(float64(b.times)*b.p*(1-b.p), float64(a.times)*a.p*(1-a.p))
	})
	// P(|S - at| >= x) <= 2 exp(-x^2/2 / (variance + largest x/3)) = 2 exp(-48)
	half := 16 * float64(t.largest)
	x := half + math.Sqrt(half*half+96*variance)
	t.period = 2*int(x) + 3
}

func (t *tilted) untilted(p float64) float64 {
	v := math.Exp(t.logScale + math.Log(max(p, math.SmallestNonzeroFloat64)))
	return max(v, math.SmallestNonzeroFloat64)
}

// termAt is the characteristic function at 2 pi j/L times exp(-2 pi i j at/L),
// doubled for j > 0 (the point -j has the conjugate value), and the geometric sum
//
//	sum over d = 0..(L-1)/2 of exp((theta + 2 pi i j/L) d)
//
// which turns the probability of at into that of at most at.
func (t *tilted) termAt(j int) (value, geometric complex128) {
	modulus := t.modulus(j)
	if modulus == 0 {
		return 0, 0
	}
	phase := -t.angle(j, t.at)
	for _, g := range t.groups {
		sin, cos := math.Sincos(t.angle(j, g.weight))
		phase += float64(g.times) * math.Atan2(g.p*sin, 1-g.p+g.p*cos)
	}
	if j > 0 {
		modulus *= 2
	}
	sin, cos := math.Sincos(phase)
	terms := (t.period + 1) / 2
	if j == 0 && t.theta == 0 {
		return complex(modulus, 0), complex(float64(terms), 0)
	}
	top := complexExpm1(t.theta*float64(terms), t.angle(j, terms))
	return complex(modulus*cos, modulus*sin), top / complexExpm1(t.theta, t.angle(j, 1))
}

// modulus is that of the characteristic function at 2 pi j/L; below exp(-60) it is 0.
func (t *tilted) modulus(j int) float64 {
	log := 0.0
	for _, g := range t.groups {
		half := math.Sin(t.angle(j, g.weight) / 2)
		log += float64(g.times) / 2 * math.Log1p(-4*g.p*(1-g.p)*half*half)
		if log < -60 {
			return 0
		}
	}
	return math.Exp(log)
}

// angle is 2 pi j k/L, reduced by whole turns before it is rounded, to -pi..pi.
func (t *tilted) angle(j, k int) float64 {
	turn := (j % t.period) * (k % t.period) % t.period
	if turn > t.period/2 {
		turn -= t.period
	}
	return 2 * math.Pi * float64(turn) / float64(t.period)
}

// complexExpm1 is exp(a + ib) - 1 without cancellation near 0.
func complexExpm1(a, b float64) complex128 {
	half := math.Sin(b / 2)
	return complex(math.Expm1(a)*math.Cos(b)-2*half*half, math.Exp(a)*math.Sin(b))
}

// worthwhile yields the points j = 0..(L-1)/2 where the characteristic function
// may exceed exp(-60). Its modulus is at most
//
//	exp(C(t) - C(0)),  C(t) = sum of p(1-p) cos(t w)
//
// and C, a cosine polynomial, is had on a fine grid by one Fourier transform.
// Between grid points it changes by at most pi/32 of C(0) (Bernstein 1912).
func (t *tilted) worthwhile() func(yield func(int) bool) {
	const perWave = 32
	size := 1 << bits.Len(uint(perWave*t.largest)) // a power of two is transformed fastest
	sequence := make([]float64, size)
	for _, g := range t.groups {
		sequence[g.weight] += float64(g.times) * g.p * (1 - g.p)
	}
	grid := fourier.NewFFT(size).Coefficients(nil, sequence)
	limit := t.spread - 60 - t.spread*math.Pi/perWave
	return func(yield func(int) bool) {
		for cell, c := range grid {
			if real(c) < limit {
				continue
			}
			from, to := t.cell(cell, size)
			for j := from; j <= to; j++ {
				if !yield(j) {
					return
				}
			}
		}
	}
}

// cell is the range of points j nearest to a grid point: those with
// (2 cell - 1) L <= 2 j size < (2 cell + 1) L.
func (t *tilted) cell(cell, size int) (from, to int) {
	from = max(0, ceilDiv((2*cell-1)*t.period, 2*size))
	to = ceilDiv((2*cell+1)*t.period, 2*size) - 1
	return from, min(to, (t.period-1)/2)
}

func ceilDiv(a, b int) int {
	if a <= 0 {
		return a / b
	}
	return (a + b - 1) / b
}
