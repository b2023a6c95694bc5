package report

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// detail says what a figure rests on, in one line under it: "37 of 60" for a share, the amount
// and the divisor of a cost per unit, interval and n of an estimate. Empty for a plain count.
func detail(f *evaluate.Figure, l evaluate.Lang) string {
	if f.Status != evaluate.Known {
		return ""
	}
	var parts []string
	if f.Numerator.Present() && f.Denominator.Present() {
		between := evaluate.T("\u00a0z\u00a0", "\u00a0of\u00a0").In(l)
		if f.Unit != evaluate.Share {
			between = "\u00a0/\u00a0"
		}
		parts = append(parts, plain(f.Numerator, l)+between+plain(f.Denominator, l))
	}
	if f.Interval.Present() {
		parts = append(parts, interval(f, l))
		if f.N.Present() {
			parts = append(parts, "n\u00a0=\u00a0"+plain(f.N, l))
		}
	}
	return strings.Join(parts, "; ")
}

// interval reads "95% CI 0.21 to 0.85"; in Polish PU is przedział ufności.
func interval(f *evaluate.Figure, l evaluate.Lang) string {
	level := evaluate.Localize(evaluate.Real(f.Interval.Level).Percent(1), l)
	level = strings.TrimSuffix(strings.TrimSuffix(level, ",0"), ".0")
	lo, hi := f.Unit.Format(f.Interval.Lo, l), f.Unit.Format(f.Interval.Hi, l)
	if l == evaluate.EN {
		return level + "% CI " + lo + " to " + hi
	}
	return level + "% PU od " + lo + " do " + hi
}

// plain prints a number without a unit: whole, or with two decimals where it is not.
func plain(v evaluate.Value, l evaluate.Lang) string {
	if !strings.ContainsAny(v.String(), ".e") {
		return evaluate.Localize(v.Fixed(0), l)
	}
	return evaluate.Localize(v.Fixed(2), l)
}
