package batch

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/goccy/go-yaml"
)

// changedPlaces are the places of two project files whose values differ, as cost.total or surveys[0].pre.file; a
// part that one file alone has is one place.
func changedPlaces(old, new *Project) ([]string, error) {
	var was, is any
	if err := yaml.Unmarshal(old.text, &was); err != nil {
		return nil, fmt.Errorf("batch: %s: %w", old.File, err)
	}
	if err := yaml.Unmarshal(new.text, &is); err != nil {
		return nil, fmt.Errorf("batch: %s: %w", new.File, err)
	}
	return placesBelow("", was, is), nil
}

func placesBelow(path string, was, is any) []string {
	if a, ok := was.(map[string]any); ok {
		if b, ok := is.(map[string]any); ok {
			return keysBelow(path, a, b)
		}
	}
	if a, ok := was.([]any); ok {
		if b, ok := is.([]any); ok && len(a) == len(b) {
			var out []string
			for i := range a {
				out = append(out, placesBelow(fmt.Sprintf("%s[%d]", path, i), a[i], b[i])...)
			}
			return out
		}
	}
	if reflect.DeepEqual(was, is) {
		return nil
	}
	return []string{path}
}

func keysBelow(path string, a, b map[string]any) (out []string) {
	keys := slices.Concat(slices.Collect(maps.Keys(a)), slices.Collect(maps.Keys(b)))
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		below := key
		if path != "" {
			below = path + "." + key
		}
		out = append(out, placesBelow(below, a[key], b[key])...)
	}
	return out
}
