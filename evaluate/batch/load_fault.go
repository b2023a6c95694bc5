package batch

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// yamlFault turns an error of the YAML library into a Fault with its place.
func yamlFault(path string, text []byte, err error) error {
	f := &Fault{File: path, Message: err.Error()}
	var own *indicators.Fault // of a definition or a threshold, which read themselves
	if errors.As(err, &own) && own.Place.Line > 0 {
		f.Message = own.Message
		f.at(text, own.Place.Line, own.Place.Column)
		return f
	}
	var passed *datasets.YAMLFault
	if errors.As(err, &passed) {
		f.Message = passed.Message
		f.at(text, passed.Line, passed.Column)
	}
	var syntax yaml.Error
	if errors.As(err, &syntax) {
		f.Message = syntax.GetMessage()
		if token := syntax.GetToken(); token != nil {
			f.Line, f.Column = token.Position.Line, token.Position.Column
		}
		_, f.Source, _ = strings.Cut(syntax.FormatError(false, true), "\n")
	}
	f.inOwnWords()
	f.nearestKey(text)
	return f
}

// at places a fault in the text of its file.
func (f *Fault) at(text []byte, line, column int) {
	f.Line, f.Column, f.Source = line, column, around(text, line, column)
}

var unknownKey = regexp.MustCompile(`unknown field "([^"]+)"`)

// nearestKey says of a key that nobody knows which may be meant; of any other fault nothing.
func (f *Fault) nearestKey(text []byte) {
	m := unknownKey.FindStringSubmatch(f.Message)
	if m == nil {
		return
	}
	key := m[1]
	if first := datasets.UnknownKey(text, reflect.TypeFor[Project]()); first != nil {
		key = first.Value
		f.at(text, first.Position.Line, first.Position.Column)
	}
	f.Message = fmt.Sprintf("unknown key %q", key)
	switch near := datasets.Nearest(key, projectKeys()); near {
	case "":
		f.Message += "; efseval schema project lists all"
	case key:
		f.Message += " here; it belongs to another part of the file"
	default:
		f.Message += fmt.Sprintf("; did you mean %q?", near)
	}
}

// How the YAML library says that a value is of another kind, and that a key stands twice.
var (
	wrongType = regexp.MustCompile(`cannot unmarshal (.+) into Go (?:struct field \S+ of type|value of type) (\S+)`)
	wrongNode = regexp.MustCompile(`^(\w+) was used where (\w+) is expected`)
	keyTwice  = regexp.MustCompile(`mapping key ("[^"]*") already defined at \[(\d+):`)
)

// inOwnWords says what the YAML library says in the words of who writes a project file.
func (f *Fault) inOwnWords() {
	m := wrongType.FindStringSubmatch(f.Message)
	if m == nil {
		m = wrongNode.FindStringSubmatch(f.Message)
	}
	again := keyTwice.FindStringSubmatch(f.Message)
	switch {
	case m != nil:
		wanted, stands := yamlWord(m[2]), yamlWord(m[1])
		f.Message = fmt.Sprintf("wants %s here, not %s", wanted.EN, stands.EN)
		f.Polish = fmt.Sprintf("powinna tu stać wartość innego rodzaju: %s (jest: %s)", wanted.PL, stands.PL)
	case again != nil:
		f.Message = fmt.Sprintf("the key %s stands here a second time; the first is in line %s", again[1], again[2])
		f.Polish = fmt.Sprintf("klucz %s stoi tu drugi raz; pierwszy jest w wierszu %s", again[1], again[2])
	case strings.Contains(f.Message, "found character '\t'"):
		f.Message, f.Polish = "a tab stands here; YAML is indented with blanks", "stoi tu tabulator; wcięcia w YAML robi się odstępami"
	}
}

// yamlWord names a kind of value as the writer of a project file knows it.
func yamlWord(kind string) evaluate.Text {
	switch {
	case strings.HasPrefix(kind, "[]"), kind == "sequence":
		return evaluate.T("lista", "a list")
	case strings.HasPrefix(kind, "map"), kind == "mapping", strings.Contains(kind, "batch."), strings.Contains(kind, "evaluate."):
		return evaluate.T("klucze z wartościami", "keys with values")
	case strings.HasPrefix(kind, "int"), strings.HasPrefix(kind, "uint"):
		return evaluate.T("liczba całkowita", "a whole number")
	case strings.HasPrefix(kind, "float"):
		return evaluate.T("liczba", "a number")
	case kind == "bool":
		return evaluate.T("true albo false", "true or false")
	case kind == "string":
		return evaluate.T("tekst", "text")
	}
	return evaluate.Same(kind)
}

// around shows a place of a text, with a caret under it, as the YAML library does.
func around(text []byte, line, column int) string {
	lines := strings.Split(string(text), "\n")
	var out strings.Builder
	for i := max(1, line-2); i <= min(line, len(lines)); i++ {
		mark := " "
		if i == line {
			mark = ">"
		}
		fmt.Fprintf(&out, "%s %2d | %s\n", mark, i, lines[i-1])
	}
	fmt.Fprintf(&out, "%s^", strings.Repeat(" ", len("> 12 | ")+column-1))
	return out.String()
}

// projectKeys lists every key a project file can have, for suggestions.
func projectKeys() []string {
	seen := map[reflect.Type]bool{}
	var keys []string
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || seen[t] {
			return
		}
		seen[t] = true
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
			if name != "" && name != "-" {
				keys = append(keys, name)
			}
			walk(t.Field(i).Type)
		}
	}
	walk(reflect.TypeFor[Project]())
	return keys
}
