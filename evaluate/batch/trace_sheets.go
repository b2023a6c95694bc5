package batch

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/prepost"
)

// sheetTrace finds the sheets behind the figures of one survey.
type sheetTrace struct {
	tracer *tracer
	m      *measured
	people []*respondent
}

// The sides of a survey.
const (
	beforeSide = 0
	afterSide  = 1
)

// origin finds the sheets behind the figure of a name below that of the survey.
func (s *sheetTrace) origin(f *evaluate.Figure, name string) (*origin, error) {
	if f.Status != evaluate.Known {
		return &origin{}, nil
	}
	o := &origin{}
	switch name {
	case "pre/sheets":
		o.rows = s.all(beforeSide)
	case "post/sheets":
		o.rows = s.all(afterSide)
	case "repeated", "unclear", "no-code":
		o.rows = s.passedOver(name)
	case "alpha/pre":
		o.rows = s.complete(beforeSide)
		return o, nil
	case "alpha/post":
		o.rows = s.complete(afterSide)
		return o, nil
	case "only-pre", "only-post", "unscored":
		o.filters = s.filters(func(r *respondent) bool { return r.alone(name) }, f.Label)
		o.rows = s.rowsOf(func(r *respondent) bool { return r.alone(name) }, audit.Counted)
	default:
		if err := s.change(f, o, name); err != nil {
			return nil, err
		}
	}
	return o, s.held(f, o)
}

// held is an error where other than as many sheets or persons are found as the figure counts.
func (s *sheetTrace) held(f *evaluate.Figure, o *origin) error {
	if !f.Value.Exact() || f.Unit == evaluate.Share {
		return nil
	}
	n, units := len(o.rows), map[int]bool{}
	for _, row := range o.rows {
		units[row.unit] = true
	}
	if f.Unit != evaluate.Sheets {
		n = len(units)
	}
	if n != int(f.Value.Float()) {
		return fmt.Errorf("batch: %s is %s, and %d were found behind it; this is a fault of efseval", f.ID, f.Value, n)
	}
	return nil
}

// row is the place of a sheet. Without a person it stands for itself.
func (s *sheetTrace) row(sheet prepost.Sheet, side int, of *respondent, roles ...audit.Role) found {
	w, input, role := s.m.before, s.m.survey.Pre.File, audit.Before
	if side == afterSide {
		w, input, role = s.m.after, s.m.survey.Post.File, audit.After
	}
	out := found{at: s.tracer.named(w.places[sheet.Place], input), roles: append([]audit.Role{role}, roles...)}
	if of != nil {
		out.unit, out.person = of.unit, of.code
	}
	return out
}

// all are the sheets of a side, in the order of its file.
func (s *sheetTrace) all(side int) (rows []found) {
	owners, keys := map[string]*respondent{}, s.m.keys()
	for _, r := range s.people {
		owners[r.key] = r
	}
	for _, sheet := range [2]*wave{s.m.before, s.m.after}[side].sheets {
		rows = append(rows, s.row(sheet, side, owners[keys[sheet.Code]], audit.Counted))
	}
	return rows
}

// passedOver are the sheets that do not count, by the reason.
func (s *sheetTrace) passedOver(why string) (rows []found) {
	for _, side := range []int{beforeSide, afterSide} {
		if why == "no-code" {
			for _, row := range s.all(side) {
				if row.person == "" {
					rows = append(rows, row)
				}
			}
			continue
		}
		for _, r := range s.people {
			_, repeated, unclear := r.fate(side)
			for _, sheet := range map[string][]prepost.Sheet{"repeated": repeated, "unclear": unclear}[why] {
				rows = append(rows, s.row(sheet, side, r, audit.Counted))
			}
		}
	}
	return rows
}

// complete are the sheets that count and have every answer, in order of the codes.
func (s *sheetTrace) complete(side int) (rows []found) {
	w := [2]*wave{s.m.before, s.m.after}[side]
	for _, r := range s.people {
		kept, _, _ := r.fate(side)
		for _, sheet := range kept {
			if len(w.scored[sheet.Index].Items) > 0 {
				rows = append(rows, s.row(sheet, side, r))
			}
		}
	}
	return rows
}

// alone tells whether a person without a pair is counted by a name.
func (r *respondent) alone(name string) bool {
	switch name {
	case "only-pre":
		return r.pairing.OnlyPre > 0
	case "only-post":
		return r.pairing.OnlyPost > 0
	}
	return r.pairing.Unscored > 0
}
