package stats

import (
	"math"
	"strconv"
	"strings"
)

// double is an unevaluated sum hi + lo of two float64, |lo| at most half a unit
// in the last place of hi: about 32 decimal digits. Sums of squares and
// orthogonalisation are done in it, because ill-conditioned columns (powers of
// one variable, years beside a constant) cost up to ten of float64's sixteen
// digits. Dekker (1971); the products use the fused multiply-add.
type double struct{ hi, lo float64 }

func inDouble(v float64) double { return double{hi: v} }

// twoSum is a + b without loss (Knuth).
func twoSum(a, b float64) double {
	s := a + b
	t := s - a
	return double{s, (a - (s - t)) + (b - t)}
}

// quickSum is a + b without loss where |a| >= |b|.
func quickSum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

func product(a, b float64) double {
	p := a * b
	return double{p, math.FMA(a, b, -p)}
}

func (a double) plus(b double) double {
	s, t := twoSum(a.hi, b.hi), twoSum(a.lo, b.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (a double) minus(b double) double { return a.plus(double{-b.hi, -b.lo}) }

func (a double) times(b double) double {
	p := product(a.hi, b.hi)
	return quickSum(p.hi, p.lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a double) over(b double) double {
	q1 := a.hi / b.hi
	r := a.minus(b.times(inDouble(q1)))
	q2 := r.hi / b.hi
	r = r.minus(b.times(inDouble(q2)))
	return quickSum(q1, q2).plus(inDouble(r.hi / b.hi))
}

// root is the square root of a >= 0, by one step of Newton from the float64 one.
func (a double) root() double {
	if a.hi <= 0 {
		return double{}
	}
	x := math.Sqrt(a.hi)
	rest := a.minus(product(x, x))
	return quickSum(x, rest.hi/(2*x))
}

func (a double) value() float64 { return a.hi + a.lo }

// asWritten is the number whose decimal text reads back as v: 0.1 stands for
// one tenth, not for the nearest binary fraction. A value with more than
// [maxDecimals] decimals, or too many digits, is the trace of a computation and
// is taken as it is.
func asWritten(v float64) double {
	if v == math.Trunc(v) {
		return inDouble(v)
	}
	text := strconv.FormatFloat(v, 'f', -1, 64)
	_, fraction, _ := strings.Cut(text, ".")
	if len(fraction) > maxDecimals {
		return inDouble(v)
	}
	digits, ok := scaled(v, len(fraction))
	if !ok {
		return inDouble(v)
	}
	return inDouble(float64(digits)).over(inDouble(math.Pow10(len(fraction))))
}

func allAsWritten(x []float64) []double {
	out := make([]double, len(x))
	for i, v := range x {
		out[i] = asWritten(v)
	}
	return out
}

// dot is the sum of the products of two equally long vectors.
func dot(a, b []double) double {
	var sum double
	for i := range a {
		sum = sum.plus(a[i].times(b[i]))
	}
	return sum
}

// subtract takes f times b off a, in place.
func subtract(a []double, f double, b []double) {
	for i := range a {
		a[i] = a[i].minus(f.times(b[i]))
	}
}

func sumOf(x []double) double {
	var sum double
	for _, v := range x {
		sum = sum.plus(v)
	}
	return sum
}
