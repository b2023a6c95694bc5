package report

import (
	"fmt"
	"strings"
)

// table writes a grid as a pipe table with its notes.
func (m *markdown) table(g *grid) {
	m.paragraph("**" + m.words(g.title) + "**")
	m.WriteString("|")
	for _, c := range g.columns {
		m.WriteString(" " + m.words(c) + " |")
	}
	m.WriteString("\n| --- |")
	for _, numeric := range g.numeric() {
		if numeric {
			m.WriteString(" ---: |")
		} else {
			m.WriteString(" --- |")
		}
	}
	m.WriteString("\n")
	for _, l := range g.rows {
		m.row(l)
	}
	m.WriteString("\n")
	m.notes(g)
}

func (m *markdown) row(l line) {
	label := m.words(l.label)
	if l.code != "" {
		label = "`" + strings.ReplaceAll(l.code, "`", "") + "` " + label
	}
	if l.total {
		label = "**" + label + "**"
	}
	m.WriteString("| " + label + " |")
	for _, e := range l.entries {
		m.WriteString(" " + m.cell(e) + " |")
	}
	m.WriteString("\n")
}

// cell is an entry on one line, its detail in brackets.
func (m *markdown) cell(e entry) string {
	text := ""
	switch {
	case e.figure != nil:
		text = m.figure(e)
	case len(e.lines) > 0:
		lines := make([]string, len(e.lines))
		for i, t := range e.lines {
			lines[i] = m.words(t)
		}
		text = strings.Join(lines, "<br>")
	case len(e.ids) > 0:
		text = "`" + strings.Join(e.ids, "`, `") + "`"
	case e.blank():
		text = "–"
	case e.code:
		text = "`" + e.words.In(m.lang) + "`"
	default:
		text = strings.TrimSpace(e.sign.glyph() + " " + m.words(e.words))
	}
	for _, n := range e.marks {
		text += fmt.Sprintf(` \[%d\]`, n)
	}
	return text
}

// figure is a number with its mark and detail; what has no value is set in italics.
func (m *markdown) figure(e entry) string {
	text := inMarkdown(e.figure.Text(m.lang))
	if !e.figure.Value.Present() {
		text = "*" + text + "*"
	}
	if e.figure.MadeUp {
		text += "†"
	}
	if d := detail(e.figure, m.lang); d != "" {
		text += " (" + inMarkdown(d) + ")"
	}
	text = Rise(e.figure) + text
	if m.marked && e.figure.ID != "" {
		text = figureBegins + e.figure.ID + figureNamed + text
	}
	return text
}

func (m *markdown) notes(g *grid) {
	for i, n := range g.footnotes {
		m.paragraph(fmt.Sprintf(`\[%d\] %s`, i+1, m.words(n)))
	}
	for _, n := range g.notes {
		m.paragraph(m.words(n))
	}
}
