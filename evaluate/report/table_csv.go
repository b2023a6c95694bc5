package report

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// byteOrderMark makes a spreadsheet read the file as UTF-8.
const byteOrderMark = "\ufeff"

// tableCSV is one table for a spreadsheet of the reader's language: Polish with semicolons and
// decimal commas, English with commas and points. Numbers have full precision and no grouping.
func tableCSV(g *grid, l evaluate.Lang) []byte {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	if l != evaluate.EN {
		w.Comma = ';'
	}
	coded := g.coded()
	for _, record := range tableRecords(g, l, coded) {
		// A bytes.Buffer takes every write.
		_ = w.Write(record)
	}
	w.Flush()
	return b.Bytes()
}

func tableRecords(g *grid, l evaluate.Lang, coded bool) [][]string {
	head := make([]string, 0, len(g.columns)+1)
	if coded {
		head = append(head, say("Kod", "Code", l))
	}
	for _, c := range g.columns {
		head = append(head, inert(c.In(l)))
	}
	records := [][]string{head}
	for _, row := range g.rows {
		record := make([]string, 0, len(head))
		if coded {
			record = append(record, inert(row.code))
		}
		record = append(record, inert(row.label.In(l)))
		for _, e := range row.entries {
			record = append(record, spreadsheetText(e, l))
		}
		records = append(records, record)
	}
	return records
}

// spreadsheetText is a cell as a spreadsheet takes it.
func spreadsheetText(e entry, l evaluate.Lang) string {
	if e.figure == nil {
		return inert(entryWords(e, l))
	}
	if e.figure.Status != evaluate.Known {
		return e.figure.Text(l)
	}
	text := e.figure.Value.String()
	if l != evaluate.EN {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}

// entryWords is an entry that is no figure as one line of words.
func entryWords(e entry, l evaluate.Lang) string {
	switch {
	case len(e.lines) > 0:
		lines := make([]string, len(e.lines))
		for i, t := range e.lines {
			lines[i] = t.In(l)
		}
		return strings.Join(lines, "; ")
	case len(e.ids) > 0:
		return strings.Join(e.ids, " ")
	case e.blank():
		return "–"
	}
	return e.words.In(l)
}

// inert keeps a spreadsheet from taking words for a formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+@-\t\r", rune(s[0])) {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			return "'" + s
		}
	}
	return s
}
