package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/indicators"
)

// The values of --rows.
const (
	rowsOfPersons   = "persons"
	rowsAsTheyStand = "participations"
	rowsSay         = "persons (each once per project, as the regulation asks) or participations (each row as it stands)"
)

func (f *countFlags) validateRows() error {
	switch {
	case f.rows != rowsOfPersons && f.rows != rowsAsTheyStand:
		return usageError{fmt.Errorf("--rows %q; want %s", f.rows, rowsSay)}
	case f.rows == rowsAsTheyStand && f.export.promise != "":
		return usageError{fmt.Errorf("--promise says where the rows of a person stand, and --rows %s does not bring them together; leave one out", rowsAsTheyStand)}
	}
	return nil
}

// rules is the rule set of a name, once it is known that it has every code asked for, and how it counts.
func (f *countFlags) rules(name string) (*indicators.Set, indicators.Options, error) {
	set, err := f.ruleSet(name)
	if err != nil {
		return nil, indicators.Options{}, err
	}
	o, err := f.options(set)
	return set, o, err
}

func (f *countFlags) ruleSet(name string) (*indicators.Set, error) {
	set, err := indicators.LoadSet(name)
	if err != nil {
		return nil, usageError{err}
	}
	known := append(indicators.ReservedCodes(), set.Codes()...)
	for i, code := range f.codes {
		at := slices.IndexFunc(known, func(k string) bool { return strings.EqualFold(k, code) })
		if at < 0 {
			return nil, usageError{fmt.Errorf("--code %q is not in %s%s", code, set.Name, datasets.Meant(code, known))}
		}
		f.codes[i] = known[at]
	}
	return set, nil
}

// settle finds under which profile the files are read and by which rules they are counted: side by
// side where the rules are named. Of two faults that of the rules is told, since no file is needed to
// see it.
func (f *countFlags) settle(paths []string, stdin io.Reader) (e *export, set *indicators.Set, o indicators.Options, err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // reading rules leaves some MB behind, and small exports wait for it
	var loading sync.WaitGroup
	var unruled error
	if f.set != "" {
		loading.Go(func() { set, o, unruled = f.rules(f.set) })
	}
	e, err = f.export.find(paths, stdin)
	if loading.Wait(); unruled != nil || err != nil {
		return nil, nil, o, cmp.Or(unruled, f.misspelt(set, paths, err), err)
	}
	if err = f.misspelt(set, paths, nil); err != nil {
		return nil, nil, o, err
	}
	e.eachRow, e.lang = f.rows == rowsAsTheyStand, f.lang
	if f.set == "" {
		var name string
		if name, err = f.setFor(e.profile); err == nil {
			set, o, err = f.rules(name)
		}
	}
	if err == nil {
		set, o, err = f.ownColumns(e, set, o)
	}
	return e, set, o, err
}

// misspelt tells of a word of --by that is nearly a dimension, where no file can say that it is a header:
// it could not be opened, or is standard input.
func (f *countFlags) misspelt(set *indicators.Set, paths []string, unopened error) error {
	if set == nil || unopened == nil && !slices.Contains(paths, files.StandardInput) {
		return nil
	}
	for _, word := range indicators.DimensionWords(f.by) {
		if set.KnowsDimension(word) || strings.HasPrefix(word, ofColumn) || datasets.Nearest(word, set.DimensionNames()) == "" {
			continue
		}
		_, err := set.Dimension(word)
		return usageError{fmt.Errorf("--by: %w A column of that name is %s%s", err, ofColumn, word)}
	}
	return nil
}

// setFor is the rule set asked for, or that of the period of the profile's system.
func (f *countFlags) setFor(profile *datasets.Profile) (string, error) {
	if f.set != "" {
		return f.set, nil
	}
	if name, known := setOfSystem[profile.Name]; known {
		return name, nil
	}
	sets := strings.Join(indicators.SetNames(), ", ")
	return "", usageError{inWords(f.lang, fmt.Sprintf("brak --set: profil %s nie należy do jednego okresu; podaj zestaw reguł: %s", profile.Name, sets),
		fmt.Sprintf("--set is missing: profile %s is of no one period; name a rule set: %s", profile.Name, sets))}
}

// setOfSystem is the rule set of the period that a system was made for.
var setOfSystem = map[string]string{
	"sl2014": "esf-2014-2020", "lsi2014-pefs": "esf-2014-2020",
	"sm-efs": "esf-plus-2021-2027", "sowa-efs": "esf-plus-2021-2027",
	"pefs-2007": "po-kl-2007-2013",
}
