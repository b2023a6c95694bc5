package schema

import (
	"iter"
	"path"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/invopop/jsonschema"
)

func (d Description) tag() string {
	if d.YAML {
		return "yaml"
	}
	return "json"
}

func (d Description) reflector() *jsonschema.Reflector {
	return &jsonschema.Reflector{
		FieldNameTag: d.tag(), Anonymous: true, ExpandedStruct: true, RequiredFromJSONSchemaTags: d.YAML,
		Namer: d.name,
		Mapper: func(t reflect.Type) *jsonschema.Schema {
			if kind := d.Kinds[t]; kind != "" {
				return &jsonschema.Schema{Type: kind}
			}
			return nil
		},
	}
}

// name is a struct in the words of the schema; empty for other types, which stand where they are used.
func (d Description) name(t reflect.Type) string {
	if t.Kind() != reflect.Struct || t.Name() == "" || d.Kinds[t] != "" {
		return ""
	}
	name := strings.TrimPrefix(t.Name(), d.Prefix)
	first, size := utf8.DecodeRuneInString(name)
	name = string(unicode.ToLower(first)) + name[size:]
	if t.PkgPath() != d.Root.PkgPath() {
		name = path.Base(t.PkgPath()) + "." + name
	}
	return name
}

// gather finds the structs that the root holds.
func (w *writer) gather(t reflect.Type) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	name := w.name(t)
	if name == "" || w.types[name] != nil {
		return
	}
	w.types[name] = t
	for f := range fieldsOf(t) {
		if (f.IsExported() || f.Anonymous) && f.Tag.Get(w.tag()) != "-" {
			w.gather(f.Type)
		}
	}
}

// fieldsOf are the fields of a struct.
func fieldsOf(t reflect.Type) iter.Seq[reflect.StructField] {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// owner is the struct that has a key itself: the one asked about, or one that it takes in whole.
func (w *writer) owner(t reflect.Type, key string) (place string, field reflect.Type) {
	for f := range fieldsOf(t) {
		tag, _, _ := strings.Cut(f.Tag.Get(w.tag()), ",")
		if tag == key {
			return w.name(t) + "." + key, f.Type
		}
	}
	for f := range fieldsOf(t) {
		if f.Anonymous {
			if place, field := w.owner(f.Type, key); place != "" {
				return place, field
			}
		}
	}
	return "", nil
}
