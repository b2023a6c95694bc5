package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/stats"
)

// change lists the pairs behind a figure of the change, of everybody or of one sex.
func (s *sheetTrace) change(f *evaluate.Figure, o *origin, name string) error {
	sex := ""
	for group, code := range map[string]string{"women": "woman", "men": "man"} {
		if rest, ok := strings.CutPrefix(name, group+"/"); ok {
			name, sex = rest, code
		}
	}
	paired := func(r *respondent) bool {
		return len(r.pairing.Matched) == 1 && (sex == "" || r.pairing.Matched[0].Group == sex)
	}
	changes, err := s.changes(paired)
	if err != nil {
		return err
	}
	moved := func(r *respondent) bool { return paired(r) && went(name, changes[r.unit]) }
	switch name {
	case "improved-share":
		o.rows = s.rowsOf(paired, audit.Denominator)
		s.numerators(o.rows, moved)
		o.filters = s.filters(moved, f.Label)
	case "improved", "unchanged", "worsened":
		o.rows, o.filters = s.rowsOf(moved, audit.Counted), s.filters(moved, f.Label)
	case "pairs":
		o.rows, o.filters = s.rowsOf(paired, audit.Counted), s.filters(paired, f.Label)
	default:
		o.rows, o.filters = s.rowsOf(paired), s.filters(paired, evaluate.T("pary ankiet, na których wynik się opiera", "pairs that the result rests on"))
	}
	return nil
}

// changes are after less before of some persons, by their numbers, taken as all of them were compared.
func (s *sheetTrace) changes(of func(*respondent) bool) (map[int]float64, error) {
	var pre, post []float64
	var units []int
	for _, r := range s.people {
		if of(r) {
			pair := r.pairing.Matched[0]
			pre, post, units = append(pre, pair.Pre), append(post, pair.Post), append(units, r.unit)
		}
	}
	diff, err := stats.DecimalDifferences(pre, post)
	if err != nil {
		return nil, err
	}
	out := map[int]float64{}
	for i, unit := range units {
		out[unit] = diff.Values[i]
	}
	return out, nil
}

// went tells whether a change is of the kind that a figure counts.
func went(name string, change float64) bool {
	switch name {
	case "unchanged":
		return change == 0
	case "worsened":
		return change < 0
	}
	return change > 0
}

func (s *sheetTrace) numerators(rows []found, in func(*respondent) bool) {
	for i := range rows {
		if in(s.people[rows[i].unit-1]) {
			rows[i].roles = append(rows[i].roles, audit.Numerator)
		}
	}
}
