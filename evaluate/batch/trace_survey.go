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
		if r.pairing, err = prepost.Match(slices.Clone(r.sheets[0]), slices.Clone(r.sheets[1])); err != nil {
			return nil, err
		}
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
	return prepost.Folding{}.Keys(codes)
}

// survey is the origin of a figure of a questionnaire: sheets.
func (t *tracer) survey(f *evaluate.Figure) (*origin, error) {
	for _, m := range t.run.surveys {
		rest, ok := strings.CutPrefix(f.ID, "survey/"+m.survey.Name+"/")
		if !ok {
			continue
		}
		people, err := respondents(m)
		if err != nil {
			return nil, err
		}
		s := &sheetTrace{tracer: t, m: m, people: people}
		return s.origin(f, rest)
	}
	return nil, nil
}

// fate is what became of the sheets of one side of a person: those that count, that were repeated and
// passed over, or of which none counts because they contradict each other.
func (r *respondent) fate(side int) (kept, repeated, unclear []prepost.Sheet) {
	index := [2][]int{r.pairing.KeptPre, r.pairing.KeptPost}[side]
	for _, s := range r.sheets[side] {
		switch {
		case slices.Contains(index, s.Index):
			kept = append(kept, s)
		case len(index) == 0:
			unclear = append(unclear, s)
		default:
			repeated = append(repeated, s)
		}
	}
	return kept, repeated, unclear
}
