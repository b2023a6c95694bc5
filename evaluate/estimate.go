package evaluate

import "fmt"

// Interval is a range that holds the true value with a stated confidence.
type Interval struct {
	Lo, Hi Value
	Level  float64 // e.g. 0.95
}

// NewInterval makes an Interval; an error where the bounds are absent or crossed or the level
// is not strictly between 0 and 1.
func NewInterval(lo, hi Value, level float64) (Interval, error) {
	switch {
	case !lo.Present() || !hi.Present():
		return Interval{}, fmt.Errorf("evaluate: interval without a bound")
	case lo.Float() > hi.Float():
		return Interval{}, fmt.Errorf("evaluate: interval from %s to %s is crossed", lo, hi)
	case !(level > 0 && level < 1): // so that NaN is refused, too
		return Interval{}, fmt.Errorf("evaluate: level is %v, must be strictly between 0 and 1", level)
	}
	return Interval{Lo: lo, Hi: hi, Level: level}, nil
}

// Present tells whether there is an interval.
func (i Interval) Present() bool { return i.Level > 0 }

// Warning is a doubt about a figure, printed as a footnote. Codes are stable.
type Warning struct {
	Code string
	Text Text
}

// NewWarning makes a Warning.
func NewWarning(code string, text Text) Warning { return Warning{Code: code, Text: text} }

// Estimand says in words what an estimate is of: whose, of what, compared with what.
type Estimand struct {
	Population Text
	Outcome    Text
	Contrast   Text
}

// NewEstimand makes an Estimand.
func NewEstimand(population, outcome, contrast Text) Estimand {
	return Estimand{Population: population, Outcome: outcome, Contrast: contrast}
}

// Sentence reads the estimand out.
func (e Estimand) Sentence() Text {
	return Text{
		PL: e.Outcome.PL + ": " + e.Contrast.PL + "; " + e.Population.PL,
		EN: e.Outcome.EN + ": " + e.Contrast.EN + "; " + e.Population.EN,
	}
}

// Estimate is a value with its uncertainty, its n and the method it came by.
type Estimate struct {
	Point    Value
	Interval Interval // absent where n does not allow one; then a Warning says what n would
	N        int
	Method   Text
	Estimand Estimand
	Warnings []Warning
}

// NewEstimate makes an Estimate.
func NewEstimate(point Value, interval Interval, n int, method Text, of Estimand, warnings ...Warning) Estimate {
	return Estimate{Point: point, Interval: interval, N: n, Method: method, Estimand: of, Warnings: warnings}
}
