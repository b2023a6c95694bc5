package profiles

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// Every person and answer here is made up.

func stated(t *testing.T, name string, o datasets.Override) *datasets.Profile {
	t.Helper()
	p, err := load(t, name).With(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// readFile writes a file and reads it: by row what each field became, and the rules of the problems
// with their places.
func readFile(t *testing.T, name string, content []byte, p *datasets.Profile) (rows []map[string]string, problems []string, found datasets.Conclusions) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := files.Open(path, p)
	if err != nil {
		t.Fatal(err)
	}
	for b, err := range s.Batches() {
		if err != nil {
			t.Fatal(err)
		}
		for row := range b.Rows() {
			rows = append(rows, rowOf(b, row))
		}
		for _, p := range b.Problems {
			problems = append(problems, p.Position.String()+" "+p.Rule)
		}
	}
	found = s.Conclusions()
	for _, p := range found.Problems {
		problems = append(problems, p.Position.String()+" "+p.Rule)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return rows, problems, found
}

// rowOf is one row of a batch by field, as its words.
func rowOf(b *datasets.Batch, row int) map[string]string {
	out := map[string]string{}
	for i, f := range b.Schema.Fields {
		c := b.Column(i)
		if !c.Present || c.Missing(row) {
			continue
		}
		one := *c
		switch f.Kind {
		case datasets.Category, datasets.Flag:
			one.Codes = c.Codes[row:]
		case datasets.Date:
			one.Days = c.Days[row:]
		case datasets.Count, datasets.Money:
			one.Counts = c.Counts[row:]
		case datasets.Set:
			one.Masks = c.Masks[row:]
		default:
			out[f.Name] = string(c.Text(row))
			continue
		}
		out[f.Name] = text(&f, &one)
	}
	return out
}

// A SOWA EFS file: byte order mark, CRLF, 43 columns, doubled quotes, an en dash where the
// dictionary has one and a hyphen where somebody typed it.
func TestSOWAFile(t *testing.T) {
	if len(sowaHeader) != 43 || sowaHeader[30] != "w tym " {
		t.Fatalf("%d columns, the 31st is %q", len(sowaHeader), sowaHeader[30])
	}
	person := func(id, sex, education, citizen, disabled string) []string {
		cells := make([]string, 43)
		for at, v := range map[int]string{1: "FESL.07.01-000", 2: citizen, 3: "indywidualny", 5: "Zmyślona", 6: `"Osoba ""X"""`, 8: "Tak", 9: id, 10: sex, 11: "41", 12: education,
			16: "Wodzisław Śląski", 19: "2", 22: "2024-02-01", 23: "2024-11-30", 24: "Osoba bierna zawodowo", 25: "Osoba nieuczestnicząca w kształceniu lub szkoleniu",
			27: "osoba poszukująca pracy", 28: "Tak", 30: "usługa aktywnej integracji||doradztwo/konsultacje", 31: "usługa o charakterze zawodowym||doradztwo zawodowe",
			32: "2024-02-02||2024-03-01", 34: "Nie", 36: "Nie podaję", 37: "Nie", 38: disabled, 40: "urzędnik"} {
			cells[at-1] = v
		}
		return cells
	}
	content := "\uFEFF" + strings.Join(sowaHeader, ";") + "\r\n" +
		strings.Join(person("SYN-1", "Kobieta", "Niższe niż podstawowe (ISCED 0–2)", "Obywatelstwo polskie", "Odmawiam podania danych"), ";") + "\r\n" +
		strings.Join(person("SYN-2", "Mężczyzna", "Wyższe (ISCED 5-8)", "Brak polskiego obywatelstwa – obywatel kraju UE", "Tak"), ";") + "\r\n"
	rows, problems, found := readFile(t, "sowa.csv", []byte(content), load(t, "sowa-efs"))
	if len(problems) > 0 || found.Encoding != "utf-8-bom" || found.Separator != ";" {
		t.Error(problems, found.Encoding, found.Separator)
	}
	want := map[string]string{"project": "FESL.07.01-000", "person": "SYN-1", "record": "participant", "sex": "woman", "age": "41", "education": "isced0_2", "area": "towns",
		"municipality": "Wodzisław Śląski", "entry_date": "2024-02-01", "exit_date": "2024-11-30", "labour_status": "inactive", "labour_status_detail": "not_in_education",
		"exit_situation": "job_search", "completed": "yes", "supports": "counselling|active_integration", "support_nature": "occupational|vocational_guidance",
		"support_date": "2024-02-02", "last_support_date": "2024-03-01", "foreign_background": "no", "third_country_national": "no", "minority": "refused", "homeless": "no", "disability": "refused", "no_pesel": "yes"}
	if diff := cmp.Diff(want, rows[0]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if rows[1]["education"] != "isced5_8" || rows[1]["sex"] != "man" || rows[1]["disability"] != "yes" {
		t.Errorf("the second person is %v", rows[1])
	}
}

// An LSI2014 file: institutions and people mixed, every kind of apostrophe, a typing error.
func TestLSIFile(t *testing.T) {
	content := "Typ;NIP;PESEL;Płeć;Data rozpoczęcia udziału w projekcie;Wiek w chwili przystąpienia do projektu;Wykształcenie;Osoba z niepełnosprawnościami\n" +
		"Instytucja;'0000000000;;;;;;\n" +
		"Osoba;;'SYN-1;kobieta;'2017-02-03;'44;wyższe;Nie\n" +
		"Osoba;;’SYN-2;mężczyzna;2017-02-03;30;wyszsze;Tak\n" +
		"Osoba;;‘SYN-3;'kobieta;03.02.2017;61;podstawowe;Odmowa podania informacji\n"
	rows, problems, _ := readFile(t, "lsi.csv", []byte(content), load(t, "lsi2014-pefs"))
	want := []map[string]string{
		{"record": "institution"},
		{"record": "participant", "person": "SYN-1", "sex": "woman", "entry_date": "2017-02-03", "age": "44", "education": "isced5_8", "disability": "no"},
		{"record": "participant", "person": "SYN-2", "sex": "man", "entry_date": "2017-02-03", "age": "30", "disability": "yes"},
		{"record": "participant", "person": "SYN-3", "sex": "woman", "entry_date": "2017-02-03", "age": "61", "education": "isced1", "disability": "refused"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"lsi.csv:4:7 value.unknown"}, problems); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// The rows of institutions are set aside with their reason, and never counted as people.
func TestLSIInstitutionsAreSetAside(t *testing.T) {
	content := "Typ;PESEL;Płeć;Data rozpoczęcia udziału w projekcie\nInstytucja;;;\nOsoba;'SYN-1;kobieta;2017-02-03\n"
	path := filepath.Join(t.TempDir(), "lsi.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := files.Open(path, load(t, "lsi2014-pefs"))
	if err != nil {
		t.Fatal(err)
	}
	var count datasets.Accounting
	for _, err := range datasets.Participations(s.Batches(), &count) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if count.Read != 2 || count.Counted != 1 || len(count.Aside) != 1 || count.Aside[0].Record.Code != "institution" || count.Aside[0].Rows != 1 {
		t.Errorf("%+v", count)
	}
}

func items(names ...string) []datasets.Field {
	var out []datasets.Field
	for _, n := range names {
		out = append(out, datasets.Field{Name: n, Kind: datasets.Count, Label: datasets.Label{PL: n, EN: n}})
	}
	return out
}

func TestGoogleFormsFile(t *testing.T) {
	content := "Sygnatura czasowa,Adres e-mail,Podaj swój kod,Oceń [Wierzę w siebie],\"Oceń [Szukam pracy, sam]\"\n" +
		"2023/11/20 3:15:12 PM GMT+1,nikt@example.invalid,A7,4,5\n" +
		"20.11.2023 15:16:00,,B2,3,2\n"
	o := datasets.Override{Items: items("q1", "q2"), Columns: map[string][]string{"code": {"Podaj swój kod"}, "q1": {"Oceń [Wierzę w siebie]"}, "q2": {"Oceń [Szukam pracy, sam]"}}}
	rows, problems, found := readFile(t, "odpowiedzi.csv", []byte(content), stated(t, "google-forms", o))
	want := []map[string]string{{"date": "2023-11-20", "code": "A7", "q1": "4", "q2": "5"}, {"date": "2023-11-20", "code": "B2", "q1": "3", "q2": "2"}}
	if diff := cmp.Diff(want, rows); diff != "" || len(problems) > 0 || found.Separator != "," {
		t.Errorf("(-want +got)\n%s%v %q", diff, problems, found.Separator)
	}
}

func TestMSFormsFile(t *testing.T) {
	book := excelize.NewFile()
	for i, cells := range [][]any{
		{"Identyfikator", "Godzina rozpoczęcia", "Godzina ukończenia", "Adres e-mail", "Nazwa", "Kod uczestnika", "Płeć", "Wierzę w siebie"},
		{1, 45250.5, 45250.51, "anonymous", "", "A7", "kobieta", 4},
		{2, 45251.5, 45251.51, "anonymous", "", "B2", "mężczyzna", 2},
	} {
		if err := book.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &cells); err != nil {
			t.Fatal(err)
		}
	}
	style, err := book.NewStyle(&excelize.Style{NumFmt: 22})
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellStyle("Sheet1", "B2", "C3", style); err != nil {
		t.Fatal(err)
	}
	buffer, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	o := datasets.Override{Items: items("q1"), Columns: map[string][]string{"q1": {"Wierzę w siebie"}}}
	rows, problems, _ := readFile(t, "forms.xlsx", buffer.Bytes(), stated(t, "ms-forms", o))
	// serial 45250 is 2023-11-20: 45250 - 25569 = 19681 days from 1970-01-01
	want := []map[string]string{{"date": "2023-11-20", "code": "A7", "sex": "woman", "q1": "4"}, {"date": "2023-11-21", "code": "B2", "sex": "man", "q1": "2"}}
	if diff := cmp.Diff(want, rows); diff != "" || len(problems) > 0 {
		t.Errorf("(-want +got)\n%s%v", diff, problems)
	}
}

// An incomplete response is told and its answers are kept; one whose date cannot be read is told once.
func TestLimeSurveyFile(t *testing.T) {
	content := `"id";"submitdate";"lastpage";"startlanguage";"seed";"kod";"Q[SQ001]";"Q[SQ002]"` + "\n" +
		`"1";"2023-11-20 15:15:12";"3";"pl";"77";"A7";"4";"5"` + "\n" +
		`"2";"";"1";"pl";"78";"B2";"3";""` + "\n" +
		`"3";"wczoraj";"3";"pl";"79";"C1";"1";"1"` + "\n"
	o := datasets.Override{Items: items("q1", "q2"), Columns: map[string][]string{"q1": {"Q[SQ001]"}, "q2": {"Q[SQ002]"}}}
	rows, problems, _ := readFile(t, "results.csv", []byte(content), stated(t, "limesurvey", o))
	want := []map[string]string{{"date": "2023-11-20", "code": "A7", "q1": "4", "q2": "5"}, {"code": "B2", "q1": "3"}, {"code": "C1", "q1": "1", "q2": "1"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"results.csv:3:2 answer.incomplete", "results.csv:4:2 value.unreadable"}, problems); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
