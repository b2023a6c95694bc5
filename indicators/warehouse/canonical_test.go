package warehouse

import (
	"bytes"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
)

// canonicalRows are a batch as the canonical table: its columns, and its rows with tabs between
// cells and \N for what is missing, as COPY of PostgreSQL and TabSeparated of ClickHouse write it.
func canonicalRows(t testing.TB, b *datasets.Batch) (columns []string, rows []byte) {
	t.Helper()
	layout, err := canonical.NewLayout(b)
	if err != nil {
		t.Fatal(err)
	}
	who, err := canonical.NewPseudonyms([]byte("only for tests, thirty-two bytes"))
	if err != nil {
		t.Fatal(err)
	}
	var cell []byte
	for row := range b.Rows() {
		for i := range layout.Columns {
			if i > 0 {
				rows = append(rows, '\t')
			}
			text, ok := layout.Append(cell[:0], i, b, row, who)
			if cell = text; !ok {
				text = []byte(`\N`)
			}
			rows = append(rows, escapes.of(text)...)
		}
		rows = append(rows, '\n')
	}
	return layout.Names(), rows
}

// escaping writes what would end a cell or a row.
type escaping [][2]string

var escapes = escaping{{"\t", `\t`}, {"\n", `\n`}, {"\r", `\r`}}

func (e escaping) of(text []byte) []byte {
	if !bytes.ContainsAny(text, "\t\n\r\\") || string(text) == `\N` {
		return text
	}
	text = bytes.ReplaceAll(text, []byte(`\`), []byte(`\\`))
	for _, pair := range e {
		text = bytes.ReplaceAll(text, []byte(pair[0]), []byte(pair[1]))
	}
	return text
}
