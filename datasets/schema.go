package datasets

import (
	"embed"
	"fmt"

	"github.com/goccy/go-yaml"
)

//go:embed schemas/*.yaml
var schemaFiles embed.FS

// Merge says what several rows of one person become, field by field.
type Merge string

// The ways to bring the rows of one person together. Order is by entry date, then by exit, then
// by what the rows hold.
const (
	First  Merge = "first" // the first value present, earliest entry first: characteristics at entry
	Last   Merge = "last"  // the last value present, latest exit last: how it ended
	Min    Merge = "min"   // the earliest date
	Max    Merge = "max"   // the latest date
	Union  Merge = "union" // every member of the sets
	ByExit Merge = "exit"  // the latest exit; missing while the latest entry is still open
)

// Field is one column of a Schema.
type Field struct {
	Name        string      `yaml:"name"`
	Kind        Kind        `yaml:"kind"`
	Label       Label       `yaml:"label"`
	Vocabulary  *Vocabulary `yaml:"-"`
	Vocab       string      `yaml:"vocabulary"` // the name it has in the schema file
	Required    bool        `yaml:"required"`   // a file without this column cannot be read
	Sensitive   bool        `yaml:"sensitive"`  // special category of data (Art. 9 GDPR); may be refused
	Identifying bool        `yaml:"identifying"`
	Merge       Merge       `yaml:"merge"`
}

// Schema is a named list of fields; columns of a Batch stand in its order.
type Schema struct {
	Name    string
	Version int
	Title   Label
	Fields  []Field
	index   map[string]int
}

type schemaFile struct {
	Name         string            `yaml:"name"`
	Version      int               `yaml:"version"`
	Title        Label             `yaml:"title"`
	Fields       []Field           `yaml:"fields"`
	Vocabularies map[string][]Term `yaml:"vocabularies"`
}

// ReadSchema reads one of the embedded schemas: participants, costs or answers.
func ReadSchema(name string) (*Schema, error) {
	text, err := schemaFiles.ReadFile("schemas/" + name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("datasets: no schema %q; there are participants, costs and answers", name)
	}
	return parseSchema(text)
}

func parseSchema(text []byte) (*Schema, error) {
	var file schemaFile
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("datasets: reading schema: %w", err)
	}
	s := &Schema{Name: file.Name, Version: file.Version, Title: file.Title, Fields: file.Fields}
	for i := range s.Fields {
		if err := s.Fields[i].resolve(file.Vocabularies); err != nil {
			return nil, fmt.Errorf("datasets: schema %s: %w", s.Name, err)
		}
	}
	return s, s.buildIndex()
}

func (f *Field) resolve(vocabularies map[string][]Term) error {
	switch f.Kind {
	case Flag:
		f.Vocabulary = FlagVocabulary()
	case Category, Set:
		f.Vocabulary = &Vocabulary{Name: f.Vocab, Terms: vocabularies[f.Vocab]}
		if err := f.Vocabulary.check(); err != nil {
			return fmt.Errorf("field %s: %w", f.Name, err)
		}
	case 0:
		return fmt.Errorf("field %s has no kind", f.Name)
	}
	if f.Merge == "" {
		f.Merge = First
	}
	return nil
}

func (s *Schema) buildIndex() error {
	s.index = make(map[string]int, len(s.Fields))
	for i, f := range s.Fields {
		if _, twice := s.index[f.Name]; twice {
			return fmt.Errorf("datasets: schema %s names field %q twice", s.Name, f.Name)
		}
		s.index[f.Name] = i
	}
	return nil
}

// Index is the position of a field, -1 where the schema has none of that name.
func (s *Schema) Index(field string) int {
	if i, ok := s.index[field]; ok {
		return i
	}
	return -1
}

// Field is the field of a name, nil where there is none.
func (s *Schema) Field(name string) *Field {
	if i := s.Index(name); i >= 0 {
		return &s.Fields[i]
	}
	return nil
}

// Names lists the field names in order.
func (s *Schema) Names() []string {
	names := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		names[i] = f.Name
	}
	return names
}

// With is a copy of the schema with more fields at its end, as the items of a questionnaire.
// A Category, Flag or Set field must bring its Vocabulary. A name that is taken is an error.
func (s *Schema) With(more ...Field) (*Schema, error) {
	out := &Schema{Name: s.Name, Version: s.Version, Title: s.Title}
	out.Fields = append(append(out.Fields, s.Fields...), more...)
	for i := range out.Fields[len(s.Fields):] {
		f := &out.Fields[len(s.Fields)+i]
		if f.Merge == "" {
			f.Merge = First
		}
	}
	return out, out.buildIndex()
}
