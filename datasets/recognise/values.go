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
		if field == nil || field.Vocabulary == nil || field.Kind == datasets.Set || placed.Column.words == nil {
			continue
		}
		rule := r.ruleOf(placed.Field)
		if rule == nil {
			continue
		}
		if err := r.addUnknown(rule, field, slices.Sorted(maps.Keys(placed.Column.words))); err != nil {
			return err
		}
	}
	return nil
}

// addUnknown adds the words that the rule does not know. A rule without values reads the words of the schema, one
// with values no others: those of the file are then added, too.
func (r *Recognised) addUnknown(rule *datasets.ColumnRule, field *datasets.Field, words []string) error {
	unknown, err := r.Profile.Unknown(rule, words)
	if err != nil {
		return err
	}
	for _, word := range unknown {
		term, err := r.elsewhere(rule.Field, word)
		if err != nil {
			return err
		}
		if term != "" {
			r.addValue(rule.Field, word, term)
		}
	}
	if r.Values[rule.Field] == nil || len(rule.Values) > 0 || field.Kind == datasets.Flag {
		return nil
	}
	for _, word := range words {
		for _, t := range field.Vocabulary.Terms {
			if folded := datasets.Fold(word); folded == datasets.Fold(t.Code) || folded == datasets.Fold(t.PL) || folded == datasets.Fold(t.EN) {
				r.addValue(rule.Field, word, t.Code)
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
