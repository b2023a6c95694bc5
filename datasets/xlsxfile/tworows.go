package xlsxfile

import (
	"strings"

	"github.com/efseval/efseval/datasets"
)

// top is the first rows of a sheet, and what is merged there.
type top struct {
	profile *datasets.Profile
	rows    []candidate // in their order, those without cells left out
	merges  []span
}

// withUpper is a header row as two rows make it, where the upper one groups columns of the lower
// by merged cells. Row i is the one that was found, as the upper or the lower of the two.
func (t *top) withUpper(i int) (candidate, bool) {
	for _, upper := range [...]int{i, i - 1} {
		if upper >= 0 && upper+1 < len(t.rows) && t.rows[upper+1].row == t.rows[upper].row+1 && t.groups(upper) {
			return t.joined(upper), true
		}
	}
	return candidate{}, false
}

// mayGroup tells whether row i may be one of two header rows, so that it is worth looking for
// merged cells: it has gaps, or a row with several names stands above it.
func (t *top) mayGroup(i int) bool {
	for column := range t.rows[i].cells {
		if t.rows[i].at(column+1) == "" {
			return true
		}
	}
	names := 0
	if i > 0 {
		for column := range t.rows[i-1].cells {
			if isName(t.rows[i-1].at(column + 1)) {
				names++
			}
		}
	}
	return names > 1
}

// groups tells whether merged cells of row i group columns of the row below, which then holds names
// as well. A column with a text in both rows outside such a group is one with a header and a
// value: the row below is data.
func (t *top) groups(i int) (grouped bool) {
	upper, lower := &t.rows[i], &t.rows[i+1]
	for column := 1; column <= max(len(upper.cells), len(lower.cells)); column++ {
		name, spread := t.group(i, column)
		below := lower.at(column)
		switch {
		case below == "" || name == "":
		case !spread || !isName(below):
			return false
		default:
			grouped = true
		}
	}
	return grouped
}

// title tells whether a range covers all columns of row i and the one below.
func (t *top) title(i int, m span) bool {
	for _, c := range t.rows[i : i+2] {
		for column := range c.cells {
			if strings.TrimSpace(c.cells[column]) != "" && (column+1 < m.left || column+1 > m.right) {
				return false
			}
		}
	}
	return true
}

// isName tells whether a cell may be a header and not a value.
func isName(text string) bool {
	return strings.ContainsFunc(datasets.Fold(text), func(r rune) bool { return r >= 'a' && r <= 'z' })
}

// at is the cell of a column from 1.
func (c *candidate) at(column int) string {
	if column < 1 || column > len(c.cells) {
		return ""
	}
	return strings.TrimSpace(c.cells[column-1])
}

// joined makes one header row of rows i and i+1.
func (t *top) joined(i int) candidate {
	upper, lower := &t.rows[i], &t.rows[i+1]
	out := candidate{sheet: lower.sheet, row: lower.row, cells: make([]string, max(len(upper.cells), len(lower.cells), t.right(upper.row)))}
	for k := range out.cells {
		group, spread := t.group(i, k+1)
		out.cells[k] = t.choose(group, lower.at(k+1), spread)
	}
	out.matches = t.profile.CountMatches(out.cells)
	return out
}

// right is the last column that a merged cell of a row spans.
func (t *top) right(row int) (last int) {
	for _, m := range t.merges {
		if m.wide(row) {
			last = max(last, m.right)
		}
	}
	return min(last, datasets.MaxColumns)
}

// group is the name that stands above a column in row i, and whether it spans others too.
func (t *top) group(i, column int) (name string, spread bool) {
	for _, m := range t.merges {
		if m.wide(t.rows[i].row) && m.left <= column && column <= m.right {
			if t.title(i, m) {
				return "", false
			}
			return t.rows[i].at(m.left), true
		}
	}
	return t.rows[i].at(column), false
}

// choose is the header of a column with a name above and one below: both, unless the profile knows
// one of them alone.
func (t *top) choose(above, below string, spread bool) string {
	known := func(name string) bool { return t.profile.CountMatches([]string{name}) > 0 }
	both := above + " " + below
	switch {
	case above == "" || below == "":
		return above + below
	case known(both):
		return both
	case known(below):
		return below
	case known(above) && !spread:
		return above
	}
	return both
}
