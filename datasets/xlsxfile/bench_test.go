package xlsxfile

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/datasets"
)

// headersSL2014 are the 46 columns of the participant block of an SL2014 export (domain 4.2).
var headersSL2014 = strings.Split("Kraj|Rodzaj uczestnika|Nazwa instytucji|Imię|Nazwisko|Pesel|Brak PESEL|Płeć|Wiek w chwili przystąpienia do projektu|Wykształcenie|"+
	"Województwo|Powiat|Gmina|Miejscowość|Ulica|Nr budynku|Nr budynku|Kod pocztowy|Obszar wg stopnia urbanizacji (DEGURBA)|Telefon kontaktowy|Adres e-mail|"+
	"Data rozpoczęcia udziału w projekcie|Data zakończenia udziału w projekcie|Status osoby na rynku pracy w chwili przystąpienia do projektu|W tym|Wykonywany zawód|"+
	"Zatrudniony w:|Sytuacja (1) osoby w momencie zakończenia udziału w projekcie|Sytuacja (2) osoby w momencie zakończenia udziału w projekcie|"+
	"Inne rezultaty dotyczące osób młodych (dotyczy IZM - Inicjatywy na rzecz Zatrudnienia Młodych)|"+
	"Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa|Rodzaj przyznanego wsparcia|W tym|"+
	"Data rozpoczęcia udziału we wsparciu|Data zakończenia udziału we wsparciu|Data założenia działalności gospodarczej|"+
	"Kwota środków przyznanych na założenie działalności gospodarczej|PKD założonej działalności gospodarczej|"+
	"Osoba należąca do mniejszości narodowej lub etnicznej, migrant, osoba obcego pochodzenia|"+
	"Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań|Osoba z niepełnosprawnościami|"+
	"Osoba przebywająca w gospodarstwie domowym bez osób pracujących|w tym: w gospodarstwie domowym z dziećmi pozostającymi na utrzymaniu|"+
	"Osoba żyjąca w gospodarstwie składającym się z jednej osoby dorosłej i dzieci pozostających na utrzymaniu|"+
	"Osoba w innej niekorzystnej sytuacji społecznej (innej niż wymienione powyżej)|"+
	"Planowana data zakończenia edukacji w placówce edukacyjnej, w której skorzystano ze wsparcia", "|")

// participants draws made-up rows of an SL2014 export: same seed, same rows. Ints are numbers and
// serials of days.
func participants(rows int, each func(row []any) error) error {
	r := rand.New(rand.NewPCG(46, 3))
	pick := func(words ...string) any { return words[r.IntN(len(words))] }
	yes := func() any { return pick("Tak", "Nie", "Nie", "Odmowa podania informacji") }
	for i := range rows {
		day := 43000 + r.IntN(900)
		row := []any{"Polska", "indywidualny", nil, fmt.Sprintf("Imię%d", i%400), fmt.Sprintf("Zmyślona%d", i), fmt.Sprintf("SYN-%09d", i), "Tak",
			pick("kobieta", "mężczyzna"), 16 + r.IntN(60), pick("podstawowe", "gimnazjalne", "ponadgimnazjalne", "policealne", "wyższe"),
			"ŚLĄSKIE", "m. Katowice", "Katowice", "Katowice", fmt.Sprintf("ul. Wymyślona %d", i%900), i % 120, i % 40, "40-001", pick("1", "2", "3"),
			"000000000", fmt.Sprintf("a%d@example.org", i), day, day + 200, pick("osoba bierna zawodowo", "osoba pracująca"), "inne", nil, nil,
			pick("inne", "osoba uzyskała kwalifikacje", "osoba poszukująca pracy"), "nie dotyczy", nil, pick("Tak", "Nie"), pick("kurs", "doradztwo", "staż/praktyka"),
			"inne", day + 3, day + 90, nil, nil, nil, yes(), pick("Tak", "Nie"), yes(), pick("Tak", "Nie"), pick("Tak", "Nie"), pick("Tak", "Nie"), yes(), nil}
		if err := each(row); err != nil {
			return err
		}
	}
	return nil
}

func headers() []any {
	var row []any
	for _, h := range headersSL2014 {
		row = append(row, h)
	}
	return row
}

// writeInline writes rows with excelize's stream, whose texts stand in the cells.
func writeInline(path string, rows int) error {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	line := 0
	row := func(cells []any) error {
		line++
		return w.SetRow("A"+strconv.Itoa(line), cells)
	}
	if err := errors.Join(row(headers()), participants(rows, row)); err != nil {
		return err
	}
	return errors.Join(w.Flush(), f.SaveAs(path), f.Close())
}

// writeShared writes rows as Excel does: texts in a table of their own, spans and styles in the
// attributes.
func writeShared(path string, rows int) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	archive := zip.NewWriter(file)
	sheet, err := archive.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return err
	}
	shared := &sharedTable{index: map[string]int{}}
	w := bufio.NewWriter(sheet)
	fmt.Fprint(w, xmlHead+`<worksheet xmlns="`+nsMain+`"><dimension ref="A1:AT2"/><sheetData>`)
	line := 0
	row := func(cells []any) error {
		line++
		fmt.Fprintf(w, `<row r="%d" spans="1:46" x14ac:dyDescent="0.25">`, line)
		for i, c := range cells {
			shared.cell(w, datasets.ColumnLetters(i+1)+strconv.Itoa(line), c)
		}
		_, err := fmt.Fprint(w, `</row>`)
		return err
	}
	if err := errors.Join(row(headers()), participants(rows, row)); err != nil {
		return err
	}
	fmt.Fprint(w, `</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`)
	parts := map[string]string{"xl/sharedStrings.xml": shared.xml(), "xl/workbook.xml": bookXML(`<sheet name="Uczestnicy" sheetId="1" r:id="rId1"/>`), "xl/_rels/workbook.xml.rels": relsXML(1)}
	return errors.Join(w.Flush(), addParts(archive, parts), archive.Close(), file.Close())
}

type sharedTable struct {
	index map[string]int
	texts []string
}

func (s *sharedTable) cell(w io.Writer, ref string, value any) {
	switch v := value.(type) {
	case nil:
		fmt.Fprintf(w, `<c r="%s" s="1"/>`, ref)
	case int:
		fmt.Fprintf(w, `<c r="%s" s="2"><v>%d</v></c>`, ref, v)
	case string:
		i, known := s.index[v]
		if !known {
			i = len(s.texts)
			s.index[v], s.texts = i, append(s.texts, v)
		}
		fmt.Fprintf(w, `<c r="%s" s="1" t="s"><v>%d</v></c>`, ref, i)
	}
}

func (s *sharedTable) xml() string {
	var out strings.Builder
	fmt.Fprintf(&out, xmlHead+`<sst xmlns="%s" uniqueCount="%d">`, nsMain, len(s.texts))
	for _, t := range s.texts {
		out.WriteString("<si><t>" + t + "</t></si>")
	}
	return out.String() + "</sst>"
}

// The parts that every hand-made workbook has.
const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"
	nsMain  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsRel   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

func bookXML(sheets string) string {
	return xmlHead + `<workbook xmlns="` + nsMain + `" xmlns:r="` + nsRel + `"><sheets>` + sheets + `</sheets></workbook>`
}

// relsXML relates rId1 and on to the sheets.
func relsXML(sheets int) string {
	out := xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for i := 1; i <= sheets; i++ {
		out += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i, nsRel, i)
	}
	return out + `</Relationships>`
}

func addParts(archive *zip.Writer, parts map[string]string) error {
	for name, text := range parts {
		w, err := archive.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkSL2014 reads 10 000 rows of 46 columns; with EFSEVAL_BIG=1 100 000, the size of the
// aim (10 s, 300 MB).
func BenchmarkSL2014(b *testing.B) {
	rows := 10_000
	if os.Getenv("EFSEVAL_BIG") != "" {
		rows = 100_000
	}
	p := profile(b, "sl2014")
	for name, write := range map[string]func(string, int) error{"inline": writeInline, "shared": writeShared} {
		path := filepath.Join(b.TempDir(), name+".xlsx")
		if err := write(path, rows); err != nil {
			b.Fatal(err)
		}
		if keep := os.Getenv("EFSEVAL_KEEP"); keep != "" {
			if err := os.Rename(path, filepath.Join(keep, name+".xlsx")); err != nil {
				b.Fatal(err)
			}
			path = filepath.Join(keep, name+".xlsx")
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if n := countRows(b, path, p); n != rows {
					b.Fatalf("read %d rows of %d", n, rows)
				}
			}
		})
	}
}

func countRows(tb testing.TB, path string, p *datasets.Profile) int {
	tb.Helper()
	s, err := Open(path, p)
	if err != nil {
		tb.Fatal(err)
	}
	for b, err := range s.Batches() {
		if err != nil {
			tb.Fatal(err)
		}
		for _, p := range b.Problems {
			tb.Fatal(p)
		}
	}
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	return s.Conclusions().Rows
}
