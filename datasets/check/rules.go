package check

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
)

//go:embed rules.yaml
var rulesFile []byte

// Rule is one entry of rules.yaml: what is doubted, how much it matters, in which words, and why.
// What Test and the fields it reads mean stands at the head of that file.
type Rule struct {
	Code       string            `yaml:"code"` // stable
	Severity   datasets.Severity `yaml:"severity"`
	Test       string            `yaml:"test"`
	Place      string            `yaml:"place"`
	Earlier    string            `yaml:"earlier"`
	Fields     []string          `yaml:"fields"`
	Days       int               `yaml:"days"`
	Entry      bool              `yaml:"entry"`
	Conditions []Condition       `yaml:"conditions"`
	Text       datasets.Label    `yaml:"text"`
	Source     string            `yaml:"source"`
}

// Condition is a test of one cell. A missing value meets none.
type Condition struct {
	Field string   `yaml:"field"`
	In    []string `yaml:"in"`    // terms: a Category or Flag is one of them, a Set has one of them
	Not   []string `yaml:"not"`   // terms: a Category or Flag is known and none of them
	Below *int64   `yaml:"below"` // a Count
	Known bool     `yaml:"known"` // any value
}

// Rules reads the rules in the order of their file.
func Rules() ([]Rule, error) {
	var file struct {
		Rules []Rule `yaml:"rules"`
	}
	if err := yaml.UnmarshalWithOptions(rulesFile, &file, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("check: reading rules.yaml: %w", err)
	}
	seen := map[string]bool{}
	for i := range file.Rules {
		r := &file.Rules[i]
		if err := r.validate(); err != nil {
			return nil, fmt.Errorf("check: rules.yaml: rule %q: %w", r.Code, err)
		}
		if seen[r.Code] {
			return nil, fmt.Errorf("check: rules.yaml: rule %q stands twice", r.Code)
		}
		seen[r.Code] = true
	}
	return file.Rules, nil
}

func (r *Rule) validate() error {
	switch {
	case r.Code == "" || r.Text.PL == "" || r.Text.EN == "" || r.Source == "":
		return fmt.Errorf("lacks a code, a text or a source")
	case !slices.Contains([]datasets.Severity{datasets.Error, datasets.Warning, datasets.Note}, r.Severity):
		return fmt.Errorf("severity %q; want error, warning or note", r.Severity)
	case rowTests[r.Test] == nil && !slices.Contains([]string{testColumn, testSame, testProjects, testLimit}, r.Test):
		return fmt.Errorf("unknown test %q", r.Test)
	}
	for _, c := range r.Conditions {
		if len(c.In) == 0 && len(c.Not) == 0 && c.Below == nil && !c.Known {
			return fmt.Errorf("the condition on %s asks for nothing", c.Field)
		}
	}
	return nil
}
