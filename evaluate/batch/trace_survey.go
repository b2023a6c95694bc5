package batch

import (
	"maps"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
)

// respondent is one person of a survey: all sheets under the code, and what pairing made of them.
type respondent struct {
	unit    int                // in the order of the keys, from 1
	key     string             // of the code, as pairing folds it
	code    string             // as the first of the sheets has it
	sheets  [2][]prepost.Sheet // before, after
	pairing prepost.Pairs      // of this person alone
	person  prepost.Person
}

// respondents pairs the sheets of each code by itself, in the words in which all were paired. Sheets
// without a code are nobody's.
func respondents(m *measured) ([]*respondent, error) {
	by, keys := map[string]*respondent{}, m.keys()
	for side, w := range []*wave{m.before, m.after} {
		for _, s := range w.sheets {
			key := keys[s.Code]
			if key == "" {
				continue
			}
			if by[key] == nil {
				by[key] = &respondent{key: key, code: strings.TrimSpace(s.Code)}
			}
			by[key].sheets[side] = append(by[key].sheets[side], s)
		}
	}
	var out []*respondent
	for i, key := range slices.Sorted(maps.Keys(by)) {
		r, err := by[key], error(nil)
		r.unit = i + 1
		if r.pairing, err = m.folding().Match(r.sheets[beforeSide], r.sheets[afterSide]); err != nil {
			return nil, err
		}
		r.person = r.pairing.Persons[0]
		out = append(out, r)
	}
	return out, nil
}

// keys are those under which pairing finds the persons of a survey, by code.
func (m *measured) keys() map[string]string {
	var codes []string
	for _, w := range []*wave{m.before, m.after} {
		for _, s := range w.sheets {
			codes = append(codes, s.Code)
		}
	}
	return m.folding().Keys(codes)
}

// survey is the origin of a figure of a questionnaire: sheets.
func (t *tracer) survey(f *evaluate.Figure) (*origin, error) {
	m, name := t.measuredBy(f.ID)
	if m == nil {
		return nil, nil
	}
	if t.sheets == nil {
		t.sheets = map[*measured]*sheetTrace{}
	}
	if t.sheets[m] == nil {
		people, err := respondents(m)
		if err != nil {
			return nil, err
		}
		t.sheets[m] = &sheetTrace{tracer: t, m: m, people: people}
	}
	return t.sheets[m].origin(f, name)
}

// measuredBy is the survey that a figure is of and the name of the figure below it. The figures of a later
// wave stand below those of the first two.
func (t *tracer) measuredBy(id string) (*measured, string) {
	for _, m := range t.run.surveys {
		for _, each := range append(slices.Clone(m.later), m) {
			if name, ok := strings.CutPrefix(id, "survey/"+each.survey.Name+"/"); ok {
				return each, name
			}
		}
	}
	return nil, ""
}

// fate is what became of the sheets of one side of a person: those that count, that were repeated and
// passed over, or of which none counts because they contradict each other.
func (r *respondent) fate(side int) (kept, repeated, unclear []prepost.Sheet) {
	index := r.index(side)
	for _, s := range r.sheets[side] {
		switch {
		case index == s.Index:
			kept = append(kept, s)
		case index < 0:
			unclear = append(unclear, s)
		default:
			repeated = append(repeated, s)
		}
	}
	return kept, repeated, unclear
}

// index is the place of the sheet that counts among those of its side; -1: none does.
func (r *respondent) index(side int) int {
	return [2]int{r.person.PreIndex, r.person.PostIndex}[side]
}

func (r *respondent) isPair() bool { return r.person.Fate == prepost.Paired }

func (r *respondent) left() bool { return r.person.Fate == prepost.Leaver }

// inBoth tells whether a sheet of either side counts, with a score or without.
func (r *respondent) inBoth() bool { return r.index(beforeSide) >= 0 && r.index(afterSide) >= 0 }
