package batch

import (
	"errors"
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/indicators"
)

// traits is what the export of participants says of persons, for the questionnaires that are split or
// weighted by it.
type traits struct {
	dims     []indicators.Dimension
	counters []*indicators.Counter // of each dimension, for its values in order and what they are called
	people   map[string][]string   // the values of a person, by the code as codes of sheets are folded
	written  map[string]string     // a code of each, as the export writes it
}

// newTraits are the dimensions that some questionnaire asks for; nil where none does.
func newTraits(p *Project) (*traits, error) {
	t := &traits{people: map[string][]string{}, written: map[string]string{}}
	for _, s := range p.Surveys {
		for _, name := range slices.Concat(s.By, s.Covariates) {
			d, err := p.set.Dimension(name)
			if err != nil {
				return nil, err
			}
			if t.index(d.Name) >= 0 {
				continue
			}
			counter, err := indicators.NewCounter(p.set, indicators.Options{By: []indicators.Dimension{d}})
			if err != nil {
				return nil, err
			}
			t.dims, t.counters = append(t.dims, d), append(t.counters, counter)
		}
	}
	if len(t.dims) == 0 {
		return nil, nil
	}
	return t, nil
}

func (t *traits) index(name string) int {
	return slices.IndexFunc(t.dims, func(d indicators.Dimension) bool { return d.Name == name })
}

// add takes the values of the participants of a batch; of a person with several participations those of
// the first that tells.
func (t *traits) add(set *indicators.Set, b *datasets.Batch) error {
	if t == nil {
		return nil
	}
	person := b.ColumnOf("person")
	if person == nil || !person.Present {
		return nil
	}
	worked, err := set.Evaluate(b)
	if err != nil {
		return err
	}
	for i, d := range t.dims {
		parts, err := worked.PartRows(d)
		if err := errors.Join(err, t.counters[i].Add(b)); err != nil {
			return err
		}
		for value, rows := range parts {
			for _, row := range rows {
				t.put(string(person.Text(row)), i, value)
			}
		}
	}
	return nil
}

// put keeps a value of a person. Of codes that fold to one and are plainly two, as 1-12 and 11-2, nothing is
// known: whose value it is would be a guess.
func (t *traits) put(code string, dim int, value string) {
	person := prepost.Folding{}.Fold(code)
	if person == "" {
		return
	}
	if t.written[person] == "" {
		t.written[person] = code
	}
	if keys := (prepost.Folding{}).Keys([]string{code, t.written[person]}); keys[code] != keys[t.written[person]] {
		t.people[person] = nil
		t.written[person] = unclearCode
	}
	if t.written[person] == unclearCode {
		return
	}
	if t.people[person] == nil {
		t.people[person] = make([]string, len(t.dims))
	}
	if t.people[person][dim] == indicators.NotKnown {
		t.people[person][dim] = value
	}
}

// unclearCode stands for codes of several persons that fold to one; it folds to none.
const unclearCode = "-"

// of is the value of a dimension that the person of a code has; [indicators.NotKnown] where the export
// does not tell.
func (t *traits) of(code string, dim int) string {
	if values := t.people[prepost.Folding{}.Fold(code)]; values != nil {
		return values[dim]
	}
	return indicators.NotKnown
}

// parts are the values of a dimension in order, and what they are called.
func (t *traits) parts(dim int) (values []string, labels []evaluate.Text) {
	for _, p := range t.counters[dim].Table().Parts {
		values, labels = append(values, p.Values[0]), append(labels, text(p.Labels[0]))
	}
	if !slices.Contains(values, indicators.NotKnown) { // those whom the export does not hold
		values, labels = append(values, indicators.NotKnown), append(labels, evaluate.T("nie wiadomo", "not known"))
	}
	return values, labels
}

// ids are the values of a dimension as parts of figure ids.
func (t *traits) ids(dim int) map[string]string {
	parts := t.counters[dim].Table().Parts
	return valueIDs(append(slices.Clip(parts), indicators.Part{Values: []string{indicators.NotKnown}}), 0)
}

// checkLink files a fault where a questionnaire asks for what no export of participants can tell.
func (c *checker) checkLink(path string, s Survey) {
	p := c.project
	if p.set == nil {
		return
	}
	for _, asked := range []struct {
		key   string
		names []string
	}{{"by", s.By}, {"covariates", s.Covariates}} {
		seen := map[string]bool{}
		for i, name := range asked.names {
			at := fmt.Sprintf("%s.%s[%d]", path, asked.key, i)
			d, err := p.set.Dimension(name)
			switch {
			case err != nil:
				c.fault(at, "%v", err)
			case d.Overlaps:
				c.fault(at, "%s puts a person into several parts; a questionnaire is split by what each person has one of", name)
			case seen[d.Name]:
				c.fault(at, "%s is asked for twice", name)
			case p.Participants == nil:
				c.fault(at, "the project names no export of participants, which alone tells %s of a person", name)
			}
			seen[d.Name] = true
		}
	}
}
