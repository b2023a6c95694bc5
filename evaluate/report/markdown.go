package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// WriteMarkdown writes the report in one language as Markdown with pipe tables, in the order of
// the HTML. Charts are links to charts/<Name>.<lang>.svg beside the file, and left out where the run does
// not write them. An error is told before the first byte is written.
func WriteMarkdown(w io.Writer, r *Report, lang evaluate.Lang) error {
	return writeMarkdown(w, r, &markdown{lang: lang})
}

func writeMarkdown(w io.Writer, r *Report, m *markdown) error {
	parts, err := layout(r)
	if err != nil {
		return err
	}
	m.pictures = r.Outputs.Has(Charts)
	m.title(r)
	m.banner(r)
	m.glance(r)
	for i, p := range parts {
		m.part(i+1, p)
	}
	_, err = w.Write(m.Bytes())
	return err
}

// markdown builds the text. Words of the report go through inMarkdown, which escapes.
type markdown struct {
	bytes.Buffer
	lang     evaluate.Lang
	pictures bool // stand beside the file
	marked   bool // each figure is led by its id, for who looks for its place
	charts   int
}

func (m *markdown) words(t evaluate.Text) string { return inMarkdown(t.In(m.lang)) }

func (m *markdown) paragraph(text string) { m.WriteString(text + "\n\n") }

func (m *markdown) title(r *Report) {
	m.paragraph("# " + m.words(r.Project.Title))
	m.paragraph(say("Raport z ewaluacji projektu EFS", "ESF project evaluation report", m.lang))
	for _, f := range titleLines(r) {
		m.WriteString("- **" + m.words(f.Label) + ":** " + m.words(f.Value) + "\n")
	}
	m.WriteString("\n")
}

// banner says on the first screen that persons are made up.
func (m *markdown) banner(r *Report) {
	s := r.Project.Synthetic
	if s == nil && !anyMadeUp(r) {
		return
	}
	m.WriteString("> **" + say("Dane o osobach są zmyślone.", "The data on persons are made up.", m.lang) + "**")
	if s != nil {
		m.WriteString(" " + m.words(s.Statement))
		for i, match := range s.Matches {
			if i == 0 {
				m.WriteString("\n>\n> " + say("Zgadzają się dokładnie z tymi ogłoszonymi wielkościami:", "They match these published totals exactly:", m.lang) + "\n>")
			}
			m.WriteString("\n> - " + m.words(match))
		}
	}
	if anyMadeUp(r) {
		m.WriteString("\n>\n> † " + daggerText.In(m.lang))
	}
	m.WriteString("\n\n")
}

func (m *markdown) glance(r *Report) {
	m.paragraph("## " + say("W skrócie", "At a glance", m.lang))
	tiles, notes := glance(r)
	for _, t := range tiles {
		m.WriteString("- " + m.words(t.label) + ": **" + m.cell(t.main) + "**")
		for _, u := range t.under {
			m.WriteString("; " + m.words(u.label) + " " + m.cell(u.entry))
		}
		m.WriteString("\n")
	}
	m.WriteString("\n")
	m.notes(notes)
}

func (m *markdown) part(number int, p part) {
	m.paragraph(fmt.Sprintf("## %d. %s", number, m.words(p.title)))
	for _, t := range p.lead {
		m.paragraph(m.words(t))
	}
	for _, one := range p.pieces {
		if one.chart != nil && m.pictures {
			m.charts++
			m.paragraph(fmt.Sprintf("![%s](charts/%s.%s.svg)", m.words(one.chart.Alt), one.chart.Name, m.lang))
			m.paragraph(fmt.Sprintf("*%s %d. %s*", say("Wykres", "Chart", m.lang), m.charts, m.words(one.chart.Title)))
		}
		if one.grid != nil {
			m.table(one.grid)
		}
	}
	for _, t := range p.notes {
		m.paragraph(m.words(t))
	}
	if p.file != "" {
		m.paragraph(say("Wszystkie miejsca podaje plik", "All places are in the file", m.lang) + " [" + p.file + "](" + p.file + ").")
	}
}

// special are the characters that Markdown would read as something else.
var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "#", `\#`, "~", `\~`, "&", `&amp;`, "\r\n", " ", "\n", " ", "\r", " ")

func inMarkdown(s string) string { return special.Replace(s) }
