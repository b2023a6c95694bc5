package indicators

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
)

// Target is what a project promised: at least so many in a group. The code is an indicator or a
// reserved figure, mostly [Participants].
type Target struct {
	Code    string
	Group   Group
	AtLeast int64
}

// Verdict says how a target came out.
type Verdict string

// The verdicts on a target. What cannot be told is neither reached nor missed.
const (
	Reached    Verdict = "reached"
	NotReached Verdict = "not_reached"
	CannotTell Verdict = "cannot_tell"
)

// Progress is a target beside what was achieved.
type Progress struct {
	Target   Target
	Achieved int64 // 0 where the verdict is CannotTell
	Verdict  Verdict
	Why      datasets.Label // where it cannot be told
}

// Share is achieved / target; ok is false where it cannot be told or the target is 0, since a
// share of nothing is not defined.
func (p Progress) Share() (share float64, ok bool) {
	if p.Verdict == CannotTell || p.Target.AtLeast == 0 {
		return 0, false
	}
	return float64(p.Achieved) / float64(p.Target.AtLeast), true
}

// Check refuses a target that no table of the set could answer, or that asks for less than none.
func (t Target) Check(s *Set) error {
	switch {
	case s.Definition(t.Code) == nil && !isReserved(t.Code):
		return fmt.Errorf("indicators: target for %q, which %s does not have%s", t.Code, s.Name, datasets.Meant(t.Code, append(s.Codes(), ReservedCodes()...)))
	case t.AtLeast < 0:
		return fmt.Errorf("indicators: target for %s is %d, must not be negative", t.Code, t.AtLeast)
	}
	return nil
}

// Against compares the target with the cell of a table.
func (t Target) Against(table *Table) Progress {
	p := Progress{Target: t, Verdict: CannotTell}
	c, ok := table.Cell(t.Code, t.Group)
	switch {
	case !ok:
		p.Why = datasets.Label{
			PL: fmt.Sprintf("zestaw reguł %s nie ma pozycji %s, %s", table.Set.Name, t.Code, t.Group),
			EN: fmt.Sprintf("the rule set %s has no figure %s, %s", table.Set.Name, t.Code, t.Group),
		}
	case !c.Available:
		p.Why = c.Why
	case c.Num >= t.AtLeast:
		p.Achieved, p.Verdict = c.Num, Reached
	default:
		p.Achieved, p.Verdict = c.Num, NotReached
	}
	return p
}
