package stats

import (
	"errors"
	"fmt"
	"math"
)

// Faults of the input, to be found with errors.Is.
var (
	ErrNotFinite = errors.New("stats: value is not a finite number")
	ErrLength    = errors.New("stats: lengths differ")
	ErrLevel     = errors.New("stats: confidence level is out of range")
	ErrEmpty     = errors.New("stats: no values")
	ErrCount     = errors.New("stats: counts do not fit together")
)

func checkFinite(name string, x []float64) error {
	for i, v := range x {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("%w: %s[%d] is %v; remove missing answers before the call", ErrNotFinite, name, i, v)
		}
	}
	return nil
}

func checkPairs(pre, post []float64) error {
	if len(pre) != len(post) {
		return fmt.Errorf("%w: %d pre and %d post values; pass only people who have both", ErrLength, len(pre), len(post))
	}
	return errors.Join(checkFinite("pre", pre), checkFinite("post", post))
}

func checkLevel(level float64) error {
	if !(level > 0 && level < 1) {
		return fmt.Errorf("%w: %v, must lie strictly between 0 and 1, such as 0.95", ErrLevel, level)
	}
	return nil
}
