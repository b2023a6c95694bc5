package batch

import (
	"github.com/efseval/efseval/evaluate/audit"
)

// inFile lists the rows of a file that one run alone has, or that say something else, gone ones first.
func (c *rowDiff) inFile(name string) (out []audit.RowChange) {
	for _, was := range c.old.rows {
		if to := c.oldTo[was.at]; was.at.File == name && to.at.File == "" {
			out = append(out, audit.RowChange{How: audit.RowGone, Old: was.at, Person: c.person(to.of)})
		}
	}
	for _, is := range c.new.rows {
		from := c.newTo[is.at]
		if is.at.File != name || from.same {
			continue
		}
		change := audit.RowChange{How: audit.RowChanged, Old: from.at, New: is.at, Person: c.person(from.of)}
		if from.at.File == "" {
			change.How = audit.RowAdded
		}
		out = append(out, change)
	}
	return out
}
