package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
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
	if len(headersIn(set, f.by)) > 0 { // known when the file is
		return indicators.Options{Facts: facts}, nil
	}
	by, err := set.Dimensions(f.by)
	if err != nil {
		return indicators.Options{}, usageError{fmt.Errorf("--by: %w", err)}
	}
	return indicators.Options{Facts: facts, By: by}, nil
}

// ownColumns finds the columns that --by names by their headers, so that the export is read and counted
// with them.
func (f *countFlags) ownColumns(e *export, set *indicators.Set, o indicators.Options) (*indicators.Set, indicators.Options, error) {
	own, fields := &ownColumns{dimensions: set.DimensionNames()}, map[string]string{}
	for _, header := range headersIn(set, f.by) {
		field, err := own.fieldOf(e, header)
		if err != nil {
			return nil, o, byError(err)
		}
		fields[datasets.Fold(header)] = field
	}
	if len(fields) == 0 {
		return set, o, nil
	}
	by, err := byFields(set, f.by, fields), error(nil)
	if e.profile, err = own.inProfile(e.profile); err != nil {
		return nil, o, byError(err)
	}
	e.guardAll(own.fields)
	if set, err = own.inSet(set); err != nil {
		return nil, o, err
	}
	if o.By, err = set.Dimensions(by); err != nil {
		return nil, o, byError(err)
	}
	return set, o, nil
}

// byError says of which flag an error is; a file that cannot be read is no fault of the flag.
func byError(err error) error {
	if _, unreadable := errors.AsType[*datasets.Unreadable](err); unreadable {
		return err
	}
	return usageError{fmt.Errorf("--by: %w", err)}
}

// byFields is --by with the fields of headers, which are folded, in their place.
func byFields(set *indicators.Set, by string, fields map[string]string) string {
	words := indicators.DimensionWords(by)
	for i, word := range words {
		header, marked := strings.CutPrefix(word, ofColumn)
		if field, own := fields[datasets.Fold(header)]; own && (marked || !set.KnowsDimension(word)) {
			words[i] = field
		}
	}
	return strings.Join(words, ",")
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
