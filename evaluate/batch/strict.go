package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Refused is the error of a run whose data hold errors: cells that could not be read, columns
// nobody knows, dates that cannot both be right. Counting without them would be guessing, so nothing
// is written unless the user tolerates them, see [Options].
type Refused struct {
	Project string
	Faults  []datasets.Problem // errors only, in reading order

	text string // of Error, where faults that it does not name were let go
}

// shownFaults is how many kinds of fault an error names before it counts the rest.
const shownFaults = 10

// Error lists the faults, alike ones as one with the first place and their number, and the
// next step.
func (r *Refused) Error() string {
	if r.text != "" {
		return r.text
	}
	var out strings.Builder
	word := "faults"
	if len(r.Faults) == 1 {
		word = "fault"
	}
	fmt.Fprintf(&out, "%s: %d %s in the data, nothing is written:", r.Project, len(r.Faults), word)
	kinds := alike(r.Faults)
	for _, k := range kinds[:min(len(kinds), shownFaults)] {
		out.WriteString("\n  " + k.first.Error())
		if k.n > 1 {
			fmt.Fprintf(&out, " (and %d more like it)", k.n-1)
		}
	}
	if more := len(kinds) - shownFaults; more > 0 {
		fmt.Fprintf(&out, "\n  … and %d more kinds", more)
	}
	out.WriteString("\ncorrect the export or the project file, or run with --tolerate-faults: cells that cannot be read then count as missing, others as they stand, and problems.csv lists them")
	return out.String()
}

// condensed is the error with the faults that it names, so that a batch need not hold all of them.
func (r *Refused) condensed() *Refused {
	out := &Refused{Project: r.Project, text: r.Error()}
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
