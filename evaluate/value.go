package evaluate

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Value is a number of a Figure. Counts, shares and money are exact ratios of whole numbers;
// statistics are float64. The zero Value is absent.
type Value struct {
	form form
	num  int64
	den  int64
	real float64
}

type form uint8

const (
	absent form = iota
	exact
	real
)

// Count is a whole number.
func Count(n int) Value { return Value{form: exact, num: int64(n), den: 1} }

// Grosze is an amount of money, in złote, from its grosze.
func Grosze(n int64) Value { return Value{form: exact, num: n, den: 100} }

// Ratio is num/den exactly. A zero denominator has no value: the result is absent.
func Ratio(num, den int64) Value {
	if den == 0 {
		return Value{}
	}
	if den < 0 {
		num, den = -num, -den
	}
	return Value{form: exact, num: num, den: den}
}

// GroszePer is an amount of money in złote for each of n units; absent where n is 0.
//
//	grosze / (100 n)
func GroszePer(grosze, n int64) Value { return Ratio(grosze, 100*n) }

// Real is a statistic. NaN and infinity are absent.
func Real(x float64) Value {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return Value{}
	}
	return Value{form: real, real: x}
}

// Present tells whether there is a value.
func (v Value) Present() bool { return v.form != absent }

// Exact tells whether the value is a ratio of whole numbers.
func (v Value) Exact() bool { return v.form == exact }

// Float is the nearest float64, for drawing and for statistics; 0 where absent.
func (v Value) Float() float64 {
	switch v.form {
	case exact:
		if magnitude(v.num) < 1<<53 && v.den < 1<<53 { // both are float64 then, and so their quotient the nearest
			return float64(v.num) / float64(v.den)
		}
		f, _ := v.rat().Float64()
		return f
	case real:
		return v.real
	}
	return 0
}

func (v Value) rat() *big.Rat { return big.NewRat(v.num, v.den) }

// significant is the number of digits a value that does not terminate is printed with, or a
// few more where those, rounded twice, would not give back the nearest float64.
const significant = 17

// String is the value for machines: decimal point, no grouping, full precision. A ratio that ends
// within 17 decimals is printed whole, one that does not is rounded half-up to 17 significant digits
// (a few more where needed to read back as the nearest float64); a statistic is the shortest text
// that reads back as the same float64. Absent is empty.
func (v Value) String() string {
	switch v.form {
	case exact:
		if text, ok := v.quickRatio(); ok {
			return text
		}
		return v.ratioText()
	case real:
		return strconv.FormatFloat(v.real, 'g', -1, 64)
	}
	return ""
}

func (v Value) ratioText() string {
	r := v.rat()
	if n, terminates := decimalsOf(r); terminates && n <= significant {
		return trimZeros(r.FloatString(n))
	}
	nearest, _ := r.Float64()
	for places := significant - wholeDigits(r); ; places++ {
		text := decimal.NewFromBigRat(r, int32(places)).StringFixed(int32(places))
		if back, err := strconv.ParseFloat(text, 64); err != nil || back == nearest {
			return trimZeros(text)
		}
	}
}

// decimalsOf is the number of decimals of a ratio that ends, that is whose reduced
// denominator has no prime factor but 2 and 5.
func decimalsOf(r *big.Rat) (n int, terminates bool) {
	den := new(big.Int).Set(r.Denom())
	twos, fives := divideOut(den, 2), divideOut(den, 5)
	return max(twos, fives), den.IsInt64() && den.Int64() == 1
}

func divideOut(den *big.Int, factor int64) (times int) {
	f, rest, quotient := big.NewInt(factor), new(big.Int), new(big.Int)
	for {
		quotient.QuoRem(den, f, rest)
		if rest.Sign() != 0 {
			return times
		}
		den.Set(quotient)
		times++
	}
}

// wholeDigits is the power of ten of the first significant digit, plus one: 3 for 123.4,
// 0 for 0.61, -1 for 0.061.
func wholeDigits(r *big.Rat) int {
	f, _ := new(big.Rat).Abs(r).Float64()
	if f == 0 {
		return 1
	}
	return int(math.Floor(math.Log10(f))) + 1
}

func trimZeros(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// Fixed is the value rounded half-up (away from zero) to a number of decimals, with a point.
// The only rounding in the house happens here, at the end. Absent is empty.
func (v Value) Fixed(places int) string {
	switch v.form {
	case exact:
		if text, ok := v.fixedRatio(places, 0); ok {
			return text
		}
		return decimal.NewFromBigRat(v.rat(), int32(places)).StringFixed(int32(places))
	case real:
		if places >= 0 {
			return fixedReal(v.real, places)
		}
		return decimal.NewFromFloat(v.real).StringFixed(int32(places))
	}
	return ""
}

// Equal tells whether two values are both exact, both statistics or both absent, and print the same for
// machines.
func (v Value) Equal(w Value) bool { return v.form == w.form && v.String() == w.String() }

// Percent is 100 times the value, rounded like [Value.Fixed].
func (v Value) Percent(places int) string {
	switch v.form {
	case exact:
		if text, ok := v.fixedRatio(places, 2); ok {
			return text
		}
		hundred := new(big.Rat).Mul(v.rat(), big.NewRat(100, 1)) // no int64 to overflow
		return decimal.NewFromBigRat(hundred, int32(places)).StringFixed(int32(places))
	case real:
		return decimal.NewFromFloat(v.real).Shift(2).StringFixed(int32(places))
	}
	return ""
}
