package batch

import (
	"bytes"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// foreign is the fault of a file that is no project file but was named as one; nil where it may be one. A fault
// otherwise shows lines of the file under a caret, and those of an export are persons: of a file that is neither called
// YAML nor has a key of a project at the beginning of any line, nothing is shown.
func foreign(path string, text []byte) error {
	if slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(path))) || hasProjectKey(text) {
		return nil
	}
	return &Fault{File: path,
		Message: "is no project file: no line begins with a key of one, as id: or title:; an export is looked through by efseval check FILE --profile NAME, and efseval init writes a project for it",
		Polish:  "nie jest plikiem projektu: żaden wiersz nie zaczyna się od jego klucza, jak id: albo title:; eksport przegląda efseval check PLIK --profile NAZWA, a projekt do niego pisze efseval init"}
}

// hasProjectKey tells whether a line begins with a key that stands at the top of a project file.
func hasProjectKey(text []byte) bool {
	t := reflect.TypeFor[Project]()
	for i := range t.NumField() {
		key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if key == "" || key == "-" {
			continue
		}
		if key += ":"; bytes.HasPrefix(text, []byte(key)) || bytes.Contains(text, []byte("\n"+key)) {
			return true
		}
	}
	return false
}
