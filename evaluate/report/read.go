package report

import (
	"fmt"
	"path"
	"strings"
)

// Printed is one thing that an output says, as it stands there: a number of a figure, or anything else.
type Printed struct {
	Figure string // id; empty where the output does not say of which figure it is
	Field  string // what it is: value, text, note_pl, xl cell, path of JSON; the same in every run
	Text   string
	Place  string // where a person finds it: line 12, figures!D7
	About  string // figure id that only the report knows, of [Reread]; empty where there is none
}

// maxDepth is the most that an output may be nested.
const maxDepth = 100

// ReadPrinted lists what an output says, in its order: of results.json, figures.csv, figures.parquet,
// tables.xlsx, the HTML reports, Markdown, charts and manifest.json, known by the ending of the name. Nothing of
// it is believed: a file that cannot be read as its name says is an error.
func ReadPrinted(name string, content []byte) (all []Printed, err error) {
	defer func() {
		if cause := recover(); cause != nil { // the libraries of Parquet and XLSX follow what a broken file says
			all, err = nil, fmt.Errorf("report: %s cannot be decoded: it is damaged", name)
		}
	}()
	read, known := map[string]func([]byte) ([]Printed, error){
		".json": readPrintedJSON, ".csv": readPrintedCSV, ".parquet": readPrintedParquet, ".xlsx": readPrintedXLSX,
		".html": readPrintedHTML, ".svg": readPrintedHTML, ".md": readPrintedMarkdown, ".png": readPrintedPNG,
	}[strings.ToLower(path.Ext(name))]
	if !known {
		return nil, fmt.Errorf("report: %s is none of the outputs of a run", name)
	}
	if all, err = read(content); err != nil {
		return nil, fmt.Errorf("report: %s cannot be decoded: %w", name, err)
	}
	return all, nil
}

// Reread is [ReadPrinted] of an output that was just written of a report. It knows more than the file says:
// of which figure a cell of a workbook, of Markdown or of a table to download is.
func Reread(name string, content []byte, r *Report) ([]Printed, error) {
	all, err := ReadPrinted(name, content)
	if err != nil {
		return nil, err
	}
	var about map[string]string
	switch path.Ext(name) {
	case ".xlsx":
		about, err = cellsOfBook(r)
	case ".md":
		about, err = cellsOfMarkdown(r, languageOf(name))
	case ".html":
		about, err = cellsOfDownloads(r, languageOf(name))
	}
	for i := range all {
		if all[i].About = about[all[i].Place]; all[i].About == "" {
			all[i].About = about[all[i].Field] // of a table to download, where two columns may have one heading
		}
	}
	return all, err
}

// lineCount counts lines while a text is read on.
type lineCount struct {
	text     []byte
	at, line int // line counts from 0
}

// of is the line, from 1, of an offset that is not before the last one asked for.
func (c *lineCount) of(offset int) int {
	for ; c.at < min(offset, len(c.text)); c.at++ {
		if c.text[c.at] == '\n' {
			c.line++
		}
	}
	return c.line + 1
}

func lineWord(n int) string { return fmt.Sprintf("line %d", n) }
