package datasets

import (
	"embed"
	"fmt"
	"sync"

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
	Last   Merge = "last"  // the last value present, latest exit last: how it ended; while the latest entry is open, of its rows alone
	Min    Merge = "min"   // the earliest date
	Max    Merge = "max"   // the latest date
	Union  Merge = "union" // every member of the sets
	ByExit Merge = "exit"  // the latest exit; missing while the latest entry is still open

	// FromEntry is the earliest date that does not lie before the first entry, and else the earliest: an older
	// certificate does not hide the one that the project gave. Of several dates in one cell the entry of
	// that row decides first.
	FromEntry Merge = "from-entry"

	UnionByExit Merge = "union-exit" // every member of the sets; while the latest entry is open, of its rows alone
)

// Field is one column of a Schema.
type Field struct {
	Name        string      `yaml:"name"`
	Kind        Kind        `yaml:"-"`
	Label       Label       `yaml:"label"`
	Vocabulary  *Vocabulary `yaml:"-"`
	Vocab       string      `yaml:"vocabulary"` // the name it has in the schema file
	Required    bool        `yaml:"required"`   // a file without this column cannot be read
	Sensitive   bool        `yaml:"sensitive"`  // special category of data (Art. 9 GDPR); may be refused
	Identifying bool        `yaml:"identifying"`
	Merge       Merge       `yaml:"merge"`
	Min         *int64      `yaml:"min"` // Count: the least value that can be true; nil: any
	Max         *int64      `yaml:"max"` // and the greatest
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
	Fields       []fieldEntry      `yaml:"fields"`
	Vocabularies map[string][]Term `yaml:"vocabularies"`
}

// fieldEntry is a field as the file has it. The kind is read as a text: the YAML library formats
// the whole file anew for every value that unmarshals itself.
type fieldEntry struct {
	Field `yaml:",inline"`
	Word  string `yaml:"kind"`
}

// schemas holds each embedded schema, parsed the first time it is asked for. A Schema is never
// changed once made; With copies.
var schemas = map[string]func() (*Schema, error){
	"participants": sync.OnceValues(func() (*Schema, error) { return embedded("participants") }),
	"costs":        sync.OnceValues(func() (*Schema, error) { return embedded("costs") }),
	"answers":      sync.OnceValues(func() (*Schema, error) { return embedded("answers") }),
}

// ReadSchema reads one of the embedded schemas: participants, costs or answers. It is shared
// and must not be changed; [Schema.With] makes a copy with more fields.
func ReadSchema(name string) (*Schema, error) {
	read, ok := schemas[name]
	if !ok {
		return nil, fmt.Errorf("datasets: no schema %q; there are participants, costs and answers", name)
	}
	return read()
}

// SchemaText is the file of one of the embedded schemas, with its comments.
func SchemaText(name string) ([]byte, error) {
	text, err := schemaFiles.ReadFile("schemas/" + name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("datasets: %w", err)
	}
	return text, nil
}

func embedded(name string) (*Schema, error) {
	text, err := SchemaText(name)
	if err != nil {
		return nil, err
	}
	return parseSchema(text)
}

func parseSchema(text []byte) (*Schema, error) {
	var file schemaFile
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("datasets: reading schema: %w", err)
	}
	s := &Schema{Name: file.Name, Version: file.Version, Title: file.Title}
	for _, entry := range file.Fields {
		f := entry.Field
		if err := f.resolve(entry.Word, file.Vocabularies); err != nil {
			return nil, fmt.Errorf("datasets: schema %s: %w", s.Name, err)
		}
		s.Fields = append(s.Fields, f)
	}
	return s, s.buildIndex()
}

func (f *Field) resolve(kind string, vocabularies map[string][]Term) (err error) {
	if f.Kind, err = ParseKind(kind); err != nil {
		return fmt.Errorf("field %s: %w", f.Name, err)
	}
	switch f.Kind {
	case Flag:
		f.Vocabulary = FlagVocabulary()
	case Category, Set:
		f.Vocabulary = &Vocabulary{Name: f.Vocab, Terms: vocabularies[f.Vocab]}
		if err := f.Vocabulary.check(); err != nil {
			return fmt.Errorf("field %s: %w", f.Name, err)
		}
	}
	if bounded := f.Min != nil || f.Max != nil; bounded && f.Kind != Count {
		return fmt.Errorf("field %s is a %s and cannot have min or max", f.Name, f.Kind)
	}
	switch f.Merge {
	case "":
		f.Merge = First
	case First, Last, Min, Max, Union, ByExit, UnionByExit, FromEntry:
	default:
		return fmt.Errorf("field %s: unknown merge %q; want first, last, min, max, union, exit, union-exit or from-entry", f.Name, f.Merge)
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
