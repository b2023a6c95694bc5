package csvfile

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// smEFS writes a made-up SM EFS export; nobody in it exists. Same seed, same bytes.
func smEFS(rows int) []byte {
	r := rand.New(rand.NewPCG(42, 1))
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	var out bytes.Buffer
	out.WriteString("Numer projektu;Techniczny identyfikator uczestnika;Płeć;Wiek w chwili przystąpienia do projektu;Wykształcenie;" +
		"Obszar według stopnia urbanizacji (DEGURBA);Data rozpoczęcia udziału w projekcie;Data zakończenia udziału w projekcie;" +
		"Status osoby na rynku pracy w chwili przystąpienia do projektu;w tym;Sytuacja osoby w momencie zakończenia udziału w projekcie;" +
		"Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa;Osoba z niepełnosprawnościami;" +
		"Osoba obcego pochodzenia;Obywatel państwa trzeciego;Osoba należąca do mniejszości narodowej lub etnicznej (w tym społeczności marginalizowane);" +
		"Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań\n")
	for i := range rows {
		fmt.Fprintf(&out, "FESL.07.01-%05d;SYN-%09d;%s;%d;%s;%s;2023-%02d-%02d;2024-%02d-%02d;%s;%s;%s;%s;%s;%s;%s;%s;%s\n",
			i%20000, i, pick("Kobieta", "Mężczyzna"), 16+r.IntN(60),
			pick("Brak lub niepełne podstawowe (ISCED 0)", "Podstawowe (ISCED 1) lub gimnazjalne (ISCED 2)",
				"Ponadgimnazjalne (ISCED 3) lub policealne (ISCED 4)", "Wyższe (ISCED 5–8)"),
			pick("1", "2", "3"), 1+r.IntN(12), 1+r.IntN(28), 1+r.IntN(12), 1+r.IntN(28),
			pick("Osoba bezrobotna", "Osoba bierna zawodowo", "Osoba pracująca"),
			pick("osoba długotrwale bezrobotna (powyżej 12 miesięcy)", "Inne", "Osoba nieuczestnicząca w kształceniu lub szkoleniu"),
			pick("osoba podjęła pracę/rozpoczęła prowadzenie działalności na własny rachunek", "osoba uzyskała kwalifikacje",
				"osoba poszukująca pracy", "osoba podjęła kształcenie lub szkolenie", "inne"),
			pick("Tak", "Nie"), pick("Tak", "Nie", "Odmowa podania danych"), pick("Tak", "Nie"), pick("Tak", "Nie"),
			pick("Tak", "Nie", "Odmowa podania danych"), pick("Tak", "Nie"))
	}
	return out.Bytes()
}

// BenchmarkSMEFS reads 200 000 participants, as they stand and with every cell quoted; SetBytes makes the MB/s of the file.
func BenchmarkSMEFS(b *testing.B) {
	const rows = 200_000
	plain := smEFS(rows)
	quoted := bytes.ReplaceAll(bytes.ReplaceAll(bytes.TrimSuffix(plain, []byte("\n")), []byte(";"), []byte(`";"`)), []byte("\n"), []byte("\"\n\""))
	quoted = append(append([]byte{'"'}, quoted...), "\"\n"...)
	p := profile(b, "sm-efs")
	for _, c := range []struct {
		name string
		text []byte
	}{{"plain", plain}, {"quoted", quoted}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				if got := readAll(b, c.text, p); got != rows {
					b.Fatalf("read %d rows", got)
				}
			}
			b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

func readAll(tb testing.TB, text []byte, p *datasets.Profile) int {
	tb.Helper()
	s, err := New(bytes.NewReader(text), "bench.csv", p)
	if err != nil {
		tb.Fatal(err)
	}
	for batch, err := range s.Batches() {
		if err != nil {
			tb.Fatal(err)
		}
		if len(batch.Problems) > 0 {
			tb.Fatal(batch.Problems[0])
		}
	}
	return s.Conclusions().Rows
}

// BenchmarkFile reads the export that EFSEVAL_BENCH_CSV names, with the profile sm-efs.
func BenchmarkFile(b *testing.B) {
	path := os.Getenv("EFSEVAL_BENCH_CSV")
	if path == "" {
		b.Skip("EFSEVAL_BENCH_CSV names no file")
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	p, rows := profile(b, "sm-efs"), 0
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		rows += readFile(b, path, p)
	}
	b.ReportMetric(float64(info.Size())*float64(b.N)/b.Elapsed().Seconds()/1e9, "GB/s")
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

func readFile(tb testing.TB, path string, p *datasets.Profile) (rows int) {
	tb.Helper()
	s, err := Open(path, p)
	if err != nil {
		tb.Fatal(err)
	}
	for batch, err := range s.Batches() {
		if err != nil {
			tb.Fatal(err)
		}
		rows += batch.Rows()
	}
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	return rows
}

// BenchmarkSplit measures the parting into cells alone.
func BenchmarkSplit(b *testing.B) {
	text := smEFS(200_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d, err := newDecoder(bytes.NewReader(text), "")
		if err != nil {
			b.Fatal(err)
		}
		s := newSplitter(d, blockSize)
		s.eol = '\n'
		for err == nil {
			_, err = s.next(';')
		}
	}
}
