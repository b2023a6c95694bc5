package report

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// Every output tells of which figure a number is, or the report knows it: each known figure of the report is found again
// with its value, in each output that has figures.
func TestEveryOutputIsReadBackByFigure(t *testing.T) {
	r := sample(t)
	for name, c := range map[string]struct {
		write func(io.Writer) error
		field string
		want  func(f *evaluate.Figure) string
	}{
		"results.json":    {func(w io.Writer) error { return WriteJSON(w, r) }, "value", func(f *evaluate.Figure) string { return f.Value.String() }},
		"figures.csv":     {func(w io.Writer) error { return WriteFiguresCSV(w, r) }, "value", func(f *evaluate.Figure) string { return f.Value.String() }},
		"figures.parquet": {func(w io.Writer) error { return WriteFiguresParquet(w, r) }, "value_text", func(f *evaluate.Figure) string { return f.Value.String() }},
		"tables.xlsx":     {func(w io.Writer) error { return WriteXLSX(w, r) }, "label_en", func(f *evaluate.Figure) string { return f.Label.EN }},
	} {
		found := map[string]string{}
		for _, p := range reread(t, name, c.write, r) {
			if p.Field == c.field {
				found[p.Figure] = p.Text
			}
		}
		for _, f := range r.Figures.All() {
			if f.Status == evaluate.Known && found[f.ID] != c.want(&f) {
				t.Errorf("%s: %s reads back as %q, want %q", name, f.ID, found[f.ID], c.want(&f))
			}
		}
	}
}

func reread(t *testing.T, name string, write func(io.Writer) error, r *Report) []Printed {
	t.Helper()
	var text bytes.Buffer
	if err := write(&text); err != nil {
		t.Fatal(err)
	}
	all, err := Reread(name, text.Bytes(), r)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		if p.Place == "" || p.Field == "" {
			t.Fatalf("%s: %+v has no place or no field", name, p)
		}
	}
	return all
}

// A page tells text, machine value and detail of a figure; of Markdown and of a table to download the report knows
// the figures.
func TestPagesAndMarkdownAreReadBackByFigure(t *testing.T) {
	r := sample(t)
	for name, write := range map[string]func(io.Writer) error{
		"report.en.html": func(w io.Writer) error { return WriteHTML(w, r, evaluate.EN) },
		"report.pl.html": func(w io.Writer) error { return WriteHTML(w, r, evaluate.PL) },
		"report.pl.md":   func(w io.Writer) error { return WriteMarkdown(w, r, evaluate.PL) },
	} {
		women, _ := r.Figures.Get("participants/women")
		var text, value, download bool
		for _, p := range reread(t, name, write, r) {
			text = text || p.Figure == women.ID && p.Field == "text" && p.Text == "37" || p.About == women.ID && strings.HasPrefix(p.Text, "37")
			value = value || p.Figure == women.ID && p.Field == "value" && p.Text == "37"
			download = download || p.About == women.ID && p.Text == "37" && strings.Contains(p.Place, ".csv, line ")
		}
		if page := strings.HasSuffix(name, ".html"); !text || value != page || download != page {
			t.Errorf("%s: text %t, value %t, table to download %t", name, text, value, download)
		}
	}
}

// A damaged header of a page makes the library panic; that must not end the program, nor be told in its words.
func TestADamagedParquetFileIsAnError(t *testing.T) {
	var out bytes.Buffer
	if err := WriteFiguresParquet(&out, sample(t)); err != nil {
		t.Fatal(err)
	}
	content := bytes.Clone(out.Bytes())
	content[11] ^= 0x01
	if _, err := ReadPrinted("figures.parquet", content); err == nil || strings.Contains(err.Error(), "runtime error") {
		t.Error(err)
	}
}

// What is no such file is an error and never a panic.
func TestBrokenOutputsAreErrors(t *testing.T) {
	for _, name := range []string{"results.json", "figures.parquet", "tables.xlsx", "a.png", "readme.txt"} {
		for _, text := range []string{"", "PAR1PAR1", "PK\x03\x04", "{", "[1] 2", strings.Repeat("[", 5000), "PAR1\x00\x00\x00\xffPAR1"} {
			if _, err := ReadPrinted(name, []byte(text)); err == nil {
				t.Errorf("%s %q was read", name, text[:min(len(text), 12)])
			}
		}
	}
}
