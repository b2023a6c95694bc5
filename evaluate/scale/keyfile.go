package scale

import (
	"embed"
	"errors"
	"fmt"
	"math"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

//go:embed keys/*.yaml
var keyFiles embed.FS

// keyFile is a key as it is written. Pointers tell what was left out: nothing that decides a score has a
// default in a file.
type keyFile struct {
	Name      string        `yaml:"name"`
	Title     evaluate.Text `yaml:"title"`
	Items     *int          `yaml:"items"` // a number; 0: as many as a sheet has
	Range     []float64     `yaml:"range"`
	Step      float64       `yaml:"step"`
	Direction Direction     `yaml:"direction"`
	Reversed  *[]int        `yaml:"reversed"` // from 1; []: none
	Score     How           `yaml:"score"`
	Answered  *float64      `yaml:"minimum_answered"` // share of the items; 1: complete sheets only
	Declare   []string      `yaml:"declare"`          // what the user must state: reversed, direction
	Answers   []Word        `yaml:"answers"`
	Blank     []string      `yaml:"blank"`
	Norms     []Norm        `yaml:"norms"`
	Published []Published   `yaml:"published"`
	Sources   []Source      `yaml:"sources"`
}

// Keys lists the names of the keys that come along, sorted.
func Keys() []string {
	entries, err := keyFiles.ReadDir("keys")
	if err != nil {
		return nil // cannot be: the folder is embedded, and a test lists it
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	slices.Sort(names)
	return names
}

// Load is a key that comes along; an unknown name is an error that lists those there are.
func Load(name string) (Key, error) {
	text, err := Text(name)
	if err != nil {
		return Key{}, err
	}
	return Parse(text)
}

// Text is the file of a key that comes along, with its sources; an unknown name is an error that lists
// those there are.
func Text(name string) ([]byte, error) {
	if !slices.Contains(Keys(), name) {
		return nil, fmt.Errorf("scale: there is no key %q; there are %s", name, strings.Join(Keys(), ", "))
	}
	text, err := keyFiles.ReadFile(path.Join("keys", name+".yaml"))
	if err != nil {
		return nil, fmt.Errorf("scale: %w", err)
	}
	return text, nil
}

// Parse reads a key file. Unknown words in it are errors with line and column. Range, score,
// minimum_answered and items must be there, and reversed and direction unless declare leaves them to the
// user ([Key.Reverse], [Key.Toward]). It checks all that [Key.Check] does but what declare left open.
func Parse(text []byte) (Key, error) {
	var f keyFile
	if err := datasets.UnmarshalYAML(text, &f); err != nil {
		return Key{}, fmt.Errorf("scale: key file: %w", err)
	}
	if err := f.check(); err != nil {
		return Key{}, fmt.Errorf("scale: key file %q: %w", f.Name, err)
	}
	k := Key{
		Name: f.Name, Title: f.Title, Items: *f.Items, Low: f.Range[0], High: f.Range[1], Step: f.Step,
		Direction: f.Direction, How: f.Score, Answered: *f.Answered, Answers: f.Answers, Blank: f.Blank,
		Norms: f.Norms, Published: f.Published, Sources: f.Sources, Undeclared: f.Declare,
	}
	if f.Reversed != nil {
		var err error
		if k, err = k.Reverse(*f.Reversed...); err != nil {
			return Key{}, err
		}
	}
	return k, k.checkRest()
}

// publishable is what a key may say that others found of its scale.
var publishable = []string{"alpha", "test-retest", "mean", "sd"}

var keyName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (f *keyFile) check() error {
	left := func(what string) bool { return slices.Contains(f.Declare, what) }
	switch {
	case !keyName.MatchString(f.Name):
		return errors.New("name: wants lower-case letters, digits and dashes")
	case f.Title.PL == "" || f.Title.EN == "":
		return errors.New("title: wants pl: and en: with a text each")
	case f.Items == nil:
		return errors.New("items: is missing; say how many, 0 for as many as a sheet has")
	case len(f.Range) != 2:
		return errors.New("range: wants the lowest and the highest answer, as in [1, 5]")
	case f.Score == "":
		return errors.New("score: is missing; say sum or mean")
	case f.Answered == nil || *f.Answered == 0:
		return errors.New("minimum_answered: is missing; say the least share of items answered, 1 for complete sheets only")
	case (f.Reversed == nil) != left(undeclaredReversed):
		return errors.New("reversed: list the reversed items, [] for none, or leave it out and say declare: [reversed]")
	case (f.Direction == "") != left(undeclaredDirection):
		return errors.New("direction: say higher or lower, whichever score is better, or leave it out and say declare: [direction]")
	}
	return f.checkSources()
}

func (f *keyFile) checkSources() error {
	for _, d := range f.Declare {
		if d != undeclaredReversed && d != undeclaredDirection {
			return fmt.Errorf("declare: %q; only reversed and direction can be left to the user", d)
		}
	}
	var sures []string
	for _, s := range f.Sources {
		if s.Of == "" || s.Mark == "" {
			return errors.New("sources: each wants of:, mark: and sure: filled in")
		}
		sures = append(sures, s.Sure)
	}
	for _, n := range f.Norms {
		sures = append(sures, n.Sure)
	}
	for _, p := range f.Published {
		if !slices.Contains(publishable, p.What) || math.IsNaN(p.Value) || math.IsInf(p.Value, 0) {
			return fmt.Errorf("published: %q, %v; want one of %s and a number", p.What, p.Value, strings.Join(publishable, ", "))
		}
		sures = append(sures, p.Sure)
	}
	for _, s := range sures {
		if !slices.Contains([]string{"sourced", "high", "medium", "low"}, s) {
			return fmt.Errorf("sure: is %q; want sourced, high, medium or low", s)
		}
	}
	return nil
}
