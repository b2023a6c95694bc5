package canonical

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// AgeByYear is the column that no schema has: the year of entry less the year of birth.
const AgeByYear = "age_by_year"

// Column is a column of the canonical table.
type Column struct {
	Name  string
	Kind  datasets.Kind // of its values; identifiers are text
	Label datasets.Label
	field int // in the schema; the age for both columns of age
	// folded: the column holds the text of the field by datasets.FoldText
	folded bool
}

// Columns lists the columns of a table that lacks none: the fields of a schema in its order, but those
// that identify a person, save the pseudonym. The age stands there by both conventions, and beside a text
// stands the text folded ([datasets.FoldedColumn]).
func Columns(schema *datasets.Schema) []Column {
	var out []Column
	for i := range schema.Fields {
		f := &schema.Fields[i]
		if !f.Identifying || f.Name == "person" {
			out = append(out, Column{Name: f.Name, Kind: f.Kind, Label: f.Label, field: i})
		}
		if !f.Identifying && f.Kind == datasets.Text {
			out = append(out, Column{Name: datasets.FoldedColumn(f.Name), Kind: f.Kind, Label: foldedLabel(f), field: i, folded: true})
		}
		if f.Name == "age" && f.Kind == datasets.Count {
			out = append(out, Column{Name: AgeByYear, Kind: f.Kind, Label: ageByYearLabel, field: i})
		}
	}
	return out
}

var ageByYearLabel = datasets.Label{PL: "rok przystąpienia minus rok urodzenia", EN: "year of entry less year of birth"}

func foldedLabel(f *datasets.Field) datasets.Label {
	return datasets.Label{PL: f.Label.PL + ", do porównań", EN: f.Label.EN + ", to compare by"}
}

// Layout is the canonical table of one export.
type Layout struct {
	Columns []Column
	schema  *datasets.Schema
	present []bool // of each field
	age     ageFields
}

// NewLayout lays the table out that holds what the export behind a batch has a column for, of those to
// keep; none named are all, the age by year goes with the age and a folded text with the text. A set
// whose vocabulary has a term with the separator |, and two columns of one name, are errors.
func NewLayout(b *datasets.Batch, keep ...string) (*Layout, error) {
	l := &Layout{schema: b.Schema, age: findAge(b.Schema)}
	for i := range b.Schema.Fields {
		l.present = append(l.present, b.Column(i).Present)
	}
	for _, c := range Columns(b.Schema) {
		if f := b.Schema.Field(c.Name); c.folded && f != nil {
			return nil, fmt.Errorf("canonical: the field %s has the name of the column in which %s stands folded; rename it", f.Name, b.Schema.Fields[c.field].Name)
		}
		if len(keep) > 0 && !slices.Contains(keep, b.Schema.Fields[c.field].Name) {
			continue
		}
		isAge := c.Name == "age" || c.Name == AgeByYear
		if l.present[c.field] || isAge && l.age.canReckon(b) {
			l.Columns = append(l.Columns, c)
		}
		if err := checkTerms(&b.Schema.Fields[c.field]); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func checkTerms(f *datasets.Field) error {
	if f.Kind != datasets.Set {
		return nil
	}
	for _, t := range f.Vocabulary.Terms {
		if strings.Contains(t.Code, "|") {
			return fmt.Errorf("canonical: field %s: the term %q holds |, by which the members of a set are kept apart; rename it", f.Name, t.Code)
		}
	}
	return nil
}

// Names lists the names of the columns.
func (l *Layout) Names() []string {
	names := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		names[i] = c.Name
	}
	return names
}

// Fits tells whether a further batch is of the same export: the same schema and the same columns.
func (l *Layout) Fits(b *datasets.Batch) error {
	for i := range l.present {
		if b.Schema != l.schema || b.Column(i).Present != l.present[i] {
			return fmt.Errorf("canonical: %s has other columns than the rows before (%s); export files of unlike columns one by one",
				b.File, l.schema.Fields[min(i, len(l.schema.Fields)-1)].Name)
		}
	}
	return nil
}

// Has tells whether the table has a column.
func (l *Layout) Has(name string) bool { return slices.Contains(l.Names(), name) }
