package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// Refused is the error of a run whose data hold errors: cells that could not be read, columns
// nobody knows, dates that cannot both be right. Counting without them would be guessing, so nothing
// is written unless the user tolerates them, see [Options].
type Refused struct {
	Project string
	Faults  []datasets.Problem // errors only, in reading order

	text evaluate.Text // of Error, where faults that it does not name were let go
}

// shownFaults is how many kinds of fault an error names before it counts the rest.
const shownFaults = 10

// Error lists the faults, alike ones as one with the first place and their number, and the
// next step.
func (r *Refused) Error() string { return r.In(evaluate.EN) }

// In is the error in a language.
func (r *Refused) In(l evaluate.Lang) string {
	if !r.text.Empty() {
		return r.text.In(l)
	}
	say := func(pl, en string) string { return evaluate.T(pl, en).In(l) }
	var out strings.Builder
	out.WriteString(r.Project + ": " + say(datasets.PolishCount(len(r.Faults), "błąd w danych", "błędy w danych", "błędów w danych")+", niczego nie zapisano:",
		datasets.EnglishCount(len(r.Faults), "fault", "faults")+" in the data, nothing is written:"))
	kinds := alike(r.Faults)
	for _, k := range kinds[:min(len(kinds), shownFaults)] {
		out.WriteString("\n  " + problemIn(k.first, l))
		if k.n > 1 {
			fmt.Fprintf(&out, say(" (i takich samych: %d)", " (and %d more like it)"), k.n-1)
		}
	}
	if more := len(kinds) - shownFaults; more > 0 {
		fmt.Fprintf(&out, say("\n  … i dalszych rodzajów: %d", "\n  … and %d more kinds"), more)
	}
	out.WriteString(say("\npopraw eksport albo plik projektu, albo uruchom z --tolerate-faults: komórki nie do odczytania liczą się wtedy jako braki, pozostałe tak, jak stoją, a wymienia je problems.csv",
		"\ncorrect the export or the project file, or run with --tolerate-faults: cells that cannot be read then count as missing, others as they stand, and problems.csv lists them"))
	return out.String()
}

// problemIn is a problem in a language, with its place and field.
func problemIn(p datasets.Problem, l evaluate.Lang) string {
	if l == evaluate.PL {
		p.Message.EN = p.Message.PL
	}
	return p.Error()
}

// condensed is the error with the faults that it names, so that a batch need not hold all of them.
func (r *Refused) condensed() *Refused {
	out := &Refused{Project: r.Project, text: evaluate.T(r.In(evaluate.PL), r.In(evaluate.EN))}
	for _, k := range alike(r.Faults) {
		if len(out.Faults) < shownFaults {
			out.Faults = append(out.Faults, k.first)
		}
	}
	return out
}

// kind is faults of one file, column and message.
type kind struct {
	first datasets.Problem
	n     int
}

func alike(faults []datasets.Problem) []kind {
	type key struct {
		file, sheet, rule, message string
		column                     int
	}
	index := map[key]int{}
	var kinds []kind
	for _, f := range faults {
		k := key{f.Position.File, f.Position.Sheet, f.Rule, f.Message.EN, f.Position.Column}
		i, seen := index[k]
		if !seen {
			i = len(kinds)
			index[k] = i
			kinds = append(kinds, kind{first: f})
		}
		kinds[i].n++
	}
	return kinds
}

// errorsOf picks the problems of severity error.
func errorsOf(problems []datasets.Problem) []datasets.Problem {
	var faults []datasets.Problem
	for _, p := range problems {
		if p.Severity == datasets.Error {
			faults = append(faults, p)
		}
	}
	return faults
}
