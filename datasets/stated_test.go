package datasets

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const statedProfile = `name: made-up
schema: participants
missing: ["-", b/d]
columns:
  - {field: person, header: [id]}
  - {field: sex, header: [sex], required: true, missing: [n/d]}
  - {field: age, header: [age], missing: ["99"]}
  - {field: entry_date, header: [from], missing: ["1900-01-01"]}
  - {field: municipality, header: [gmina]}
  - {field: labour_status_detail, header: [w tym], after: [status]}
`

// Declared codes are missing in every kind of column, and not in a column that they are not
// declared for.
func TestDeclaredMissing(t *testing.T) {
	p, err := ParseProfile([]byte(statedProfile))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind([]string{"id", "sex", "age", "from", "gmina"}, Position{File: "a.csv", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	batch := b.NewBatch()
	for i, cells := range []string{"'B/D,N/D,99,1900-01-01,-", "99,b/d,-,b/d, B/D ", "n/d,woman,30,2021-01-01,n/d"} {
		appendRow(b, batch, i+2, strings.Split(cells, ",")...)
	}
	got := []string{batch.print(0), batch.print(1), batch.print(2)}
	want := []string{"", " person=99", " person=n/d sex=woman age=30 municipality=n/d entry_date=2021-01-01"}
	if diff := cmp.Diff(want, got); diff != "" || len(batch.Problems) > 0 {
		t.Errorf("(-want +got)\n%s%v", diff, batch.Problems)
	}
}

// A word that a field has stands for what it stands for, whatever is missing elsewhere.
func TestWordsAreNotMissing(t *testing.T) {
	p, err := ParseProfile([]byte("name: x\nschema: participants\nmissing: [nie dotyczy, '-']\ncolumns:\n" +
		"  - {field: exit_situation, header: [s], values: {nie dotyczy: not_applicable, inne: other}}\n  - {field: age, header: [age]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind([]string{"s", "age"}, Position{})
	if err != nil {
		t.Fatal(err)
	}
	batch := b.NewBatch()
	appendRow(b, batch, 2, "nie dotyczy", "nie dotyczy")
	appendRow(b, batch, 3, "-", "-")
	term := p.Fields().Field("exit_situation").Vocabulary.Bit("not_applicable")
	if c := batch.ColumnOf("exit_situation"); c.Missing(0) || c.Masks[0] != term || !batch.ColumnOf("age").Missing(0) || len(batch.Problems) > 0 {
		t.Errorf("%s, %v", batch.print(0), batch.Problems)
	}
}

// A project adds codes to those of the profile, for fields that some column feeds.
func TestStatedMissing(t *testing.T) {
	p, err := ParseProfile([]byte(statedProfile))
	if err != nil {
		t.Fatal(err)
	}
	q, err := p.With(Override{Missing: map[string][]string{"all": {"x"}, "age": {"98"}}})
	if err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]map[string]bool{"age": {"-": true, "b/d": true, "x": true, "99": true, "98": true}, "person": {"-": true, "b/d": true, "x": true}} {
		if diff := cmp.Diff(want, q.missingOf(field, nil)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", field, diff)
		}
	}
	if len(p.missingOf("age", nil)) != 3 {
		t.Errorf("the profile itself was changed: %v", p.missingOf("age", nil))
	}
	for _, c := range []struct{ field, code, want string }{
		{"wiek", "99", `a field "wiek" that no column feeds`}, {"age", " ", "blank cells are missing anyway"}, {"sexx", "x", `did you mean "sex"?`},
	} {
		if _, err := p.With(Override{Missing: map[string][]string{c.field: {c.code}}}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v does not say %s", c.field, err, c.want)
		}
	}
	_, err = p.With(Override{Missing: map[string][]string{"sex": {"K"}}, Values: map[string]map[string]string{"sex": {"k": "woman"}}})
	if err == nil || !strings.Contains(err.Error(), `"K" is declared missing and stands for "woman"`) {
		t.Errorf("a code that means something: %v", err)
	}
}

// A header that stands there more than once is told as such, with the column that was read and the
// words that name the others; these words work.
func TestRepeatedHeaderIsTold(t *testing.T) {
	p, err := ParseProfile([]byte(statedProfile))
	if err != nil {
		t.Fatal(err)
	}
	header := []string{"id", "sex", "status", "w tym", "zakres", "W tym ", "w tym", "age", "age"}
	bind := func(p *Profile) *Binding {
		b, err := p.Bind(header, Position{File: "a.csv", Row: 3})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	if p, err = p.With(Override{Ignore: []string{"status", "zakres"}}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, problem := range bind(p).Problems {
		got = append(got, problem.Position.String()+" "+problem.Rule+" "+problem.Message.EN)
	}
	const then = "; or add the header to ignore:, and those that are not read are left out"
	want := []string{
		`a.csv:3:6 column.repeated header "W tym" stands there 3 times (columns D, F, G); read was D -> labour_status_detail. Name this column in the project file so: columns: {FIELD: ["W tym#2"]}` + then,
		`a.csv:3:7 column.repeated header "w tym" stands there 3 times (columns D, F, G); read was D -> labour_status_detail. Name this column in the project file so: columns: {FIELD: ["w tym#3"]}` + then,
		`a.csv:3:9 column.repeated header "age" stands there 2 times (columns H, I); read was H -> age. Name this column in the project file so: columns: {FIELD: ["age#2"]}` + then,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	q, err := p.With(Override{Columns: map[string][]string{"support_nature": {"w tym#2"}, "age": {"age#2"}}, Ignore: []string{"w tym", "age"}})
	if err != nil {
		t.Fatal(err)
	}
	b := bind(q)
	if len(b.Problems) > 0 || b.Columns[5].Fields[0] != "support_nature" || b.Columns[8].Fields[0] != "age" || b.Columns[7].Fields != nil || b.Columns[3].Fields[0] != "labour_status_detail" {
		t.Errorf("columns %+v, problems %v", b.Columns, b.Problems)
	}
	for header, want := range map[string]string{"w tym#4": "the file has", "age#0": "the file has"} {
		q, err := p.With(Override{Columns: map[string][]string{"support_nature": {header}}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := q.Bind([]string{"id", "sex", "w tym", "age"}, Position{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", header, err)
		}
	}
}

// A required column whose header is there, but not behind the neighbour it should follow, is missing.
func TestHeaderBehindAnother(t *testing.T) {
	p, err := ParseProfile([]byte("name: x\nschema: participants\ncolumns:\n  - {field: sex, header: [w tym], after: [osoba, person], required: true}\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Bind([]string{"id", "w tym"}, Position{File: "a.csv", Row: 1})
	if err == nil || !strings.Contains(err.Error(), `the file has it in column B, not behind "osoba" or "person"`) {
		t.Error(err)
	}
}
