package report

import (
	"bytes"
	"fmt"
	"html/template"

	"github.com/efseval/efseval/evaluate"
)

// reportPage is the report as its template sees it. The template goes through it once, from
// top to bottom, so that a figure gets its anchor where it stands first.
type reportPage struct {
	*page
	Report *Report
	parts  []part
	charts int
}

// Head is the title block.
func (p *reportPage) Head() []Fact { return titleLines(p.Report) }

// Other is the language of the sister file.
func (p *reportPage) Other() string {
	if p.markup.lang == evaluate.EN {
		return "pl"
	}
	return "en"
}

// Numbers are the files that hold the same numbers for machines.
func (p *reportPage) Numbers() []string {
	var files []string
	for _, f := range []struct {
		kind Output
		name string
	}{{Figures, "figures.csv"}, {JSON, "results.json"}, {Figures, "figures.parquet"}, {XLSX, "tables.xlsx"}} {
		if p.Report.Outputs.Has(f.kind) {
			files = append(files, f.name)
		}
	}
	return files
}

// Between is what stands before an item of a list of the files of [reportPage.Numbers].
func (p *reportPage) Between(i int) string {
	switch i {
	case 0:
		return ""
	case len(p.Numbers()) - 1:
		return p.T(" i ", " and ")
	}
	return ", "
}

// Synthetic is the statement that persons are made up, or nil.
func (p *reportPage) Synthetic() *Synthetic { return p.Report.Project.Synthetic }

// MadeUp tells whether a figure carries the mark of made-up data.
func (p *reportPage) MadeUp() bool { return anyMadeUp(p.Report) }

// Dagger explains that mark.
func (p *reportPage) Dagger() string { return p.In(daggerText) }

// Glance writes the numbers of the first screen.
func (p *reportPage) Glance() template.HTML {
	return p.made(func(m *markup) { m.glance(p.tiles, p.glance) })
}

// sectionView is a part for the template.
type sectionView struct {
	ID     string
	Number int
	Title  string
	Lead   []evaluate.Text
	Pieces []piece
	Notes  []evaluate.Text
	File   string
}

// Sections lists the parts with their numbers.
func (p *reportPage) Sections() []sectionView {
	views := make([]sectionView, len(p.parts))
	for i, one := range p.parts {
		views[i] = sectionView{one.id, i + 1, p.In(one.title), one.lead, one.pieces, one.notes, one.file}
	}
	return views
}

// Piece writes a chart and the table of its numbers.
func (p *reportPage) Piece(one piece) (template.HTML, error) {
	var drawing []byte
	if one.chart != nil {
		svg, ok := one.chart.SVG[p.markup.lang]
		if !ok || len(svg) == 0 {
			return "", fmt.Errorf("chart %s has no SVG in %s; draw it in both languages", one.chart.Name, p.Lang)
		}
		p.charts++
		drawing = inlineSVG(svg)
	}
	return p.made(func(m *markup) {
		if drawing != nil {
			m.chart(one, p.charts, drawing)
		}
		if one.grid != nil {
			m.table(one.grid, p.Report.Project.ID)
		}
	}), nil
}

// inlineSVG is the svg element without what may stand before it in a file of its own.
func inlineSVG(svg []byte) []byte {
	if i := bytes.Index(svg, []byte("<svg")); i > 0 {
		return svg[i:]
	}
	return svg
}

// chart writes a figure. The drawing comes from evaluate/chart and is trusted.
func (m *markup) chart(one piece, number int, drawing []byte) {
	m.WriteString("<figure")
	m.attr("id", "chart-"+one.chart.Name)
	m.WriteString(`><div class="scroll" tabindex="0" role="region"`)
	m.attr("aria-label", one.chart.Title.In(m.lang))
	m.WriteString(">")
	m.Write(drawing)
	m.WriteString("</div><figcaption>")
	m.element("b", fmt.Sprintf("%s %d. ", say("Wykres", "Chart", m.lang), number))
	m.text(one.chart.Title.In(m.lang) + ". ")
	if one.grid != nil {
		m.WriteString("<a")
		m.attr("href", "#table-"+one.grid.id)
		m.WriteString(">")
		m.text(say("Liczby wykresu są w tabeli poniżej.", "The numbers of the chart are in the table below.", m.lang))
		m.WriteString("</a>")
	}
	m.WriteString("</figcaption></figure>\n")
}

// glance writes the tiles and, below them, what is to be said of their numbers.
func (m *markup) glance(tiles []tile, notes *grid) {
	m.WriteString(`<dl class="tiles">`)
	for _, t := range tiles {
		m.WriteString("<div>")
		m.element("dt", t.label.In(m.lang))
		m.WriteString(`<dd class="main">`)
		m.entry(t.main, notes.id)
		m.WriteString("</dd>")
		for _, u := range t.under {
			m.WriteString("<dd><span>")
			m.text(u.label.In(m.lang))
			m.WriteString("</span> ")
			m.entry(u.entry, notes.id)
			m.WriteString("</dd>")
		}
		m.WriteString("</div>")
	}
	m.WriteString("</dl>")
	m.notes(notes)
}
