package audit

import (
	"math"

	"github.com/efseval/efseval/evaluate"
)

// SameFigure tells whether two figures say the same number, or both that there is none.
func SameFigure(a, b evaluate.Figure) bool {
	return sameKind(a, b) && a.Value.Equal(b.Value) && a.Interval.Lo.Equal(b.Interval.Lo) && a.Interval.Hi.Equal(b.Interval.Hi)
}

// sameKind tells whether two figures may differ in their digits alone.
func sameKind(a, b evaluate.Figure) bool {
	return a.Status == b.Status && a.Unit == b.Unit && a.Bound == b.Bound && a.Interval.Level == b.Interval.Level &&
		a.N.Equal(b.N) && a.Numerator.Equal(b.Numerator) && a.Denominator.Equal(b.Denominator)
}

// roundingOnly tells whether two figures that are not the same look the same, see [Rounding].
func roundingOnly(a, b evaluate.Figure) bool {
	return sameKind(a, b) && alike(a.Unit, a.Value, b.Value) &&
		alike(a.Unit, a.Interval.Lo, b.Interval.Lo) && alike(a.Unit, a.Interval.Hi, b.Interval.Hi)
}

// alike tells whether two values print the same or differ by float noise.
func alike(u evaluate.Unit, a, b evaluate.Value) bool {
	if a.Present() != b.Present() {
		return false
	}
	if u.Format(a, evaluate.EN) == u.Format(b, evaluate.EN) {
		return true
	}
	x, y := a.Float(), b.Float()
	return math.Abs(x-y) <= FloatNoise*max(math.Abs(x), math.Abs(y))
}

// moves lists the figures that are not the same, without their causes.
func moves(old, new *evaluate.Figures) (out []Moved) {
	for _, is := range new.All() {
		was, had := old.Get(is.ID)
		switch {
		case !had:
			out = append(out, Moved{ID: is.ID, How: Appeared, New: &is})
		case SameFigure(was, is):
		case roundingOnly(was, is):
			out = append(out, Moved{ID: is.ID, How: Rounding, Old: &was, New: &is})
		default:
			out = append(out, Moved{ID: is.ID, How: Changed, Old: &was, New: &is})
		}
	}
	for _, was := range old.All() {
		if _, has := new.Get(was.ID); !has {
			out = append(out, Moved{ID: was.ID, How: Vanished, Old: &was})
		}
	}
	return out
}
