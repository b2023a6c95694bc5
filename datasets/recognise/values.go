package recognise

import (
	"maps"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
)

// settleValues looks up the words that the profile does not know in the other ready profiles of its schema: a K that
// one system writes for a woman is hardly something else in another. Words that no profile knows, or two read
// differently, are left to the run to tell.
func (r *Recognised) settleValues() error {
	if r.Profile == nil {
		return nil
	}
	for _, placed := range r.Placed {
		field := r.Profile.Fields().Field(placed.Field)
		if field == nil || field.Vocabulary == nil || placed.Column.words == nil {
			continue
		}
		rule := r.ruleOf(placed.Field)
		if rule == nil {
			continue
		}
		unknown, err := r.Profile.Unknown(rule, slices.Sorted(maps.Keys(placed.Column.words)))
		if err != nil {
			return err
		}
		for _, word := range unknown {
			term, err := r.elsewhere(placed.Field, word)
			if err != nil {
				return err
			}
			if term != "" {
				r.addValue(placed.Field, word, term)
			}
		}
	}
	return nil
}

func (r *Recognised) ruleOf(field string) *datasets.ColumnRule {
	for i := range r.Profile.Columns {
		if r.Profile.Columns[i].Field == field {
			return &r.Profile.Columns[i]
		}
	}
	return nil
}

// elsewhere is what the other profiles read a word of a field as; empty where none knows it or they differ.
func (r *Recognised) elsewhere(field, word string) (term string, err error) {
	folded := datasets.Fold(word)
	for _, name := range profiles.Names() {
		p, err := profiles.Load(name)
		if err != nil {
			return "", err
		}
		for _, rule := range p.Columns {
			for written, code := range rule.Values {
				if p.Schema != r.Profile.Schema || rule.Field != field || datasets.Fold(written) != folded {
					continue
				}
				if term != "" && term != code {
					return "", nil
				}
				term = code
			}
		}
	}
	return term, nil
}

func (r *Recognised) addValue(field, word, term string) {
	if r.Values == nil {
		r.Values = map[string]map[string]string{}
	}
	if r.Values[field] == nil {
		r.Values[field] = map[string]string{}
	}
	r.Values[field][word] = term
}
