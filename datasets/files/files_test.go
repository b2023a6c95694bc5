package files

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/frame"
	"github.com/efseval/efseval/datasets/profiles"
)

func profile(tb testing.TB, name string) *datasets.Profile {
	tb.Helper()
	p, err := profiles.Load(name)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// person is a made-up participant as all three formats can hold one.
type person struct {
	ID       string `parquet:"person"`
	Sex      string `parquet:"sex"`
	Age      *int64 `parquet:"age,optional"`
	Entry    *int32 `parquet:"entry_date,optional,date"`
	Town     string `parquet:"gmina"`
	Disabled string `parquet:"disability"`
	Supports string `parquet:"supports"`
}

func header() []string {
	return []string{"person", "sex", "age", "entry_date", "gmina", "disability", "supports"}
}

func drawPerson() *rapid.Generator[person] {
	return rapid.Custom(func(t *rapid.T) person {
		text := rapid.StringMatching(`([a-ząćęłńóśźżA-Z0-9;",'|] ?){0,6}[a-złż]?`)
		p := person{
			ID:       rapid.StringMatching(`SYN-[0-9]{1,3}`).Draw(t, "id"),
			Sex:      rapid.SampledFrom([]string{"woman", "man", "kobieta", "Mężczyzna", "", "nie wiem"}).Draw(t, "sex"),
			Town:     text.Draw(t, "town"),
			Disabled: rapid.SampledFrom([]string{"", "tak", "NIE", "Odmowa podania danych", "może"}).Draw(t, "disabled"),
			Supports: rapid.SampledFrom([]string{"", "course", "course||training", "kurs|inne", "|"}).Draw(t, "supports"),
		}
		if rapid.Bool().Draw(t, "has age") {
			age := rapid.Int64Range(0, 120).Draw(t, "age")
			p.Age = &age
		}
		if rapid.Bool().Draw(t, "has entry") {
			day := rapid.Int32Range(-20000, 30000).Draw(t, "entry")
			p.Entry = &day
		}
		return p
	})
}

func (p *person) texts() []string {
	age, entry := "", ""
	if p.Age != nil {
		age = fmt.Sprint(*p.Age)
	}
	if p.Entry != nil {
		entry = datasets.FormatDay(*p.Entry)
	}
	return []string{p.ID, p.Sex, age, entry, p.Town, p.Disabled, p.Supports}
}

func writeCSV(path string, people []person) error {
	var out strings.Builder
	w := csv.NewWriter(&out)
	w.Comma = ';'
	if err := w.Write(header()); err != nil {
		return err
	}
	for i := range people {
		if err := w.Write(people[i].texts()); err != nil {
			return err
		}
	}
	w.Flush()
	return errors.Join(w.Error(), os.WriteFile(path, []byte(out.String()), 0o600))
}

func writeXLSX(path string, people []person) error {
	f := excelize.NewFile()
	if err := f.SetSheetRow("Sheet1", "A1", ptr(header())); err != nil {
		return err
	}
	for i := range people {
		var cells []any
		for _, text := range people[i].texts() {
			cells = append(cells, text)
		}
		if people[i].Age != nil {
			cells[2] = *people[i].Age
		}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+2), &cells); err != nil {
			return err
		}
	}
	return errors.Join(f.SaveAs(path), f.Close())
}

func ptr[T any](v T) *T { return &v }

// content is everything a file said: the cells as a frame prints them, and what was wrong,
// where rows count from the first person.
type content struct {
	Records  [][]string
	Problems []string
	Rows     int
}

func read(path string, p *datasets.Profile, firstRow int) (c content, err error) {
	s, err := Open(path, p)
	if err != nil {
		return c, err
	}
	for b, err := range s.Batches() {
		if err != nil {
			return c, err
		}
		df, err := frame.Of(b, frame.WithIdentifying())
		if err != nil {
			return c, err
		}
		c.Records = append(c.Records, df.Records()...)
		for _, p := range b.Problems {
			c.Problems = append(c.Problems, fmt.Sprintf("person %d column %d: %s %s", p.Position.Row-firstRow, p.Position.Column, p.Rule, p.Message.EN))
		}
	}
	c.Rows = s.Conclusions().Rows
	return c, s.Close()
}

// The same people in three formats are the same batches, and the same faults in the same places.
func TestThreeFormatsAreOne(t *testing.T) {
	p := profile(t, "generic")
	dir := t.TempDir()
	path := func(ending string) string { return filepath.Join(dir, "people."+ending) }
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.SliceOfN(drawPerson(), 1, 6).Draw(t, "people")
		if err := errors.Join(writeCSV(path("csv"), people), writeXLSX(path("xlsx"), people), parquet.WriteFile(path("parquet"), people)); err != nil {
			t.Fatal(err)
		}
		var all [3]content
		for i, f := range []struct {
			ending string
			first  int
		}{{"csv", 2}, {"xlsx", 2}, {"parquet", 1}} {
			var err error
			if all[i], err = read(path(f.ending), p, f.first); err != nil {
				t.Fatal(f.ending, err)
			}
		}
		if diff := cmp.Diff(all[0], all[1]); diff != "" {
			t.Fatalf("(-csv +xlsx)\n%s", diff)
		}
		if diff := cmp.Diff(all[0], all[2]); diff != "" {
			t.Fatalf("(-csv +parquet)\n%s", diff)
		}
	})
}

// What a file is shows in its bytes before its ending.
func TestContentBeforeEnding(t *testing.T) {
	dir := t.TempDir()
	people := []person{{ID: "SYN-1", Sex: "woman"}}
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(writeCSV(at("a.txt"), people), writeXLSX(at("b.xlsx"), people), parquet.WriteFile(at("c.csv"), people),
		os.Rename(at("b.xlsx"), at("b.csv")), writeCSV(at("d.xlsx"), people), writeCSV(at("e.parquet"), people), os.WriteFile(at("f"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.txt": "csv", "b.csv": "xlsx", "c.csv": "parquet",
		"d.xlsx": "error: d.xlsx: this is not an XLSX workbook", "e.parquet": "error: e.parquet: this is not a Parquet file", "f": "error: f: the file is empty"} {
		s, err := Open(at(name), profile(t, "generic"))
		got := ""
		if err != nil {
			got = "error: " + err.Error()
		} else {
			got = s.Conclusions().Format
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s; want %s", name, got, want)
		}
	}
}

func TestMissingFilesAndFolders(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "uczestnicy.csv"), []byte("sex\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "uczestnik.csv"):    `did you mean "uczestnicy.csv"?`,
		filepath.Join(dir, "none", "a.csv"):    "check the name in the project file",
		filepath.Join(dir, "quite-other.xlsx"): "check the name in the project file",
		dir:                                    `this is a folder, not a file; name a file inside it, as "uczestnicy.csv"`,
	} {
		_, err := Open(path, profile(t, "generic"))
		var u *datasets.Unreadable
		if !errors.As(err, &u) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want Unreadable with %q", path, err, want)
		}
	}
}

// A sheet that is named of a file without sheets is an error, packed and streamed too; all sheets are all of any file.
func TestASheetOfAFileWithoutSheets(t *testing.T) {
	dir, names := threeFormats(t)
	p, err := profile(t, "generic").With(datasets.Override{Sheet: "Dane"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text := bytesOf(t, filepath.Join(dir, name))
		_, opened := Open(filepath.Join(dir, name), p)
		_, streamed := OpenStream(bytes.NewReader(pack(t, text)), StandardInput, p)
		for _, err := range []error{opened, streamed} {
			if err == nil || strings.Contains(err.Error(), "has no sheets; leave the sheet out") != (filepath.Ext(name) != ".xlsx") {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if p, err = profile(t, "generic").With(datasets.Override{Sheet: "*"}); err != nil {
		t.Fatal(err)
	}
	if _, err := drain(Open(filepath.Join(dir, names[0]), p)); err != nil {
		t.Error(err)
	}
}
