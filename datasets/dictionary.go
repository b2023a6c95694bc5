package datasets

import (
	"fmt"
	"maps"
	"slices"
)

// dictionary turns the words of a cell into a code: folded value -> position plus one.
// A value that is known to mean "no value" has code 0.
type dictionary struct {
	codes map[string]uint8
	words []string // as written in the profile, sorted, for suggestions
}

// flagWords are the ways Polish exports write the four states; odmowa is a refusal.
func flagWords() map[string]string {
	return map[string]string{
		"tak": "yes", "nie": "no", "t": "yes", "n": "no", "yes": "yes", "no": "no", "1": "yes", "0": "no",
		"true": "yes", "false": "no", "refused": "refused", "odmowa": "refused",
		"odmowa podania informacji": "refused", "odmowa podania danych": "refused",
		"odmawiam podania danych": "refused", "nie podaję": "refused",
	}
}

// dictionaryOf builds the dictionary of a field: the values of the profile, and where it has
// none the codes and names of the vocabulary; a Flag always knows tak, nie and odmowa.
func dictionaryOf(f *Field, values map[string]string) (*dictionary, error) {
	if f.Vocabulary == nil {
		if len(values) > 0 {
			return nil, fmt.Errorf("values given for a field of kind %s", f.Kind)
		}
		return nil, nil
	}
	d := &dictionary{codes: map[string]uint8{}}
	if f.Kind == Flag {
		values = joinValues(flagWords(), values)
	}
	if len(values) == 0 {
		return d.fromVocabulary(f.Vocabulary), nil
	}
	for _, word := range sortedKeys(values) {
		if err := d.add(f.Vocabulary, word, values[word]); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (d *dictionary) fromVocabulary(v *Vocabulary) *dictionary {
	for i, t := range v.Terms {
		for _, word := range [...]string{t.Code, t.PL, t.EN} {
			d.codes[Fold(word)] = uint8(i + 1)
		}
		d.words = append(d.words, t.PL)
	}
	return d
}

func (d *dictionary) add(v *Vocabulary, word, term string) error {
	code, ok := v.Code(term)
	if !ok && term != "missing" {
		return fmt.Errorf("value %q stands for %q, which is no term of vocabulary %s%s", word, term, v.Name, meant(term, v.Codes()))
	}
	folded := Fold(word)
	if before, twice := d.codes[folded]; twice && before != code {
		return fmt.Errorf("value %q means two terms after folding", word)
	}
	d.codes[folded] = code
	d.words = append(d.words, word)
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
