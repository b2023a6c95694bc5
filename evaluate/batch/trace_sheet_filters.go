package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/prepost"
)

// rowsOf are the sheets of some persons that decide: those that count, and where none does those that
// contradict each other.
func (s *sheetTrace) rowsOf(in func(*respondent) bool, roles ...audit.Role) (rows []found) {
	for _, r := range s.people {
		if !in(r) {
			continue
		}
		for _, side := range []int{beforeSide, afterSide} {
			for _, sheet := range r.deciding(side) {
				rows = append(rows, s.row(sheet, side, r, roles...))
			}
		}
	}
	return rows
}

func (r *respondent) deciding(side int) []prepost.Sheet {
	kept, _, unclear := r.fate(side)
	return append(kept, unclear...)
}

// filters count sheets and persons from the sheets that were read to those that a test picks.
func (s *sheetTrace) filters(last func(*respondent) bool, text evaluate.Text) []audit.Filter {
	out := []audit.Filter{{Text: evaluate.T("ankiety przeczytane, przed i po", "sheets read, before and after"),
		Rows: len(s.m.before.sheets) + len(s.m.after.sheets), Unmerged: true}}
	everybody := func(*respondent) bool { return true }
	coded, kept := audit.Filter{Text: evaluate.T("z kodem osoby", "with the code of a person")}, audit.Filter{
		Text: evaluate.T("bez powtórzonych (liczy się najwcześniejsza przed, najpóźniejsza po) i sprzecznych", "without repeated ones (the earliest before, the latest after count) and contradictory ones")}
	for _, r := range s.people {
		coded.Rows += len(r.sheets[beforeSide]) + len(r.sheets[afterSide])
		if n := len(r.pairing.KeptPre) + len(r.pairing.KeptPost); n > 0 {
			kept.Rows, kept.Units = kept.Rows+n, kept.Units+1
		}
	}
	coded.Units = s.persons(everybody)
	paired := func(r *respondent) bool { return len(r.pairing.Matched) == 1 }
	out = append(out, coded, kept)
	if s.within(last, paired) {
		out = append(out, s.filter(paired, evaluate.T("obie ankiety z wynikiem: para", "both sheets with a score: a pair")))
	}
	return append(out, s.filter(last, text))
}

func (s *sheetTrace) filter(in func(*respondent) bool, text evaluate.Text) audit.Filter {
	return audit.Filter{Text: text, Rows: len(s.rowsOf(in)), Units: s.persons(in)}
}

func (s *sheetTrace) persons(in func(*respondent) bool) (n int) {
	for _, r := range s.people {
		if in(r) {
			n++
		}
	}
	return n
}

// within tells whether everybody whom one test picks is picked by the other.
func (s *sheetTrace) within(a, b func(*respondent) bool) bool {
	for _, r := range s.people {
		if a(r) && !b(r) {
			return false
		}
	}
	return true
}
