package audit

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// Differs is a finished run that does not agree with what it was made from or with what is computed
// again. A command ends with exit code 5.
type Differs struct{ Found []evaluate.Text }

// Differing is an error of everything that differs; nil where nothing does.
func Differing(found []evaluate.Text) error {
	if len(found) == 0 {
		return nil
	}
	return &Differs{Found: found}
}

// Error tells everything that differs, in English.
func (d *Differs) Error() string { return d.In(evaluate.EN) }

// In tells everything that differs, a line each.
func (d *Differs) In(l evaluate.Lang) string {
	lines := make([]string, len(d.Found))
	for i, t := range d.Found {
		lines[i] = t.In(l)
	}
	return strings.Join(lines, "\n")
}

// Incomparable is a finished run of which something can be compared with nothing: an input or an output that
// is not there any more. A command ends with exit code 3.
type Incomparable struct{ Found []evaluate.Text }

// Error tells everything that cannot be compared, in English.
func (i *Incomparable) Error() string { return i.In(evaluate.EN) }

// In tells everything that cannot be compared, a line each.
func (i *Incomparable) In(l evaluate.Lang) string { return (&Differs{Found: i.Found}).In(l) }
