package audit

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// WriteDiffText writes a comparison for people, project by project: what differs between the two runs, numbered,
// and then each figure that is not the same, with the numbers of the causes that can touch it and the rows behind
// it where they were compared.
func WriteDiffText(w io.Writer, c *Comparison, l evaluate.Lang) error {
	out := &diffText{Writer: bufio.NewWriter(w), lang: l}
	for i, d := range c.Projects {
		if i > 0 {
			out.WriteString("\n")
		}
		out.difference(d)
	}
	out.alone(c.OnlyOld, evaluate.T("tylko w starym przebiegu", "in the old run alone"))
	out.alone(c.OnlyNew, evaluate.T("tylko w nowym przebiegu", "in the new run alone"))
	return out.Flush()
}

// diffText writes the parts of a comparison; errors wait for Flush.
type diffText struct {
	*bufio.Writer
	lang evaluate.Lang
}

func (w *diffText) say(pl, en string) string { return evaluate.T(pl, en).In(w.lang) }

func (w *diffText) alone(ids []string, where evaluate.Text) {
	for _, id := range ids {
		fmt.Fprintf(w, "%s: %s\n", id, where.In(w.lang))
	}
}

func (w *diffText) difference(d *ProjectDiff) {
	fmt.Fprintf(w, "%s: %s -> %s\n", d.Project, datasets.Visible(d.Old), datasets.Visible(d.New))
	for i := range d.Causes {
		w.cause(i+1, &d.Causes[i])
	}
	if len(d.Causes) == 0 {
		w.WriteString(w.say("  przebiegi niczym się nie różnią\n", "  nothing differs between the runs\n"))
	}
	n := d.Counts()
	fmt.Fprintf(w, w.say("wielkości: zmienione %d, ~ (tylko w cyfrach, których się nie drukuje) %d, nowe %d, zniknęły %d, bez zmian %d\n",
		"figures: moved %d, ~ (only in digits that are not printed) %d, new %d, gone %d, the same %d\n"), n[Changed], n[Rounding], n[Appeared], n[Vanished], d.Same)
	w.figures(d)
	if d.KeyPrint == "" && d.tellsPersons() {
		w.WriteString(w.say("osoby ponumerowano w tym porównaniu\n", "persons are numbered in this comparison\n"))
	}
}

// cause is a numbered cause; what it was and what it is stand below each other.
func (w *diffText) cause(n int, c *Cause) {
	what := c.What.In(w.lang)
	if len(c.Roles) > 0 && (c.Kind == CauseInput || c.Kind == CauseFile) {
		what += " (" + strings.Join(c.Roles, ", ") + ")"
	}
	if by := c.NewRows - c.OldRows; by != 0 && !c.Old.Empty() && !c.New.Empty() {
		what += fmt.Sprintf(w.say(", wiersze %+d", ", rows %+d"), by)
	}
	fmt.Fprintf(w, "  [%d] %s\n", n, what)
	w.side("-", c.Old)
	w.side("+", c.New)
	for _, e := range c.Gone {
		w.entry("-", e)
	}
	for _, e := range c.Added {
		w.entry("+", e)
	}
	for _, place := range c.Changed {
		fmt.Fprintf(w, "      %s\n", datasets.Visible(place))
	}
	if !c.Note.Empty() {
		fmt.Fprintf(w, "      %s\n", c.Note.In(w.lang))
	}
	w.list(c.Rows)
}

func (w *diffText) side(sign string, t evaluate.Text) {
	if !t.Empty() {
		fmt.Fprintf(w, "      %s %s\n", sign, strings.ReplaceAll(datasets.Visible(t.In(w.lang)), "\n", " "))
	}
}

// entry is a correction that one run alone applied.
func (w *diffText) entry(sign string, e Correction) {
	at := datasets.Position{File: e.File, Sheet: e.Sheet, Row: e.Row, Column: e.Column}
	value := ""
	if e.Old != nil && e.New != nil {
		value = fmt.Sprintf(": %q -> %q", *e.Old, *e.New)
	}
	fmt.Fprintf(w, "      %s %s %s%s (%s)\n", sign, datasets.Visible(at.String()), e.Field, value, datasets.Visible(e.Reason))
}

// figures are a line each, with the rows below.
func (w *diffText) figures(d *ProjectDiff) {
	if len(d.Figures) == 0 {
		return
	}
	moves, ids, widest := make([]string, len(d.Figures)), 0, 0
	for i := range d.Figures {
		m := &d.Figures[i]
		moves[i] = w.move(m)
		ids, widest = max(ids, utf8.RuneCountInString(m.ID)), max(widest, utf8.RuneCountInString(moves[i]))
	}
	for i := range d.Figures {
		m := &d.Figures[i]
		fmt.Fprintf(w, "  %-*s  %-*s  %s\n", ids, m.ID, widest, moves[i], causeNumbers(m.Causes))
		if d.Rows {
			w.rows(m)
		}
	}
}

func causeNumbers(causes []int) string {
	numbers := make([]string, len(causes))
	for i, n := range causes {
		numbers[i] = strconv.Itoa(n + 1)
	}
	if len(numbers) == 0 {
		return "[?]"
	}
	return "[" + strings.Join(numbers, " ") + "]"
}

// move is what became of a figure: with n, the parts of a share and the interval where it prints the same.
func (w *diffText) move(m *Moved) string {
	switch m.How {
	case Appeared:
		return w.say("nowa: ", "new: ") + m.New.Text(w.lang)
	case Vanished:
		return w.say("zniknęła: ", "gone: ") + m.Old.Text(w.lang)
	case Rounding:
		return "~ " + m.New.Text(w.lang)
	}
	was, is := m.Old.Text(w.lang), m.New.Text(w.lang)
	if was == is {
		was, is = was+beside(m.Old, w.lang), is+beside(m.New, w.lang)
	}
	return was + " -> " + is
}

// beside is what stands beside the value of a figure.
func beside(f *evaluate.Figure, l evaluate.Lang) string {
	var out []string
	if f.N.Present() {
		out = append(out, "n = "+f.N.String())
	}
	if f.Denominator.Present() {
		out = append(out, f.Numerator.String()+" / "+f.Denominator.String())
	}
	if f.Interval.Present() {
		out = append(out, f.Unit.Format(f.Interval.Lo, l)+" … "+f.Unit.Format(f.Interval.Hi, l))
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + strings.Join(out, "; ") + ")"
}
