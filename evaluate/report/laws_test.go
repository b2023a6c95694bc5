package report

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
)

// namedWriter is a writer under the name of its file.
type namedWriter struct {
	name  string
	write func(io.Writer, *Report) error
}

func writers() []namedWriter {
	in := func(write func(io.Writer, *Report, evaluate.Lang) error, l evaluate.Lang) func(io.Writer, *Report) error {
		return func(w io.Writer, r *Report) error { return write(w, r, l) }
	}
	return []namedWriter{
		{"report.pl.html", in(WriteHTML, evaluate.PL)}, {"report.en.html", in(WriteHTML, evaluate.EN)},
		{"report.pl.md", in(WriteMarkdown, evaluate.PL)}, {"report.en.md", in(WriteMarkdown, evaluate.EN)},
		{"tables.xlsx", WriteXLSX}, {"results.json", WriteJSON}, {"figures.csv", WriteFiguresCSV}, {"problems.csv", WriteProblemsCSV},
		{"figures.parquet", WriteFiguresParquet},
	}
}

func TestSameReportSameBytes(t *testing.T) {
	for _, w := range append(writers(), namedWriter{"index.html", writeSampleIndex(t)}) {
		first := written(t, w.write, large(t))
		for range 4 {
			if !bytes.Equal(first, written(t, w.write, large(t))) {
				t.Errorf("%s differs between two writes", w.name)
			}
		}
	}
}

// The projects of a run are written side by side: writers share nothing that changes.
func TestWritersSideBySide(t *testing.T) {
	r := sample(t)
	for _, w := range writers() {
		want := written(t, w.write, r)
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			if !bytes.Equal(want, written(t, w.write, r)) {
				t.Error("differs from what it is alone")
			}
		})
	}
}

// A broken report is told before the first byte, by every writer that prints sections.
func TestBrokenReportWritesNothing(t *testing.T) {
	table := func(r *Report) *Table { return r.Sections[0].Blocks[0].Table }
	for _, c := range []struct {
		name  string
		spoil func(*Report)
		want  string
		only  string
	}{
		{"unknown figure", func(r *Report) { table(r).Rows[0].Cells[0] = F("participants/nobody") }, "participants/nobody", ""},
		{"too few cells", func(r *Report) { table(r).Rows[0].Cells = nil }, "table targets, row 1", ""},
		{"table twice", func(r *Report) { r.Sections[1].Blocks[0].Table.ID = "targets" }, `"table-targets"`, ""},
		{"section named as ours", func(r *Report) { r.Sections[1].ID = "main" }, `"main"`, ""},
		{"no figures", func(r *Report) { r.Figures = nil }, "no figures", ""},
		{"chart in one language", func(r *Report) { delete(r.Sections[0].Blocks[0].Chart.SVG, evaluate.PL) }, "chart targets has no SVG in pl", "report.pl.html"},
	} {
		for _, w := range writers()[:5] {
			if c.only != "" && c.only != w.name {
				continue
			}
			r := sample(t)
			c.spoil(r)
			var b bytes.Buffer
			err := w.write(&b, r)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s, %s: error is %v, want one that names %s", c.name, w.name, err, c.want)
			}
			if b.Len() > 0 {
				t.Errorf("%s, %s: %d bytes were written", c.name, w.name, b.Len())
			}
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("disk is full")

func TestWriteErrorIsTold(t *testing.T) {
	for _, w := range append(writers(), namedWriter{"index.html", writeSampleIndex(t)}) {
		if err := w.write(full{}, sample(t)); !errors.Is(err, errFull) {
			t.Errorf("%s: error is %v, want %v", w.name, err, errFull)
		}
	}
}

var (
	dataElement   = regexp.MustCompile(`<data[^>]*?data-figure="([^"]*)" value="([^"]*)"[^>]*>([^<]*)</data>`)
	detailElement = regexp.MustCompile(`<small class="detail">([^<]*)</small>`)
	localNumber   = regexp.MustCompile("[−-]?[0-9][0-9.,\u00a0]*")
)

// numbersOf lists the numbers that a page prints of figures, with their IDs, in plain form.
func numbersOf(page []byte, l evaluate.Lang) []string {
	var all []string
	for _, m := range dataElement.FindAllSubmatch(page, -1) {
		all = append(all, string(m[1])+" = "+string(m[2])+" printed "+plainNumbers(string(m[3]), l))
	}
	for _, m := range detailElement.FindAllSubmatch(page, -1) {
		all = append(all, "detail "+plainNumbers(string(m[1]), l))
	}
	slices.Sort(all)
	return all
}

// plainNumbers takes the numbers out of a text and the locale out of the numbers.
func plainNumbers(text string, l evaluate.Lang) string {
	group, point := "\u00a0", ","
	if l == evaluate.EN {
		group, point = ",", "."
	}
	var numbers []string
	for _, n := range localNumber.FindAllString(text, -1) {
		n = strings.TrimRight(n, "., \u00a0")
		n = strings.ReplaceAll(strings.ReplaceAll(n, group, ""), point, "#")
		numbers = append(numbers, strings.ReplaceAll(n, "−", "-"))
	}
	return strings.Join(numbers, " ")
}

func TestBothLanguagesPrintTheSameNumbers(t *testing.T) {
	r := large(t)
	pl := numbersOf(written(t, writers()[0].write, r), evaluate.PL)
	en := numbersOf(written(t, writers()[1].write, r), evaluate.EN)
	if len(pl) < 250 {
		t.Fatalf("only %d numbers were found; the pattern no longer fits the page", len(pl))
	}
	if diff := cmp.Diff(pl, en); diff != "" {
		t.Errorf("numbers differ (-pl +en):\n%s", diff)
	}
}

// Whatever stands in a label, it cannot become markup, a new cell or a new row.
func TestWordsStayWords(t *testing.T) {
	clean := string(written(t, writers()[0].write, sample(t)))
	rapid.Check(t, func(rt *rapid.T) {
		evil := rapid.SampledFrom([]string{`<script>x</script>`, `"><img src=x>`, `a|b`, "a\nb", `*b* _c_ [d](e)`, `=1+1`, `</style>`, `\`}).Draw(rt, "words")
		r := sample(t)
		r.Project.Title = evaluate.Same(evil)
		r.Sections[0].Title = evaluate.Same(evil)
		table := r.Sections[0].Blocks[0].Table
		table.Title, table.Columns[1], table.Rows[0].Label = evaluate.Same(evil), evaluate.Same(evil), evaluate.Same(evil)
		table.Rows[0].Cells[2] = W(evaluate.Same(evil))
		page := string(written(t, writers()[0].write, r))
		for _, mark := range []string{"<script", "<img", "</style><"} {
			if strings.Count(page, mark) > strings.Count(clean, mark) {
				rt.Errorf("%q became markup", evil)
			}
		}
		for _, row := range strings.Split(string(written(t, writers()[2].write, r)), "\n") {
			if strings.HasPrefix(row, "| "+inMarkdown(evil)) && strings.Count(row, "|")-strings.Count(row, `\|`) != 5 {
				rt.Errorf("%q broke the row %q", evil, row)
			}
		}
	})
}
