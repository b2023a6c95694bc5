package indicators

import (
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Criterion is a condition on a participation, as a tree of data. Exactly one of All, Any, Not,
// Field, Age, LongTermUnemployed, Indicator, Known and Everyone is given; the zero Criterion
// says nothing.
//
// A criterion is true only where the data say so: a missing value is never in a list, of no age
// and within no window. Not is the plain complement: it is true also where the value under it
// is missing ("not known to be"). To ask for "known, and not", write
//
//	all: [{known: disability}, {not: {field: disability, in: [yes]}}]
//
// where, however, a refusal counts as known, since the person did answer.
type Criterion struct {
	All []Criterion `yaml:"all,omitempty"` // every part is true
	Any []Criterion `yaml:"any,omitempty"` // at least one part is true
	Not *Criterion  `yaml:"not,omitempty"` // the part is not known to be true

	Field     string   `yaml:"field,omitempty"`   // with one of In, Has, HasAll, Before and From, Within, WithinDaysOfExit, WithinMonthsOfExit
	In        []string `yaml:"in,omitempty"`      // Category, Flag: one of these terms
	Has       []string `yaml:"has,omitempty"`     // Set: any of these members
	HasAll    []string `yaml:"has_all,omitempty"` // Set: all of these members
	Before    string   `yaml:"before,omitempty"`  // Date: before this day, yyyy-MM-dd, which is left out
	From      string   `yaml:"from,omitempty"`    // Date: on this day, yyyy-MM-dd, or after; may stand with Before
	Within    Window   `yaml:"within,omitempty"`  // Date: not before entry and no later than the window of the rule set after exit
	Days      *int     `yaml:"within_days_of_exit,omitempty"`
	Months    *int     `yaml:"within_months_of_exit,omitempty"` // the end of a short month is the end of the window
	OrMissing bool     `yaml:"or_missing,omitempty"`            // true also where the value, or its whole column, is missing

	Age                *AgeBand `yaml:"age,omitempty"`
	LongTermUnemployed bool     `yaml:"long_term_unemployed,omitempty"` // by the spell and strictness of the rule set
	Indicator          string   `yaml:"indicator,omitempty"`            // eligible and achieved in that indicator
	Known              string   `yaml:"known,omitempty"`                // the field holds an answer; a refusal is one
	Everyone           bool     `yaml:"everyone,omitempty"`

	// Optional, of a part of any or under not: where the export has no column for it the part is
	// false and the rest decides, instead of making the whole not available.
	Optional bool `yaml:"optional,omitempty"`

	place Place
}

// AgeBand is a range of ages at entry, in years by the convention of the rule set. Below leaves
// its bound out; From and To keep theirs. A nil bound is open.
type AgeBand struct {
	Below *int `yaml:"below,omitempty"`
	From  *int `yaml:"from,omitempty"`
	To    *int `yaml:"to,omitempty"`
}

// Window names a period after exit whose length is a parameter of the rule set.
type Window string

// The windows of result indicators.
const (
	Immediate  Window = "immediate"   // up to Parameters.ImmediateDays after exit, inclusive
	LongerTerm Window = "longer_term" // up to Parameters.LongerTermMonths after exit, inclusive
	Efficiency Window = "efficiency"  // up to Parameters.EfficiencyMonths after exit, inclusive
)

// IsZero tells whether the criterion says nothing.
func (c *Criterion) IsZero() bool {
	said := *c
	said.place = Place{}
	return reflect.ValueOf(said).IsZero()
}

// UnmarshalYAML reads a criterion and remembers where it stands. Unknown keys are a [Fault].
func (c *Criterion) UnmarshalYAML(node ast.Node) error {
	type plain Criterion
	if err := checkKeys(node, "a criterion", keysOf(*c)); err != nil {
		return err
	}
	if err := yaml.NodeToValue(node, (*plain)(c)); err != nil {
		return err
	}
	c.place = placeOf(node)
	return nil
}

// UnmarshalYAML reads an age band. Unknown keys are a [Fault].
func (b *AgeBand) UnmarshalYAML(node ast.Node) error {
	type plain AgeBand
	if err := checkKeys(node, "an age band", keysOf(*b)); err != nil {
		return err
	}
	return yaml.NodeToValue(node, (*plain)(b))
}

// keysOf lists the YAML keys of a struct, in the order of its fields.
func keysOf(v any) []string {
	t := reflect.TypeOf(v)
	var keys []string
	for i := range t.NumField() {
		if tag, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); tag != "" && tag != "-" {
			keys = append(keys, tag)
		}
	}
	return keys
}

// forms lists which of the exclusive forms of a criterion are used.
func (c *Criterion) forms() []string {
	var used []string
	add := func(form string, is bool) {
		if is {
			used = append(used, form)
		}
	}
	add("all", c.All != nil)
	add("any", c.Any != nil)
	add("not", c.Not != nil)
	add("field", c.Field != "")
	add("age", c.Age != nil)
	add("long_term_unemployed", c.LongTermUnemployed)
	add("indicator", c.Indicator != "")
	add("known", c.Known != "")
	add("everyone", c.Everyone)
	return used
}

// tests lists which tests of a field are used.
func (c *Criterion) tests() []string {
	var used []string
	add := func(test string, is bool) {
		if is {
			used = append(used, test)
		}
	}
	add("in", c.In != nil)
	add("has", c.Has != nil)
	add("has_all", c.HasAll != nil)
	add("before and from", c.Before != "" && c.From != "")
	add("before", c.Before != "" && c.From == "")
	add("from", c.From != "" && c.Before == "")
	add("within", c.Within != "")
	add("within_days_of_exit", c.Days != nil)
	add("within_months_of_exit", c.Months != nil)
	return used
}

// check refuses a criterion that says nothing, two things, or modifies what cannot be modified.
func (c *Criterion) check(underAnyOrNot bool) error {
	forms, tests := c.forms(), c.tests()
	switch {
	case len(forms) == 0 && len(tests) > 0:
		return faultAt(c.place, "%s without field: name the field it tests", tests[0])
	case len(forms) == 0:
		return faultAt(c.place, "the criterion says nothing; want one of all, any, not, field, age, long_term_unemployed, indicator, known, everyone")
	case len(forms) > 1:
		return faultAt(c.place, "the criterion is both %s; join them with all: [...] or any: [...]", strings.Join(forms, " and "))
	case c.Field != "" && len(tests) != 1:
		return faultAt(c.place, "field %s wants exactly one test: in, has, has_all, before and from, within, within_days_of_exit or within_months_of_exit", c.Field)
	case c.Field == "" && (len(tests) > 0 || c.OrMissing):
		return faultAt(c.place, "%s belongs to a field", strings.Join(slices.Concat(tests, orMissing(c.OrMissing)), ", "))
	case c.Optional && !underAnyOrNot:
		return faultAt(c.place, "optional has a meaning only for a part of any, or under not")
	case c.All != nil && len(c.All) == 0 || c.Any != nil && len(c.Any) == 0:
		return faultAt(c.place, "%s: the list is empty", forms[0])
	}
	return nil
}

func orMissing(is bool) []string {
	if is {
		return []string{"or_missing"}
	}
	return nil
}
