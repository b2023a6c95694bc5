package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Refused is the error of a run whose data hold errors: cells that could not be read, columns
// nobody knows. Counting without them would be guessing, so nothing is written unless the user
// says that such cells count as missing.
type Refused struct {
	Project string
	Faults  []datasets.Problem // errors only, in reading order
}

// shownFaults is how many places an error names before it counts the rest.
const shownFaults = 10

// Error lists the first places and the next step.
func (r *Refused) Error() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %d faults in the data:", r.Project, len(r.Faults))
	for _, f := range r.Faults[:min(len(r.Faults), shownFaults)] {
		out.WriteString("\n  " + f.Error())
	}
	if more := len(r.Faults) - shownFaults; more > 0 {
		fmt.Fprintf(&out, "\n  … and %d more", more)
	}
	out.WriteString("\ncorrect the export or the project file, or run with --tolerate-faults to count such cells as missing and list them in problems.csv")
	return out.String()
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
