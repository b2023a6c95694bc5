package main

import (
	"errors"
	"fmt"
	"math"

	"github.com/spf13/pflag"
)

// surveyScale says how answers become a score.
type surveyScale struct {
	min, max float64
	reverse  []string
	score    string
	missing  int
}

func (s *surveyScale) bind(flags *pflag.FlagSet) {
	flags.Float64Var(&s.min, "min", math.NaN(), "lowest answer")
	flags.Float64Var(&s.max, "max", math.NaN(), "highest answer")
	flags.StringSliceVar(&s.reverse, "reverse", nil, "headers of the questions that are worded the other way round")
	flags.StringVar(&s.score, "score", "mean", "how answers become a score: mean or sum")
	flags.IntVar(&s.missing, "missing", 0, "unanswered questions allowed on a sheet; the others then stand for them")
}

func (s *surveyScale) check() error {
	if math.IsNaN(s.min) || math.IsNaN(s.max) {
		return usageError{errors.New("the range of answers is missing; give the lowest and the highest: --min 1 --max 5")}
	}
	if s.min >= s.max {
		return usageError{fmt.Errorf("--min is %v and --max %v; the lowest answer must be below the highest", s.min, s.max)}
	}
	return nil
}

// yaml is the scale as a project file has it.
func (s *surveyScale) yaml() (map[string]any, error) {
	reversed, err := expandItems(s.reverse)
	if err != nil {
		return nil, err
	}
	scale := map[string]any{"range": []float64{s.min, s.max}, "score": s.score, "missing": s.missing}
	if len(reversed) > 0 {
		scale["reversed"] = reversed
	}
	return scale, nil
}
