package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/efseval/efseval/indicators"
)

// options are how the set counts: by what it is split, and with the facts stated.
func (f *countFlags) options(set *indicators.Set) (indicators.Options, error) {
	facts, err := parseFacts(f.facts)
	if err == nil {
		err = set.CheckFacts(facts)
	}
	if err != nil {
		return indicators.Options{}, usageError{fmt.Errorf("--fact: %w", err)}
	}
	by, err := set.Dimensions(f.by)
	if err != nil {
		return indicators.Options{}, usageError{fmt.Errorf("--by: %w", err)}
	}
	return indicators.Options{Facts: facts, By: by}, nil
}

// parseFacts reads CODE=NUMBER and CODE/GROUP=NUMBER.
func parseFacts(texts []string) (map[string]indicators.Fact, error) {
	facts := map[string]indicators.Fact{}
	for _, text := range texts {
		key, number, is := strings.Cut(text, "=")
		n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
		if !is || err != nil {
			return nil, fmt.Errorf("%q is no fact; write CODE=NUMBER, as EECO19=3, or by sex CODE/women=30", text)
		}
		code, group, _ := strings.Cut(strings.TrimSpace(key), "/")
		fact := facts[code]
		place, err := factPlace(&fact, group)
		if err != nil {
			return nil, err
		}
		if *place != nil {
			return nil, fmt.Errorf("%s is stated twice; leave one out", strings.TrimSpace(key))
		}
		*place = &n
		facts[code] = fact
	}
	return facts, nil
}

// factPlace is where the number of a group stands; no group is the total.
func factPlace(fact *indicators.Fact, group string) (**int64, error) {
	if group == "" {
		return &fact.Total, nil
	}
	g, err := indicators.ParseGroup(group)
	if err != nil {
		return nil, err
	}
	switch g {
	case indicators.Women:
		return &fact.Women, nil
	case indicators.Men:
		return &fact.Men, nil
	case indicators.NonBinary:
		return &fact.NonBinary, nil
	case indicators.Total:
		return &fact.Total, nil
	}
	return nil, fmt.Errorf("the group %s cannot be stated; want women, men, non-binary or total", g)
}
