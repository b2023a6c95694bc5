package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
)

// filters count sheets and persons from the sheets that were read to those that a pick leaves.
func (s *sheetTrace) filters(p *sheetPick) []audit.Filter {
	read := audit.Filter{Text: readWords(p.sides), Unmerged: true}
	coded, kept := audit.Filter{Text: evaluate.T("z kodem osoby", "with the code of a person")}, audit.Filter{
		Text: evaluate.T("bez powtórzonych (liczy się najwcześniejsza przed, najpóźniejsza po) i sprzecznych", "without repeated ones (the earliest before, the latest after count) and contradictory ones")}
	for _, side := range p.ofSides() {
		read.Rows += len(s.wave(side).sheets)
	}
	for _, r := range s.people {
		all, counts := 0, 0
		for _, side := range p.ofSides() {
			all += len(r.sheets[side])
			if r.index(side) >= 0 {
				counts++
			}
		}
		add(&coded, all)
		add(&kept, counts)
	}
	out := []audit.Filter{read, coded, kept}
	for i, step := range p.steps {
		f := audit.Filter{Text: step.text, Base: step.base}
		for _, r := range s.people {
			if p.meets(r, i+1) {
				f.Rows, f.Units = f.Rows+len(s.rowsOf(r, p.ofSides())), f.Units+1
			}
		}
		out = append(out, f)
	}
	return out
}

// add adds the sheets of a person to a filter; none are nobody's.
func add(f *audit.Filter, sheets int) {
	if sheets > 0 {
		f.Rows, f.Units = f.Rows+sheets, f.Units+1
	}
}

func readWords(sides []int) evaluate.Text {
	switch {
	case len(sides) != 1:
		return evaluate.T("ankiety przeczytane, przed i po", "sheets read, before and after")
	case sides[0] == beforeSide:
		return evaluate.T("ankiety przeczytane, przed", "sheets read, before")
	}
	return evaluate.T("ankiety przeczytane, po", "sheets read, after")
}

// pairStep asks for a pair.
func pairStep() sheetStep {
	return sheetStep{in: (*respondent).isPair, text: evaluate.T("obie ankiety z wynikiem: para", "both sheets with a score: a pair")}
}

// lastStep says what those are who are left.
func lastStep(in func(*respondent) bool, text evaluate.Text) sheetStep {
	return sheetStep{in: in, text: text}
}

func anybody(*respondent) bool { return true }

// fates are the counts of persons without a pair.
func (s *sheetTrace) fates(f *evaluate.Figure, name string) *sheetPick {
	if in := fateOf(name); in != nil {
		return counting(lastStep(in, f.Label))
	}
	return nil
}
