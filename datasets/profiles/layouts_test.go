package profiles

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// The header rows of the systems, as domain 4.2, 4.5, 4.6 and 4.7 give them.
var (
	sl2014Header = strings.Split("Kraj|Rodzaj uczestnika|Nazwa instytucji|Imię|Nazwisko|Pesel|Brak PESEL|Płeć|Wiek w chwili przystąpienia do projektu|Wykształcenie|"+
		"Województwo|Powiat|Gmina|Miejscowość|Ulica|Nr budynku|Nr budynku|Kod pocztowy|Obszar wg stopnia urbanizacji (DEGURBA)|Telefon kontaktowy|Adres e-mail|"+
		"Data rozpoczęcia udziału w projekcie|Data zakończenia udziału w projekcie|Status osoby na rynku pracy w chwili przystąpienia do projektu|W tym|"+
		"Wykonywany zawód|Zatrudniony w:|Sytuacja (1) osoby w momencie zakończenia udziału w projekcie|Sytuacja (2) osoby w momencie zakończenia udziału w projekcie|"+
		"Inne rezultaty dotyczące osób młodych (dotyczy IZM - Inicjatywy na rzecz Zatrudnienia Młodych)|"+
		"Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa|Rodzaj przyznanego wsparcia|W tym|"+
		"Data rozpoczęcia udziału we wsparciu|Data zakończenia udziału we wsparciu|Data założenia działalności gospodarczej|"+
		"Kwota środków przyznanych na założenie działalności gospodarczej|PKD założonej działalności gospodarczej|"+
		"Osoba należąca do mniejszości narodowej lub etnicznej, migrant, osoba obcego pochodzenia|Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań|"+
		"Osoba z niepełnosprawnościami|Osoba przebywająca w gospodarstwie domowym bez osób pracujących|"+
		"w tym: w gospodarstwie domowym z dziećmi pozostającymi na utrzymaniu|"+
		"Osoba żyjąca w gospodarstwie składającym się z jednej osoby dorosłej i dzieci pozostających na utrzymaniu|"+
		"Osoba w innej niekorzystnej sytuacji społecznej (innej niż wymienione powyżej)|"+
		"Planowana data zakończenia edukacji w placówce edukacyjnej, w której skorzystano ze wsparcia", "|")
	sowaHeader = strings.Split("Numer projektu|Obywatelstwo|Rodzaj uczestnika|Nazwa instytucji|Imię|Nazwisko|PESEL/Inny identyfikator|brak PESEL|Techniczny identyfikator|Płeć|Wiek|"+
		"Wykształcenie|Kraj|Województwo|Powiat|Gmina|Miejscowość|Kod pocztowy|DEGURBA|Telefon kontaktowy|Adres e-mail|Data rozpoczęcia udziału w projekcie|"+
		"Data zakończenia udziału w projekcie|Status osoby na rynku pracy|w tym|Planowana data zakończenia edukacji|Sytuacja po zakończeniu|Zakończenie zgodne ze ścieżką|"+
		"Zakres wsparcia|Rodzaj przyznanego wsparcia|w tym |Data rozpoczęcia udziału we wsparciu|Data założenia DG|Osoba obcego pochodzenia|Obywatel państwa trzeciego|"+
		"Mniejszość|Bezdomność|Niepełnosprawność|Data dodania|Użytkownik dodający|Data modyfikacji|Użytkownik modyfikujący|Uwagi", "|")
	smEFSHeader = strings.Split("PESEL/Inny identyfikator|brak PESEL|Techniczny identyfikator uczestnika|Płeć|Wiek w chwili przystąpienia do projektu|"+
		"Obszar według stopnia urbanizacji (DEGURBA)|Status osoby na rynku pracy w chwili przystąpienia do projektu|w tym|Zakres wsparcia|Rodzaj przyznanego wsparcia|w tym|"+
		"Data rozpoczęcia udziału we wsparciu|Data rozpoczęcia udziału w projekcie|Data zakończenia udziału w projekcie|Sytuacja osoby w momencie zakończenia udziału w projekcie|"+
		"Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa|Osoba z niepełnosprawnościami|Osoba obcego pochodzenia|"+
		"Obywatel państwa trzeciego|Osoba należąca do mniejszości narodowej lub etnicznej (w tym społeczności marginalizowane)|"+
		"Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań|Obywatelstwo|Użytkownik, który dodał uczestnika", "|")
	pefsHeader = strings.Split("Imię|Nazwisko|Płeć|Wiek w chwili przystępowania do projektu|PESEL|Wykształcenie|Opieka nad dziećmi do lat 7 lub opieka nad osobą zależną|"+
		"Ulica|Nr domu|Nr lokalu|Miejscowość|Obszar|Kod pocztowy|Województwo|Powiat|Telefon|E-mail|Status na rynku pracy|Przepływ uczestnika|Rodzaj wsparcia|Typ", "|")
)

func bind(t *testing.T, name string, header []string) *datasets.Binding {
	t.Helper()
	b, err := load(t, name).Bind(header, datasets.Position{File: "people", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Every column of a real header row is either read or known and left on the disk.
func TestRealHeadersAreKnown(t *testing.T) {
	for _, c := range []struct {
		profile string
		header  []string
	}{{"sl2014", sl2014Header}, {"sm-efs", sowaHeader}, {"sowa-efs", sowaHeader}, {"sm-efs", smEFSHeader}, {"pefs-2007", pefsHeader}} {
		b := bind(t, c.profile, c.header)
		for _, p := range b.Problems {
			t.Errorf("%s: %v", c.profile, p)
		}
	}
}

// Trap 16: which of the two "w tym" feeds which field.
func TestWTymByItsLeftNeighbour(t *testing.T) {
	for _, c := range []struct {
		profile string
		header  []string
	}{{"sl2014", sl2014Header}, {"sm-efs", sowaHeader}, {"sowa-efs", sowaHeader}, {"sm-efs", smEFSHeader}} {
		var got []string
		for _, col := range bind(t, c.profile, c.header).Columns {
			if datasets.Fold(col.Header) == "w tym" {
				got = append(got, col.Fields...)
			}
		}
		if diff := cmp.Diff([]string{"labour_status_detail", "support_nature"}, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.profile, diff)
		}
	}
}

// Names, addresses and contacts are never bound to a field, whatever the profile.
func TestIdentifyingColumnsStayOnTheDisk(t *testing.T) {
	private := []string{"Imię", "Nazwisko", "Telefon", "Telefon kontaktowy", "Adres e-mail", "E-mail", "Ulica", "Nr budynku", "Nr lokalu", "Nr domu", "Kod pocztowy",
		"Użytkownik, który dodał uczestnika"}
	for _, name := range Names() {
		p := load(t, name)
		for _, rule := range p.Columns {
			for _, h := range rule.Headers {
				for _, secret := range private {
					if datasets.Fold(h) == datasets.Fold(secret) {
						t.Errorf("%s reads %q into %s", name, h, rule.Field)
					}
				}
			}
		}
	}
}

// The generic layout knows every field by its name and by both labels.
func TestGenericKnowsEveryField(t *testing.T) {
	p := load(t, "generic")
	for _, f := range p.Fields().Fields {
		for _, word := range []string{f.Name, f.Label.PL, f.Label.EN} {
			b := bind(t, "generic", []string{"sex", word})
			want := []string{f.Name}
			if f.Name == "support_date" { // of several in a cell the earliest, and the latest
				want = append(want, "last_support_date")
			}
			if got := b.Columns[1].Fields; f.Name != "sex" && !slices.Equal(got, want) {
				t.Errorf("header %q feeds %q, want %q", word, got, want)
			}
		}
	}
}

// values types one row of a profile and prints what each field became.
func values(t *testing.T, profile string, header, cells []string) (map[string]string, []datasets.Problem) {
	t.Helper()
	b := bind(t, profile, header)
	batch := b.NewBatch()
	raw := make([][]byte, len(cells))
	for i, c := range cells {
		raw[i] = []byte(c)
	}
	b.Append(batch, 2, raw)
	out := map[string]string{}
	for i, f := range batch.Schema.Fields {
		if c := batch.Column(i); c.Present && !c.Missing(0) {
			out[f.Name] = text(&f, c)
		}
	}
	return out, batch.Problems
}

func text(f *datasets.Field, c *datasets.Column) string {
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		return f.Vocabulary.Term(c.Codes[0]).Code
	case datasets.Date:
		return datasets.FormatDay(c.Days[0])
	case datasets.Count, datasets.Money:
		return fmt.Sprint(c.Counts[0])
	case datasets.Set:
		var codes []string
		for i, term := range f.Vocabulary.Terms {
			if c.Masks[0]>>i&1 == 1 {
				codes = append(codes, term.Code)
			}
		}
		return strings.Join(codes, "|")
	}
	return string(c.Text(0))
}

// Trap 17: several supports in one cell, some of them blank.
func TestSMEFSRow(t *testing.T) {
	cells := []string{"", "Tak", "'SYN-1", "Kobieta", "34", "1", "Osoba bezrobotna", "osoba długotrwale bezrobotna (powyżej 12 miesięcy)", "x|y||z",
		"doradztwo/konsultacje|usługa aktywnej integracji||krajowe szkolenie/kurs", "pomoc psychologiczna|usługa o charakterze społecznym||",
		"2023-03-01|02.02.2023||2023-05-04", "2023-02-01", "31.12.2023 10:15", "osoba poszukująca pracy", "Tak", "Odmowa podania danych", "Nie", "",
		"Nie podaję", "Nie", "Brak polskiego obywatelstwa lub UE – obywatel kraju spoza UE/ bezpaństwowiec", "ktoś"}
	got, problems := values(t, "sm-efs", smEFSHeader, cells)
	if len(problems) > 0 {
		t.Error(problems)
	}
	want := map[string]string{"person": "SYN-1", "sex": "woman", "age": "34", "area": "cities", "labour_status": "unemployed",
		"labour_status_detail": "long_term_unemployed", "supports": "counselling|training|active_integration", "support_nature": "social|psychological",
		"support_date": "2023-02-02", "last_support_date": "2023-05-04", "entry_date": "2023-02-01", "exit_date": "2023-12-31", "exit_situation": "job_search", "completed": "yes",
		"disability": "refused", "foreign_background": "no", "third_country_national": "yes", "minority": "refused", "homeless": "no", "no_pesel": "yes"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPEFSRow(t *testing.T) {
	header := []string{"Typ", "Płeć", "Identyfikator", "Wykształcenie", "Obszar", "Status na rynku pracy", "Status udziału", "Rodzaj wsparcia"}
	for _, c := range []struct{ status, labour, detail string }{
		{"bezrobotny – w tym długotrwale", "unemployed", "long_term_unemployed"}, {"nieaktywna zawodowo - w tym ucząca się", "inactive", "in_education"},
		{"zatrudniona", "employed", ""}, {"Bezrobotna", "unemployed", ""},
	} {
		got, problems := values(t, "pefs-2007", header, []string{"Osoba", "K", "SYN-1", "Pomaturalne", "wiejski", c.status, "przerwała", "uzupełnianie wykształcenia"})
		if len(problems) > 0 {
			t.Error(problems)
		}
		want := map[string]string{"record": "participant", "sex": "woman", "person": "SYN-1", "education": "isced4", "area": "rural", "labour_status": c.labour,
			"flow": "broke_off", "supports": "formal_education"}
		if c.detail != "" {
			want["labour_status_detail"] = c.detail
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.status, diff)
		}
	}
	if got, _ := values(t, "pefs-2007", header, []string{"Rodzina", "", "R-1"}); got["record"] != "household" {
		t.Errorf("Rodzina is %q", got["record"])
	}
}

func TestCostsAndAnswers(t *testing.T) {
	got, problems := values(t, "generic-costs", []string{"Zadanie", "Kategoria", "Rodzaj kosztu", "Data", "Kwota ogółem", "w tym UE"},
		[]string{"Zadanie 1", "kursy", "bezpośrednie", "01.02.2021 r.", "939\u00a0717,45 zł", "798 759,83"})
	want := map[string]string{"task": "Zadanie 1", "item": "kursy", "cost_kind": "direct", "date": "2021-02-01", "amount": "93971745", "eu": "79875983"}
	if diff := cmp.Diff(want, got); diff != "" || len(problems) > 0 {
		t.Errorf("costs (-want +got)\n%s%v", diff, problems)
	}
	got, problems = values(t, "generic-answers", []string{"Sygnatura czasowa", "Kod uczestnika", "Płeć", "pomiar"}, []string{"2021-02-01 10:00:00", "A7", "K", "po"})
	want = map[string]string{"code": "A7", "sex": "woman", "date": "2021-02-01", "wave": "post"}
	if diff := cmp.Diff(want, got); diff != "" || len(problems) > 0 {
		t.Errorf("answers (-want +got)\n%s%v", diff, problems)
	}
}

// Trap 28: the one SL2014 export seen wrote M/d/yyyy. Unless it is declared it is refused,
// never taken for d/M/yyyy.
func TestSlashDatesMustBeDeclared(t *testing.T) {
	header := []string{"Płeć", "Data rozpoczęcia udziału w projekcie"}
	got, problems := values(t, "sl2014", header, []string{"kobieta", "2/3/2017"})
	if got["entry_date"] != "" || len(problems) != 1 || problems[0].Position.String() != "people:2:2" {
		t.Errorf("undeclared: %q, %v", got["entry_date"], problems)
	}
	p, err := load(t, "sl2014").With(datasets.Override{Dates: []datasets.DateLayout{"M/d/yyyy"}})
	if err != nil {
		t.Fatal(err)
	}
	if day, err := datasets.ParseDate([]byte("2/3/2017"), p.Dates); err != nil || datasets.FormatDay(day) != "2017-02-03" {
		t.Errorf("declared: %v, %v", day, err)
	}
}

func TestUnknownNameSuggests(t *testing.T) {
	if _, err := Load("sl-2014"); err == nil || !strings.Contains(err.Error(), `did you mean "sl2014"?`) {
		t.Errorf("error %v", err)
	}
	if _, err := Load("../schemas/costs"); err == nil {
		t.Error("a path was accepted")
	}
}
