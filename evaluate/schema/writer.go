package schema

import (
	"reflect"
	"slices"

	"github.com/invopop/jsonschema"

	"github.com/efseval/efseval/evaluate"
)

// writer puts words and values into the schema that the types made.
type writer struct {
	Description
	lang   evaluate.Lang
	words  map[string]evaluate.Text
	types  map[string]reflect.Type
	used   map[string]bool // places that were met
	faults []error
}

// describe fills in what the schema of a struct says of its keys.
func (w *writer) describe(name string, s *jsonschema.Schema) {
	t := w.types[name]
	if t == nil || s.Properties == nil {
		w.fault("%s is a type that was not found", name)
		return
	}
	s.Required = append(s.Required, w.Required[name]...)
	for pair := s.Properties.Oldest(); pair != nil; pair = pair.Next() {
		place, field := w.owner(t, pair.Key)
		if place == "" {
			w.fault("%s.%s has no tag", name, pair.Key)
			continue
		}
		required := slices.Contains(s.Required, pair.Key)
		said := w.say(place)
		w.restrict(place, pair.Value)
		pair.Value = w.read(pair.Value, field, required)
		pair.Value.Description = said
	}
}

// restrict sets the values, the form and the bounds of a key; of a list or of named values those of each.
func (w *writer) restrict(place string, s *jsonschema.Schema) {
	switch {
	case s.Type == "array" && s.Items != nil:
		s = s.Items
	case s.Type == "object" && s.AdditionalProperties != nil:
		s = s.AdditionalProperties
	}
	if values := w.Closed[place]; values != nil {
		s.Enum = anyOf(values)
	}
	if values := w.Open[place]; values != nil {
		s.AnyOf = []*jsonschema.Schema{{Enum: anyOf(values)}, {Type: s.Type}}
		w.lenient(s.AnyOf[1])
		s.Type = ""
	}
	s.Required = append(s.Required, w.Whole[place]...)
	if p := w.Pattern[place]; p != "" {
		s.Pattern = p
	}
	if r, is := w.Numbers[place]; is {
		s.Minimum, s.Maximum = r.Min, r.Max
	}
}

func anyOf(values []string) (out []any) {
	for _, v := range values {
		out = append(out, v)
	}
	return out
}

// read lets a key hold what the reader takes.
func (w *writer) read(s *jsonschema.Schema, t reflect.Type, required bool) *jsonschema.Schema {
	nothing := !required
	if !w.YAML {
		nothing = required && (t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice) // null where there is nothing
		if !nothing {
			return s
		}
	}
	if w.YAML {
		w.lenient(s)
	}
	switch {
	case !nothing:
	case s.Ref != "":
		s = &jsonschema.Schema{AnyOf: []*jsonschema.Schema{s, {Type: "null"}}}
	case s.Enum != nil:
		s.Enum = append(s.Enum, nil)
		orNull(s)
	default:
		orNull(s)
	}
	return s
}

func orNull(s *jsonschema.Schema) {
	switch types, is := s.Extras["type"].([]string); {
	case is:
		s.Extras["type"] = append(types, "null")
	case s.AnyOf != nil:
		s.AnyOf = append(s.AnyOf, &jsonschema.Schema{Type: "null"})
	case s.Type != "":
		s.Extras, s.Type = map[string]any{"type": []string{s.Type, "null"}}, ""
	}
}

// written is how a number may stand in quotation marks.
const written = `^\s*[-+]?(\d[\d_]*\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$`

// lenient lets a scalar be written as the YAML reader takes it: a number as a text, a text as a number.
func (w *writer) lenient(s *jsonschema.Schema) {
	var types []string
	switch s.Type {
	case "string":
		types = []string{"string", "number", "boolean"}
		if s.Enum != nil {
			types = types[:1]
		}
	case "number", "integer":
		types = []string{s.Type, "string"}
		s.Pattern = written
	case "array":
		w.item(s.Items)
		return
	case "object":
		w.item(s.AdditionalProperties)
		if of := s.AdditionalProperties; of != nil && of.Ref != "" {
			s.AdditionalProperties = &jsonschema.Schema{AnyOf: []*jsonschema.Schema{of, {Type: "null"}}}
		}
		return
	default:
		return
	}
	s.Extras, s.Type = map[string]any{"type": types}, ""
}

// item is lenient with the items of a list and with named values, of which each may be nothing.
func (w *writer) item(s *jsonschema.Schema) {
	if s == nil || s == jsonschema.FalseSchema {
		return
	}
	scalar := s.Type != "" && s.Type != "array" && s.Type != "object"
	w.lenient(s)
	if scalar {
		orNull(s)
		if s.Enum != nil {
			s.Enum = append(s.Enum, nil)
		}
	}
}
