package chart

import (
	"strconv"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

const (
	nbsp  = "\u00a0" // keeps a number on one line; groups thousands in Polish
	minus = "\u2212" // the mathematical minus, as wide as the plus
)

// The numbers of a chart are those of the tables: formatted and rounded by package evaluate.

// count prints a whole number with grouped thousands: "1 234" (NBSP), "1,234".
func (l Lang) count(n int64) string {
	return evaluate.Localize(strconv.FormatInt(n, 10), evaluate.Lang(l))
}

// money prints integer grosze: "939 717,45 zł" (NBSP), "PLN 939,717.45".
func (l Lang) money(grosze int64) string {
	return evaluate.Zloty.Format(evaluate.Grosze(grosze), evaluate.Lang(l))
}

// decimal prints x with a fixed number of places: "1 234,50", "1,234.50". A
// value that rounds to zero has no sign.
func (l Lang) decimal(x float64, places int) string {
	return evaluate.Localize(evaluate.Real(x).Fixed(places), evaluate.Lang(l))
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
	return evaluate.Share.Format(evaluate.Ratio(n, of), evaluate.Lang(l))
}

func (l Lang) point() string {
	if l == PL {
		return ","
	}
	return "."
}

// short is decimal without the zeros at the end of the places, for ticks.
func (l Lang) short(x float64, places int) string {
	s := l.decimal(x, places)
	if places > 0 {
		s = strings.TrimRight(strings.TrimRight(s, "0"), l.point())
	}
	return s
}

// bounds prints both ends of an interval, set apart by a semicolon where the
// comma is the decimal point.
func (l Lang) bounds(i Interval, places int) string {
	sep := ", "
	if l == PL {
		sep = "; "
	}
	return l.decimal(i.Lo, places) + sep + l.decimal(i.Hi, places)
}

// wholePercent prints 100·n/of without places, half up on the exact quotient.
// It does not say nobody or everybody falsely: 1 of 1000 is "<1%", 999 ">99%".
// It wants 0 <= n <= of, of > 0 and of <= 10¹⁶.
func (l Lang) wholePercent(n, of int64) string {
	switch {
	case n > 0 && 200*n < of:
		return "<1%"
	case n < of && 200*(of-n) <= of:
		return ">99%"
	}
	return evaluate.Localize(evaluate.Ratio(100*n, of).Fixed(0), evaluate.Lang(l)) + "%"
}
