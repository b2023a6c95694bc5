package main

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/efseval/efseval/evaluate/scale"
)

// surveyScale says how answers become a score.
type surveyScale struct {
	flags *pflag.FlagSet // to tell what was said from what was left out

	key      string
	min, max float64
	reverse  []string
	score    string
	missing  int
	answered float64
	answers  []string
	lower    bool
}

func (s *surveyScale) bind(flags *pflag.FlagSet) {
	s.flags = flags
	flags.StringVar(&s.key, "key", "", "a ready scoring key ("+strings.Join(scale.Keys(), ", ")+") or a key file; other options go before what it says")
	flags.Float64Var(&s.min, "min", math.NaN(), "lowest answer")
	flags.Float64Var(&s.max, "max", math.NaN(), "highest answer")
	flags.StringSliceVar(&s.reverse, "reverse", nil, "headers of the questions that are worded the other way round; none where a key wants it said that there are none")
	flags.StringVar(&s.score, "score", "", "how answers become a score: mean or sum; mean unless the key says another")
	flags.IntVar(&s.missing, "missing", 0, "unanswered questions allowed on a sheet; the others then stand for them")
	flags.Float64Var(&s.answered, "answered", 0, "instead of --missing: the least share of questions answered, as 0.8")
	flags.StringSliceVar(&s.answers, "answers", nil, "words for answers: 'nie=1,raczej nie=2,raczej tak=3,tak=4'")
	flags.BoolVar(&s.lower, "lower-is-better", false, "a fall of the score is an improvement; =false says that a rise is, where a key wants it said")
}

func (s *surveyScale) check() error {
	some, both := s.flags.Changed("min") || s.flags.Changed("max"), !math.IsNaN(s.min) && !math.IsNaN(s.max)
	switch {
	case !both && (s.key == "" || some):
		return usageError{errors.New("the range of answers is missing; give the lowest and the highest: --min 1 --max 5")}
	case both && s.min >= s.max:
		return usageError{fmt.Errorf("--min is %v and --max %v; the lowest answer must be below the highest", s.min, s.max)}
	case s.flags.Changed("missing") && s.flags.Changed("answered"):
		return usageError{errors.New("--missing and --answered both say how many questions may stay unanswered; leave one out")}
	case s.flags.Changed("answered") && !(s.answered > 0 && s.answered <= 1):
		return usageError{fmt.Errorf("--answered is %v; want the least share of questions answered, as 0.8", s.answered)}
	}
	return nil
}

// yaml is the scale as a project file in a folder has it.
func (s *surveyScale) yaml(dir string) (map[string]any, error) {
	reversed, err := s.reversed()
	if err != nil {
		return nil, err
	}
	answers, err := wordsOf(s.answers)
	if err != nil {
		return nil, err
	}
	out := map[string]any{}
	put := func(key string, said bool, value any) {
		if said {
			out[key] = value
		}
	}
	put("key", s.key != "", keyIn(dir, s.key))
	put("range", !math.IsNaN(s.min), []float64{s.min, s.max})
	put("score", s.score != "" || s.key == "", cmp.Or(s.score, string(scale.Mean)))
	put("missing", s.missing != 0, s.missing)
	put("answered", s.answered > 0, s.answered)
	put("reversed", s.flags.Changed("reverse"), reversed)
	put("answers", len(answers) > 0, answers)
	put("direction", s.flags.Changed("lower-is-better"), direction(s.lower))
	return out, nil
}

// noneReversed is said where no question is reversed.
const noneReversed = "none"

func (s *surveyScale) reversed() ([]string, error) {
	if len(s.reverse) == 1 && s.reverse[0] == noneReversed {
		return []string{}, nil
	}
	return expandItems(s.reverse)
}

func direction(lower bool) string {
	if lower {
		return string(scale.Lower)
	}
	return string(scale.Higher)
}

// keyIn names a key as a project file in a folder does: a ready one by its name, a file relative to it.
func keyIn(dir, key string) string {
	if key == "" || slices.Contains(scale.Keys(), key) || !strings.ContainsAny(key, `./\`) {
		return key // a name that nobody knows is told with those there are
	}
	file := relativeTo(dir, key)
	if !strings.ContainsAny(file, `./\`) {
		file = "./" + file
	}
	return file
}

// wordsOf are the values of the words for answers.
func wordsOf(texts []string) (map[string]float64, error) {
	words := map[string]float64{}
	for _, text := range texts {
		at := strings.LastIndex(text, "=")
		if at < 0 {
			return nil, usageError{fmt.Errorf("--answers says %q; want a word and its value, as 'raczej tak=3'", text)}
		}
		word := strings.TrimSpace(text[:at])
		value, err := strconv.ParseFloat(strings.TrimSpace(text[at+1:]), 64)
		if _, twice := words[word]; err != nil || math.IsNaN(value) || math.IsInf(value, 0) || word == "" || twice {
			return nil, usageError{fmt.Errorf("--answers says %q; want each word once with its value, as 'raczej tak=3'", text)}
		}
		words[word] = value
	}
	return words, nil
}
