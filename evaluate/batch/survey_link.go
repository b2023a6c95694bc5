package batch

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// traits is what the export of participants says of persons, for the questionnaires that are split or
// weighted by it.
type traits struct {
	dims     []indicators.Dimension
	asked    map[string]int        // where the dimension of a name stands among them, as questionnaires ask for it
	counters []*indicators.Counter // of each dimension, for its values in order and what they are called
	codes    []string              // of the persons, as the export writes them, in its order
	people   map[string][]string   // the values of a person, by such a code
}

// newTraits are the dimensions that some questionnaire asks for; nil where none does.
func newTraits(p *Project) (*traits, error) {
	t := &traits{people: map[string][]string{}, asked: map[string]int{}}
	for _, s := range p.Surveys {
		for _, name := range slices.Concat(s.By, s.Covariates) {
			d, err := p.set.Dimension(name)
			if err != nil {
				return nil, err
			}
			if at := t.index(d); at >= 0 {
				t.asked[name] = at
				continue
			}
			counter, err := indicators.NewCounter(p.set, indicators.Options{By: []indicators.Dimension{d}})
			if err != nil {
				return nil, err
			}
			t.asked[name] = len(t.dims)
			t.dims, t.counters = append(t.dims, d), append(t.counters, counter)
		}
	}
	if len(t.dims) == 0 {
		return nil, nil
	}
	return t, nil
}

// index is where a dimension stands, -1: nowhere; two questionnaires may ask for other bands of one age.
func (t *traits) index(d indicators.Dimension) int {
	return slices.IndexFunc(t.dims, func(o indicators.Dimension) bool { return o.Name == d.Name && slices.Equal(o.Bands, d.Bands) })
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
				t.put(strings.TrimSpace(string(person.Text(row))), i, value)
			}
		}
	}
	return nil
}

func (t *traits) put(person string, dim int, value string) {
	if person == "" {
		return
	}
	if t.people[person] == nil {
		t.people[person] = make([]string, len(t.dims))
		t.codes = append(t.codes, person)
	}
	if t.people[person][dim] == indicators.NotKnown {
		t.people[person][dim] = value
	}
}

// link finds the persons of the export by the codes of a survey's sheets. Codes are one person where the
// pairing of the survey takes them for one, with what the survey says of leading zeros.
type link struct {
	keys   map[string]string   // by code, as sheets and export write it
	people map[string][]string // by key
}

// linkTo joins the export to the sheets of a comparison. Where the export writes one person in several ways,
// the first that tells counts.
func (t *traits) linkTo(m *measured) *link {
	if t == nil {
		return nil
	}
	codes := slices.Clone(t.codes)
	for _, w := range []*wave{m.before, m.after} {
		for _, s := range w.sheets {
			codes = append(codes, s.Code)
		}
	}
	l := &link{keys: m.folding().Keys(codes), people: map[string][]string{}}
	for _, code := range t.codes {
		key := l.keys[code]
		if l.people[key] == nil {
			l.people[key] = make([]string, len(t.dims))
		}
		for i, value := range t.people[code] {
			if l.people[key][i] == indicators.NotKnown {
				l.people[key][i] = value
			}
		}
	}
	return l
}

// of is the value of a dimension that the person of a code has; [indicators.NotKnown] where the export
// does not tell.
func (l *link) of(code string, dim int) string {
	if key := l.keys[code]; key != "" && l.people[key] != nil {
		return l.people[key][dim]
	}
	return indicators.NotKnown
}

// parts are the values of a dimension in order, with what they are called; last of all "not known", which is
// that of everybody outside the export, too.
func (t *traits) parts(dim int) (parts []indicators.Part) {
	for _, p := range t.counters[dim].Table().Parts {
		if p.Values[0] != indicators.NotKnown {
			parts = append(parts, p)
		}
	}
	return append(parts, indicators.Part{Values: []string{indicators.NotKnown}, Labels: []datasets.Label{{PL: "nie wiadomo", EN: "not known"}}})
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
			case datasets.Fold(name) == "sex":
				c.say(at, "zmianę podaje się zawsze osobno dla kobiet i mężczyzn, według płci na arkuszach; usuń sex", "a change is told for women and men apart always, by the sex on the sheets; take sex out")
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
