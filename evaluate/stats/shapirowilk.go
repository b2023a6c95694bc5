package stats

import (
	"math"
	"slices"
)

// NormalityTest is the outcome of [ShapiroWilk].
type NormalityTest struct {
	N    int
	W, P Maybe
	Need Need
}

// ShapiroWilk tests whether a sample looks normal: W is the square of the
// correlation of the sorted values with weights a like expected normal order
// statistics, and a small p says that they do not fit.
//
//	W = (sum a_i x_(i))^2 / (sum a^2 sum (x - m)^2)
//
// Weights and p are Royston's approximations (1995, algorithm AS R94), good for
// 3 to 5000 values; p is true to about two digits, by its design. Below 3 values
// it is undefined (FewerThan3), above 5000 too (NotDefinedFor), and where all are
// alike (NoVariance). Non-finite values are an error. In small samples it finds
// nothing and in large ones trifles, so it must not choose the test to report.
// R: shapiro.test(x).
func ShapiroWilk(x []float64) (NormalityTest, error) {
	if err := checkFinite("x", x); err != nil {
		return NormalityTest{}, err
	}
	r := NormalityTest{N: len(x), Need: Need{N: 3, Of: "values that are not all alike", For: "a Shapiro-Wilk test"}}
	sorted := slices.Sorted(slices.Values(x))
	switch {
	case r.N < 3:
		return r.without(FewerThan3), nil
	case r.N > 5000:
		return r.without(NotDefinedFor), nil
	case sorted[0] == sorted[r.N-1]:
		return r.without(NoVariance), nil
	}
	rest := unlikeness(sorted, roystonWeights(r.N)) // 1 - W without cancelling
	r.W, r.P = defined(1-rest), defined(roystonP(rest, r.N))
	return r, nil
}

func (r NormalityTest) without(why Reason) NormalityTest {
	r.W, r.P = undefined(why), undefined(why)
	return r
}

// unlikeness is 1 - W, as a product of a difference and a sum of lengths.
func unlikeness(sorted, half []float64) float64 {
	n := len(sorted)
	centre, span := mean(sorted), sorted[n-1]-sorted[0]
	var aa, xx, ax float64
	for i, v := range sorted {
		a := 0.0
		if i < len(half) {
			a = -half[i]
		} else if n-1-i < len(half) {
			a = half[n-1-i]
		}
		d := (v - centre) / span
		aa, xx, ax = aa+a*a, xx+d*d, ax+a*d
	}
	length := math.Sqrt(aa * xx)
	return (length - ax) * (length + ax) / (aa * xx)
}

// roystonWeights are those of the upper half of the order statistics, from the
// largest down; the lower half has them with the sign turned.
func roystonWeights(n int) []float64 {
	if n == 3 {
		return []float64{math.Sqrt(0.5)}
	}
	m := make([]float64, n/2)
	var squares float64
	for i := range m {
		m[i] = -normalQuantile((float64(i+1) - 0.375) / (float64(n) + 0.25))
		squares += 2 * m[i] * m[i]
	}
	root := 1 / math.Sqrt(float64(n))
	first := polynomialAt(root, 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056) + m[0]/math.Sqrt(squares)
	kept, used, own := 2*m[0]*m[0], 2*first*first, []float64{first}
	if n > 5 {
		second := polynomialAt(root, 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633) + m[1]/math.Sqrt(squares)
		kept, used, own = kept+2*m[1]*m[1], used+2*second*second, append(own, second)
	}
	scale := math.Sqrt((squares - kept) / (1 - used))
	for i := range m {
		if i < len(own) {
			m[i] = own[i]
		} else {
			m[i] /= scale
		}
	}
	return m
}

// roystonP is the p-value of 1 - W = rest: exact for three values, else by a
// normal approximation of a logarithm of rest.
func roystonP(rest float64, n int) float64 {
	if n == 3 {
		return max(0, 6/math.Pi*(math.Asin(math.Sqrt(1-rest))-math.Pi/3))
	}
	y, size := math.Log(rest), float64(n)
	if n > 11 {
		l := math.Log(size)
		m := polynomialAt(l, -1.5861, -0.31082, -0.083751, 0.0038915)
		s := math.Exp(polynomialAt(l, -0.4803, -0.082676, 0.0030302))
		return normalCDF((m - y) / s)
	}
	gamma := polynomialAt(size, -2.273, 0.459)
	if y >= gamma {
		return 0
	}
	m := polynomialAt(size, 0.544, -0.39978, 0.025054, -6.714e-4)
	s := math.Exp(polynomialAt(size, 1.3822, -0.77857, 0.062767, -0.0020322))
	return normalCDF((m + math.Log(gamma-y)) / s)
}

// polynomialAt is c0 + c1 x + c2 x^2 + ...
func polynomialAt(x float64, c ...float64) float64 {
	sum := 0.0
	for _, v := range slices.Backward(c) {
		sum = sum*x + v
	}
	return sum
}
