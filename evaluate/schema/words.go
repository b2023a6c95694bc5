package schema

import (
	"fmt"
	"maps"
	"slices"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/evaluate"
)

// readWords reads the descriptions by place. Those of a type itself stand under "type.".
func readWords(text []byte) (map[string]evaluate.Text, error) {
	var types map[string]map[string]evaluate.Text
	if err := yaml.UnmarshalWithOptions(text, &types, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("schema: descriptions: %w", err)
	}
	words := map[string]evaluate.Text{}
	for name, keys := range types {
		for key, said := range keys {
			if said.PL == "" || said.EN == "" {
				return nil, fmt.Errorf("schema: %s.%s is described in one language; write {pl: …, en: …}", name, key)
			}
			words[name+"."+key] = said
		}
	}
	return words, nil
}

// say is the description of a place.
func (w *writer) say(place string) string {
	said, is := w.words[place]
	if !is {
		w.fault("%s has no description", place)
	}
	w.used[place] = true
	return said.In(w.lang)
}

// unused files what is said of keys that are not there.
func (w *writer) unused() {
	said := slices.Concat(slices.Collect(maps.Keys(w.words)), slices.Collect(maps.Keys(w.Closed)), slices.Collect(maps.Keys(w.Open)),
		slices.Collect(maps.Keys(w.Whole)), slices.Collect(maps.Keys(w.Pattern)), slices.Collect(maps.Keys(w.Numbers)))
	slices.Sort(said)
	for _, place := range slices.Compact(said) {
		if !w.used[place] {
			w.fault("%s is described, and no file has such a key", place)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.Required)) {
		if w.types[name] == nil {
			w.fault("%s requires keys, and there is no such type", name)
		}
	}
}

func (w *writer) fault(format string, args ...any) {
	w.faults = append(w.faults, fmt.Errorf("schema: "+format, args...))
}
