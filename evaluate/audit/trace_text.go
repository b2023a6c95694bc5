package audit

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// WriteTraceText writes a trace for people: the figure, its formula and rule, the filters with the count
// after each, what it rests on, and the rows.
func WriteTraceText(w io.Writer, t *Trace, l evaluate.Lang) error {
	out := &traceText{Writer: bufio.NewWriter(w), lang: l, sheets: strings.HasPrefix(t.Figure.ID, "survey/")}
	out.heading(t)
	out.body(t, "")
	out.parts(t.Parts, "")
	out.rows(t)
	return out.Flush()
}

// traceText writes the parts of a trace; errors wait for Flush.
type traceText struct {
	*bufio.Writer
	lang   evaluate.Lang
	sheets bool // the figure is of a questionnaire
}

func (w *traceText) say(pl, en string) string { return evaluate.T(pl, en).In(w.lang) }

func (w *traceText) line(indent, text string) {
	w.WriteString(indent + datasets.VisibleLines(text) + "\n")
}

func (w *traceText) heading(t *Trace) {
	w.line("", t.Project+", "+t.Figure.ID)
	w.line("", w.value(t.Figure))
}

// value is the number of a figure with what stands beside it.
func (w *traceText) value(f evaluate.Figure) string {
	out := f.Label.In(w.lang) + ": " + f.Text(w.lang)
	if f.Numerator.Present() && f.Denominator.Present() {
		out += " = " + evaluate.Localize(f.Numerator.String(), w.lang) + " / " + evaluate.Localize(f.Denominator.String(), w.lang)
	}
	if f.Status != evaluate.Known {
		out += " (" + f.Reason.In(w.lang) + ")"
	}
	return out
}

// body tells of one figure how it came about.
func (w *traceText) body(t *Trace, indent string) {
	w.said(indent, w.say("wzór", "formula"), t.Figure.Method.In(w.lang))
	if rule := t.Rule.In(w.lang); rule != t.Figure.Method.In(w.lang) {
		w.said(indent, w.say("reguła", "rule"), rule)
	}
	for _, term := range t.Terms {
		w.said(indent, w.say("gdzie ", "where ")+term.Label.In(w.lang), term.Value.In(w.lang))
	}
	source := t.Figure.Source
	if t.Clause != "" && !strings.Contains(source, t.Clause) {
		source = strings.TrimPrefix(source+"; "+t.Clause, "; ")
	}
	w.said(indent, w.say("źródło", "source"), source)
	for _, p := range t.Parameters {
		w.said(indent, w.say("parametr", "parameter"), p.Label.In(w.lang)+": "+p.Value.In(w.lang))
	}
	for _, warning := range t.Figure.Warnings {
		w.said(indent, w.say("uwaga", "note"), warning.Text.In(w.lang))
	}
	for _, s := range t.Stated {
		w.said(indent, w.say("podane w", "stated in"), s.File+":"+strconv.Itoa(s.Line)+" ("+s.Path+")")
	}
	w.filters(t.Filters, indent)
}

func (w *traceText) said(indent, what, text string) {
	if text != "" {
		w.line(indent+"  ", what+": "+text)
	}
}

func (w *traceText) filters(filters []Filter, indent string) {
	if len(filters) == 0 {
		return
	}
	units := w.say("uczestnictwa", "participations")
	if w.sheets {
		units = w.say("osoby", "persons")
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "%s  %s\t%s\t  %s\n", indent, w.say("wiersze", "rows"), units, w.say("po kolejnym filtrze", "after each filter"))
	withheld := false
	for _, f := range filters {
		rows, left := strconv.Itoa(f.Rows), strconv.Itoa(f.Units)
		if f.Unmerged {
			left = "–"
		}
		if f.Withheld {
			rows, left, withheld = "·", "·", true
		}
		text := f.Text.In(w.lang)
		if f.Base {
			text += w.say(" [mianownik]", " [denominator]")
		}
		fmt.Fprintf(table, "%s  %s\t%s\t  %s\n", indent, rows, left, datasets.VisibleLines(text))
	}
	table.Flush()
	if withheld {
		w.line(indent+"  ", w.say("· nie pokazano: program nie opublikował części liczb, a ta może być jedną z nich", "· not shown: the programme did not publish some figures, and this may be one of them"))
	}
}

// parts tells of the figures that others rest on, each set in below.
func (w *traceText) parts(parts []*Trace, indent string) {
	for _, p := range parts {
		w.line(indent+"  ", w.say("opiera się na ", "rests on ")+p.Figure.ID)
		w.line(indent+"    ", w.value(p.Figure))
		w.body(p, indent+"  ")
		w.parts(p.Parts, indent+"  ")
	}
}

// rows lists the rows with place, person and role, by the figure they are behind.
func (w *traceText) rows(t *Trace) {
	if len(t.Rows) == 0 {
		return
	}
	w.line("", w.counted(t))
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	of := t.Figure.ID
	for _, r := range t.Rows {
		if r.Of != of {
			of = r.Of
			fmt.Fprintf(table, "  %s:\n", of)
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\n", r.At, r.Person, rolesText(r.Roles, w.lang))
	}
	table.Flush()
}

func (w *traceText) counted(t *Trace) string {
	out := w.say("wiersze: ", "rows: ") + strconv.Itoa(len(t.Rows))
	persons := t.Persons()
	switch {
	case persons == 0:
		return out
	case t.KeyPrint == "":
		out += w.say("; osoby ponumerowano w tej liście: ", "; persons, numbered in this list: ")
	default:
		out += w.say("; osoby, pseudonimy pod kluczem "+t.KeyPrint+": ", "; persons, pseudonyms under the key "+t.KeyPrint+": ")
	}
	return out + strconv.Itoa(persons)
}
