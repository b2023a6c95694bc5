package stats

import (
	"math"
	"strconv"
)

// Reason is a stable code that says why a statistic is undefined. The codes
// are part of the interface: reports translate them, tests compare them.
type Reason string

// The reasons a statistic can be undefined.
const (
	NoValues        Reason = "no values"
	NoPairs         Reason = "no complete pairs"
	FewerThanTwo    Reason = "n<2"
	FewerThan3      Reason = "n<3"
	NoVariance      Reason = "no variance"
	NoNonZero       Reason = "no non-zero differences"
	AtBound         Reason = "estimate at its bound"
	TooManyExact    Reason = "too many for the exact count"
	FewItems        Reason = "fewer than 2 items"
	TooManyOutcomes Reason = "too many outcomes for the exact count"
	NoTrials        Reason = "no trials"
	NotFinite       Reason = "not a finite number"
	NotDefinedFor   Reason = "not defined for this option"
	NobodyMoved     Reason = "nobody changed category"
	NoFall          Reason = "nobody moved down"
	EmptyPair       Reason = "two categories without a move between them"
	NoSpreadDrawn   Reason = "the statistic is the same in every resample"
	OneSided        Reason = "all resamples on one side of the estimate"
	FewDefined      Reason = "undefined in too many resamples"
	FewForQuantile  Reason = "too few values for this quantile's interval"
	Collinear       Reason = "columns are not independent"
	FewerRows       Reason = "too few rows for the model"
	FullLeverage    Reason = "one row decides a coefficient alone"
	Separated       Reason = "outcome is separated"
	FewGroups       Reason = "fewer than 2 groups"
	Unbounded       Reason = "no finite bound"
	NotReached      Reason = "out of reach"
	FewFactorItems  Reason = "fewer than 3 items"
	Singular        Reason = "items determine each other"
	Heywood         Reason = "an item without error of its own"
	NotConverged    Reason = "no solution found"
	TooManySplits   Reason = "too many splits"
	NoReliability   Reason = "reliability not between 0 and 1"
)

// Sentence is the reason in English, for a footnote.
func (r Reason) Sentence() string {
	switch r {
	case NoValues:
		return "There is no value to compute it from."
	case NoPairs:
		return "Nobody has both a pre and a post value."
	case FewerThanTwo:
		return "At least 2 values are needed."
	case FewerThan3:
		return "At least 3 values are needed."
	case NoVariance:
		return "All values are the same, so there is no variation to compare with."
	case NoNonZero:
		return "Every difference is zero, so there is nothing to rank or to count."
	case AtBound:
		return "The estimate lies at the end of its scale, where the interval's formula has no meaning."
	case TooManyExact:
		return "There are too many differences for an exact count; use the normal approximation."
	case FewItems:
		return "A scale needs at least 2 items."
	case TooManyOutcomes:
		return "There are too many possible outcomes for an exact count; use the chi-square approximation."
	case NoTrials:
		return "The share has a denominator of zero."
	case NotDefinedFor:
		return "It is not defined for the option chosen."
	case NobodyMoved:
		return "Nobody changed category, so there is no movement to test."
	case NoFall:
		return "Nobody moved down, so the odds of moving up have no end."
	case EmptyPair:
		return "Between some two categories nobody moved either way, and the statistic divides by that."
	case NoSpreadDrawn:
		return "The statistic came out the same in every resample, so there is no spread to take an interval from."
	case OneSided:
		return "All resamples lie on one side of the estimate, where the interval's correction has no meaning."
	case FewDefined:
		return "The statistic is undefined in too many of the resamples."
	case FewForQuantile:
		return "There are too few values for an interval of this quantile at the level asked for."
	case Collinear:
		return "One column of the model is a combination of the others, so their shares cannot be told apart."
	case FewerRows:
		return "There are no more rows than coefficients, so nothing is left to judge the fit by."
	case FullLeverage:
		return "One row alone decides a coefficient, so its residual says nothing of its spread."
	case Separated:
		return "A combination of the columns tells the outcome without fail, so the coefficients grow without end."
	case FewGroups:
		return "There are fewer than 2 groups to compare."
	case Unbounded:
		return "The value grows without end."
	case NotReached:
		return "No value in the allowed range gives what was asked for."
	case FewFactorItems:
		return "A model with one factor needs at least 3 items."
	case Singular:
		return "The answers to some items follow exactly from those to the others, or there are no more sheets than items."
	case Heywood:
		return "The model with one factor fits only if an item has no error of its own (a Heywood case); the items hardly measure one thing."
	case NotConverged:
		return "The search for the model with one factor did not come to an end; the items hardly measure one thing."
	case TooManySplits:
		return "There are too many ways to split the items into halves."
	case NoReliability:
		return "The reliability must be at least 0 and below 1, and the one given is not."
	}
	return "The result is not a finite number."
}

// Maybe is a statistic that may be undefined. Exactly one of two states holds:
// Defined, with a finite Value and no Why; or not Defined, with Value 0 and the
// reason in Why. The zero Maybe has neither and means "never computed".
type Maybe struct {
	Value   float64
	Defined bool
	Why     Reason
}

// String gives the value in full precision, or "undefined (reason)".
func (m Maybe) String() string {
	if !m.Defined {
		return "undefined (" + string(m.Why) + ")"
	}
	return strconv.FormatFloat(m.Value, 'g', -1, 64)
}

// defined is the only maker of a defined Maybe; it holds back what is not
// finite, whatever the formula did.
func defined(v float64) Maybe {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return undefined(NotFinite)
	}
	return Maybe{Value: v, Defined: true}
}

func undefined(why Reason) Maybe { return Maybe{Why: why} }

// then applies f to a defined value and passes an undefined one on.
func (m Maybe) then(f func(float64) float64) Maybe {
	if !m.Defined {
		return m
	}
	return defined(f(m.Value))
}

// over divides m by d; a zero divisor is "no variance", because every divisor
// in this package is a standard deviation or a variance.
func (m Maybe) over(d Maybe) Maybe {
	switch {
	case !m.Defined:
		return m
	case !d.Defined:
		return d
	case d.Value == 0:
		return undefined(NoVariance)
	}
	return defined(m.Value / d.Value)
}

// Interval is a pair of bounds at a confidence level. Both bounds are defined
// or neither is.
type Interval struct {
	Lo, Hi Maybe
	Level  float64 // asked for, as a share: 0.95
}

func interval(lo, hi, level float64) Interval {
	l, h := defined(lo), defined(hi)
	if !l.Defined || !h.Defined {
		return noInterval(NotFinite, level)
	}
	return Interval{Lo: l, Hi: h, Level: level}
}

func noInterval(why Reason, level float64) Interval {
	return Interval{Lo: undefined(why), Hi: undefined(why), Level: level}
}

// times scales both bounds by a positive factor.
func (i Interval) times(f Maybe) Interval {
	if !i.Lo.Defined {
		return i
	}
	if !f.Defined {
		return noInterval(f.Why, i.Level)
	}
	return interval(i.Lo.Value*f.Value, i.Hi.Value*f.Value, i.Level)
}
