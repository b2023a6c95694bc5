package report

import (
	"strconv"

	"github.com/efseval/efseval/evaluate"
)

// entry writes the content of a cell. Footnotes of the grid with this id are linked.
func (m *markup) entry(e entry, grid string) {
	switch {
	case e.figure != nil:
		m.figure(e.figure)
	case len(e.lines) > 0:
		m.lines(e.lines)
	case len(e.ids) > 0:
		m.ids(e.ids)
	case e.sign != "":
		m.sign(e)
	case e.code:
		m.element("code", e.words.In(m.lang))
	case e.blank():
		m.WriteString(`<span class="none">–</span>`)
	default:
		m.text(e.words.In(m.lang))
	}
	m.marks(e.marks, grid)
	if e.figure != nil {
		if d := detail(e.figure, m.lang); d != "" {
			m.element(`small class="detail"`, d)
		}
	}
}

// figure writes a number as a data element: value for machines, text for people.
func (m *markup) figure(f *evaluate.Figure) {
	m.WriteString(Rise(f) + "<data")
	m.anchor(f.ID)
	if f.ID != "" {
		m.attr("data-figure", f.ID)
	}
	m.attr("value", f.Value.String())
	switch f.Status {
	case evaluate.Known:
		m.attr("class", "known")
	case evaluate.Suppressed:
		m.attr("class", "hidden")
	default:
		m.attr("class", "missing")
	}
	m.WriteString(">")
	m.text(f.Text(m.lang))
	m.WriteString("</data>")
	if f.MadeUp {
		m.WriteString(`<a class="dagger" href="#` + m.dagger + `">†</a>`)
	}
}

func (m *markup) lines(lines []evaluate.Text) {
	if len(lines) == 1 {
		m.text(lines[0].In(m.lang))
		return
	}
	m.WriteString("<ul>")
	for _, l := range lines {
		m.element("li", l.In(m.lang))
	}
	m.WriteString("</ul>")
}

// ids writes IDs of figures, each leading to where the figure stands.
func (m *markup) ids(ids []string) {
	for i, id := range ids {
		if i > 0 {
			m.WriteString(" ")
		}
		if !m.names[id] {
			m.element("code", id)
			continue
		}
		m.WriteString("<a")
		m.attr("href", "#"+id)
		m.WriteString(">")
		m.element("code", id)
		m.WriteString("</a>")
	}
}

func (m *markup) sign(e entry) {
	m.WriteString(`<span class="sign ` + string(e.sign) + `"><svg aria-hidden="true" width="16" height="16"><use href="#sign-` + string(e.sign) + `"/></svg>`)
	m.element("b", e.words.In(m.lang))
	m.WriteString("</span>")
}

// marks writes the numbers of footnotes in brackets, so that none is read as a digit.
func (m *markup) marks(marks []int, grid string) {
	for _, n := range marks {
		number := strconv.Itoa(n)
		m.WriteString(`<sup><a href="#note-` + grid + "-" + number + `">[` + number + `]</a></sup>`)
	}
}
