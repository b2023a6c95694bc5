package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/invopop/jsonschema"

	"github.com/efseval/efseval/evaluate"
)

// Description is a file to be described: its types, and what they cannot say themselves. A place is
// "type.key", as in input.encoding; the type is that of the Go struct with a small first letter, with its
// package before it where that is not the package of the root (indicators.criterion.field).
type Description struct {
	Root  reflect.Type // a struct
	ID    string       // URI of the schema
	Title evaluate.Text
	Words []byte // YAML: type -> key -> {pl: …, en: …}

	// YAML reads the tags yaml, takes a number where a text is wanted and a text where a number is, as
	// the reader does, and lets keys be left out. Else the tags are json, and what has no omitempty is required.
	YAML bool

	// What the tags do not say. Nil maps restrict nothing.
	Required map[string][]string     // type -> keys that must be there
	Whole    map[string][]string     // place -> keys that must be there in what stands there
	Closed   map[string][]string     // place -> the only values
	Open     map[string][]string     // place -> values that an editor offers; others stand too
	Pattern  map[string]string       // place -> regular expression of a text
	Numbers  map[string]Range        // place -> bounds of a number
	Kinds    map[reflect.Type]string // types that write themselves -> string, number or integer
	Prefix   string                  // of the names of types, that is left out: json
}

// Range bounds a number; empty: no bound. Bounds are written as in JSON.
type Range struct{ Min, Max json.Number }

// JSON is the schema with its descriptions in a language, indented, with a line feed at the end. An error
// is a fault of the description: a key without words, words or values of a key that is not there.
func (d Description) JSON(l evaluate.Lang) ([]byte, error) {
	words, err := readWords(d.Words)
	if err != nil {
		return nil, err
	}
	w := &writer{Description: d, lang: l, words: words, used: map[string]bool{}, types: map[string]reflect.Type{}}
	w.gather(d.Root)
	root := w.reflector().ReflectFromType(d.Root)
	root.ID, root.Title = jsonschema.ID(d.ID), d.Title.In(l)
	w.describe(w.name(d.Root), root)
	for _, name := range slices.Sorted(maps.Keys(root.Definitions)) {
		w.describe(name, root.Definitions[name])
	}
	w.unused()
	if err := errors.Join(w.faults...); err != nil {
		return nil, err
	}
	return indented(root)
}

func indented(s *jsonschema.Schema) ([]byte, error) {
	raw, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	out.WriteByte('\n')
	return unescaped(out.Bytes()), nil
}

// unescaped writes <, > and & as they are: the library escapes them for HTML.
func unescaped(text []byte) []byte {
	for _, sign := range []struct{ code, is string }{{`\u003c`, "<"}, {`\u003e`, ">"}, {`\u0026`, "&"}} {
		text = bytes.ReplaceAll(text, []byte(sign.code), []byte(sign.is))
	}
	return text
}
