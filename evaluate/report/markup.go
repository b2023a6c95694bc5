package report

import (
	"html/template"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// markup builds HTML of tables. The page around them is a template; the thousands of cells are
// written by hand because that is ten times faster. Words go through text and attr only, which
// escape.
type markup struct {
	strings.Builder
	lang   evaluate.Lang
	names  map[string]bool // ids that the page has used
	dagger string          // where the mark of made-up figures is explained
	folder string          // of the project on a page of many; its figures then have no anchors
}

// text writes words.
func (m *markup) text(s string) { template.HTMLEscape(m, []byte(s)) }

// attr writes one attribute with a space before it.
func (m *markup) attr(name, value string) {
	m.WriteString(" " + name + `="`)
	m.text(value)
	m.WriteString(`"`)
}

// element writes words between tags. The tag is a name of ours, with attributes or without.
func (m *markup) element(tag, s string) {
	m.WriteString("<" + tag + ">")
	m.text(s)
	name, _, _ := strings.Cut(tag, " ")
	m.WriteString("</" + name + ">")
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
