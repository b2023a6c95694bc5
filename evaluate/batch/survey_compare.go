package batch

import (
	"errors"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/indicators"
)

// level is the confidence level of every interval.
const level = 0.95

// resamples are drawn for each bootstrap interval, from a seed that every method text names.
const (
	resamples = 2000
	seed      = 1
)

// group is a part of the pairs: a sex, or a value of a dimension of the participants.
type group struct {
	prepost.GroupName
	members map[int]bool // by the Index of the sheet before
	change  prepost.Change
	sex     bool
}

// sexNames are the groups that every sheet may tell.
func sexNames() []prepost.GroupName {
	return []prepost.GroupName{
		{Group: "woman", ID: "women", Label: evaluate.T("kobiety", "women")},
		{Group: "man", ID: "men", Label: evaluate.T("mężczyźni", "men")},
	}
}

// options are how a change of this survey is looked at. Every group is held against one yardstick, that of
// all pairs: else the same change of a woman and of a man might be reliable for one alone.
func (m *measured) options() prepost.Options {
	y := m.survey.yardstick(m.analyses[0])
	if y.SD == 0 && m.overall.Pre.SD.Defined {
		y.SD = m.overall.Pre.SD.Value
	}
	return prepost.Options{Level: level, LowerIsBetter: !m.key.HigherIsBetter(), Yardstick: y, Resamples: resamples, Seed: seed}
}

// compare works out what the pairs show: of the items first, since a reliable change goes by their alpha.
func (r *run) compare(m *measured) (err error) {
	if err := sideBySide(len(m.analyses), func(i int) (err error) {
		w, kept := []*wave{m.before, m.after}[i], [][]int{m.pairs.KeptPre, m.pairs.KeptPost}[i]
		m.analyses[i], err = scale.Analyse(w.kept(kept), m.key, level)
		return err
	}); err != nil {
		return err
	}
	m.link = r.traits.linkTo(m)
	if m.overall, err = prepost.Compare(m.pairs.Matched, m.options()); err != nil {
		return err
	}
	if m.groups, err = r.groupsOf(m); err != nil {
		return err
	}
	m.answered = m.itemPairs()
	if m.items, err = prepost.CompareItems(m.answered, level); err != nil {
		return err
	}
	if m.categories, err = m.compareCategories(); err != nil {
		return err
	}
	return errors.Join(r.compareSexes(m), r.attrition(m))
}

// compareSexes holds the change of women against that of men, where both are there.
func (r *run) compareSexes(m *measured) error {
	names := sexNames()
	if r.project.hidesSex() || len(m.pairs.In(names[0].Group)) == 0 || len(m.pairs.In(names[1].Group)) == 0 {
		return nil
	}
	between, err := prepost.CompareGroups(m.pairs.Matched, names[0], names[1], level)
	m.between = &between
	return err
}

// attrition tells who was lost.
func (r *run) attrition(m *measured) (err error) {
	m.attrition, err = m.pairs.Attrition(prepost.AttritionOptions{Level: level, LowerIsBetter: !m.key.HigherIsBetter(), Covariates: r.covariates(m)})
	return err
}

// paired are the persons who are a pair, with the sheets that count.
func (m *measured) paired() (persons []prepost.Person) {
	for _, p := range m.pairs.Persons {
		if p.Fate == prepost.Paired {
			persons = append(persons, p)
		}
	}
	return persons
}

// in are the pairs of some members.
func (m *measured) in(members map[int]bool) (pairs []prepost.Pair) {
	for _, p := range m.paired() {
		if members[p.PreIndex] {
			pairs = append(pairs, prepost.Pair{Group: p.Group, Pre: p.Pre, Post: p.Post})
		}
	}
	return pairs
}

// covariates are the dimensions that weigh the stayers, of all who have a sheet before: a category of k
// values makes k - 1 columns.
func (r *run) covariates(m *measured) (out []prepost.Covariate) {
	if r.traits == nil {
		return nil
	}
	for _, name := range m.survey.Covariates {
		at := r.traits.asked[name]
		for i, part := range m.partsMet(r.traits.parts(at), at) {
			if i > 0 { // the first is what the others are held against
				out = append(out, m.covariate(text(r.traits.dims[at].Label), part, at))
			}
		}
	}
	return out
}

// covariate is 1 for those who have a value of a dimension and 0 for those who have another; who has none that is
// known is not in it.
func (m *measured) covariate(heading evaluate.Text, part indicators.Part, dim int) prepost.Covariate {
	c := prepost.Covariate{Name: heading.Joined(": ", text(part.Labels[0])), Values: map[int]float64{}}
	for _, s := range m.before.sheets {
		switch m.link.of(s.Code, dim) {
		case indicators.NotKnown:
		case part.Values[0]:
			c.Values[s.Index] = 1
		default:
			c.Values[s.Index] = 0
		}
	}
	return c
}

// partsMet are the values that stayers and leavers have; who is in the export alone decides nothing.
func (m *measured) partsMet(parts []indicators.Part, dim int) (met []indicators.Part) {
	for _, part := range parts {
		if part.Values[0] == indicators.NotKnown {
			continue
		}
		for _, p := range m.pairs.Persons {
			if (p.Fate == prepost.Paired || p.Fate == prepost.Leaver) && m.link.of(m.before.sheets[p.PreIndex].Code, dim) == part.Values[0] {
				met = append(met, part)
				break
			}
		}
	}
	return met
}

// inBoth are the persons of whom a sheet of either wave counts, with a score or without.
func (m *measured) inBoth() (persons []prepost.Person) {
	for _, p := range m.pairs.Persons {
		if p.PreIndex >= 0 && p.PostIndex >= 0 {
			persons = append(persons, p)
		}
	}
	return persons
}

// itemPairs are the turned answers to each question of those who answered it both times.
func (m *measured) itemPairs() []prepost.ItemPairs {
	items := make([]prepost.ItemPairs, len(m.survey.Pre.Items))
	for i := range items {
		items[i].Number = i + 1
		for _, p := range m.inBoth() {
			a, b := m.before.scored[p.PreIndex].Turned[i], m.after.scored[p.PostIndex].Turned[i]
			if a.Given && b.Given {
				items[i].Pre, items[i].Post = append(items[i].Pre, a.Value), append(items[i].Post, b.Value)
			}
		}
	}
	return items
}

// categoryChange is a question with categories and how its answers moved.
type categoryChange struct {
	question Question
	change   prepost.CategoryChange
}

// compareCategories tells how the answers to each question with categories moved, of those who answered it both times.
func (m *measured) compareCategories() (out []categoryChange, err error) {
	for i, q := range m.survey.Questions {
		var pre, post []string
		for _, p := range m.inBoth() {
			a, b := m.before.answers[p.PreIndex][i], m.after.answers[p.PostIndex][i]
			if a != "" && b != "" {
				pre, post = append(pre, a), append(post, b)
			}
		}
		c, err := prepost.CompareCategories(pre, post, q.Categories, q.Ordered, level)
		if err != nil {
			return nil, err
		}
		out = append(out, categoryChange{q, c})
	}
	return out, nil
}
