package profiles

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

func draftOf(content string) (string, error) {
	s, err := files.OpenStream(strings.NewReader(content), "export.csv", datasets.Everything())
	if err != nil {
		return "", err
	}
	text, err := Draft(s)
	return string(text), errors.Join(err, s.Close())
}

func mustDraft(t *testing.T, content string) (string, *datasets.Profile) {
	t.Helper()
	text, err := draftOf(content)
	if err != nil {
		t.Fatal(err)
	}
	p, err := datasets.ParseProfile([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return text, p
}

// The draft of a known export reads every column into the field of its own profile.
func TestDraftOfAKnownExport(t *testing.T) {
	for name, header := range map[string][]string{"sl2014": sl2014Header, "sowa-efs": sowaHeader, "sm-efs": smEFSHeader, "pefs-2007": pefsHeader} {
		_, p := mustDraft(t, strings.Join(header, ";")+"\n"+strings.Repeat(";", len(header)-1)+"x\n")
		want := bind(t, name, header).Columns
		got, err := p.Bind(header, datasets.Position{File: "people", Row: 1})
		if err != nil {
			t.Fatal(name, err)
		}
		for i, c := range got.Columns {
			w := want[i].Fields
			if len(w) == 0 && len(c.Fields) == 0 {
				continue
			}
			if len(w) == 0 || len(c.Fields) == 0 || w[0] != c.Fields[0] {
				t.Errorf("%s: %q feeds %q, want %q", name, c.Header, c.Fields, w)
			}
		}
		for _, problem := range got.Problems {
			t.Errorf("%s: %v", name, problem)
		}
	}
}

const unknownExport = "Zestawienie uczestników;;;;;;;;\n" +
	"Imię i nazwisko;PESEL;Płeć;Wykształcene;Kto prowadził;Źródło informacji;Osoba z niepełnosprawnościami;Uwagi;Grupa\n" +
	"Zmyślona Osoba;00000000001;kobieta;wyższe;Anna Zmyślona;ulotka;Tak;wdowa;A1\n" +
	"Zmyślony Ktoś;00000000002;chłop;magisterskie;Anna Zmyślona;ulotka;Nie;wdowa;A1\n" +
	"Zmyślony Iks;00000000003;kobieta;Kowalska Anna;Jan Zmyślony;znajomi;Omowa podania informacji;x;B1\n"

func TestDraftOfAnUnknownExport(t *testing.T) {
	text, p := mustDraft(t, unknownExport)
	for _, want := range []string{
		"field: person # column B; as in", `- field: education # column D; nearest: "Wykształcenie" of`, "not shown: they may be of one person", `"Omowa podania informacji": "refused"`,
		`- "Źródło informacji" # column F; not known`, `#   values: "ulotka"`, "and 2 that are not shown", "header in row 2",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	header := strings.Split(strings.Split(unknownExport, "\n")[1], ";")
	if b, err := p.Bind(header, datasets.Position{}); err != nil || len(b.Problems) > 0 {
		t.Errorf("the draft does not read its own file: %v", err)
	}
}

// No name, number or remark of a person is in a draft, wherever it stood in the file.
func TestDraftTellsNobody(t *testing.T) {
	text, _ := mustDraft(t, unknownExport)
	for _, secret := range []string{"Zmyśl", "Kowalska", "Anna", "0000", "wdowa", "A1", "B1", "znajomi"} {
		if strings.Contains(text, secret) {
			t.Errorf("%q is in the draft\n%s", secret, text)
		}
	}
	var many strings.Builder
	many.WriteString("id;sex;sekcja\n")
	for i := range 41 {
		fmt.Fprintf(&many, "%d;woman;słowo%c%c\n%d;man;słowo%c%c\n", i, 'a'+i/26, 'a'+i%26, i+100, 'a'+i/26, 'a'+i%26)
	}
	if text, _ := mustDraft(t, many.String()); strings.Contains(text, "słowo") {
		t.Errorf("a column of 41 values is in the draft\n%s", text)
	}
}

// A file without a header row is people from the first line: nothing of it is printed.
func TestDraftWithoutHeader(t *testing.T) {
	for _, content := range []string{
		"Zmyślona;Osoba;00000000001;kobieta\nZmyślony;Ktoś;00000000002;mężczyzna\n",
		"Zmyślona;Osoba;2020-02-01;kobieta\nZmyślony;Ktoś;2020-02-01;mężczyzna\n",
	} {
		text, err := draftOf(content)
		var u *datasets.Unreadable
		if !errors.As(err, &u) || text != "" || strings.Contains(err.Error(), "Zmy") || !strings.Contains(err.Error(), "no header row") {
			t.Errorf("%q, %v", text, err)
		}
	}
	if _, err := draftOf("1;2\n3;4\n"); err == nil || !strings.Contains(err.Error(), "no header row") {
		t.Errorf("numbers only: %v", err)
	}
}

// Law: whatever the headers and cells, the draft is a profile that loads, and twice the same.
func TestDraftAlwaysLoads(t *testing.T) {
	known := append(append([]string{}, sl2014Header...), "Sygnatura czasowa", "submitdate", "kod", "W tym", "a\"b", "k: v", "- x", "#", "&a", "Płeć ", "\t")
	rapid.Check(t, func(t *rapid.T) {
		header := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(known), rapid.StringMatching(`[a-zA-Ząę:#'\[\]{}&*!|>%@ -]{1,20}`)), 2, 9).Draw(t, "header")
		rows := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom([]string{"", "tak", "nie", "kobieta", "x: y", "# z", "a|b", "\\", "{"}), len(header), len(header)), 1, 4).Draw(t, "rows")
		var content strings.Builder
		for i, cells := range append([][]string{header}, rows...) {
			for k, c := range cells {
				if k > 0 {
					content.WriteByte(';')
				}
				content.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
			}
			if content.WriteByte('\n'); i > 4 {
				break
			}
		}
		one, err := draftOf(content.String())
		var u *datasets.Unreadable
		if errors.As(err, &u) {
			return
		}
		two, again := draftOf(content.String())
		if err != nil || again != nil || one != two {
			t.Fatal(err, again, one, two)
		}
	})
}
