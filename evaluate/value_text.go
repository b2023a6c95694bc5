package evaluate

import (
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// A report prints a few thousand numbers, several times each. What follows writes those that fit into 64 bits,
// as all but the oddest do, without a big.Int; the laws of value_test.go hold it to the long way.

// tens are the powers of ten that fit into 64 bits.
var tens = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// scaled is num·10^power/den, rounded half away from zero, without its sign; false where it has no room.
func (v Value) scaled(power int) (uint64, bool) {
	if power < 0 || power >= len(tens) {
		return 0, false
	}
	den := uint64(v.den)
	high, low := bits.Mul64(magnitude(v.num), tens[power])
	if high >= den {
		return 0, false
	}
	q, rest := bits.Div64(high, low, den)
	if rest < den-rest {
		return q, true
	}
	return q + 1, q < math.MaxUint64
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// decimalText writes digits with a point before the last places of them.
func decimalText(negative bool, digits uint64, places int) string {
	text := make([]byte, 0, 24)
	text = strconv.AppendUint(text, digits, 10)
	if len(text) <= places {
		text = append([]byte(strings.Repeat("0", places-len(text)+1)), text...)
	}
	sign := ""
	if negative && digits > 0 {
		sign = "-"
	}
	whole := len(text) - places
	if places == 0 {
		return sign + string(text)
	}
	return sign + string(text[:whole]) + "." + string(text[whole:])
}

// fixedRatio is [Value.Fixed] of 10^shift times a ratio; false where the long way has to do it.
func (v Value) fixedRatio(places, shift int) (string, bool) {
	digits, ok := v.scaled(places + shift)
	if !ok || places < 0 {
		return "", false
	}
	return decimalText(v.num < 0, digits, places), true
}

// quickRatio is ratioText; false where the long way has to do it.
func (v Value) quickRatio() (string, bool) {
	if v.num == 0 {
		return "0", true
	}
	shared := common(magnitude(v.num), uint64(v.den))
	num, den := magnitude(v.num)/shared, uint64(v.den)/shared
	if n, ends := decimalPlaces(den); ends && n <= significant {
		digits, ok := v.scaled(n)
		return decimalText(v.num < 0, digits, n), ok
	}
	if num >= 1<<53 || den >= 1<<53 { // their quotient need not be the nearest float64 of the ratio
		return "", false
	}
	nearest := float64(num) / float64(den)
	places := significant - (int(math.Floor(math.Log10(nearest))) + 1)
	digits, ok := v.scaled(places)
	if !ok {
		return "", false
	}
	text := decimalText(false, digits, places)
	if back, err := strconv.ParseFloat(text, 64); err != nil || back != nearest {
		return "", false
	}
	if v.num < 0 {
		text = "-" + text
	}
	return trimZeros(text), true
}

// common is the greatest common divisor.
func common(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// decimalPlaces is the number of decimals of a ratio with this denominator, and whether it ends.
func decimalPlaces(den uint64) (n int, ends bool) {
	twos, fives := bits.TrailingZeros64(den), 0
	den >>= twos
	for den%5 == 0 {
		den, fives = den/5, fives+1
	}
	return max(twos, fives), den == 1
}

// fixedReal rounds the shortest decimal text of a float64, half away from zero.
func fixedReal(x float64, places int) string {
	text := strconv.FormatFloat(math.Abs(x), 'f', -1, 64)
	whole, fraction, _ := strings.Cut(text, ".")
	up := len(fraction) > places && fraction[places] >= '5'
	digits := []byte(whole + fraction[:min(places, len(fraction))] + strings.Repeat("0", max(0, places-len(fraction))))
	for i := len(digits) - 1; up && i >= 0; i-- {
		if up = digits[i] == '9'; up {
			digits[i] = '0'
		} else {
			digits[i]++
		}
	}
	if up {
		digits = append([]byte{'1'}, digits...)
	}
	sign := ""
	if x < 0 && strings.Trim(string(digits), "0") != "" {
		sign = "-"
	}
	point := len(digits) - places
	if places == 0 {
		return sign + string(digits)
	}
	return sign + string(digits[:point]) + "." + string(digits[point:])
}
