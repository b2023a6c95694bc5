package report

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
)

// grid is a table whose cells are resolved: what every writer prints, each in its own way.
type grid struct {
	id        string
	title     evaluate.Text
	columns   []evaluate.Text // the first is the heading of the row labels
	rows      []line
	notes     []evaluate.Text
	footnotes []evaluate.Text // numbered from 1 in the order of their first mark
}

// line is a row of a grid.
type line struct {
	code    string
	label   evaluate.Text
	entries []entry
	total   bool
}

// entry is a resolved cell: a figure, words, several lines of words, IDs of figures, or a sign
// with its words. The zero entry is "does not apply".
type entry struct {
	figure *evaluate.Figure
	words  evaluate.Text
	lines  []evaluate.Text
	ids    []string
	sign   sign
	code   bool  // the words are a name for machines: a rule, a hash
	marks  []int // numbers of footnotes
}

// blank tells whether the entry is "does not apply".
func (e entry) blank() bool {
	return e.figure == nil && e.words.Empty() && len(e.lines) == 0 && len(e.ids) == 0
}

// number is an entry of a count that is no figure of the report: rows of a file, records of a
// problem.
func number(n int) entry {
	f := evaluate.NewFigure("", evaluate.Text{}, evaluate.Count(n), evaluate.Units)
	return entry{figure: &f}
}

func words(t evaluate.Text) entry { return entry{words: t} }

// tableGrid resolves the cells of a table.
func tableGrid(figures *evaluate.Figures, t *Table) (*grid, error) {
	if len(t.Columns) == 0 {
		return nil, fmt.Errorf("table %s has no columns", t.ID)
	}
	g := &grid{id: t.ID, title: t.Title, columns: t.Columns, notes: t.Notes, rows: make([]line, 0, len(t.Rows))}
	for i, row := range t.Rows {
		if len(row.Cells) != len(t.Columns)-1 {
			return nil, fmt.Errorf("table %s, row %d (%s): %d cells under %d headings; want one for each column after the first",
				t.ID, i+1, row.Label.EN, len(row.Cells), len(t.Columns))
		}
		l := line{code: row.Code, label: row.Label, total: row.Total, entries: make([]entry, 0, len(row.Cells))}
		for _, c := range row.Cells {
			e, err := cellEntry(figures, c)
			if err != nil {
				return nil, fmt.Errorf("table %s, row %d (%s): %w", t.ID, i+1, row.Label.EN, err)
			}
			g.mark(&e)
			l.entries = append(l.entries, e)
		}
		g.rows = append(g.rows, l)
	}
	return g, nil
}

func cellEntry(figures *evaluate.Figures, c Cell) (entry, error) {
	if c.Figure == "" {
		return entry{words: c.Text}, nil
	}
	f, ok := figures.Get(c.Figure)
	if !ok {
		return entry{}, fmt.Errorf("figure %s is not in the report; add it to Report.Figures before the table names it", c.Figure)
	}
	return entry{figure: &f}, nil
}

// mark gives the notes of an entry's figure their numbers; the same words have one number.
func (g *grid) mark(e *entry) {
	if e.figure == nil {
		return
	}
	g.note(e, e.figure.Reason)
	for _, w := range e.figure.Warnings {
		g.note(e, w.Text)
	}
	slices.Sort(e.marks)
}

func (g *grid) note(e *entry, t evaluate.Text) {
	if t.Empty() {
		return
	}
	i := slices.Index(g.footnotes, t)
	if i < 0 {
		g.footnotes = append(g.footnotes, t)
		i = len(g.footnotes) - 1
	}
	if !slices.Contains(e.marks, i+1) {
		e.marks = append(e.marks, i+1)
	}
}

// numeric tells of each column after the label whether it holds numbers: more figures than
// words. Its cells are then set flush right, the few words too.
func (g *grid) numeric() []bool {
	balance := make([]int, len(g.columns)-1)
	for _, l := range g.rows {
		for i, e := range l.entries {
			switch {
			case e.figure != nil:
				balance[i]++
			case !e.blank():
				balance[i]--
			}
		}
	}
	numeric := make([]bool, len(balance))
	for i, n := range balance {
		numeric[i] = n > 0
	}
	return numeric
}

// coded tells whether a row has a code.
func (g *grid) coded() bool {
	return slices.ContainsFunc(g.rows, func(l line) bool { return l.code != "" })
}
