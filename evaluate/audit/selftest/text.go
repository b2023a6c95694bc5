package selftest

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// WriteText prints the pass list: a line a part, below it each value that failed, and what it all comes to as the
// last line. Where every value is asked for, those that passed are listed as well, with their sources.
func WriteText(w io.Writer, o *Outcome, l evaluate.Lang, every bool) error {
	var out bytes.Buffer
	width := 0
	for i := range o.Parts {
		width = max(width, utf8.RuneCountInString(o.Parts[i].name(l)))
	}
	for i := range o.Parts {
		p := &o.Parts[i]
		name := p.name(l)
		fmt.Fprintf(&out, "%s%s  %s\n", name, strings.Repeat(" ", width-utf8.RuneCountInString(name)), p.verdict(l))
		for j := range p.Cases {
			p.Cases[j].write(&out, l, every)
		}
	}
	fmt.Fprintln(&out)
	fmt.Fprintln(&out, o.verdict(l))
	_, err := io.WriteString(w, datasets.VisibleLines(out.String()))
	return err
}

func (p *Part) name(l evaluate.Lang) string { return string(p.Group) + ": " + p.Title.In(l) }

// verdict is how a part went.
func (p *Part) verdict(l evaluate.Lang) string {
	passed, failed := p.Count()
	if failed == 0 {
		return agreed(passed).In(l)
	}
	return fmt.Sprintf(evaluate.T("NIE ZGADZA SIĘ: %d z %d", "FAILED: %d of %d").In(l), failed, passed+failed)
}

func agreed(n int) evaluate.Text {
	return evaluate.T(datasets.PolishCount(n, "wartość zgodna", "wartości zgodne", "wartości zgodnych"), datasets.EnglishCount(n, "value passed", "values passed"))
}

// verdict is what the whole comes to.
func (o *Outcome) verdict(l evaluate.Lang) string {
	passed, failed := o.Count()
	if failed > 0 {
		return fmt.Sprintf(evaluate.T("Wynik: nie zgadza się %d z %d wartości.", "Outcome: %d of %d values failed.").In(l), failed, passed+failed)
	}
	return fmt.Sprintf(evaluate.T("Wynik: zgodne; sprawdzono %s, każdą z jej źródłem.", "Outcome: passed; %s checked, each against its source.").In(l),
		evaluate.T(datasets.PolishCount(passed, "wartość", "wartości", "wartości"), datasets.EnglishCount(passed, "value", "values")).In(l))
}

// write lists the values of a case: all, or those that failed.
func (c *Case) write(out *bytes.Buffer, l evaluate.Lang, every bool) {
	said := false
	for _, v := range c.Values {
		if v.Passed && !every {
			continue
		}
		if !said {
			said = true
			c.head(out, l)
		}
		fmt.Fprintln(out, "    "+v.line(l))
	}
}

// head says what a case is about, and where its values come from.
func (c *Case) head(out *bytes.Buffer, l evaluate.Lang) {
	fmt.Fprintf(out, "  %s: %s\n", c.ID, c.What.In(l))
	fmt.Fprintf(out, "    %s: %s\n", evaluate.T("źródło", "source").In(l), c.Source.In(l))
	if !c.Because.Empty() {
		fmt.Fprintf(out, "    %s %s: %s\n", evaluate.T("tolerancja", "tolerance").In(l), number(c.Tolerance), c.Because.In(l))
	}
}

// line is one value: as it must be, as it is, and the difference where there is one.
func (v Value) line(l evaluate.Lang) string {
	sign := evaluate.T("zgodna", "passed")
	if !v.Passed {
		sign = evaluate.T("NIEZGODNA", "FAILED")
	}
	text := fmt.Sprintf("%s  %s  %s %s, %s %s", sign.In(l), v.Name, evaluate.T("oczekiwano", "expected").In(l), v.Expected, evaluate.T("wyszło", "computed").In(l), v.Computed)
	if v.Difference != "" && v.Difference != "0" {
		text += fmt.Sprintf(", %s %s", evaluate.T("różnica", "difference").In(l), v.Difference)
	}
	return text
}
