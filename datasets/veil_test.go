package datasets

import (
	"strings"
	"testing"
)

const headerProfile = `
name: test
schema: participants
columns:
  - {field: person, header: [person]}
  - {field: sex, header: [sex]}
  - {field: age, header: [age]}
  - {field: entry_date, header: [entry date]}
ignore: [Uwagi]
`

// A row of people may have been taken for the header row, or a value stand in it: no message
// shows it. The people are made up; 44051401359 is a published example number.
func TestHeadersThatMayBeValuesAreVeiled(t *testing.T) {
	p, err := ParseProfile([]byte(headerProfile))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ header, hidden, shown string }{
		{"person;sex;Anna Kowalska;44051401359", "Anna Kowalska", `"An… (13)" (C)`},
		{"person;sex;Anna Kowalska;44051401359", "44051401359", `"… (11)" (D)`},
		{"person;sex;age;44051401359", "44051401359", `"… (11)" (D)`},
		{"person;sex;age;tel. 601-601 601", "601", `"te… (16)" (D)`},
		{"person;sex;age;ur. 14.05.1944", "1944", `"ur… (14)" (D)`},
		{"person;sex;age;anna@example.org", "example", `"an… (16)" (D)`},
		{"person;sex;Kolor oczu;age", "oczu", `"K… (5) o… (4)" (C)`}, // any word may be a name
		{"person;sex;Kolor oczu;Uwagi", "Kolor", `"K… (5) o… (4)" (C)`},
		{"person;sex;Opiekun: Qwertylda X", "Qwertylda", `"Opiekun: Qw… (9) X" (C)`},
		{"person;sex;age;XYŻBRZĘCKA", "XYŻBRZĘCKA", `"XY… (10)" (D)`},
		{"person;sex;Data zajęć: zdzisłava", "zdzisłava", `"Data z… (5): zd… (9)" (C)`},
		{"person;sex;Status osoby po projekcie 2", "", `"Status osoby po pr… (9) 2" (C)`},
		{"person;sex;age;Rok 2021/2022", "", `"Rok 2021/2022" (D)`},
		{"person;sex;age;Entry dat", "", `"Entry dat" (D). Did you mean "entry date"?`},
		{"Ania;Ewa;sex;entri datt", "entri datt", `"en… (10)" (D). Did you mean "entry date"?`},
	} {
		b, err := p.Bind(strings.Split(c.header, ";"), Position{File: "a.csv", Row: 1})
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		for _, problem := range b.Problems {
			said.WriteString(problem.Error() + "\n" + problem.Message.PL + "\n")
		}
		for _, column := range b.Columns {
			said.WriteString(column.Header + "\n")
		}
		if !strings.Contains(said.String(), c.shown) || c.hidden != "" && strings.Contains(said.String(), c.hidden) {
			t.Errorf("%s: want %s and never %q in\n%s", c.header, c.shown, c.hidden, said.String())
		}
	}
}

// The error of a missing column names what is near to it by the same rule.
func TestMissingColumnsNameNobody(t *testing.T) {
	text := strings.Replace(headerProfile, "[sex]}", "[Imię matki], required: true}", 1)
	p, err := ParseProfile([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for header, want := range map[string]string{
		"person;Imie_matka;x;y": `the file has "Im… (10)" (column B)`,
		"person;Imie_matka;age": `the file has "Imie_matka" (column B)`,
		"person;Imie_matka":     `the file has "Imie_matka" (column B)`,
		"person;Imie@matka;age": `the file has "Im… (10)" (column B)`,
		"Ewa;Imie_matka":        `the file has "Im… (10)" (column B)`,
	} {
		_, err := p.Bind(strings.Split(header, ";"), Position{File: "a.csv", Row: 1})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", header, err, want)
		}
	}
}

func TestShownSheet(t *testing.T) {
	for name, want := range map[string]string{
		"Uczestnicy 2021-2022": "Uczestnicy 2021-2022", "Ankieta PRE": "Ankieta PRE", "Zdzisłava Xyżbrzęcka": "#3", "xyżbrzęcka": "#3", "XYŻBRZĘCKA 2": "#3", "2024-05-01": "2024-05-01", "Arkusz1": "Arkusz1",
		"zmyślona 00000000000": "#3", "kontakt@przyklad.pl": "#3", "600-000-000": "#3",
	} {
		if got := ShownSheet(name, 3); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
}

// Telling of an unknown column looks up the headers that the profile ignores; it must not make them
// headers of the profile, by which the header row of the next file is found.
func TestTellingOfAColumnChangesNoProfile(t *testing.T) {
	p, err := ParseProfile([]byte(statedProfile))
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.With(Override{Ignore: []string{"Uwagi", "Telefon"}}); err != nil {
		t.Fatal(err)
	}
	preamble := []string{"Uwagi", "Telefon"}
	before := p.CountMatches(preamble)
	if _, err := p.Bind([]string{"id", "sex", "nobody knows this"}, Position{File: "a.csv", Row: 1}); err != nil {
		t.Fatal(err)
	}
	if after := p.CountMatches(preamble); after != before {
		t.Errorf("a row of ignored headers matches %d headers after a file was bound, %d before", after, before)
	}
}
