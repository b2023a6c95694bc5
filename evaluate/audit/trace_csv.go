package audit

import (
	"io"
	"strconv"
	"strings"

	"github.com/efseval/efseval/evaluate/report"
)

// traceColumns is the heading of the rows of a trace as CSV. It is promised to users and only grows.
var traceColumns = []string{"figure", "of", "file", "sheet", "row", "unit", "person", "roles"}

// WriteTraceCSV writes the rows behind a figure for machines, as figures.csv is written. Rows of one
// unit (a participation, a pair) are of one person; roles are parted by spaces.
func WriteTraceCSV(w io.Writer, t *Trace) error {
	records := [][]string{traceColumns}
	for _, r := range t.Rows {
		unit := ""
		if r.Unit > 0 {
			unit = strconv.Itoa(r.Unit)
		}
		roles := make([]string, len(r.Roles))
		for i, role := range r.Roles {
			roles[i] = string(role)
		}
		records = append(records, []string{t.Figure.ID, r.Of, r.At.File, r.At.Sheet, strconv.Itoa(r.At.Row), unit, r.Person, strings.Join(roles, " ")})
	}
	return report.WriteRecords(w, records)
}
