package datasets

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const testProfile = `
name: test
schema: participants
rows: person
dates: [dd.MM.yyyy]
split: "|"
columns:
  - {field: person, header: [PESEL]}
  - {field: person, header: [Techniczny identyfikator]}
  - {field: sex, header: [Płeć], values: {kobieta: woman, mężczyzna: man, brak: missing}, required: true}
  - {field: age, header: [Wiek]}
  - {field: labour_status_detail, header: [w tym], after: [Status], values: {inne: other}}
  - {field: support_nature, header: [w tym], after: [Rodzaj wsparcia], values: {inne: other, pomoc psychologiczna: psychological}}
  - {field: entry_date, header: [Od]}
  - {field: support_date, header: [Wsparcie od]}
  - {field: disability, header: [Niepełnosprawność]}
ignore: [Status, Rodzaj wsparcia, Nazwisko]
`

func testBinding(tb testing.TB, header ...string) *Binding {
	tb.Helper()
	p, err := ParseProfile([]byte(testProfile))
	if err != nil {
		tb.Fatal(err)
	}
	b, err := p.Bind(header, Position{File: "people.csv", Row: 1})
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func appendRow(b *Binding, batch *Batch, line int, cells ...string) {
	raw := make([][]byte, len(cells))
	for i, c := range cells {
		raw[i] = []byte(c)
	}
	b.Append(batch, line, raw)
}

// Traps 13 and 19: the first identifier present counts, without its apostrophe.
func TestFirstIdentifierPresent(t *testing.T) {
	b := testBinding(t, "Techniczny identyfikator", "PESEL", "Płeć")
	batch := b.NewBatch()
	for i, id := range [][2]string{{"T-1", "99723100087"}, {"T-2", ""}, {"T-3", "'00410100094"}, {"T-4", "’00410100094"}, {"", ""}, {"T-6", "'"}} {
		appendRow(b, batch, i+2, id[0], id[1], "kobieta")
	}
	var got []string
	person := batch.ColumnOf("person")
	for row := range batch.Rows() {
		got = append(got, string(person.Text(row)))
	}
	if diff := cmp.Diff([]string{"99723100087", "T-2", "00410100094", "00410100094", "", "T-6"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Trap 16: a repeated header goes to the field whose left neighbour it has, in any order.
func TestDuplicateHeadersByNeighbour(t *testing.T) {
	for _, header := range [][]string{
		{"Płeć", "Status", "w tym", "Rodzaj wsparcia", "w tym "}, {"Rodzaj wsparcia", "W TYM", "Płeć", "Status", "w tym"}, {"Status", "Od", "w tym", "Płeć"}} {
		b := testBinding(t, header...)
		for i, h := range header {
			want := ""
			switch {
			case Fold(h) != "w tym":
				continue
			case Fold(header[i-1]) == "rodzaj wsparcia":
				want = "support_nature"
			default:
				want = "labour_status_detail"
			}
			if got := strings.Join(b.Columns[i].Fields, " "); got != want {
				t.Errorf("%q: column %d feeds %q, want %s", header, i+1, got, want)
			}
		}
		if len(b.Problems) > 0 {
			t.Errorf("%q: %v", header, b.Problems)
		}
	}
	if b := testBinding(t, "Płeć", "x", "w tym"); len(b.Problems) != 2 {
		t.Errorf("a 'w tym' of nobody and an unknown column: %v", b.Problems)
	}
}

// Trap 17: blank items between the marks, dates too; the field's way to merge chooses.
func TestSeveralValuesInOneCell(t *testing.T) {
	b := testBinding(t, "Płeć", "Rodzaj wsparcia", "w tym", "Wsparcie od")
	batch := b.NewBatch()
	appendRow(b, batch, 2, "kobieta", "", "|inne||pomoc psychologiczna|", "|2021-05-01||01.02.2021")
	appendRow(b, batch, 3, "kobieta", "", "||", "||")
	appendRow(b, batch, 4, "kobieta", "", "inne|?", "2021-05-01|?")
	nature, start := batch.ColumnOf("support_nature"), batch.ColumnOf("support_date")
	v := batch.Schema.Field("support_nature").Vocabulary
	if nature.Masks[0] != v.Bit("other")|v.Bit("psychological") || FormatDay(start.Days[0]) != "2021-02-01" {
		t.Errorf("first row: %b, %s", nature.Masks[0], FormatDay(start.Days[0]))
	}
	if !nature.Missing(1) || !start.Missing(1) {
		t.Error("blank items are not missing")
	}
	var places []string
	for _, p := range batch.Problems {
		places = append(places, p.Position.String()+" "+p.Field)
	}
	if diff := cmp.Diff([]string{"people.csv:4:3 support_nature", "people.csv:4:4 support_date"}, places); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// An age that nobody has is told, missing and never printed: it may be a shifted person number.
// 44051401359 is a published example.
func TestAgesOutOfRange(t *testing.T) {
	b := testBinding(t, "Płeć", "Wiek")
	batch := b.NewBatch()
	ages := []string{"0", "120", "-3", "121", "44051401359", "34"}
	for i, age := range ages {
		appendRow(b, batch, i+2, "kobieta", age)
	}
	b.AppendTyped(batch, 8, []Cell{{Text: []byte("kobieta")}, {Text: []byte("44051401359"), Plain: true}})
	var got []string
	column := batch.ColumnOf("age")
	for row := range batch.Rows() {
		got = append(got, fmt.Sprint(column.Counts[row], column.Missing(row)))
	}
	if diff := cmp.Diff([]string{"0 false", "120 false", "0 true", "0 true", "0 true", "34 false", "0 true"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var told []string
	for _, p := range batch.Problems {
		told = append(told, p.Position.String()+" "+p.Rule+" "+string(p.Severity))
		if text := p.Error() + p.Message.PL; strings.Contains(text, "44051401359") || !strings.Contains(text, "from 0 to 120") || !strings.Contains(text, "od 0 do 120") {
			t.Errorf("the message is %s", text)
		}
	}
	want := []string{"people.csv:4:2 value.out-of-range error", "people.csv:5:2 value.out-of-range error", "people.csv:6:2 value.out-of-range error", "people.csv:8:2 value.out-of-range error"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
}

// A value shifted into another column may be a name: no Problem prints it.
func TestProblemsNameNobody(t *testing.T) {
	b := testBinding(t, "Płeć", "Wiek", "Od", "Niepełnosprawność", "Rodzaj wsparcia", "w tym")
	for _, secret := range []string{"Kobielska", "Inna", "Jan", "Ewa", "Ta", "99723100087", "601601601", "Nowak-Kowalska Anna"} {
		batch := b.NewBatch()
		appendRow(b, batch, 2, secret, secret, secret, secret, "", secret, secret)
		if len(batch.Problems) < 4 {
			t.Errorf("%q in every column gave only %v", secret, batch.Problems)
		}
		for _, p := range batch.Problems {
			for _, text := range []string{p.Message.PL, p.Message.EN, p.Error()} {
				if strings.Contains(text, secret) {
					t.Errorf("%s prints %q: %s", p.Rule, secret, text)
				}
			}
		}
	}
}

func TestProfileFaultsAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"schema: people":                                                                             `no schema "people"`,
		"schema: participants\ncolums: []":                                                           "unknown field",
		"schema: participants\ndecimal: ';'":                                                         `decimal ";"`,
		"schema: participants\ndates: [dd.M]":                                                        `date layout "dd.M"`,
		"schema: participants\ncolumns: [{field: sexx, header: [a]}]":                                `unknown field "sexx"; did you mean "sex"?`,
		"schema: participants\ncolumns: [{field: sex}]":                                              "names no header",
		"schema: participants\ncolumns: [{field: sex, header: [a], values: {k: wman}}]":              `did you mean "woman"?`,
		"schema: participants\ncolumns: [{field: age, header: [a], values: {k: x}}]":                 "values given for a field of kind count",
		"schema: participants\ncolumns: [{field: sex, header: [a], values: {K: woman, k.: man}}]":    "means two terms",
		"schema: participants\ncolumns: [{field: sex, header: [a], values: {K: woman, k.: woman}}]#": "",
	} {
		_, err := ParseProfile([]byte(text))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s\ngives %v; want %q", text, err, want)
		}
	}
}
