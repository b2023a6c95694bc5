package indicators

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/efseval/efseval/datasets"
)

//go:embed definitions/*.yaml definitions/examples/*.yaml
var definitionFiles embed.FS

// Set is the rule set of a programming period: its parameters, its indicators and the
// invariants that a table of them must keep. A Set that a function of this package returned is
// whole: every reference leads somewhere. Do not change one in place; use [Set.With] and
// [Set.WithParameters].
type Set struct {
	Name        string         `yaml:"name"`
	Version     int            `yaml:"version"`
	Title       datasets.Label `yaml:"title"`
	Period      string         `yaml:"period"`
	Parameters  Parameters     `yaml:"parameters"`
	Definitions []Definition   `yaml:"definitions"`
	Invariants  []Invariant    `yaml:"invariants"`
	Thresholds  []Threshold    `yaml:"thresholds"` // empty: none is known, and none is invented

	schema   *datasets.Schema
	plan     *plan                                // for the schema; nil before the set is settled
	examples func() (map[string][]Example, error) // code -> examples; nil where there are none
}

// SetNames lists the rule sets that come with the package, in order.
func SetNames() []string {
	entries, err := definitionFiles.ReadDir("definitions")
	if err != nil {
		return nil // an embedded folder can always be read
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".yaml"); ok {
			names = append(names, name)
		}
	}
	return names
}

// SetText is the file of one of the rule sets that come with the package, with its comments.
func SetText(name string) ([]byte, error) {
	text, err := definitionFiles.ReadFile("definitions/" + name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("indicators: no rule set %q%s", name, datasets.Meant(name, SetNames()))
	}
	return text, nil
}

// sets holds each rule set of the package, parsed and compiled the first time it is asked for: a batch asks
// for the same one in every project.
var sets = func() map[string]func() (*Set, error) {
	once := map[string]func() (*Set, error){}
	for _, name := range SetNames() {
		once[name] = sync.OnceValues(func() (*Set, error) { return embedded(name) })
	}
	return once
}()

// LoadSet reads one of the rule sets that come with the package. What it returns shares its definitions with
// every other set of the name.
func LoadSet(name string) (*Set, error) {
	load, known := sets[name]
	if !known {
		_, err := SetText(name)
		return nil, err
	}
	s, err := load()
	if err != nil {
		return nil, err
	}
	out := *s
	out.Definitions, out.Thresholds = slices.Clone(s.Definitions), slices.Clone(s.Thresholds)
	return &out, nil
}

func embedded(name string) (*Set, error) {
	text, err := SetText(name)
	if err != nil {
		return nil, err
	}
	s, err := ParseSet(text)
	if err != nil {
		return nil, inFile(err, name+".yaml")
	}
	s.examples = sync.OnceValues(func() (map[string][]Example, error) { // half of the loading, and few ask
		return s.readExamples(definitionFiles, "definitions/examples/"+name+".yaml")
	})
	return s, nil
}

// inFile says in which file a fault is.
func inFile(err error, file string) error {
	if f, ok := err.(*Fault); ok {
		f.File = file
	}
	return err
}

// ParseSet reads a rule set from YAML and checks it against the participants schema. What is
// wrong with a definition is a [Fault] with its place.
func ParseSet(text []byte) (*Set, error) {
	var s Set
	if err := datasets.UnmarshalYAML(text, &s); err != nil {
		return nil, asFault(err)
	}
	if s.Name == "" || s.Period == "" || s.Version < 1 {
		return nil, &Fault{Message: "a rule set wants name, version (from 1) and period"}
	}
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		return nil, err
	}
	s.schema = schema
	return &s, s.settle()
}

// With is a copy of the set with the indicators of a project, written in the same language and
// free to refer to those of the set. A code that is taken, also in other letter case, is a
// [Fault].
func (s *Set) With(custom ...Definition) (*Set, error) {
	out := *s
	out.Definitions, out.Thresholds = slices.Concat(s.Definitions, custom), slices.Clone(s.Thresholds)
	return &out, out.settle()
}

// WithParameters is a copy of the set that counts by other parameters, as a project file may state.
func (s *Set) WithParameters(p Parameters) (*Set, error) {
	out := *s
	out.Parameters, out.Definitions, out.Thresholds = p, slices.Clone(s.Definitions), slices.Clone(s.Thresholds)
	if err := out.settle(); err != nil {
		return &out, err
	}
	return &out, out.loosen(s.Parameters.CompleteRecord)
}

// Definition is the indicator of a code, nil where the set has none.
func (s *Set) Definition(code string) *Definition {
	for i := range s.Definitions {
		if s.Definitions[i].Code == code {
			return &s.Definitions[i]
		}
	}
	return nil
}

// Codes lists the codes of the indicators in the order of the set.
func (s *Set) Codes() []string {
	codes := make([]string, len(s.Definitions))
	for i := range s.Definitions {
		codes[i] = s.Definitions[i].Code
	}
	return codes
}

// Groups lists the columns of a table of this set, Total last.
func (s *Set) Groups() []Group { return s.Parameters.groups() }

// settle fills defaults in and checks everything by compiling it once.
func (s *Set) settle() error {
	if err := s.Parameters.settle(s.schema); err != nil {
		return err
	}
	taken := map[string]string{}
	for i := range s.Definitions {
		d := &s.Definitions[i]
		if err := d.settle(); err != nil {
			return err
		}
		folded := strings.ToUpper(d.Code)
		if before, clash := taken[folded]; clash {
			return &Fault{Place: d.place, Code: d.Code, Message: fmt.Sprintf("the code is taken by %s of the rule set %s; choose another", before, s.Name)}
		}
		taken[folded] = d.Code
	}
	for _, v := range s.Invariants {
		if err := v.check(s); err != nil {
			return err
		}
	}
	for i := range s.Thresholds {
		if err := s.Thresholds[i].settle(s); err != nil {
			return err
		}
	}
	s.plan = nil // that of the set this one was made from
	plan, err := s.compile(s.schema)
	s.plan = plan
	return err
}

// same tells whether two sets count alike, so that counters of theirs may be merged.
func (s *Set) same(o *Set) bool {
	if s == o {
		return true
	}
	if s.Name != o.Name || s.Version != o.Version || !slices.Equal(s.Codes(), o.Codes()) {
		return false
	}
	if s.Parameters.LongTerm != o.Parameters.LongTerm || s.Parameters.Age != o.Parameters.Age {
		return false
	}
	a, errA := s.compile(s.schema)
	b, errB := o.compile(o.schema)
	return errA == nil && errB == nil && a.equal(b)
}

// equal compares plans by their nodes. The conventions of age and spell are not in the nodes.
func (p *plan) equal(o *plan) bool {
	return slices.EqualFunc(p.nodes, o.nodes, func(a, b node) bool { return a.key() == b.key() }) &&
		slices.Equal(p.figures, o.figures) && slices.Equal(p.dated, o.dated) && p.groups == o.groups
}

// For is a copy of the set that counts batches of a schema with more fields than participants
// has, as a project file may add; its indicators may then name them.
func (s *Set) For(schema *datasets.Schema) (*Set, error) {
	out := *s
	out.schema, out.Definitions, out.Thresholds = schema, slices.Clone(s.Definitions), slices.Clone(s.Thresholds)
	return &out, out.settle()
}

// Schema is the schema whose fields the criteria of the set name.
func (s *Set) Schema() *datasets.Schema { return s.schema }
