package audit

import (
	"fmt"
	"io"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// diffColumns is the heading of a comparison as CSV. It is promised to users and only grows.
var diffColumns = []string{"project", "figure", "how", "unit", "old", "new", "old_n", "new_n", "old_numerator", "new_numerator", "old_denominator", "new_denominator", "old_status", "new_status", "causes"}

// WriteDiffCSV writes the figures that are not the same for machines, as figures.csv is written: in full precision,
// and empty where a run has none. Causes are those that can touch the figure, as kind or kind:name, parted by
// "; ". Projects that one run alone has are not in it, and neither are rows: [WriteDiffJSON] has all.
func WriteDiffCSV(w io.Writer, c *Comparison) error {
	records := [][]string{diffColumns}
	for _, d := range c.Projects {
		for i := range d.Figures {
			records = append(records, movedRecord(d, &d.Figures[i]))
		}
	}
	return report.WriteRecords(w, records)
}

func movedRecord(d *ProjectDiff, m *Moved) []string {
	var was, is evaluate.Figure // without values
	unit := evaluate.Unit("")
	if m.Old != nil {
		was, unit = *m.Old, m.Old.Unit
	}
	if m.New != nil {
		is, unit = *m.New, m.New.Unit
	}
	causes := make([]string, len(m.Causes))
	for i, n := range m.Causes {
		causes[i] = d.Causes[n].key()
	}
	return []string{d.Project, m.ID, string(m.How), string(unit), was.Value.String(), is.Value.String(), was.N.String(), is.N.String(),
		was.Numerator.String(), is.Numerator.String(), was.Denominator.String(), is.Denominator.String(), string(was.Status), string(is.Status), strings.Join(causes, "; ")}
}

// key names a cause for machines.
func (c *Cause) key() string {
	if c.Name == "" {
		return string(c.Kind)
	}
	return fmt.Sprintf("%s:%s", c.Kind, c.Name)
}
