package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// writeText prints the table for people, wrapped to a terminal of so many characters; 0: not at all.
func (c *counted) writeText(w io.Writer, lang evaluate.Lang, width int) error {
	var out bytes.Buffer
	for _, line := range c.head() {
		writeWrapped(&out, line.In(lang), 0, width)
	}
	notes := &footnotes{}
	fmt.Fprintln(&out)
	c.grid(c.table, c.lines(c.table), notes, lang).write(&out, width)
	below := append(c.thresholds(c.table), c.below(c.table)...)
	below = append(below, c.restsOn(c.table)...)
	below = append(append(below, c.unsplit()...), c.parameters())
	fmt.Fprintln(&out)
	for _, line := range below {
		writeWrapped(&out, line.In(lang), 2, width)
	}
	notes.write(&out, lang, width)
	_, err := io.WriteString(w, datasets.VisibleLines(out.String()))
	return err
}

// grid lays the figures out: code, name, a column a group, and of those eligible the share.
func (c *counted) grid(t *indicators.Table, lines []countLine, notes *footnotes, lang evaluate.Lang) *grid {
	out := &grid{head: []string{"", ""}, short: []string{"", ""}}
	for _, g := range t.Groups {
		out.head, out.short = append(out.head, groupHead(g).In(lang)), append(out.short, groupSign(g).In(lang))
		if g != indicators.Total {
			out.legend = joined(", ", out.legend, groupSign(g).In(lang)+" – "+said(g.Label(), lang))
		}
	}
	if slices.ContainsFunc(lines, func(l countLine) bool { return l.shared }) {
		share := []string{evaluate.T("z", "of").In(lang), evaluate.T("odsetek", "share").In(lang)}
		out.head, out.short = append(out.head, share...), append(out.short, share...)
	}
	parts := c.partLines(t)
	before := indicators.Stage("")
	for i, l := range lines {
		if i > 0 && l.stage != before {
			out.rows = append(out.rows, gridRow{})
		}
		before = l.stage
		out.rows = append(out.rows, l.gridRow(t.Set, notes, lang))
		for _, p := range parts {
			part := p.lines[i].gridRow(t.Set, notes, lang)
			part.code, part.name = "", "– "+said(p.label, lang)
			out.rows = append(out.rows, part)
		}
	}
	return out
}

// groupHead is the heading of a group, short enough for a column.
func groupHead(g indicators.Group) evaluate.Text {
	switch g {
	case indicators.NonBinary:
		return evaluate.T("niebin.", "non-bin.")
	case indicators.UnknownSex:
		return evaluate.T("płeć ?", "sex ?")
	}
	return evaluate.T(g.Label().PL, g.Label().EN)
}

// groupSign is the heading of a group on a narrow terminal.
func groupSign(g indicators.Group) evaluate.Text {
	switch g {
	case indicators.Women:
		return evaluate.T("K", "W")
	case indicators.Men:
		return evaluate.Same("M")
	case indicators.NonBinary:
		return evaluate.Same("NB")
	case indicators.UnknownSex:
		return evaluate.Same("?")
	}
	return groupHead(g)
}

func (l *countLine) gridRow(set *indicators.Set, notes *footnotes, lang evaluate.Lang) gridRow {
	row := gridRow{code: l.code, name: said(l.name, lang)}
	total := l.row.Cells[len(l.row.Cells)-1]
	if !slices.ContainsFunc(l.row.Cells, func(c indicators.Cell) bool { return c.Available }) {
		row.words = evaluate.T("brak danych", "not available").In(lang) + " " + notes.mark(total.Why)
		return row
	}
	for _, cell := range l.row.Cells {
		row.cells = append(row.cells, cellText(cell, notes, lang))
	}
	if l.shared && total.Available {
		row.cells = append(row.cells, number(total.Den, lang), evaluate.Share.Format(evaluate.Ratio(total.Num, total.Den), lang))
	}
	if len(l.row.Without) > 0 {
		row.name += " " + notes.mark(without(set.SayNeeds(l.row.Without)))
	}
	return row
}

func cellText(c indicators.Cell, notes *footnotes, lang evaluate.Lang) string {
	if !c.Available {
		return "– " + notes.mark(c.Why)
	}
	return number(c.Num, lang)
}

func number(n int64, lang evaluate.Lang) string {
	return evaluate.Persons.Format(evaluate.Count(int(n)), lang)
}

// without says which optional columns a count did without.
func without(columns datasets.Label) datasets.Label {
	return datasets.Label{PL: "policzono bez kolumn, których eksport nie ma: " + columns.PL, EN: "counted without columns that the export does not have: " + columns.EN}
}

// below says who is not in the totals, who declined to answer and which rows are no participants.
func (c *counted) below(t *indicators.Table) []evaluate.Text {
	var incomplete, refused, aside evaluate.Text
	for _, l := range c.gapLines(t) {
		total := l.row.Cells[len(l.row.Cells)-1]
		switch {
		case !total.Available:
		case strings.HasPrefix(l.code, "refused/"):
			refused = refused.Joined(", ", numbered(l.name, total.Num))
		default:
			incomplete = incomplete.Joined(", ", numbered(l.name, total.Num))
		}
	}
	if c.export != nil && len(c.codes) == 0 {
		for _, s := range c.export.rows.Aside {
			aside = aside.Joined(", ", numbered(datasets.Label{PL: s.Record.PL, EN: s.Record.EN}, int64(s.Rows)))
		}
	}
	var lines []evaluate.Text
	for _, l := range []struct{ head, list evaluate.Text }{
		{evaluate.T("Rekordy niepełne, tylko wśród wszystkich osób objętych wsparciem; bez pola: ", "Incomplete records, in the grand total only; without: "), incomplete},
		{evaluate.T("Odmowy odpowiedzi (liczone jako niespełniające, rekord pozostaje pełny): ", "Refused to answer (counted as not meeting, the record stays complete): "), refused},
		{evaluate.T("Wiersze, które nie są uczestnikami: ", "Rows that are no participants: "), aside},
	} {
		if !l.list.Empty() {
			lines = append(lines, l.head.Joined("", l.list))
		}
	}
	return lines
}

func numbered(name datasets.Label, n int64) evaluate.Text {
	return evaluate.T(name.PL+" "+number(n, evaluate.PL), name.EN+" "+number(n, evaluate.EN))
}
