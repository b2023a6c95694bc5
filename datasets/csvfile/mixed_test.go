package csvfile

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// mixedHeader has a column of every kind, two that feed one field and two that no field reads.
const mixedHeader = "Nr projektu;PESEL/Inny identyfikator;notatka;Techniczny identyfikator;Płeć;Wiek;Gmina;" +
	"Data rozpoczęcia udziału w projekcie;Rodzaj przyznanego wsparcia;uwaga;Obywatel państwa trzeciego;Obywatelstwo\n"

// listed lists everything that batches hold: a line of text for each row, then the problems.
func listed(t testing.TB, batches iter.Seq2[*datasets.Batch, error]) (out []string) {
	t.Helper()
	var problems []string
	for b, err := range batches {
		if err != nil {
			return append(out, err.Error())
		}
		if b.Rows() == 0 && len(b.Problems) == 0 || b.Rows() > datasets.MaxRows {
			t.Fatalf("a batch of %d rows", b.Rows())
		}
		for row := range b.Rows() {
			out = append(out, listedRow(b, row))
		}
		for _, p := range b.Problems {
			problems = append(problems, fmt.Sprintf("%s %s %s", p.Error(), p.Rule, p.Severity))
		}
	}
	return append(out, problems...)
}

func listedRow(b *datasets.Batch, row int) string {
	var text strings.Builder
	fmt.Fprintf(&text, "%d", b.Line(row))
	for i, f := range b.Schema.Fields {
		c := b.Column(i)
		if !c.Present {
			continue
		}
		fmt.Fprintf(&text, " %s=%t", f.Name, !c.Missing(row))
		switch f.Kind {
		case datasets.Category, datasets.Flag:
			fmt.Fprintf(&text, ",%d", c.Codes[row])
		case datasets.Date:
			fmt.Fprintf(&text, ",%d", c.Days[row])
		case datasets.Count, datasets.Money:
			fmt.Fprintf(&text, ",%d", c.Counts[row])
		case datasets.Number:
			fmt.Fprintf(&text, ",%g", c.Numbers[row])
		case datasets.Set:
			fmt.Fprintf(&text, ",%b", c.Masks[row])
		default:
			fmt.Fprintf(&text, ",%q", c.Text(row))
		}
	}
	return text.String()
}

func opened(t testing.TB, text string, p *datasets.Profile) *source {
	t.Helper()
	s, err := newSource(strings.NewReader(text), "people.csv", p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// inPieces reads text in pieces of a size with some workers.
func inPieces(t testing.TB, text string, p *datasets.Profile, size, workers int) []string {
	s := opened(t, text, p)
	s.piece, s.workers = size, workers
	return listed(t, s.Batches())
}

// rowByRow reads text as the splitter does.
func rowByRow(t testing.TB, text string, p *datasets.Profile) []string {
	s := opened(t, text, p)
	return listed(t, s.binding.Stream(datasets.Position{File: s.name, Row: s.header}, &s.read, s.next))
}

// byEncodingCSV types the records that encoding/csv finds; ok is false where it finds a fault.
func byEncodingCSV(t testing.TB, text string, p *datasets.Profile) (out []string, ok bool) {
	s := opened(t, text, p)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = rune(s.separate), -1
	if _, err := r.Read(); err != nil {
		return nil, false
	}
	next := func(b *datasets.Batch) (bool, error) {
		record, err := r.Read()
		if err != nil {
			return false, err
		}
		line, _ := r.FieldPos(0)
		cells := make([][]byte, len(record))
		for i := range record {
			cells[i] = []byte(record[i])
		}
		if odd := (row{cells: cells}); !odd.blank() {
			s.binding.Append(b, line, cells)
		}
		return true, nil
	}
	var failed error
	out = listed(t, s.binding.Stream(datasets.Position{File: s.name, Row: s.header}, &s.read, func(b *datasets.Batch) (bool, error) {
		more, err := next(b)
		if err == io.EOF {
			err = nil
		}
		failed = err
		return more, err
	}))
	return out, failed == nil
}

// mixed writes rows of every form that is valid: plain and quoted cells, doubled quotes, line ends
// in quotes, blank, short and long rows, values that no dictionary has.
func mixed(r *rand.Rand, rows int, lineEnd string, quotes bool) string {
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	cells := func() []string {
		return []string{pick("FEDS.07.01-0001", "", " FE 2 ", "’FE-3"), pick("", "", "SYN-1", "'00112", "  "), pick("", "x", "zażółć"), fmt.Sprintf("SYN-%d", r.IntN(1e9)),
			pick("Kobieta", "Mężczyzna", "K", "kobieta ", "Kobeta", ""), pick("0", "18", "099", "1 2", "", "x", "200"), pick("Dąbrowa Górnicza", "Bytom", "", "Ruda Śląska\u00a0"),
			pick("2024-02-29", "2023-02-29", "01.02.2024", "2024-01-02|2023-12-31", "", "2024-1-2", "2/3/2020", "13/2/2020", "1799-01-01", "2024-01-0a"),
			pick("kurs", "kurs|doradztwo", "||kurs", "inne|nieznane", "", "krajowe szkolenie/kurs"), pick("", "źle", "a"), pick("Tak", "Nie", "", "Odmowa podania danych"),
			pick("Obywatelstwo polskie", "", "Brak polskiego obywatelstwa lub UE – obywatel kraju spoza UE/ bezpaństwowiec")}
	}
	var out strings.Builder
	for range rows {
		row := cells()
		switch r.IntN(20) {
		case 0:
			row = row[:r.IntN(len(row))]
		case 1:
			row = append(row, pick("", "za dużo"))
		case 2:
			row = make([]string, r.IntN(len(row)+2))
		}
		for i, c := range row {
			if quotes && r.IntN(3) == 0 {
				c = `"` + strings.ReplaceAll(c+pick("", "", `"`, ";", "\n", `""x`), `"`, `""`) + `"`
			}
			if i > 0 {
				out.WriteByte(';')
			}
			out.WriteString(c)
		}
		out.WriteString(lineEnd)
	}
	return out.String()
}
