package report

import (
	"encoding/base64"
	"strconv"
)

// table writes a grid: caption, rows in a box that scrolls by itself, footnotes, and its numbers
// as a CSV file to take away.
func (m *markup) table(g *grid, file string) {
	id := "table-" + g.id
	m.WriteString(`<div class="table"`)
	m.attr("id", id)
	m.WriteString(`><div class="scroll" tabindex="0" role="region"`)
	m.attr("aria-labelledby", id+"-title")
	m.WriteString("><table><caption")
	m.attr("id", id+"-title")
	m.WriteString(">")
	m.element("span", g.title.In(m.lang))
	m.WriteString("</caption>")
	numeric := g.numeric()
	m.head(g, numeric)
	m.WriteString("<tbody>")
	for _, l := range g.rows {
		m.row(g, l, numeric)
	}
	m.WriteString("</tbody></table></div>")
	m.notes(g)
	m.download(g, file)
	m.WriteString("</div>\n")
}

func (m *markup) head(g *grid, numeric []bool) {
	m.WriteString("<thead><tr>")
	for i, c := range g.columns {
		class := ""
		if i > 0 && numeric[i-1] {
			class = ` class="number"`
		}
		m.element(`th scope="col"`+class, c.In(m.lang))
	}
	m.WriteString("</tr></thead>")
}

func (m *markup) row(g *grid, l line, numeric []bool) {
	m.WriteString("<tr")
	if l.total {
		m.WriteString(` class="total"`)
	}
	m.WriteString(`><th scope="row">`)
	if l.code != "" {
		m.element("code", l.code)
		m.WriteString(" ")
	}
	m.text(l.label.In(m.lang))
	m.WriteString("</th>")
	for i, e := range l.entries {
		if numeric[i] {
			m.WriteString(`<td class="number">`)
		} else {
			m.WriteString("<td>")
		}
		m.entry(e, g.id)
		m.WriteString("</td>")
	}
	m.WriteString("</tr>\n")
}

// notes writes the footnotes of a table and what is to be said of the whole of it.
func (m *markup) notes(g *grid) {
	if len(g.footnotes) > 0 {
		m.WriteString(`<ol class="notes">`)
		for i, n := range g.footnotes {
			number := strconv.Itoa(i + 1)
			m.WriteString(`<li id="note-` + g.id + "-" + number + `"><span>[` + number + `]</span> `)
			m.text(n.In(m.lang))
			m.WriteString("</li>")
		}
		m.WriteString("</ol>")
	}
	for _, n := range g.notes {
		m.element(`p class="notes"`, n.In(m.lang))
	}
}

func (m *markup) download(g *grid, file string) {
	m.WriteString(`<p class="download"><a`)
	m.attr("download", file+"-"+g.id+"."+string(m.lang)+".csv")
	m.WriteString(` href="data:text/csv;charset=utf-8;base64,`)
	m.Write(base64.StdEncoding.AppendEncode(m.AvailableBuffer(), tableCSV(g, m.lang)))
	m.WriteString(`">`)
	m.text(say("Pobierz tabelę jako CSV", "Download the table as CSV", m.lang))
	m.WriteString("</a></p>")
}
