package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// explainText prints figures one after the other.
func explainText(w io.Writer, found []explained, lang evaluate.Lang, width int) error {
	var out bytes.Buffer
	for i, e := range found {
		if i > 0 {
			fmt.Fprintln(&out)
		}
		p := page{&out, lang, width}
		if e.def == nil {
			p.reserved(&e)
			continue
		}
		p.definition(&e)
	}
	_, err := io.WriteString(w, datasets.VisibleLines(out.String()))
	return err
}

// page prints headed paragraphs.
type page struct {
	out   io.Writer
	lang  evaluate.Lang
	width int
}

func (p page) title(code string, name datasets.Label) {
	writeWrapped(p.out, code+"  "+said(name, p.lang), 2, p.width)
}

// head prints a heading; what it is about follows indented.
func (p page) head(pl, en string) { fmt.Fprintln(p.out, "\n"+evaluate.T(pl, en).In(p.lang)) }

// say prints an indented line; depth counts from 1.
func (p page) say(text datasets.Label, depth int) { p.line(said(text, p.lang), depth) }

func (p page) line(text string, depth int) {
	indent := 2 * depth
	fmt.Fprint(p.out, strings.Repeat(" ", indent))
	hang := indent
	if strings.HasPrefix(text, "– ") || strings.HasPrefix(text, "→ ") {
		hang += 2
	}
	writeWrappedFrom(p.out, text, indent, hang, p.width)
}

// clause prints a criterion after what it is a condition of: its parts as a list.
func (p page) clause(of datasets.Label, c *indicators.Clause, depth int) {
	p.line(said(of, p.lang)+" "+said(joinWords(c.Join), p.lang), depth)
	if c.Join == indicators.Single {
		p.line("– "+said(c.Words, p.lang), depth)
		return
	}
	p.parts(c, depth)
}

func (p page) parts(c *indicators.Clause, depth int) {
	for i := range c.Parts {
		part := &c.Parts[i]
		if part.Join == indicators.Single {
			p.line("– "+said(part.Words, p.lang), depth)
			continue
		}
		p.line("– "+said(joinWords(part.Join), p.lang), depth)
		p.parts(part, depth+1)
	}
}

func joinWords(j indicators.Join) datasets.Label {
	switch j {
	case indicators.Single:
		return datasets.Label{PL: "spełniony jest warunek:", EN: "this holds:"}
	case indicators.AllOf:
		return datasets.Label{PL: "spełnione są wszystkie warunki:", EN: "all of these hold:"}
	case indicators.AnyOf:
		return datasets.Label{PL: "spełniony jest co najmniej jeden z warunków:", EN: "at least one of these holds:"}
	}
	return datasets.Label{PL: "nie stwierdzono, że:", EN: "it is not known that:"}
}

// reserved explains a figure that every table has.
func (p page) reserved(e *explained) {
	set := e.sets[0]
	p.title(e.code, set.NameOf(e.code))
	var names []string
	for _, s := range e.sets {
		names = append(names, s.Name)
	}
	p.line(evaluate.T("zestawy reguł: ", "rule sets: ").In(p.lang)+strings.Join(names, ", "), 1)
	p.head("Jak jest liczona", "How it is counted")
	p.say(set.SayReserved(e.code), 1)
	p.relations(set, e.code)
}
