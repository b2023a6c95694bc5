package report

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// The marks around a figure in Markdown that is written to learn where figures stand. They are of no script.
const (
	figureBegins = "\ue000"
	figureNamed  = "\ue001"
)

// languageOf is the language in the name of an output: report.pl.md.
func languageOf(name string) evaluate.Lang {
	if strings.HasSuffix(strings.TrimSuffix(name, path.Ext(name)), ".en") {
		return evaluate.EN
	}
	return evaluate.PL
}

// readPrintedMarkdown lists the lines of a report in Markdown, those of tables and of the first numbers cell by
// cell.
func readPrintedMarkdown(content []byte) ([]Printed, error) {
	var all []Printed
	number := 0
	for line := range bytes.Lines(content) {
		number++
		text := strings.TrimRight(string(line), "\n")
		if strings.TrimSpace(text) == "" {
			continue
		}
		for i, cell := range markdownCells(text) {
			all = append(all, Printed{Field: "text", Text: cell, Place: fmt.Sprintf("line %d, cell %d", number, i+1)})
		}
	}
	return all, nil
}

func markdownCells(line string) []string {
	if strings.HasPrefix(line, "|") {
		return strings.Split(strings.Trim(line, "| "), " | ")
	}
	if strings.HasPrefix(line, "- ") {
		return strings.Split(line, "; ")
	}
	return []string{line}
}

// cellsOfMarkdown tells of which figure each cell of a report in Markdown is.
func cellsOfMarkdown(r *Report, lang evaluate.Lang) (map[string]string, error) {
	var marked bytes.Buffer
	if err := writeMarkdown(&marked, r, &markdown{lang: lang, marked: true}); err != nil {
		return nil, err
	}
	cells, err := readPrintedMarkdown(marked.Bytes())
	about := map[string]string{}
	for _, c := range cells {
		if _, after, found := strings.Cut(c.Text, figureBegins); found {
			about[c.Place], _, _ = strings.Cut(after, figureNamed)
		}
	}
	return about, err
}
