package files

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// referenceCase is a case of shared/reference/09_ingestion/manifest.json: files made by other
// programs (Python, Excel writers, DuckDB) with what every reader must find in them.
type referenceCase struct {
	File    string                `json:"file"`
	Expect  string                `json:"expect"`
	Rows    *int                  `json:"rows"`
	Line    int                   `json:"line"`
	Columns any                   `json:"columns"` // names, or for Parquet names with types
	Values  map[string][]any      `json:"values"`
	Records []map[string]string   `json:"records_text"`
	Stats   map[string]statistics `json:"stats"`
	Missing []string              `json:"declared_missing"`
}

type statistics struct {
	NonNull int      `json:"non_null"`
	Sum     *float64 `json:"sum"`
}

// reference finds the folder of reference data: EFSEVAL_REFERENCE, or upwards from here.
func reference(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("EFSEVAL_REFERENCE"); dir != "" {
		return filepath.Join(dir, "09_ingestion")
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		for _, at := range []string{filepath.Join(dir, "shared"), filepath.Join(filepath.Dir(dir), "shared")} {
			path := filepath.Join(at, "reference", "09_ingestion")
			if _, err := os.Stat(path); err == nil {
				return path
			}
		}
	}
	t.Skip("shared/reference is not beside this checkout; set EFSEVAL_REFERENCE")
	return ""
}

// TestReferenceFiles reads the files that a reader with a given list of columns can answer for.
// What needs more (a row filter, a merged header, generated gigabytes) is logged, not judged.
func TestReferenceFiles(t *testing.T) {
	dir := reference(t)
	text, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct {
		Files []referenceCase `json:"files"`
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	for _, c := range manifest.Files {
		t.Run(c.File, func(t *testing.T) {
			if strings.HasPrefix(c.File, "GENERATED") {
				t.Skip("made by a script, gigabytes")
			}
			if len(c.Missing) > 0 {
				t.Skip("declared missing codes of number columns are not a part of a profile yet")
			}
			c.judge(t, filepath.Join(dir, c.File))
		})
	}
}

func (c *referenceCase) judge(t *testing.T, path string) {
	table, err := readTable(path, c.profile(t, path))
	var u *datasets.Unreadable
	if err != nil && (!errors.As(err, &u) || u.Next == "") {
		t.Errorf("the error has no next step: %v", err)
	}
	switch c.Expect {
	case "ok":
		if err != nil {
			t.Fatal(err)
		}
		c.compare(t, table)
	case "error":
		if err == nil && !table.told(c.Line) {
			t.Errorf("read in silence; told %v", table.problems)
		}
	default:
		t.Logf("%s: %d rows, %d problems, error %v", c.Expect, table.rows, len(table.problems), err)
	}
}

// profile takes every column of the case as an item: text, or number or date where the expected
// values are.
func (c *referenceCase) profile(t *testing.T, path string) *datasets.Profile {
	t.Helper()
	headers := c.headers(path)
	o := datasets.Override{Dates: []datasets.DateLayout{"dd.MM.yyyy"}, Columns: map[string][]string{}}
	for i, h := range headers {
		name := fmt.Sprintf("item%d", i)
		if o.Columns[h] == nil {
			o.Items = append(o.Items, datasets.Field{Name: name, Kind: c.kind(h), Label: datasets.Label{PL: h, EN: h}})
			o.Columns[name] = []string{h}
		}
	}
	if len(headers) == 0 {
		headers = []string{"id"}
	}
	p, err := datasets.ParseProfile([]byte("name: reference\nschema: answers\nsplit: '|'\ncolumns: [{field: code, header: [" + fmt.Sprintf("%q", headers[0]) + "]}]\n"))
	if err == nil {
		p, err = p.With(o)
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (c *referenceCase) headers(path string) (headers []string) {
	if names, ok := c.Columns.([]any); ok {
		for _, n := range names {
			if h, ok := n.(string); ok {
				headers = append(headers, h)
			}
		}
	}
	switch {
	case len(headers) > 0:
		return headers
	case len(c.Stats) > 0:
		for _, h := range []string{"id", "plec", "wiek", "data_rozpoczecia", "kwota", "ocena_przed", "ocena_po", "wskaznik", "ukonczyl", "znacznik", "uwagi"} {
			if _, ok := c.Stats[h]; ok {
				headers = append(headers, h)
			}
		}
		return headers
	}
	text, err := os.ReadFile(path)
	if err != nil || !strings.HasSuffix(path, ".csv") {
		return []string{"id"}
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(text), "sep=;\n"), "\n")
	for _, h := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(";,\"\r", r) }) {
		if datasets.Fold(h) != "" {
			headers = append(headers, h)
		}
	}
	return headers
}

func (c *referenceCase) kind(header string) datasets.Kind {
	if s, ok := c.Stats[header]; ok && s.Sum != nil {
		return datasets.Number
	}
	for _, v := range c.Values[header] {
		if _, ok := v.(float64); ok {
			return datasets.Number
		}
	}
	if strings.HasPrefix(header, "data_") {
		return datasets.Date
	}
	return datasets.Text
}
