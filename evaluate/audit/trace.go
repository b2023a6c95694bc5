package audit

import (
	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// Trace is the way back from a figure: how it was computed, by which rule, what was filtered out on
// the way, which lines of the project file and which figures it rests on, and every row behind it.
//
// A row is listed where the figure counts the participation, the pair of questionnaires or the ledger
// line that it belongs to, in the numerator or in the denominator. So:
//
//   - Where the row is the only one of its person, taking it out of the export changes a count exactly
//     where it is listed as counted, by one. It changes no other figure that does not list it.
//   - A participation, like a pair, is what all rows of a person say together. Taking one of several out
//     changes only figures that list the person before or after: without the second stay somebody may
//     now have left. Taking all of them out changes a count exactly where they are listed.
//   - A share, a mean or a unit cost lists its denominator too. It may by chance stay what it was.
//   - Somebody must be left: without a single participation indicators are not available, instead of 0.
//     Parts that are shown only where they are not empty (sex unknown, rows set aside, tasks, the values
//     of a split) come and go with their rows; where two values of a split differ in signs alone, the
//     number behind the name of the second goes with the first.
//   - It speaks of figures that have a value. One that has none, since there is nothing to divide by or to
//     compare, may come to have one when a row is taken out, and lists no row before. And a count of 0,
//     which lists nobody, may come to be not available instead, where what is left can no longer tell:
//     without a single pair of questionnaires it is not said that 0 improved. Of two contradictory sheets
//     the second counts when the first is taken out, and may leave a statistic undefined, which lists nobody.
//   - Whose change is reliable goes by a threshold that other sheets set: those that alpha and the standard
//     deviation are of. Such a count lists them, too, without counting them, and may change with them.
//   - A questionnaire that is split or weighted by what the export of participants tells lists the rows of
//     the export of its people. Of whom the export tells nothing are in a part of their own, which lists no
//     row of it: somebody whose row there is taken out is in that part from then on. The categories by which
//     people are weighed are those of the whole export.
//   - A row that the project file counts on, as a ledger line of a stated total, cannot be taken out:
//     the run then ends with a contradiction.
type Trace struct {
	Project    string          // its id
	Figure     evaluate.Figure // computed again, and the same as in the run
	Rule       evaluate.Text   // empty where the figure is of no rule
	Terms      []report.Fact   // indicators that the rule names by their codes, in words
	Clause     string          // where the rule stands
	Parameters []report.Fact   // by which the rule was carried out
	Stated     []Stated        // lines of the project file that the figure takes a number from
	Filters    []Filter        // none where the figure is only of others
	Parts      []*Trace        // the figures that it rests on; their Rows are in those of the whole
	Rows       []Row
	KeyPrint   string // of the key of the pseudonyms; empty: persons are numbered within this trace
}

// Stated is a place of the project file.
type Stated struct {
	File string
	Line int
	Path string // as cost.total
}

// Filter is a step from the rows that were read to those that count.
type Filter struct {
	Text     evaluate.Text
	Rows     int  // left after it
	Units    int  // participations, or persons of a questionnaire, that they belong to
	Unmerged bool // Units are not known yet: the rows of a person were not brought together
	Base     bool // what is left after it is the denominator
	Withheld bool // the counts are not shown: figures of the project were not published, and this may be one
}

// Role is what a row is to a figure.
type Role string

// The roles of rows.
const (
	Counted     Role = "counted" // each unit of the figure is one more
	Numerator   Role = "numerator"
	Denominator Role = "denominator"
	Before      Role = "before" // a questionnaire
	After       Role = "after"
	LedgerLine  Role = "ledger"
)

// Row is one row of an input behind a figure.
type Row struct {
	Of     string            // the figure of the trace, or the part of it, that the row is behind
	At     datasets.Position // File is the name that the manifest has
	Unit   int               // rows of one participation or pair have one number, from 1; 0: the row stands for itself
	Person string            // pseudonym under the key, or without a key a number; empty where the row is nobody's
	Roles  []Role
}

// Persons counts the different persons among the rows.
func (t *Trace) Persons() int {
	seen := map[string]bool{}
	for _, r := range t.Rows {
		if r.Person != "" {
			seen[r.Person] = true
		}
	}
	return len(seen)
}
