package batch

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/scale"
)

// sheetTrace finds the sheets behind the figures of one survey, or of one of its later waves.
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

func (s *sheetTrace) wave(side int) *wave { return [2]*wave{s.m.before, s.m.after}[side] }

// scored is the sheet of a side that counts of a person, with its answers; nil where none does.
func (s *sheetTrace) scored(r *respondent, side int) *scale.Sheet {
	if i := r.index(side); i >= 0 {
		return &s.wave(side).scored[i]
	}
	return nil
}

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
	default:
		p := s.pick(f, name)
		if p == nil {
			return nil, fmt.Errorf("batch: it is not known which sheets are behind %s; this is a fault of efseval", f.ID)
		}
		o = s.picked(p)
	}
	return o, s.held(f, o)
}

// pick finds whose sheets are behind a figure; nil where no family of figures knows the name.
func (s *sheetTrace) pick(f *evaluate.Figure, name string) *sheetPick {
	for _, family := range []func(*evaluate.Figure, string) *sheetPick{
		s.fates, s.lost, s.analysed, s.itemPairs, s.category, s.between, s.change,
	} {
		if p := family(f, name); p != nil {
			return p
		}
	}
	return nil
}

// held is an error where other than as many sheets or persons are found as the figure counts or divides.
func (s *sheetTrace) held(f *evaluate.Figure, o *origin) error {
	is := map[audit.Role]int{}
	for _, role := range []audit.Role{audit.Counted, audit.Numerator, audit.Denominator} {
		is[role] = unitsIn(o.rows, role, f.Unit == evaluate.Sheets)
	}
	fits := true
	switch {
	case f.Unit != evaluate.Share:
		fits = !f.Value.Exact() || is[audit.Counted] == int(f.Value.Float())
	case f.Denominator.Present():
		fits = is[audit.Numerator] == int(f.Numerator.Float()) && is[audit.Denominator] == int(f.Denominator.Float())
	case is[audit.Denominator] > 0:
		fits = math.Abs(float64(is[audit.Numerator])/float64(is[audit.Denominator])-f.Value.Float()) < 1e-12 // a quotient in other words
	}
	if !fits {
		return fmt.Errorf("batch: %s is %s, and behind it were found: counted %d, numerator %d, denominator %d; this is a fault of efseval",
			f.ID, f.Value, is[audit.Counted], is[audit.Numerator], is[audit.Denominator])
	}
	return nil
}

// unitsIn counts the rows of a role, or the persons whose they are.
func unitsIn(rows []found, role audit.Role, sheets bool) (n int) {
	units := map[int]bool{}
	for _, row := range rows {
		if slices.Contains(row.roles, role) {
			n++
			units[row.unit] = true
		}
	}
	if sheets {
		return n
	}
	return len(units)
}

// row is the place of a sheet. Without a person it stands for itself.
func (s *sheetTrace) row(sheet prepost.Sheet, side int, of *respondent, roles ...audit.Role) found {
	input, role := s.m.survey.Pre.File, audit.Before
	if side == afterSide {
		input, role = s.m.survey.Post.File, audit.After
	}
	out := found{at: s.tracer.named(s.wave(side).places[sheet.Place], input), roles: append([]audit.Role{role}, roles...)}
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
	for _, sheet := range s.wave(side).sheets {
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

// together are rows and further ones that are not among them, person by person.
func together(rows, further []found) []found {
	seen := map[datasets.Position]bool{}
	for _, row := range rows {
		seen[row.at] = true
	}
	for _, row := range further {
		if !seen[row.at] {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b found) int { return cmp.Compare(a.unit, b.unit) })
	return rows
}
