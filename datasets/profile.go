package datasets

import (
	"fmt"
	"maps"
)

// RowMeaning says what one row of an export is.
type RowMeaning string

// What a row of an export can be.
const (
	PerPerson  RowMeaning = "person"             // one row per participant (a re-entry may add one)
	PerSupport RowMeaning = "person-and-support" // one row per participant and support
	PerSheet   RowMeaning = "answer-sheet"       // one row per questionnaire filled in
	PerExpense RowMeaning = "expense"            // one row per line of a ledger
)

// Profile says how an export is laid out: which header is which field, what its values mean,
// how dates and numbers are written. It is data (YAML), so that somebody who knows the system
// and not Go can review it.
type Profile struct {
	Name      string       `yaml:"name"`
	Version   int          `yaml:"version"`
	Title     Label        `yaml:"title"`
	Source    string       `yaml:"source"` // where the layout is known from
	Schema    string       `yaml:"schema"` // participants, costs or answers
	Rows      RowMeaning   `yaml:"rows"`
	Promise   Promise      `yaml:"promise"`    // where the rows of one person stand; empty: anywhere
	Dates     []DateLayout `yaml:"dates"`      // besides yyyy-MM-dd, which is always read
	Decimal   string       `yaml:"decimal"`    // "," or "."; empty: concluded number by number
	Split     string       `yaml:"split"`      // parts several values in one cell, as | in SM EFS
	Encoding  string       `yaml:"encoding"`   // utf-8, utf-16, windows-1250, iso-8859-2, ibm852; empty: found
	Separator string       `yaml:"separator"`  // of CSV cells; empty: found
	Sheet     string       `yaml:"sheet"`      // of a workbook; empty: the one with the headers; "*": all with them
	HeaderRow int          `yaml:"header_row"` // line of the header, from 1; 0: found
	Missing   []string     `yaml:"missing"`    // cells that mean no value, in any column: "-", b/d
	Columns   []ColumnRule `yaml:"columns"`
	Ignore    []string     `yaml:"ignore"` // headers known and not read; "*" for any

	fields  *Schema
	added   int             // of Ignore the last so many, which a project file added
	every   bool            // see Everything
	headers map[string]bool // see headerSet; nil before the profile was checked
}

// ColumnRule ties headers to a field. Several rules may name one field: members of a Set are
// united, of other kinds the first value present counts.
type ColumnRule struct {
	Field    string            `yaml:"field"`
	Headers  []string          `yaml:"header"`
	After    []string          `yaml:"after"`  // the left neighbour, where a header occurs twice
	Values   map[string]string `yaml:"values"` // value as written -> term, or "missing"
	Required bool              `yaml:"required"`
	Missing  []string          `yaml:"missing"` // cells that mean no value in this field: "99"
	Blank    string            `yaml:"blank"`   // "incomplete": a blank cell marks a sheet that was not sent off, and is told
}

// ParseProfile reads a profile and checks it against its schema.
func ParseProfile(text []byte) (*Profile, error) {
	var p Profile
	if err := UnmarshalYAML(text, &p); err != nil {
		return nil, fmt.Errorf("datasets: reading profile: %w", err)
	}
	schema, err := ReadSchema(p.Schema)
	if err != nil {
		return nil, fmt.Errorf("datasets: profile %s: %w", p.Name, err)
	}
	p.fields = schema
	return &p, p.check()
}

// Fields is the schema the profile fills.
func (p *Profile) Fields() *Schema { return p.fields }

func (p *Profile) check() error {
	for _, l := range p.Dates {
		if err := l.check(); err != nil {
			return fmt.Errorf("datasets: profile %s: %w", p.Name, err)
		}
	}
	if err := agree(p.Dates); err != nil {
		return fmt.Errorf("datasets: profile %s: %w", p.Name, err)
	}
	if err := p.Promise.Check(); err != nil {
		return fmt.Errorf("datasets: profile %s: %w", p.Name, err)
	}
	if p.HeaderRow < 0 {
		return fmt.Errorf("datasets: profile %s: header_row: %d; rows count from 1", p.Name, p.HeaderRow)
	}
	if p.Decimal != "" && p.Decimal != "," && p.Decimal != "." {
		return fmt.Errorf("datasets: profile %s: decimal %q; want \",\" or \".\"", p.Name, p.Decimal)
	}
	for _, c := range p.Columns {
		if err := p.checkRule(c); err != nil {
			return err
		}
	}
	p.headers = nil // those of the profile that this one was made from
	p.headers = p.headerSet()
	return nil
}

func (p *Profile) checkRule(c ColumnRule) error {
	f := p.fields.Field(c.Field)
	if f == nil {
		return fmt.Errorf("datasets: profile %s: unknown field %q%s", p.Name, c.Field, meant(c.Field, p.fields.Names()))
	}
	if len(c.Headers) == 0 {
		return fmt.Errorf("datasets: profile %s: field %s names no header", p.Name, c.Field)
	}
	if c.Blank != "" && c.Blank != blankIncomplete {
		return fmt.Errorf("datasets: profile %s: field %s: blank: %q; want %q or nothing", p.Name, c.Field, c.Blank, blankIncomplete)
	}
	_, err := dictionaryOf(f, c.Values)
	if err == nil {
		err = p.checkMissing(c)
	}
	if err != nil {
		return fmt.Errorf("datasets: profile %s: field %s: %w", p.Name, c.Field, err)
	}
	return nil
}

// meant is "; did you mean …?" or nothing, where [Meant] would list more than anybody reads.
func meant(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// Override is what a project file states about one of its inputs, on top of the profile.
type Override struct {
	Encoding, Separator, Decimal, Sheet string
	Promise                             Promise // instead of the profile's; "none" takes it back
	HeaderRow                           int
	Missing                             map[string][]string // field, or "all" -> cells that mean no value, added
	Dates                               []DateLayout
	Columns                             map[string][]string          // field -> headers, instead of the profile's
	Values                              map[string]map[string]string // field -> value -> term, added
	Ignore                              []string
	Items                               []Field // more fields, as questionnaire items; each needs Columns or its own name as header
}

// With is a copy of the profile with what a project states. Every column named in Columns
// becomes required: a header that the project promises must be there.
func (p *Profile) With(o Override) (*Profile, error) {
	out := *p
	out.Encoding, out.Separator = stated(o.Encoding, p.Encoding), stated(o.Separator, p.Separator)
	out.Decimal, out.Sheet = stated(o.Decimal, p.Decimal), stated(o.Sheet, p.Sheet)
	if o.HeaderRow != 0 {
		out.HeaderRow = o.HeaderRow
	}
	out.Promise = Promise(stated(string(o.Promise), string(p.Promise)))
	if len(o.Dates) > 0 {
		out.Dates = o.Dates
	}
	out.Ignore, out.added = append(append([]string(nil), p.Ignore...), o.Ignore...), p.added+len(o.Ignore)
	fields, err := p.fields.With(o.Items...)
	if err != nil {
		return nil, err
	}
	out.fields = fields
	if out.Columns, err = p.overrideColumns(o, fields); err != nil {
		return nil, err
	}
	if err = out.stateMissing(o.Missing); err != nil {
		return nil, err
	}
	return &out, out.check()
}

func stated(now, before string) string {
	if now != "" {
		return now
	}
	return before
}

func (p *Profile) overrideColumns(o Override, fields *Schema) ([]ColumnRule, error) {
	var rules []ColumnRule
	for _, c := range p.Columns {
		if _, replaced := o.Columns[c.Field]; !replaced {
			c.Values = joinValues(c.Values, o.Values[c.Field])
			rules = append(rules, c)
		}
	}
	for _, f := range fields.Fields {
		if headers, named := o.Columns[f.Name]; named {
			values := joinValues(p.valuesOf(f.Name), o.Values[f.Name])
			rules = append(rules, ColumnRule{Field: f.Name, Headers: headers, Values: values, Required: true})
		}
	}
	for _, name := range sortedKeys(o.Columns) {
		if fields.Index(name) < 0 {
			return nil, fmt.Errorf("datasets: columns name an unknown field %q%s", name, meant(name, fields.Names()))
		}
	}
	return rules, nil
}

func (p *Profile) valuesOf(field string) map[string]string {
	for _, c := range p.Columns {
		if c.Field == field {
			return c.Values
		}
	}
	return nil
}

func joinValues(a, b map[string]string) map[string]string {
	if len(b) == 0 {
		return a
	}
	out := make(map[string]string, len(a)+len(b))
	maps.Copy(out, a)
	maps.Copy(out, b)
	return out
}

// ignores tells whether a folded header is blank, or known and deliberately not read.
func (p *Profile) ignores(folded string) bool {
	for _, i := range p.Ignore {
		if i == "*" || Fold(i) == folded {
			return true
		}
	}
	return folded == ""
}
