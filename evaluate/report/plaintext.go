package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// WriteText writes the named sections of the report in one language as text for a terminal of width
// characters (0: lines are not wrapped): each paragraph, each table in columns, its notes. A chart is left
// out, for its numbers stand in its table. A section that the report does not have is passed over. An error
// is told before the first byte is written.
func WriteText(w io.Writer, r *Report, lang evaluate.Lang, width int, sections ...string) error {
	parts, err := layout(r)
	if err != nil {
		return err
	}
	t := &plainText{lang: lang, width: width}
	for _, p := range parts {
		if slices.Contains(sections, p.id) {
			t.part(p)
		}
	}
	_, err = io.WriteString(w, datasets.VisibleLines(strings.TrimRight(t.String(), "\n")+"\n"))
	return err
}

// plainText builds the text.
type plainText struct {
	bytes.Buffer
	lang  evaluate.Lang
	width int
}

func (t *plainText) part(p part) {
	for _, lead := range p.lead {
		t.paragraph(lead.In(t.lang), 0)
	}
	for _, one := range p.pieces {
		if one.grid != nil {
			t.table(one.grid)
		}
	}
	for _, note := range p.notes {
		t.paragraph(note.In(t.lang), 0)
	}
}

// paragraph is a text wrapped at the width, with a blank line behind it.
func (t *plainText) paragraph(text string, indent int) {
	t.wrap(text, indent)
	t.WriteString("\n")
}

func (t *plainText) wrap(text string, indent int) {
	for i, line := range Wrap(text, t.width-indent) {
		if i > 0 {
			t.WriteString(strings.Repeat(" ", indent))
		}
		t.WriteString(line + "\n")
	}
}

// table prints a grid: labels to the left, numbers to the right. Where all columns do not fit beside the
// label, each stands on a line of its own under it.
func (t *plainText) table(g *grid) {
	t.WriteString(strings.ToUpper(g.title.In(t.lang)) + "\n")
	rows := t.cells(g)
	label, columns := textWidths(rows)
	total := label
	for _, c := range columns {
		total += 2 + c
	}
	if t.width > 0 && total > t.width {
		t.below(rows)
	} else {
		t.beside(rows, label, columns, g.numeric())
	}
	t.WriteString("\n")
	for i, n := range g.footnotes {
		t.wrap(fmt.Sprintf("[%d] %s", i+1, n.In(t.lang)), 4)
	}
	for _, n := range g.notes {
		t.wrap(n.In(t.lang), 0)
	}
	if len(g.footnotes)+len(g.notes) > 0 {
		t.WriteString("\n")
	}
}

// cells are the texts of a grid, the headings first.
func (t *plainText) cells(g *grid) [][]string {
	head := make([]string, len(g.columns))
	for i, c := range g.columns {
		head[i] = c.In(t.lang)
	}
	rows := [][]string{head}
	for _, l := range g.rows {
		row := []string{strings.TrimSpace(l.code + " " + l.label.In(t.lang))}
		for _, e := range l.entries {
			row = append(row, t.cell(e))
		}
		rows = append(rows, row)
	}
	return rows
}

// cell is an entry on one line, its detail in brackets.
func (t *plainText) cell(e entry) string {
	text := ""
	switch {
	case e.figure != nil:
		text = Rise(e.figure) + e.figure.Text(t.lang)
		if e.figure.MadeUp {
			text += "†"
		}
		if d := detail(e.figure, t.lang); d != "" {
			text += " (" + d + ")"
		}
	case len(e.lines) > 0:
		lines := make([]string, len(e.lines))
		for i, line := range e.lines {
			lines[i] = line.In(t.lang)
		}
		text = strings.Join(lines, "; ")
	case len(e.ids) > 0:
		text = strings.Join(e.ids, ", ")
	case e.blank():
		text = "–"
	default:
		text = strings.TrimSpace(e.sign.glyph() + " " + e.words.In(t.lang))
	}
	for _, n := range e.marks {
		text += fmt.Sprintf(" [%d]", n)
	}
	return text
}

// textWidths are the widths of the labels and of each column.
func textWidths(rows [][]string) (label int, columns []int) {
	columns = make([]int, len(rows[0])-1)
	for _, row := range rows {
		label = max(label, utf8.RuneCountInString(row[0]))
		for i, c := range row[1:] {
			columns[i] = max(columns[i], utf8.RuneCountInString(c))
		}
	}
	return label, columns
}

func (t *plainText) beside(rows [][]string, label int, columns []int, numeric []bool) {
	for _, row := range rows {
		line := pad(row[0], label, false)
		for i, c := range row[1:] {
			line += "  " + pad(c, columns[i], numeric[i])
		}
		t.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// below prints each cell under the label of its row, behind the heading of its column.
func (t *plainText) below(rows [][]string) {
	for _, row := range rows[1:] {
		t.wrap(row[0], 2)
		for i, c := range row[1:] {
			t.WriteString("  ")
			t.wrap(rows[0][i+1]+": "+c, 4)
		}
	}
}

// pad fills a text with spaces: behind it, or before it where it is set flush right.
func pad(s string, width int, right bool) string {
	space := strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
	if right {
		return space + s
	}
	return s + space
}
