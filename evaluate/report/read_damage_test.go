package report

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// figuresFile is figures.parquet of the sample.
func figuresFile(tb testing.TB) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := WriteFiguresParquet(&out, sample(tb)); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// readMade reads an output and tells how much memory was made.
func readMade(name string, content []byte) (all []Printed, made uint64, err error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	all, err = ReadPrinted(name, content)
	runtime.ReadMemStats(&after)
	return all, after.TotalAlloc - before.TotalAlloc, err
}

// A damaged figures.parquet is read or told, byte by byte, and costs little: a size that is believed would end the
// program in a way that nobody can catch.
func TestADamagedParquetFileIsReadOrTold(t *testing.T) {
	const most = 48 << 20 // the bounds of the footer and of the pages together
	whole := figuresFile(t)
	told := 0
	for at := range whole {
		content := bytes.Clone(whole)
		content[at] ^= []byte{0x01, 0xFE}[at%2]
		all, made, err := readMade("figures.parquet", content)
		if made > most || (err == nil) == (all == nil) {
			t.Fatalf("byte %d: %d MB made, %d cells, %v", at, made>>20, len(all), err)
		}
		if err != nil {
			told++
		}
		if at%5 != 0 {
			continue
		}
		if _, made, err := readMade("figures.parquet", whole[:at]); made > most || err == nil {
			t.Fatalf("cut off at %d: %d MB made, %v", at, made>>20, err)
		}
	}
	if told < len(whole)/10 {
		t.Errorf("only %d of %d damages were told", told, len(whole))
	}
}

// Sizes that a page or the footer claims, and that the file does not have.
func TestClaimsOfParquetAreNotBelieved(t *testing.T) {
	whole := figuresFile(t)
	_, claim := binary.Uvarint(whole[7:]) // the mark, the kind of the first page, then its size
	page := append(append(bytes.Clone(whole[:7]), 0xFE, 0xFF, 0xFF, 0xFF, 0x0F), whole[7+claim:]...)
	for name, content := range map[string][]byte{
		"a page":          page,
		"a footer":        append(append([]byte("PAR1"), whole[4:len(whole)-8]...), 0xFF, 0xFF, 0xFF, 0x7F, 'P', 'A', 'R', '1'),
		"2^31 row groups": append([]byte("PAR1\x15\x02\x39\xFC\xFF\xFF\xFF\xFF\x07"), 9, 0, 0, 0, 'P', 'A', 'R', '1'),
		"a long name":     append([]byte("PAR1\x15\x02\x19\x1C\x48\xFF\xFF\xFF\xFF\x07"), 10, 0, 0, 0, 'P', 'A', 'R', '1'),
	} {
		if _, made, err := readMade("figures.parquet", content); err == nil || !strings.Contains(err.Error(), "damaged") || made > 1<<20 {
			t.Errorf("%s: %d KB made, %v", name, made>>10, err)
		}
	}
}

// Which values are there, in runs and in packed bits, and what is neither.
func TestParquetPresent(t *testing.T) {
	for _, c := range []struct {
		text []byte
		n    int
		want string
	}{
		{[]byte{6, 1, 4, 0}, 5, "[true true true false false]"},
		{[]byte{3, 0b0101}, 3, "[true false true]"},
		{[]byte{3, 0xFF, 4, 0}, 10, "[true true true true true true true true false false]"},
		{nil, 0, "[]"},
		{[]byte{6, 1}, 4, ""}, {[]byte{6}, 3, ""}, {[]byte{6, 2}, 3, ""}, {[]byte{0, 1}, 1, ""}, {[]byte{5, 1}, 9, ""},
		{[]byte{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 1}, 3, ""},
	} {
		got, err := parquetPresent(c.text, c.n)
		if (err != nil) != (c.want == "") || err == nil && fmt.Sprint(got) != c.want {
			t.Errorf("% x: %v, %v; want %s", c.text, got, err, c.want)
		}
	}
}

// FuzzReadPrinted reads any bytes as each of the outputs: told or read, and never a panic.
func FuzzReadPrinted(f *testing.F) {
	r := sample(f)
	outputs := []string{"results.json", "figures.csv", "figures.parquet", "report.en.html", "report.pl.md", "tables.xlsx", "a.png", "a.svg"}
	for i, write := range []func(io.Writer) error{
		func(w io.Writer) error { return WriteJSON(w, r) }, func(w io.Writer) error { return WriteFiguresCSV(w, r) },
		func(w io.Writer) error { return WriteFiguresParquet(w, r) }, func(w io.Writer) error { return WriteHTML(w, r, evaluate.EN) },
		func(w io.Writer) error { return WriteMarkdown(w, r, evaluate.PL) }, func(w io.Writer) error { return WriteXLSX(w, r) },
	} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			f.Fatal(err)
		}
		f.Add(byte(i), out.Bytes())
		f.Add(byte(i), out.Bytes()[:out.Len()/2])
	}
	f.Fuzz(func(t *testing.T, kind byte, content []byte) {
		name := outputs[int(kind)%len(outputs)]
		_, made, err := readMade(name, content)
		if strings.HasSuffix(name, ".parquet") && made > 64<<20+uint64(len(content))*1000 {
			t.Errorf("%s: %d MB made of %d bytes, %v", name, made>>20, len(content), err)
		}
	})
}
