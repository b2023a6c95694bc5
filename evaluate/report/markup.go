package report

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// markup builds HTML of tables. The page around them is a template; the thousands of cells are
// written by hand because that is ten times faster. Words go through text and attr only, which
// escape.
type markup struct {
	bytes.Buffer
	lang   evaluate.Lang
	names  map[string]bool // ids that the page has used
	dagger string          // where the mark of made-up figures is explained
	folder string          // of the project on a page of many; its figures then have no anchors
}

// text writes words.
func (m *markup) text(s string) {
	if strings.ContainsAny(s, escaped) {
		template.HTMLEscape(m, []byte(s))
		return
	}
	m.WriteString(s)
}

// escaped are the characters that [template.HTMLEscape] writes otherwise.
const escaped = "\"'&<>\x00"

// attr writes one attribute with a space before it.
func (m *markup) attr(name, value string) {
	m.WriteByte(' ')
	m.WriteString(name)
	m.WriteString(`="`)
	m.text(value)
	m.WriteByte('"')
}

// element writes words between tags. The tag is a name of ours, with attributes or without.
func (m *markup) element(tag, s string) {
	m.WriteByte('<')
	m.WriteString(tag)
	m.WriteByte('>')
	m.text(s)
	name, _, _ := strings.Cut(tag, " ")
	m.WriteString("</")
	m.WriteString(name)
	m.WriteByte('>')
}

// anchor writes the id attribute of a figure where it stands for the first time on the page.
func (m *markup) anchor(id string) {
	if m.folder != "" {
		m.attr("data-project", m.folder)
		return
	}
	if id == "" || m.names[id] {
		return
	}
	m.names[id] = true
	m.attr("id", id)
}
