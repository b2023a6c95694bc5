package stats

import (
	"errors"
	"fmt"
	"math"
)

// ErrOption is an option that cannot be.
var ErrOption = errors.New("stats: option is out of range")

// Population is the mean and standard deviation of a group that a score is
// held against; a zero SD means that the group is not known.
type Population struct{ Mean, SD float64 }

// ReliableChangeOptions says what a change is held against.
type ReliableChangeOptions struct {
	Reliability   float64    // Required: of the scale, such as alpha or test-retest; name it beside the result
	SD            float64    // of the scores; 0: that of pre
	Level         float64    // Defaults to 0.95: |RC| above 1.96
	LowerIsBetter bool       // an improvement is a fall
	Troubled      Population // the group before help, for the cut-offs a and c; Defaults to pre
	Well          Population // the group that is well, for the cut-offs b and c; none: undefined
}

// ReliableChangeResult tells whose change is larger than the error of the
// measurement allows, after Jacobson and Truax (1991), "Clinical significance",
// Journal of Consulting and Clinical Psychology 59:
//
//	SE         SD sqrt(1 - r)            of measurement
//	SDiff      SD sqrt(2) sqrt(1 - r)    of a difference of two measurements
//	RC         (post - pre) / SDiff      reliable where |RC| > Critical = z_{(1+level)/2}
//	Threshold  Critical SDiff            the same in points
//
// The cut-offs are for scores that are better when higher, and mirrored
// otherwise, with the mean and SD of the troubled (M1, s1) and the well (M0, s0):
//
//	CutA  M1 + 2 s1                      beyond the troubled
//	CutB  M0 - 2 s0                      within the well
//	CutC  (s0 M1 + s1 M0) / (s0 + s1)    nearer to the well
//
// Improved + Unchanged + Worsened = N. Recovered are those of the improved whose
// post lies beyond CutC, PassedOnly those of the unchanged whose post does;
// whether pre lay there too is not asked (as JTRCI). They are 0 where CutC is
// undefined.
type ReliableChangeResult struct {
	N                             int
	SD, SE, SDiff, Threshold      Maybe
	Reliability, Level, Critical  float64
	RC                            []float64 // by pair; nil where undefined
	Improved, Unchanged, Worsened int
	CutA, CutB, CutC              Maybe
	Recovered, PassedOnly         int
	Need                          Need
}

// ReliableChange counts who changed reliably. The threshold is undefined where
// the reliability is not at least 0 and below 1 (NoReliability), where the SD
// is not given and pre has fewer than two values (FewerThanTwo) or all alike
// (NoVariance); then nobody is counted as anything and RC is nil. Unequal
// lengths, non-finite values and a negative SD are errors.
func ReliableChange(pre, post []float64, o ReliableChangeOptions) (ReliableChangeResult, error) {
	if o.Level == 0 {
		o.Level = 0.95
	}
	if err := errors.Join(checkLevel(o.Level), o.check()); err != nil {
		return ReliableChangeResult{}, err
	}
	diff, err := DecimalDifferences(pre, post)
	if err != nil {
		return ReliableChangeResult{}, err
	}
	r := ReliableChangeResult{
		N: len(pre), Reliability: o.Reliability, Level: o.Level, Critical: normalQuantile((1 + o.Level) / 2),
		Need: Need{N: 2, Of: "pairs, or a standard deviation from elsewhere", For: "a reliable change"},
	}
	before := describe(pre, NoPairs)
	r.spread(o, before.SD)
	r.cuts(o, before)
	if r.Threshold.Defined {
		r.count(diff.Values, post, o.LowerIsBetter)
	}
	return r, nil
}

func (o ReliableChangeOptions) check() error {
	for _, v := range []struct {
		name  string
		value float64
	}{{"SD", o.SD}, {"SD of the troubled", o.Troubled.SD}, {"SD of the well", o.Well.SD}} {
		if !(v.value >= 0) || math.IsInf(v.value, 0) {
			return fmt.Errorf("%w: %s is %v, must be 0 for none or positive", ErrOption, v.name, v.value)
		}
	}
	return checkFinite("means and reliability", []float64{o.Troubled.Mean, o.Well.Mean, o.Reliability})
}

func (r *ReliableChangeResult) spread(o ReliableChangeOptions, ofPre Maybe) {
	r.SD = ofPre
	if o.SD > 0 {
		r.SD = defined(o.SD)
	}
	if r.SD.Defined && r.SD.Value == 0 {
		r.SD = undefined(NoVariance)
	}
	r.SE = r.SD.then(func(sd float64) float64 { return sd * math.Sqrt(1-o.Reliability) })
	if !(o.Reliability >= 0 && o.Reliability < 1) {
		r.SE = undefined(NoReliability)
	}
	r.SDiff = r.SE.then(func(se float64) float64 { return math.Sqrt2 * se })
	if r.SDiff.Defined && r.SDiff.Value == 0 { // an SD near the smallest number there is
		r.SDiff = undefined(NoVariance)
	}
	r.Threshold = r.SDiff.then(func(s float64) float64 { return r.Critical * s })
}

func (r *ReliableChangeResult) cuts(o ReliableChangeOptions, pre Summary) {
	up := 1.0
	if o.LowerIsBetter {
		up = -1
	}
	m1, s1 := pre.Mean, pre.SD
	if o.Troubled.SD > 0 {
		m1, s1 = defined(o.Troubled.Mean), defined(o.Troubled.SD)
	}
	r.CutA = s1.then(func(s float64) float64 { return m1.Value + up*2*s })
	r.CutB, r.CutC = undefined(NotDefinedFor), undefined(NotDefinedFor)
	if o.Well.SD > 0 {
		r.CutB = defined(o.Well.Mean - up*2*o.Well.SD)
		r.CutC = s1.then(func(s float64) float64 { return (o.Well.SD*m1.Value + s*o.Well.Mean) / (o.Well.SD + s) })
	}
}

func (r *ReliableChangeResult) count(diff, post []float64, lowerIsBetter bool) {
	r.RC = make([]float64, len(diff))
	for i, d := range diff {
		r.RC[i] = max(-math.MaxFloat64, min(math.MaxFloat64, d/r.SDiff.Value))
		up, beyond := r.RC[i], r.CutC.Defined && post[i] > r.CutC.Value
		if lowerIsBetter {
			up, beyond = -up, r.CutC.Defined && post[i] < r.CutC.Value
		}
		switch {
		case up > r.Critical:
			r.Improved++
			r.Recovered += oneIf(beyond)
		case up < -r.Critical:
			r.Worsened++
		default:
			r.Unchanged++
			r.PassedOnly += oneIf(beyond)
		}
	}
}

func oneIf(is bool) int {
	if is {
		return 1
	}
	return 0
}

// WholePoints is the smallest change in whole points that counts as reliable.
func (r ReliableChangeResult) WholePoints() Maybe {
	return r.Threshold.then(func(t float64) float64 { return math.Floor(t) + 1 })
}
