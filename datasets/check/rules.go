package check

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
)

//go:embed rules.yaml
var rulesFile []byte

// RulesText is the file of the rules, with their reasons and sources.
func RulesText() []byte { return bytes.Clone(rulesFile) }

// Rule is one entry of rules.yaml: what is doubted, how much it matters, in which words, and why.
// What Test and the fields it reads mean stands at the head of that file.
type Rule struct {
	Code        string            `yaml:"code"` // stable
	Severity    datasets.Severity `yaml:"severity"`
	Test        string            `yaml:"test"`
	Place       string            `yaml:"place"`
	Earlier     string            `yaml:"earlier"`
	Fields      []string          `yaml:"fields"`
	Days        int               `yaml:"days"`
	Entry       bool              `yaml:"entry"`
	Months      int               `yaml:"months"` // least spell of unemployment
	Adult       int64             `yaml:"adult"`  // age from which AdultMonths is the least
	AdultMonths int               `yaml:"adult_months"`
	Classes     []datasets.Label  `yaml:"classes"` // what stands for {class}, by what a row is
	Conditions  []Condition       `yaml:"conditions"`
	Text        datasets.Label    `yaml:"text"`
	Source      string            `yaml:"source"`
}

// Condition is a test of one cell. A missing value meets none but Missing.
type Condition struct {
	Field string   `yaml:"field"`
	In    []string `yaml:"in"`    // terms: a Category or Flag is one of them, a Set has one of them
	Not   []string `yaml:"not"`   // terms: a Category or Flag is known and none of them
	Below *int64   `yaml:"below"` // a Count
	Known bool     `yaml:"known"` // any value
	// Missing asks for no value; a missing value meets this alone.
	Missing bool `yaml:"missing"`
}

// rulesOnce are the rules of rules.yaml, parsed the first time they are asked for.
var rulesOnce = sync.OnceValues(parseRules)

// ruleLists are the two lists of rules.yaml.
type ruleLists struct {
	Rules   []Rule `yaml:"rules"`
	Reading []Rule `yaml:"reading"`
}

// Rules reads the rules in the order of their file.
func Rules() ([]Rule, error) {
	lists, err := rulesOnce()
	return slices.Clone(lists.Rules), err
}

// ReadingRules are the rules that reading, merging and pairing follow themselves, for a list of all
// rules: a Problem may have their codes too. They have no test here.
func ReadingRules() ([]Rule, error) {
	lists, err := rulesOnce()
	return slices.Clone(lists.Reading), err
}

func parseRules() (lists ruleLists, err error) {
	if err := yaml.UnmarshalWithOptions(rulesFile, &lists, yaml.Strict()); err != nil {
		return lists, fmt.Errorf("check: reading rules.yaml: %w", err)
	}
	seen := map[string]bool{}
	for _, r := range slices.Concat(lists.Rules, lists.Reading) {
		if seen[r.Code] {
			return lists, fmt.Errorf("check: rules.yaml: rule %q stands twice", r.Code)
		}
		seen[r.Code] = true
	}
	for i := range lists.Rules {
		if r := &lists.Rules[i]; !r.tested() {
			return lists, fmt.Errorf("check: rules.yaml: rule %q: unknown test %q", r.Code, r.Test)
		}
	}
	for _, r := range slices.Concat(lists.Rules, lists.Reading) {
		if err := r.validate(); err != nil {
			return lists, fmt.Errorf("check: rules.yaml: rule %q: %w", r.Code, err)
		}
	}
	return lists, nil
}

func (r *Rule) validate() error {
	switch {
	case r.Code == "" || r.Text.PL == "" || r.Text.EN == "" || r.Source == "":
		return fmt.Errorf("lacks a code, a text or a source")
	case !slices.Contains([]datasets.Severity{datasets.Error, datasets.Warning, datasets.Note}, r.Severity):
		return fmt.Errorf("severity %q; want error, warning or note", r.Severity)
	}
	for _, c := range r.Conditions {
		if len(c.In) == 0 && len(c.Not) == 0 && c.Below == nil && !c.Known && !c.Missing {
			return fmt.Errorf("the condition on %s asks for nothing", c.Field)
		}
	}
	return nil
}

// tested tells whether the package knows the test of a rule.
func (r *Rule) tested() bool {
	return rowTests[r.Test] != nil || groupTests[r.Test] != nil || slices.Contains([]string{testColumn, testSame, testProjects, testLimit}, r.Test)
}
