package chart

import (
	"math/bits"
	"strconv"
	"strings"
)

const (
	nbsp  = "\u00a0" // keeps a number on one line; groups thousands in Polish
	minus = "\u2212" // the mathematical minus, as wide as the plus
)

// count prints a whole number with grouped thousands: "1 234" (NBSP), "1,234".
func (l Lang) count(n int64) string {
	s := strconv.FormatInt(n, 10)
	if digits, negative := strings.CutPrefix(s, "-"); negative {
		return minus + l.group(digits)
	}
	return l.group(s)
}

// money prints integer grosze: "939 717,45 zł" (NBSP), "PLN 939,717.45".
// No float is involved: the digits are those of the integer.
func (l Lang) money(grosze int64) string {
	n := l.count(grosze/100) + l.point() + twoDigits(grosze%100)
	if l == PL {
		return n + nbsp + "zł"
	}
	return "PLN" + nbsp + n
}

// decimal prints x with a fixed number of places: "1 234,50", "1,234.50". A
// value that rounds to zero has no sign.
func (l Lang) decimal(x float64, places int) string {
	s := strconv.FormatFloat(x, 'f', places, 64)
	digits, negative := strings.CutPrefix(s, "-")
	whole, frac, _ := strings.Cut(digits, ".")
	out := l.group(whole)
	if frac != "" {
		out += l.point() + frac
	}
	if negative && strings.Trim(digits, "0.") != "" {
		return minus + out
	}
	return out
}

// signed is decimal with a plus before what is above zero, for changes.
func (l Lang) signed(x float64, places int) string {
	s := l.decimal(x, places)
	if x > 0 && strings.ContainsAny(s, "123456789") {
		return "+" + s
	}
	return s
}

// percent prints 100·n/of with two places, half up on the exact quotient:
// percent(37, 60) = "61,67%". It wants 0 <= n <= of and of > 0.
func (l Lang) percent(n, of int64) string {
	hi, lo := bits.Mul64(uint64(n), 2*100*100)
	lo, carry := bits.Add64(lo, uint64(of), 0)
	hundredths, _ := bits.Div64(hi+carry, lo, 2*uint64(of))
	return l.count(int64(hundredths/100)) + l.point() + twoDigits(int64(hundredths%100)) + "%"
}

func (l Lang) point() string {
	if l == PL {
		return ","
	}
	return "."
}

// group puts the separator of thousands into a string of digits.
func (l Lang) group(digits string) string {
	sep := ","
	if l == PL {
		sep = nbsp
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(d)
	}
	return b.String()
}

func twoDigits(n int64) string {
	if n < 10 {
		return "0" + strconv.FormatInt(n, 10)
	}
	return strconv.FormatInt(n, 10)
}

// short is decimal without the zeros at the end of the places, for ticks.
func (l Lang) short(x float64, places int) string {
	s := l.decimal(x, places)
	if places > 0 {
		s = strings.TrimRight(strings.TrimRight(s, "0"), l.point())
	}
	return s
}
