package polish

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// Every format filled with values is said in its Polish words with the same values: no other format takes it.
func TestEveryFormatFindsItsWords(t *testing.T) {
	c, err := house()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range c.entries {
		english, values := e.filled()
		want := e.say(values, func(s string) string { return s })
		if got := c.Text(english); got != want {
			t.Errorf("%q\n got %q\nwant %q", english, got, want)
		}
	}
}

// filled is the English format with made-up values.
func (e *entry) filled() (english string, values []string) {
	var out strings.Builder
	for i, literal := range e.literals {
		out.WriteString(literal)
		if i == len(e.verbs) {
			break
		}
		value := fmt.Sprintf("X%dx", i)
		switch {
		case e.added(i):
			value = "; " + value
		case e.verbs[i] == 'd':
			value = fmt.Sprint(40 + i)
		case e.verbs[i] == 'q':
			value = fmt.Sprintf("%q", value)
		}
		values = append(values, value)
		out.WriteString(value)
	}
	return out.String(), values
}

func TestErrorSaysPlaceCauseAndNextStep(t *testing.T) {
	noSheet := &datasets.Unreadable{At: datasets.Position{File: "a.xlsx"}, Cause: errors.New(`no sheet "Dane"`), Next: `the workbook has "Arkusz1"; did you mean "Dane1"?`}
	for _, c := range []struct {
		err  error
		want string
	}{
		{noSheet, `a.xlsx: nie ma arkusza "Dane"; skoroszyt ma arkusze "Arkusz1"; czy chodziło o "Dane1"?`},
		{fmt.Errorf("--by: %w", noSheet), `--by: a.xlsx: nie ma arkusza "Dane"; skoroszyt ma arkusze "Arkusz1"; czy chodziło o "Dane1"?`},
		{errors.Join(noSheet, fs.ErrNotExist), "a.xlsx: nie ma arkusza \"Dane\"; skoroszyt ma arkusze \"Arkusz1\"; czy chodziło o \"Dane1\"?\nnie ma takiego pliku"},
		{fmt.Errorf("datasets: profile %s: unknown field %q%s", "p", "sexx", `; did you mean "sex"?`), `profil p: nieznane pole "sexx"; czy chodziło o "sex"?`},
		{errors.New("cost.ledger: \"x\" is not a number; write an amount such as \"939 717,45 zł\""), `cost.ledger: "x" nie jest liczbą; wpisz kwotę, np. "939 717,45 zł"`},
		{errors.New(`a.csv:1: no column for item3 (header "P33"), item4 (header "P44"); the file has "P4" (column F), item5 (header "P5"); choose another profile than p, or name the header under columns: in the project file`),
			`a.csv:1: brak kolumny dla pola item3 (nagłówek "P33"), item4 (nagłówek "P44"); w pliku jest "P4" (kolumna F), item5 (nagłówek "P5"); wybierz inny profil niż p albo wpisz nagłówek w columns: w pliku projektu`},
		{errors.New("project.yaml:50:16: indicators: X: field support_nature is a set; test it with has: [...] or has_all: [...]"),
			"project.yaml:50:16: indicators: X: pole support_nature ma rodzaj set; sprawdza się je przez has: [...] albo has_all: [...]"},
		{fmt.Errorf("--fact: %w", errors.New("indicators: CO01 of esf is counted from the export and cannot be stated as a fact; leave it out")),
			"--fact: CO01 z zestawu esf liczy się z eksportu i nie można go podać jako faktu; pomiń go"},
		{errors.New("nobody knows this"), "nobody knows this"},
		{errors.New("nie ma takiego pliku; sprawdź nazwę"), "nie ma takiego pliku; sprawdź nazwę"},
	} {
		if got := Error(c.err); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.err, got, c.want)
		}
	}
}

func TestVerbsMustAgree(t *testing.T) {
	for _, file := range []string{
		`'%d rows': 'wiersze'`, `'%d rows': 'wiersze: %s'`, `'%q and %d': '%[2]q i %[1]d'`, `'%d rows': 'wiersze: %[2]d'`, "'a': 'b'\n'a': 'c'\n", "- a",
	} {
		if _, err := With([]byte(file)); err == nil {
			t.Errorf("%s: taken", file)
		}
	}
	c, err := With([]byte(`'%d %s of %q': '%[3]q: %[1]d'`))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Text(`3 rows of "a"`); got != `"a": 3` {
		t.Error(got)
	}
}

func TestPlainLeavesPackagesOut(t *testing.T) {
	inner := errors.New("report: results.json: it is damaged")
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("audit: reading: %w", inner), "reading: results.json: it is damaged"},
		{errors.Join(inner, fmt.Errorf("out/a: %w", inner)), "results.json: it is damaged\nout/a: results.json: it is damaged"},
		{fmt.Errorf("%w; %w", inner, inner), "results.json: it is damaged; results.json: it is damaged"},
		{fmt.Errorf("project.yaml:3:1: cost: gives neither total: nor ledger: (%w)", inner), "project.yaml:3:1: cost: gives neither total: nor ledger: (results.json: it is damaged)"},
		{&datasets.Unreadable{At: datasets.Position{File: "a.csv"}, Cause: errors.New("datasets: nothing")}, "a.csv: nothing"},
	} {
		if got := Plain(c.err); got != c.want {
			t.Errorf("%q: got %q, want %q", c.err, got, c.want)
		}
	}
}
