package datasets

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const ledgerHeader = "key;field;old value;new value;reason;who;date\n"

func ledger(t testing.TB, text string) (*Corrections, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "corrections.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return ReadCorrections(path)
}

const correctedProfile = `
name: t
schema: participants
dates: [dd.MM.yyyy]
columns:
  - {field: person, header: [id]}
  - {field: sex, header: [płeć], values: {kobieta: woman, mężczyzna: man}}
  - {field: age, header: [wiek]}
  - {field: entry_date, header: [od]}
  - {field: disability, header: [ON]}
  - {field: supports, header: [wsparcie]}
  - {field: municipality, header: [gmina]}
`

var correctedRows = [][]string{ // made up; SYN-2 has two rows
	{"SYN-1", "kobieta", "34", "01.02.2020", "Omowa", "kurs", "Bytom"},
	{"SYN-2", "mężczyzna", "50", "02.02.2020", "nie", "kurs|doradztwo", ""},
	{"SYN-2", "mężczyzna", "50", "02.02.2020", "nie", "szkolenie", "Ruda"},
	{"SYN-3", "kobita", "x", "2/3/2020", "tak", "kurs|kursy", "Żory"},
}

// batchesOf types the rows in batches of two, one Batch used again and again as readers do.
func batchesOf(t testing.TB, rows [][]string) (*Profile, iter.Seq2[*Batch, error]) {
	t.Helper()
	p, err := ParseProfile([]byte(correctedProfile))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind([]string{"id", "płeć", "wiek", "od", "ON", "wsparcie", "gmina"}, Position{File: "people.csv", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	return p, func(yield func(*Batch, error) bool) {
		batch := b.NewBatch()
		for i, cells := range rows {
			var raw [][]byte
			for _, c := range cells {
				raw = append(raw, []byte(c))
			}
			b.Append(batch, i+2, raw)
			if batch.Rows() == 2 || i == len(rows)-1 {
				if !yield(batch, nil) {
					return
				}
				batch.Reset()
			}
		}
	}
}

// corrected applies a ledger and prints every row, and the places of the problems that stay.
func corrected(t testing.TB, text string, rows [][]string) (out []string, problems []string, done Corrected, err error) {
	t.Helper()
	c, err := ledger(t, text)
	if err != nil {
		t.Fatal(err)
	}
	p, batches := batchesOf(t, rows)
	for b, err := range c.Apply(p, batches, &done) {
		if err != nil {
			return out, problems, done, err
		}
		for row := range b.Rows() {
			out = append(out, printed(b, row))
		}
		for _, p := range b.Problems {
			problems = append(problems, p.Position.String())
		}
	}
	return out, problems, done, nil
}

func printed(b *Batch, row int) string {
	var cells []string
	for i, f := range b.Schema.Fields {
		c := &b.columns[i]
		switch {
		case !c.Present:
			continue
		case c.Missing(row):
			cells = append(cells, "-")
		case f.Kind == Category, f.Kind == Flag:
			cells = append(cells, f.Vocabulary.Term(c.Codes[row]).Code)
		case f.Kind == Date:
			cells = append(cells, FormatDay(c.Days[row]))
		case f.Kind == Set:
			var codes []string
			for k, term := range f.Vocabulary.Terms {
				if c.Masks[row]>>k&1 == 1 {
					codes = append(codes, term.Code)
				}
			}
			cells = append(cells, strings.Join(codes, "+"))
		case f.Kind == Count:
			cells = append(cells, string(rune('0'+c.Counts[row]/10))+string(rune('0'+c.Counts[row]%10)))
		default:
			cells = append(cells, string(c.Text(row)))
		}
	}
	return strings.Join(cells, " ")
}

func TestCorrections(t *testing.T) {
	out, problems, done, err := corrected(t, ledgerHeader+
		"SYN-1;disability;Omowa;odmowa;literówka w eksporcie;EK;2024-01-05\n"+
		"SYN-1;municipality;Bytom;Dąbrowa Górnicza;adres z deklaracji;EK;05.01.2024\n"+
		"SYN-2 row 3;supports;doradztwo|kurs;szkolenie;karta usług;EK;2024-01-05\n"+
		"'SYN-2, row 3;municipality;;Chorzów;brakowało;EK;2024-01-05\n"+
		"SYN-2 Wiersz 4;municipality;Ruda;;pomyłka;EK;2024-01-05\n"+
		"'SYN-3;sex;kobita;kobieta;literówka;EK;2024-01-05\n"+
		"SYN-3;age;x;41;z deklaracji;EK;2024-01-05\n"+
		"SYN-3;entry_date;2/3/2020;2020-03-02;z listy obecności;EK;2024-01-05\n"+
		"SYN-3;supports;kurs|kursy;kurs;literówka;EK;2024-01-05\n"+
		"SYN-3;person;SYN-3;SYN-33;błędny numer;EK;2024-01-05\n", correctedRows)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"SYN-1 woman 34 Dąbrowa Górnicza 2020-02-01 refused course",
		"SYN-2 man 50 Chorzów 2020-02-02 no training",
		"SYN-2 man 50 - 2020-02-02 no training",
		"SYN-33 woman 41 Żory 2020-03-02 yes course",
	}
	if diff := cmp.Diff(want, out); diff != "" || len(problems) > 0 {
		t.Errorf("(-want +got)\n%s%v", diff, problems)
	}
	wantDone := Corrected{Cells: 10, Records: 4, Fields: map[string]int{"disability": 1, "municipality": 3, "supports": 2, "sex": 1, "age": 1, "entry_date": 1, "person": 1}}
	done.Entries = nil
	if diff := cmp.Diff(wantDone, done); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Each correction that does not fit is told with its line and a next step, and no error shows a
// key or a value.
func TestCorrectionsThatDoNotFit(t *testing.T) {
	rows := append([][]string{}, correctedRows...)
	for line, want := range map[string]string{
		"SYN-9;age;34;35;r;w;2024-01-05":         "corrections.csv:2: the key matches no record; write the identifier as the export has it",
		"row 99;age;34;35;r;w;2024-01-05":        "corrections.csv:2: the key matches no record",
		"SYN-2;age;50;51;r;w;2024-01-05":         "corrections.csv:2: the key matches 2 records (people.csv:3, people.csv:4); write the number of the row",
		"SYN-2 row 2;age;34;35;r;w;2024-01-05":   "corrections.csv:2: the key matches no record",
		"row 2;age;34;35;r;w;2024-01-05":         "people.csv:2: the row has an identifier, and the key does not name it; write its identifier before the row",
		"SYN-1;age;33;35;r;w;2024-01-05":         "people.csv:2: age: the cell does not hold the old value",
		"SYN-1;age;;35;r;w;2024-01-05":           "the cell does not hold the old value",
		"SYN-1;age;33;34;r;w;2024-01-05":         "the cell holds the new value already; take the line out",
		"SYN-1;age;34;34;r;w;2024-01-05":         "the old and the new value are the same",
		"SYN-1;age;34;stara;r;w;2024-01-05":      "age: the new value cannot be read as this field",
		"SYN-1;sex;kobieta;kobyta;r;w;2024-1-5":  "sex: the new value cannot be read as this field",
		"SYN-3;sex;kobieta;mężczyzna;r;w;5.1.24": "the date is not one of the calendar",
		"SYN-3;sex;kobieta;kobieta;r;w;2024-1-5": "sex: the cell does not hold the old value",
		"SYN-3;sex;kobiety;kobieta;r;w;2024-1-5": "sex: the cell does not hold the old value",
		"SYN-1;agee;34;35;r;w;2024-01-05":        `did you mean "age"?`,
		"SYN-1;homeless;;tak;r;w;2024-01-05":     "the export has no column for homeless",
		"SYN-1;age;34;35;;w;2024-01-05":          "corrections.csv:2: no value under \"reason\"; say it",
		"SYN-1;age;34;35;r;;2024-01-05":          "corrections.csv:2: no value under \"who\"",
		";age;34;35;r;w;2024-01-05":              "corrections.csv:2: no value under \"key\"",
		"SYN-1;Nazwisko;34;35;r;w;2024-01-05":    "Na… (8): there is no field",
		"SYN-1;age;34;35;po SYN-1;w;2024-01-05":  "reason holds what may tell a person",
		"SYN-1;age;34;35;r;a@b.example;2024-1-5": "who holds what may tell a person",
		"SYN-1;age;34;35;tel. 600 100;w;1.1.24":  "the date is not one of the calendar",
		"SYN-1;age;34;35;nr 600 100;w;1.1.2024":  "reason holds what may tell a person",
	} {
		c, err := ledger(t, ledgerHeader+line+"\n")
		if err == nil {
			p, batches := batchesOf(t, rows)
			_, err = Collect(c.Apply(p, batches, new(Corrected)))
		}
		var u *Unreadable
		if !errors.As(err, &u) || u.Next == "" || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q", line, err, want)
			continue
		}
		for _, secret := range []string{"SYN-", "stara", "kobyta", "kobiet", "Nazw", "example", "600"} {
			if strings.Contains(err.Error(), secret) {
				t.Errorf("%s: the error shows %q: %v", line, secret, err)
			}
		}
	}
}

// Law: a correction and its reverse leave the batches as they were, also in columns of text.
func TestCorrectionAndBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		row := rapid.IntRange(0, 3).Draw(rt, "row")
		to := rapid.StringMatching(`[a-zżół]{1,12}`).Draw(rt, "to")
		from := correctedRows[row][6]
		if from == to {
			return
		}
		p, batches := batchesOf(t, correctedRows)
		before, err := Collect(batches)
		if err != nil {
			rt.Fatal(err)
		}
		one := &Corrections{entries: []correction{{key: correctedRows[row][0], row: row + 2, field: "municipality", old: from, new: to}}}
		two := &Corrections{entries: []correction{{key: correctedRows[row][0], row: row + 2, field: "municipality", old: to, new: from}}}
		var done Corrected
		after, err := Collect(two.Apply(p, one.Apply(p, batches, &done), new(Corrected)))
		if err != nil || done.Cells != 1 {
			rt.Fatal(err, done)
		}
		for i := range before {
			for r := range before[i].Rows() {
				if a, b := printed(before[i], r), printed(after[i], r); a != b {
					rt.Fatalf("%s became %s", a, b)
				}
			}
		}
	})
}
