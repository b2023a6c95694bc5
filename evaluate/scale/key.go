package scale

import (
	"fmt"
	"math"

	"github.com/efseval/efseval/evaluate/stats"
)

// How says how items become a score.
type How string

// The ways to score. A mean stays on the scale of one answer; a sum grows with the items, and
// a missing item is then prorated by the mean of the others.
const (
	Mean How = "mean"
	Sum  How = "sum"
)

// Key is the scoring key of a questionnaire.
type Key struct {
	Low, High float64 // Required: lowest and highest answer
	Reversed  []bool  // by item; shorter or nil: the rest is not reversed
	How       How     // Defaults to Mean.
	Missing   int     // unanswered items allowed; Defaults to 0: complete sheets only
}

// Answer is what a person gave to one item; Given is false where it was left blank.
type Answer struct {
	Value float64
	Given bool
}

// Sheet is a scored sheet.
type Sheet struct {
	Score   float64
	Scored  bool      // false where too many items are blank or one is out of range
	Blank   int       // unanswered items
	Outside []int     // items, from 0, whose answer lies outside the range
	Items   []float64 // turned answers, only of complete sheets: for reliability
}

// Check tells whether the key can score.
func (k Key) Check() error {
	switch {
	case math.IsNaN(k.Low) || math.IsNaN(k.High) || k.Low >= k.High:
		return fmt.Errorf("scale: range is %v to %v, must rise", k.Low, k.High)
	case k.How != "" && k.How != Mean && k.How != Sum:
		return fmt.Errorf("scale: score %q; want mean or sum", k.How)
	case k.Missing < 0:
		return fmt.Errorf("scale: missing is %d, must not be negative", k.Missing)
	}
	return nil
}

// Score scores one sheet. A sheet without any answer has no score whatever Missing allows.
func (k Key) Score(answers []Answer) Sheet {
	var s Sheet
	sum := 0.0
	turned := make([]float64, 0, len(answers))
	for i, a := range answers {
		switch {
		case !a.Given:
			s.Blank++
		case math.IsNaN(a.Value) || a.Value < k.Low || a.Value > k.High:
			s.Outside = append(s.Outside, i)
		default:
			v := k.turn(i, a.Value)
			sum += v
			turned = append(turned, v)
		}
	}
	if len(s.Outside) > 0 || s.Blank > k.Missing || len(turned) == 0 {
		return s
	}
	if s.Blank == 0 {
		s.Items = turned
	}
	s.Scored = true
	s.Score = sum / float64(len(turned))
	if k.How == Sum {
		s.Score = sum
		if s.Blank > 0 {
			s.Score = sum / float64(len(turned)) * float64(len(answers))
		}
	}
	return s
}

func (k Key) turn(item int, answer float64) float64 {
	if item < len(k.Reversed) && k.Reversed[item] {
		return k.Low + k.High - answer
	}
	return answer
}

// Reliability is Cronbach's alpha over the complete sheets; formula and source in
// [stats.CronbachAlpha].
func Reliability(sheets []Sheet, level float64) (stats.Reliability, error) {
	var items [][]float64
	for _, s := range sheets {
		for i, v := range s.Items {
			if i == len(items) {
				items = append(items, nil)
			}
			items[i] = append(items[i], v)
		}
	}
	return stats.CronbachAlpha(items, level)
}
