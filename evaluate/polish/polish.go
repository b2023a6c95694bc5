// Package polish says in Polish what an error of efseval says in English. It is for whoever prints errors to
// people: the command, and the pages that name the projects that failed.
//
// The rooms below make their errors in English, from a format and its values. The words stand here in files
// of the English format and the Polish one, with the same verbs, as gettext keeps them:
//
//	"no sheet %q": "nie ma arkusza %q"
//
// An error finds its words by its text, so that no place that makes one needs to know of languages: the
// format that fits the text with the most letters of its own gives the values, and these are put into the Polish
// format. A value of %s, %v or %w is itself looked up. A test holds every format of the rooms to
// Polish words, and every word here to a format.
//
// In both languages the names of packages are left out, which errors begin with for developers: see [Plain].
//
// The package refuses to translate what it does not know: such a text stays as it is.
package polish

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

var (
	//go:embed datasets.pl.yaml
	ofDatasets []byte
	//go:embed indicators.pl.yaml
	ofIndicators []byte
	//go:embed evaluate.pl.yaml
	ofEvaluate []byte
	//go:embed others.pl.yaml
	ofOthers []byte
)

// Catalogue holds Polish formats by their English ones. It does not change and may be shared.
type Catalogue struct{ entries []entry }

// house is the catalogue of the packages. An error is a fault of the program, which its test finds.
var house = sync.OnceValues(func() (*Catalogue, error) { return read(ofDatasets, ofIndicators, ofEvaluate, ofOthers) })

// With is the catalogue of the packages and further YAML files of English formats with their Polish ones.
// A file that cannot be read, a format that stands twice and verbs that differ are errors.
func With(files ...[]byte) (*Catalogue, error) {
	return read(append([][]byte{ofDatasets, ofIndicators, ofEvaluate, ofOthers}, files...)...)
}

// Error is an error of the packages in Polish.
func Error(err error) string {
	c, broken := house()
	if broken != nil {
		return err.Error()
	}
	return c.Error(err)
}

// Text is a message of the packages in Polish.
func Text(english string) string {
	c, broken := house()
	if broken != nil {
		return english
	}
	return c.Text(english)
}

func read(files ...[]byte) (*Catalogue, error) {
	c, seen := &Catalogue{}, map[string]bool{}
	for _, file := range files {
		var words yaml.MapSlice
		if err := yaml.Unmarshal(file, &words); err != nil {
			return nil, fmt.Errorf("polish: %w", err)
		}
		for _, pair := range words {
			english, polish := fmt.Sprint(pair.Key), fmt.Sprint(pair.Value)
			e, err := newEntry(english, polish)
			if err == nil && seen[english] {
				err = errors.New("stands twice")
			}
			if err != nil {
				return nil, fmt.Errorf("polish: %q: %w", english, err)
			}
			seen[english] = true
			c.entries = append(c.entries, e)
		}
	}
	return c, nil
}

// Error is an error in Polish: place and next step as well as cause, of several errors each. An error with words of
// its own in both languages says itself. What has no Polish words stays English.
func (c *Catalogue) Error(err error) string {
	if both, ok := err.(interface{ In(evaluate.Lang) string }); ok {
		return both.In(evaluate.PL)
	}
	if u, ok := err.(*datasets.Unreadable); ok {
		text := fmt.Sprintf("%s: %s", u.At, c.Error(u.Cause))
		if u.Next != "" {
			text += "; " + c.Text(u.Next)
		}
		return text
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		return c.several(Plain(err), several.Unwrap())
	}
	inner := errors.Unwrap(err)
	if inner == nil {
		return c.Text(Plain(err))
	}
	return c.around(Plain(err), inner)
}

// several says joined errors line by line, and others that wrap several as their text stands.
func (c *Catalogue) several(text string, errs []error) string {
	var english, polish []string
	for _, err := range errs {
		english, polish = append(english, Plain(err)), append(polish, c.Error(err))
	}
	if text == strings.Join(english, "\n") {
		return strings.Join(polish, "\n")
	}
	return c.Text(text)
}

// around says an error that wraps another one; the inner one keeps its own way of being said.
func (c *Catalogue) around(text string, wrapped error) string {
	inner, said := Plain(wrapped), c.Error(wrapped)
	before, after, found := strings.Cut(text, inner)
	switch {
	case text == inner:
		return said
	case !found || said == c.Text(inner):
		return c.Text(text)
	}
	return strings.Replace(c.Text(before+stand+after), stand, said, 1)
}

// stand stands for an inner error while the words around it are looked up.
const stand = "\x00"
