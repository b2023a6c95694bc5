package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// writeText prints what was concluded about each file, and the problems by rule.
func (l *look) writeText(w io.Writer, lang evaluate.Lang) error {
	var out bytes.Buffer
	for _, f := range l.files {
		f.writeText(&out, lang)
	}
	kinds := l.kinds.ordered()
	for _, k := range kinds {
		k.writeText(&out, lang)
	}
	if len(kinds) > 0 {
		fmt.Fprintln(&out)
	}
	fmt.Fprintln(&out, l.sum().In(lang))
	_, err := io.WriteString(w, datasets.VisibleLines(out.String()))
	return err
}

// sum counts what was found; files that cannot be read where there are some.
func (l *look) sum() evaluate.Text {
	warnings, notes := l.kinds.total(datasets.Warning), l.kinds.total(datasets.Note)
	sum := evaluate.T(fmt.Sprintf("błędy: %d, ostrzeżenia: %d, uwagi: %d", l.errors, warnings, notes),
		fmt.Sprintf("errors: %d, warnings: %d, notes: %d", l.errors, warnings, notes))
	if l.unreadable > 0 {
		sum = sum.Joined(", ", evaluate.T(fmt.Sprintf("nieczytelne pliki: %d", l.unreadable), fmt.Sprintf("unreadable: %d", l.unreadable)))
	}
	return sum
}

// writeNotRun says which rules of the project could not be carried out, and for lack of what.
func (f *seenFile) writeNotRun(w io.Writer, lang evaluate.Lang) {
	for _, r := range f.notRun {
		lacks := r.Unasked
		for _, field := range r.Lacks {
			lacks = lacks.Joined(", ", evaluate.T("brak kolumny "+field.Field, "no column "+field.Field))
		}
		fmt.Fprintf(w, "  %s\n", evaluate.T("reguła nieprzeprowadzona: "+r.Code+" ("+lacks.PL+")", "rule not run: "+r.Code+" ("+lacks.EN+")").In(lang))
	}
}

func (f *seenFile) writeText(w io.Writer, lang evaluate.Lang) {
	fmt.Fprintf(w, "%s (%s)\n", joined(": ", f.project, datasets.Visible(f.file)), f.role)
	if f.err != nil {
		fmt.Fprintf(w, "  %s\n", evaluate.T("nie da się odczytać: "+inTongue(f.err, evaluate.PL), "cannot be read: "+inTongue(f.err, evaluate.EN)).In(lang))
	}
	if f.conclusions.Format != "" {
		fmt.Fprintf(w, "  %s\n", concluded(f.conclusions, lang))
		read, ignored := columnsOf(f.conclusions.Columns)
		fmt.Fprintf(w, "  %s (%d): %s\n", evaluate.T("kolumny czytane", "columns read").In(lang), len(read), strings.Join(read, "; "))
		if len(ignored) > 0 {
			fmt.Fprintf(w, "  %s (%d): %s\n", evaluate.T("kolumny pominięte", "columns not read").In(lang), len(ignored), strings.Join(ignored, "; "))
		}
		for _, line := range report.HowWritten(f.conclusions, true) {
			fmt.Fprintf(w, "  %s\n", line.In(lang))
		}
	}
	if c := f.corrections; c != nil && f.err == nil {
		fmt.Fprintf(w, "  %s\n", evaluate.T(fmt.Sprintf("%s: sprostowane komórki: %d, wiersze: %d", c.Name, c.Cells(), c.Records),
			fmt.Sprintf("%s: cells corrected: %d, rows: %d", c.Name, c.Cells(), c.Records)).In(lang))
	}
	f.writeNotRun(w, lang)
	fmt.Fprintln(w)
}

// concluded is one line of what was found out about a file.
func concluded(c datasets.Conclusions, lang evaluate.Lang) string {
	parts := []string{"format " + c.Format}
	add := func(pl, en, value string) {
		if value != "" {
			parts = append(parts, evaluate.T(pl, en).In(lang)+" "+value)
		}
	}
	add("kodowanie", "encoding", c.Encoding)
	if c.Separator != "" {
		add("separator", "separator", fmt.Sprintf("%q", c.Separator))
	}
	add("arkusz", "sheet", c.Sheet)
	if c.HeaderRow > 0 {
		add("nagłówek w wierszu", "header in row", fmt.Sprint(c.HeaderRow))
	}
	add("profil", "profile", c.Profile)
	add("wiersze danych", "data rows", fmt.Sprint(c.Rows))
	return strings.Join(parts, ", ")
}

// columnsOf are the columns that are read, each with its fields, and the others.
func columnsOf(columns []datasets.BoundColumn) (read, ignored []string) {
	for _, c := range columns {
		name := datasets.ColumnLetters(c.Column)
		if c.Header != "" {
			name += " " + datasets.Visible(c.Header)
		}
		if len(c.Fields) > 0 {
			read = append(read, name+" -> "+strings.Join(c.Fields, ", "))
		} else {
			ignored = append(ignored, name)
		}
	}
	return read, ignored
}

// writeText prints a rule: its severity, code and number, what it says, and the first places.
func (k *kindOfProblem) writeText(w io.Writer, lang evaluate.Lang) {
	fmt.Fprintf(w, "%-12s %7d  %s\n", severityWord(k.severity).In(lang), k.count, k.rule)
	for i, p := range k.first {
		message := said(p.problem.Message, lang)
		if i == 0 || p.problem.Message != k.first[i-1].problem.Message {
			fmt.Fprintf(w, "%22s%s\n", "", message)
		}
		fmt.Fprintf(w, "%24s%s\n", "", p.place())
	}
	if more := k.count - len(k.first); more > 0 {
		fmt.Fprintf(w, "%24s%s\n", "", evaluate.T(fmt.Sprintf("… i jeszcze %d", more), fmt.Sprintf("… and %d more", more)).In(lang))
	}
}

// place is where a problem stands: the position after its project, or with the whole path of a
// bare export.
func (p *placed) place() string {
	at := p.problem.Position
	if filepath.Base(p.project) == at.File {
		at.File = p.project
		return at.String()
	}
	return joined(": ", datasets.Visible(p.project), at.String())
}

func severityWord(s datasets.Severity) evaluate.Text {
	switch s {
	case datasets.Error:
		return evaluate.T("błąd", "error")
	case datasets.Warning:
		return evaluate.T("ostrzeżenie", "warning")
	}
	return evaluate.T("uwaga", "note")
}

// joined joins what is not empty.
func joined(by string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, by)
}
