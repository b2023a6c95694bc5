package indicators

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// Example is a made-up person, and whether an indicator counts her: the rule shown on a case.
type Example struct {
	// Person has field -> value as an export in canonical terms would write it; members of a set
	// are joined by "|". A field that is not there has no value. Empty in an example of a fact,
	// which is about the project.
	Person   map[string]string
	Eligible bool // in the denominator
	Achieved bool // in the numerator
	Why      datasets.Label
}

// Examples lists the examples of an indicator, in order; nil where it has none, as those of a
// project. They hold by the parameters that the set was written with. They are read when they are first
// asked for; an error means that the file that comes with the package is broken.
func (s *Set) Examples(code string) ([]Example, error) {
	if s.examples == nil {
		return nil, nil
	}
	all, err := s.examples()
	return slices.Clone(all[code]), err
}

// exampleFile is a file of definitions/examples.
type exampleFile struct {
	Base     map[string]string         `yaml:"base"` // of every person, unless the person says otherwise
	Examples map[string][]exampleEntry `yaml:"examples"`
}

type exampleEntry struct {
	Person   map[string]string `yaml:"person"`
	Eligible *bool             `yaml:"eligible"` // Defaults to true.
	Achieved bool              `yaml:"achieved"`
	Why      datasets.Label    `yaml:"why"`
}

// readExamples reads the examples of a set that comes with the package.
func (s *Set) readExamples(files fs.FS, name string) (map[string][]Example, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("indicators: examples of %s: %w", s.Name, err)
	}
	var f exampleFile
	if err := datasets.UnmarshalYAML(text, &f); err != nil {
		return nil, inFile(asFault(err), name)
	}
	all := map[string][]Example{}
	for _, code := range slices.Sorted(maps.Keys(f.Examples)) {
		d := s.Definition(code)
		if d == nil {
			return nil, &Fault{File: name, Message: fmt.Sprintf("examples of an unknown indicator %q%s", code, datasets.Meant(code, s.Codes()))}
		}
		for _, e := range f.Examples[code] {
			all[code] = append(all[code], e.example(f.Base, d.Fact))
		}
	}
	return all, nil
}

func (e exampleEntry) example(base map[string]string, fact bool) Example {
	out := Example{Eligible: e.Eligible == nil || *e.Eligible, Achieved: e.Achieved, Why: e.Why}
	if fact {
		return out
	}
	out.Person = maps.Clone(base)
	if out.Person == nil {
		out.Person = map[string]string{}
	}
	for field, value := range e.Person {
		if out.Person[field] = value; value == "" {
			delete(out.Person, field)
		}
	}
	return out
}
