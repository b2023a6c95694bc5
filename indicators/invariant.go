package indicators

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Invariant is a relation that the figures of a table must keep in every group: the sum of Left
// is at most, or equals, the sum of Right. Sides name indicators, or participants, grand-total,
// leavers and completed. A relation with a figure that is not available is not checked.
type Invariant struct {
	Left   []string `yaml:"left"`
	Is     Relation `yaml:"is"`
	Right  []string `yaml:"right"`
	Source string   `yaml:"source"`
}

// Relation compares the two sides of an invariant.
type Relation string

// The relations of an invariant.
const (
	AtMost Relation = "at_most"
	Equals Relation = "equals"
)

// String writes the relation as "CO06 + CO07 <= participants".
func (v Invariant) String() string {
	sign := " <= "
	if v.Is == Equals {
		sign = " = "
	}
	return strings.Join(v.Left, " + ") + sign + strings.Join(v.Right, " + ")
}

func (v Invariant) check(s *Set) error {
	if v.Is != AtMost && v.Is != Equals {
		return &Fault{Message: fmt.Sprintf("invariant: relation %q%s", v.Is, datasets.Meant(string(v.Is), []string{string(AtMost), string(Equals)}))}
	}
	if len(v.Left) == 0 || len(v.Right) == 0 {
		return &Fault{Message: fmt.Sprintf("invariant %s: a side is empty", v)}
	}
	for _, side := range [...][]string{v.Left, v.Right} {
		for _, code := range side {
			if s.Definition(code) == nil && !isReserved(code) {
				return &Fault{Message: fmt.Sprintf("invariant %s: unknown code %q%s", v, code, datasets.Meant(code, append(s.Codes(), ReservedCodes()...)))}
			}
		}
	}
	return nil
}

// Violation is an invariant that a table breaks: the rule, the group and both values.
type Violation struct {
	Rule        string // as "CO02 <= CO01"
	Group       Group
	Left, Right int64
	Source      string
}

// Message says the violation in both languages.
func (v Violation) Message() datasets.Label {
	g := v.Group.Label()
	return datasets.Label{
		PL: fmt.Sprintf("naruszona reguła %s (%s): po lewej %d, po prawej %d", v.Rule, g.PL, v.Left, v.Right),
		EN: fmt.Sprintf("rule %s is broken (%s): left %d, right %d", v.Rule, g.EN, v.Left, v.Right),
	}
}

// Error is the message in English.
func (v Violation) Error() string { return "indicators: " + v.Message().EN }

// Check holds the table to what every table keeps (the groups add up to the total; numerator <=
// denominator; participants <= grand total; completed <= leavers; a result <= leavers) and to the invariants of its
// rule set. It lists the violations in the order of rows and groups; none is an empty list. The
// parts of a table are tables and are checked by themselves; [Offenders] finds the rows.
func (t *Table) Check() []Violation {
	var found []Violation
	for i := range t.rows {
		found = append(found, t.checkParts(&t.rows[i])...)
	}
	for _, v := range t.Set.relations() {
		found = append(found, t.checkInvariant(v)...)
	}
	return found
}

// relations lists the invariants that hold in every rule set, then those of this one.
func (s *Set) relations() []Invariant {
	all := []Invariant{
		{Left: []string{Participants}, Is: AtMost, Right: []string{GrandTotal}, Source: "SFC-PART"},
		{Left: []string{Completed}, Is: AtMost, Right: []string{Leavers}, Source: "Annex D"},
	}
	for i := range s.Definitions {
		if d := &s.Definitions[i]; d.Stage.IsResult() && !d.Fact {
			all = append(all, Invariant{Left: []string{d.Code}, Is: AtMost, Right: []string{Leavers}, Source: "Annex D"})
		}
	}
	return append(all, s.Invariants...)
}

// checkParts compares the groups of a row with its total, and each numerator with its denominator.
func (t *Table) checkParts(r *Row) []Violation {
	var found []Violation
	var num, den int64
	whole := true
	var parts []string
	for i, g := range t.Groups {
		c := r.Cells[i]
		if c.Available && c.Num > c.Den && !r.Fact {
			found = append(found, Violation{Rule: r.Code + ": numerator <= denominator", Group: g, Left: c.Num, Right: c.Den})
		}
		if g != Total {
			num, den, whole = num+c.Num, den+c.Den, whole && c.Available
			parts = append(parts, g.String())
			continue
		}
		rule := r.Code + ": " + strings.Join(parts, " + ") + " = total"
		if whole && c.Available && num != c.Num {
			found = append(found, Violation{Rule: rule, Group: g, Left: num, Right: c.Num})
		}
		if whole && c.Available && den != c.Den {
			found = append(found, Violation{Rule: rule + " (denominators)", Group: g, Left: den, Right: c.Den})
		}
	}
	return found
}

func (t *Table) checkInvariant(v Invariant) []Violation {
	var found []Violation
	for _, g := range t.Groups {
		left, okLeft := t.sum(v.Left, g)
		right, okRight := t.sum(v.Right, g)
		if !okLeft || !okRight || left == right || v.Is == AtMost && left < right {
			continue
		}
		found = append(found, Violation{Rule: v.String(), Group: g, Left: left, Right: right, Source: v.Source})
	}
	return found
}

func (t *Table) sum(codes []string, g Group) (sum int64, available bool) {
	for _, code := range codes {
		c, ok := t.Cell(code, g)
		if !ok || !c.Available {
			return 0, false
		}
		sum += c.Num
	}
	return sum, true
}
