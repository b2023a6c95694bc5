package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/spf13/pflag"
)

// surveyBeside is what a survey has beside its sheets and its scale.
type surveyBeside struct {
	flags *pflag.FlagSet

	reliability, sd float64
	source          string
	categories      []string
	leadingZeros    bool
}

func (b *surveyBeside) bind(flags *pflag.FlagSet) {
	b.flags = flags
	flags.Float64Var(&b.reliability, "reliability", 0, "reliability that others found, for the reliable change; unless given, the alpha of the sheets before")
	flags.Float64Var(&b.sd, "sd", 0, "standard deviation of the scores that others found; unless given, that of the pairs before")
	flags.StringVar(&b.source, "reliability-source", "", "who found the reliability, as it is to be printed")
	flags.StringArrayVar(&b.categories, "categories", nil, "a question with categories and its answers: 'pracuje:nie,tak', or 'praca_pre=praca_post:nie,tak'; of two the second is yes")
	flags.BoolVar(&b.leadingZeros, "leading-zeros", false, "the codes 007 and 7 are one person")
}

func (b *surveyBeside) check() error {
	given := b.flags.Changed("reliability")
	switch {
	case !given && (b.flags.Changed("sd") || b.source != ""):
		return usageError{errors.New("--sd and --reliability-source go with --reliability; give it, too")}
	case given && !(b.reliability >= 0 && b.reliability < 1):
		return usageError{fmt.Errorf("--reliability is %v; want a number from 0 up to, not including, 1", b.reliability)}
	case given && b.source == "":
		return usageError{errors.New("--reliability-source is missing; say who found the reliability")}
	case b.flags.Changed("sd") && !(b.sd > 0):
		return usageError{fmt.Errorf("--sd is %v; want a standard deviation above 0", b.sd)}
	}
	return nil
}

// yaml is what the project file says of it, in the order of its keys. Together tells that both waves are
// read from the same rows: a question then needs a column of each wave.
func (b *surveyBeside) yaml(together bool) (yaml.MapSlice, error) {
	var out yaml.MapSlice
	if b.flags.Changed("reliability") {
		precision := yaml.MapSlice{{Key: "value", Value: b.reliability}, {Key: "source", Value: b.source}}
		if b.sd > 0 {
			precision = append(precision, yaml.MapItem{Key: "sd", Value: b.sd})
		}
		out = append(out, yaml.MapItem{Key: "reliability", Value: precision})
	}
	if b.leadingZeros {
		out = append(out, yaml.MapItem{Key: "leading_zeros", Value: true})
	}
	questions, err := b.questions(together)
	if len(questions) > 0 {
		out = append(out, yaml.MapItem{Key: "categories", Value: questions})
	}
	return out, err
}

func (b *surveyBeside) questions(together bool) (questions []yaml.MapSlice, err error) {
	taken := map[string]bool{}
	for _, text := range b.categories {
		at := strings.LastIndex(text, ":")
		if at < 0 {
			return nil, usageError{fmt.Errorf("--categories says %q; want a header and its answers, as 'pracuje:nie,tak'", text)}
		}
		pre, post, two := strings.Cut(strings.TrimSpace(text[:at]), "=")
		if !two {
			post = pre
		}
		if together && pre == post {
			return nil, usageError{fmt.Errorf("--categories reads %q before and after from the same column; name both, as 'praca_pre=praca_post:nie,tak'", pre)}
		}
		answers := strings.Split(text[at+1:], ",")
		for i := range answers {
			answers[i] = strings.TrimSpace(answers[i])
		}
		questions = append(questions, yaml.MapSlice{
			{Key: "name", Value: questionName(pre, taken)},
			{Key: "title", Value: map[string]string{"pl": pre, "en": pre}},
			{Key: "pre", Value: pre}, {Key: "post", Value: post}, {Key: "categories", Value: answers},
		})
	}
	return questions, nil
}

// questionName makes the header of a question the part of an id that no other question has.
func questionName(header string, taken map[string]bool) string {
	base := cmp.Or(slugOf(header), "question")
	name := base
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	taken[name] = true
	return name
}
