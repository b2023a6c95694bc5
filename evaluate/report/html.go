package report

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"github.com/efseval/efseval/evaluate"
)

//go:embed page
var pageFiles embed.FS

// pageTemplates are the pages as they stand in the folder page, read once.
var pageTemplates = sync.OnceValues(func() (*template.Template, error) {
	return template.ParseFS(pageFiles, "page/*.html.tmpl")
})

// pageStyle is the style sheet that every page carries in itself.
var pageStyle = sync.OnceValues(func() (template.CSS, error) {
	css, err := pageFiles.ReadFile("page/style.css")
	return template.CSS(css), err
})

// WriteHTML writes the report in one language as one self-contained file: no script, nothing
// fetched, charts inlined as SVG, each followed by the table of its numbers. It prints on A4 and
// is readable on a phone. A figure stands in
//
//	<data id="participants/total" data-figure="participants/total" value="60">60</data>
//
// with the id where it stands first. Every figure of the report has such a place: those that no table shows stand
// in a table of their own at the end. The link to the other language expects report.pl.html and
// report.en.html side by side. An error, such as a table that names a figure the report does
// not have, is told before the first byte is written.
func WriteHTML(w io.Writer, r *Report, lang evaluate.Lang) error {
	parts, err := layout(r)
	if err != nil {
		return err
	}
	p, err := newPage(lang)
	if err != nil {
		return err
	}
	p.tiles, p.glance = glance(r)
	parts = withOtherFigures(r, p.tiles, parts)
	if err := checkNames(parts); err != nil {
		return err
	}
	for _, one := range parts {
		p.markup.names[one.id] = true
	}
	return writePage(w, "report.html.tmpl", &reportPage{page: p, Report: r, parts: parts})
}

// page is what all pages share: their language and the markup they add to.
type page struct {
	Lang   string
	Style  template.CSS
	markup *markup
	tiles  []tile
	glance *grid
}

func newPage(lang evaluate.Lang) (*page, error) {
	style, err := pageStyle()
	if err != nil {
		return nil, fmt.Errorf("report: style of the page: %w", err)
	}
	m := &markup{lang: lang, names: map[string]bool{"made-up": true, "main": true, "contents": true, "glance": true}, dagger: "made-up"}
	return &page{Lang: string(lang), Style: style, markup: m}, nil
}

// usualPage is room for the page of a project with a questionnaire.
const usualPage = 512 << 10

// writePage runs a template to its end before anything is written.
func writePage(w io.Writer, name string, data any) error {
	templates, err := pageTemplates()
	if err != nil {
		return fmt.Errorf("report: template of the page: %w", err)
	}
	var b bytes.Buffer
	b.Grow(usualPage)
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		return fmt.Errorf("report: writing the page: %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}

// T picks one of two wordings; templates keep both side by side.
func (p *page) T(pl, en string) string { return say(pl, en, p.markup.lang) }

// In is a text in the language of the page.
func (p *page) In(t evaluate.Text) string { return t.In(p.markup.lang) }

// made lets a function write markup and gives it to the template. It is safe because markup
// escapes every word.
func (p *page) made(write func(m *markup)) template.HTML {
	p.markup.Reset()
	write(p.markup)
	return template.HTML(p.markup.String())
}
