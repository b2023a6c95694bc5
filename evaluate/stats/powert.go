package stats

import (
	"errors"
	"fmt"
	"math"
)

// ErrPower is a power or an effect that cannot be asked for.
var ErrPower = errors.New("stats: power or effect is out of range")

// Sides says which differences a test looks for.
type Sides int

const (
	// BothSides looks for a rise and for a fall.
	BothSides Sides = iota
	// Greater looks for a rise only, decided before the data were seen.
	Greater
)

// String is "two-sided" or "greater"; [ParseSides] reads it back.
func (s Sides) String() string {
	if s == Greater {
		return "greater"
	}
	return "two-sided"
}

// ParseSides is the inverse of [Sides.String].
func ParseSides(s string) (Sides, error) {
	for _, side := range []Sides{BothSides, Greater} {
		if side.String() == s {
			return side, nil
		}
	}
	return BothSides, fmt.Errorf("stats: sides of a test are %q, must be \"two-sided\" or \"greater\"", s)
}

// NeededSample is how many a test needs.
type NeededSample struct {
	Exact Maybe // as a real number
	N     int   // rounded up to people; 0 where Exact is undefined
}

func neededSample(exact Maybe) NeededSample {
	s := NeededSample{Exact: exact}
	if exact.Defined {
		s.N = int(math.Ceil(exact.Value * (1 - 1e-12))) // a rounding trace asks for nobody more
	}
	return s
}

// tPower is the power of a t test at a noncentrality, with c its critical value:
//
//	P(T' > c) + P(T' < -c), T' noncentral t
//
// the second term for [BothSides] only.
func tPower(ncp, df, level float64, sides Sides) float64 {
	if sides == Greater {
		c := studentQuantile(2*level-1, df)
		return aboveNoncentral(c, df, ncp)
	}
	c := studentQuantile(level, df)
	return min(1, aboveNoncentral(c, df, ncp)+NoncentralT{DF: df, NCP: ncp}.CDF(-c))
}

func aboveNoncentral(c, df, ncp float64) float64 {
	return NoncentralT{DF: df, NCP: -ncp}.CDF(-c)
}

// PairedTPower is the power of [PairedT] with n pairs to find a d_z at
// alpha = 1-level: the probability of p <= alpha, noncentrality d_z sqrt(n).
//
// It is for planning, or for what the n at hand could have found; the power at
// the d_z found says no more than its p. Below two pairs it is undefined
// (FewerThanTwo). A d_z beyond 1000 either way or not finite, and an impossible
// level, for one side also one of at most 0.5, are errors.
// R: pwr::pwr.t.test(n, d, type = "paired").
func PairedTPower(n int, dz, level float64, sides Sides) (Maybe, error) {
	if err := checkEffect(dz, level, sides); err != nil {
		return Maybe{}, err
	}
	if n < 2 {
		return undefined(FewerThanTwo), nil
	}
	return defined(pairedPower(float64(n), dz, level, sides)), nil
}

func pairedPower(n, dz, level float64, sides Sides) float64 {
	return tPower(dz*math.Sqrt(n), n-1, level, sides)
}

// PairedTSample is the number of pairs with which [PairedT] finds a d_z with a
// power; at least 2. A d_z of 0, or below 0 for [Greater], is NotReached, as is
// one that asks for more than a hundred million pairs. A power that is not
// between 1-level and 1 is an error.
func PairedTSample(dz, power, level float64, sides Sides) (NeededSample, error) {
	if err := errors.Join(checkEffect(dz, level, sides), checkPower(power, level)); err != nil {
		return NeededSample{}, err
	}
	return neededSample(sampleReaching(power, func(n float64) float64 { return pairedPower(n, dz, level, sides) })), nil
}

// PairedTDetectable is the smallest d_z above 0 that [PairedT] with n pairs finds
// with a power: the minimal detectable effect. Below two pairs it is undefined
// (FewerThanTwo), beyond a d_z of 1000 NotReached. Errors are those of
// [PairedTSample]. R: power.t.test(n, power = p, type = "paired", strict = TRUE).
func PairedTDetectable(n int, power, level float64, sides Sides) (Maybe, error) {
	if err := errors.Join(checkEffect(0, level, sides), checkPower(power, level)); err != nil {
		return Maybe{}, err
	}
	if n < 2 {
		return undefined(FewerThanTwo), nil
	}
	return effectReaching(power, func(dz float64) float64 { return pairedPower(float64(n), dz, level, sides) }), nil
}

// TwoSampleTPower is the power of [PooledT] with groups of nx and ny to find a
// d, noncentrality d / sqrt(1/nx + 1/ny). An empty group, or one in each, leaves
// it undefined (FewerThanTwo). Errors are those of [PairedTPower]. R: pwr::pwr.t2n.test(nx, ny, d).
func TwoSampleTPower(nx, ny int, d, level float64, sides Sides) (Maybe, error) {
	if err := checkEffect(d, level, sides); err != nil {
		return Maybe{}, err
	}
	if min(nx, ny) < 1 || nx+ny < 3 {
		return undefined(FewerThanTwo), nil
	}
	return defined(twoSamplePower(float64(nx), float64(ny), d, level, sides)), nil
}

func twoSamplePower(nx, ny, d, level float64, sides Sides) float64 {
	return tPower(d/math.Sqrt(1/nx+1/ny), nx+ny-2, level, sides)
}

// TwoSampleTSample is the size of each of two equal groups with which [PooledT]
// finds a d with a power, at least 2; reasons and errors are those of
// [PairedTSample]. R: pwr::pwr.t.test(d = d, power = p, type = "two.sample").
func TwoSampleTSample(d, power, level float64, sides Sides) (NeededSample, error) {
	if err := errors.Join(checkEffect(d, level, sides), checkPower(power, level)); err != nil {
		return NeededSample{}, err
	}
	return neededSample(sampleReaching(power, func(n float64) float64 { return twoSamplePower(n, n, d, level, sides) })), nil
}

// TwoSampleTDetectable is the smallest d above 0 that [PooledT] with groups of nx
// and ny finds with a power; undefined as [TwoSampleTPower] and [PairedTDetectable].
// Errors are those of [PairedTSample].
func TwoSampleTDetectable(nx, ny int, power, level float64, sides Sides) (Maybe, error) {
	if err := errors.Join(checkEffect(0, level, sides), checkPower(power, level)); err != nil {
		return Maybe{}, err
	}
	if min(nx, ny) < 1 || nx+ny < 3 {
		return undefined(FewerThanTwo), nil
	}
	return effectReaching(power, func(d float64) float64 { return twoSamplePower(float64(nx), float64(ny), d, level, sides) }), nil
}

func checkEffect(d, level float64, sides Sides) error {
	if err := checkLevel(level); err != nil {
		return err
	}
	if sides == Greater && level <= 0.5 {
		return fmt.Errorf("%w: %v is too low for a test of one side, must be above 0.5", ErrLevel, level)
	}
	if math.IsNaN(d) || math.Abs(d) > maxEffect {
		return fmt.Errorf("%w: effect is %v, must lie between %d and %d", ErrPower, d, -maxEffect, maxEffect)
	}
	return nil
}

func checkPower(power, level float64) error {
	if !(power > 1-level && power < 1) {
		return fmt.Errorf("%w: power is %v, must lie between %.4g and 1", ErrPower, power, 1-level)
	}
	return nil
}

// maxEffect bounds what is asked for; questionnaires know no d above 3.
const maxEffect = 1000
