package cases

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

//go:embed *.case
var files embed.FS

// Case is one file: what is expected of the records that stand below its line "---". A part that is left out is
// not asked about, except those that say "all of them": there nothing means none.
type Case struct {
	Name       string                       `yaml:"-"` // of the file, without its ending
	Title      datasets.Label               `yaml:"title"`
	Set        string                       `yaml:"set"`
	Expect     map[string]map[string]string `yaml:"expect"`     // code -> group -> "num/den" or n/a
	Basis      map[string]map[string]string `yaml:"basis"`      // result -> group -> "on a date+on the situation"
	Why        map[string]string            `yaml:"why"`        // code -> words in the reason, in both languages
	Without    map[string][]string          `yaml:"without"`    // code -> optional columns that were missing
	Incomplete map[string]int64             `yaml:"incomplete"` // all of them, by field
	NoColumn   map[string]int64             `yaml:"no_column"`  // all of those, in exports without the column
	Refusals   map[string]int64             `yaml:"refusals"`   // all of them, by field
	Violations []string                     `yaml:"violations"` // all of them, "rule @ group"
	Facts      map[string]indicators.Fact   `yaml:"facts"`      // what the project states
	Error      string                       `yaml:"error"`      // words of the error that the facts make; then nothing else is expected
	Targets    map[string]map[string]string `yaml:"targets"`    // code -> group -> "at least verdict"
	Thresholds []string                     `yaml:"thresholds"` // all of them, "code (subgroup) at least: num/den verdict"

	records string
}

// All reads the cases that come with the package, in the order of their names. An error means that one of
// the files is broken, and names it.
func All() ([]Case, error) {
	names, err := fs.Glob(files, "*.case")
	if err != nil {
		return nil, err
	}
	all := make([]Case, 0, len(names))
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		c, err := Parse(strings.TrimSuffix(path.Base(name), ".case"), string(text))
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// Parse reads one case. A text without the line "---", or with a word that no case has, is an error.
func Parse(name, text string) (Case, error) {
	head, records, ok := strings.Cut(text, "\n---\n")
	if !ok {
		return Case{}, fmt.Errorf("cases: %s has no line --- between what is expected and the records", name)
	}
	c := Case{Name: name, records: records}
	if err := yaml.UnmarshalWithOptions([]byte(head), &c, yaml.Strict()); err != nil {
		return Case{}, fmt.Errorf("cases: %s: %w", name, err)
	}
	return c, nil
}

// Codes are the indicators that the case asks about, in order.
func (c *Case) Codes() []string {
	var codes []string
	for _, asked := range []map[string]map[string]string{c.Expect, c.Basis, c.Targets} {
		codes = slices.AppendSeq(codes, maps.Keys(asked))
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
