package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/prepost"
)

// sheetPick is whose sheets are behind a figure of a questionnaire, and what they are to it.
type sheetPick struct {
	sides  []int                          // of which sheets; nil: both
	steps  []sheetStep                    // one condition on persons after the other
	listed int                            // so many of the steps leave those who are listed; 0: all of them
	roles  func(*respondent) []audit.Role // nil: none besides before and after
	linked bool                           // the export of participants is behind it, too
	also   []found                        // further rows
	stated []string                       // lines of the project file
	parts  []string                       // figures that it rests on, whose rows are among its own
}

// sheetStep is one condition on persons, in words.
type sheetStep struct {
	in   func(*respondent) bool
	text evaluate.Text
	base bool // what is left after it is the denominator
}

// counting picks those whom steps leave, each counted.
func counting(steps ...sheetStep) *sheetPick {
	return &sheetPick{steps: steps, roles: func(*respondent) []audit.Role { return []audit.Role{audit.Counted} }}
}

// resting picks those whom steps leave as those that a result rests on.
func resting(steps ...sheetStep) *sheetPick { return &sheetPick{steps: steps} }

// dividing picks the denominator, those whom steps leave, among whom a last condition finds the numerator.
func dividing(numerator sheetStep, steps ...sheetStep) *sheetPick {
	steps[len(steps)-1].base = true
	return &sheetPick{steps: append(steps, numerator), listed: len(steps), roles: func(r *respondent) []audit.Role {
		if numerator.in(r) {
			return []audit.Role{audit.Denominator, audit.Numerator}
		}
		return []audit.Role{audit.Denominator}
	}}
}

// on is the pick of the sheets of one side alone.
func (p *sheetPick) on(side int) *sheetPick {
	p.sides = []int{side}
	return p
}

func (p *sheetPick) ofSides() []int {
	if p.sides == nil {
		return []int{beforeSide, afterSide}
	}
	return p.sides
}

// meets tells whether a person meets the first of the steps.
func (p *sheetPick) meets(r *respondent, first int) bool {
	for _, step := range p.steps[:first] {
		if !step.in(r) {
			return false
		}
	}
	return true
}

func (p *sheetPick) lists(r *respondent) bool {
	if p.listed > 0 {
		return p.meets(r, p.listed)
	}
	return p.meets(r, len(p.steps))
}

// picked lists the rows of a pick with the filters that lead to it.
func (s *sheetTrace) picked(p *sheetPick) *origin {
	o := &origin{filters: s.filters(p), stated: p.stated, parts: p.parts}
	for _, r := range s.people {
		if !p.lists(r) {
			continue
		}
		var roles []audit.Role
		if p.roles != nil {
			roles = p.roles(r)
		}
		o.rows = append(o.rows, s.rowsOf(r, p.ofSides(), roles...)...)
		if p.linked {
			o.rows = append(o.rows, s.exported(r, roles...)...)
		}
	}
	if len(p.also) > 0 {
		o.rows = together(o.rows, p.also)
	}
	return o
}

// rowsOf are the sheets of a person that decide: those that count, and where none does those that
// contradict each other.
func (s *sheetTrace) rowsOf(r *respondent, sides []int, roles ...audit.Role) (rows []found) {
	for _, side := range sides {
		for _, sheet := range r.deciding(side) {
			rows = append(rows, s.row(sheet, side, r, roles...))
		}
	}
	return rows
}

func (r *respondent) deciding(side int) []prepost.Sheet {
	kept, _, unclear := r.fate(side)
	return append(kept, unclear...)
}
