package datasets

import (
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// UnknownKey is the first key of a YAML text that no part of a type knows into which it is read; nil where none is
// found. The YAML library names any of several, another one each time.
func UnknownKey(text []byte, t reflect.Type) *token.Token {
	file, err := parser.ParseBytes(text, 0)
	if err != nil || len(file.Docs) == 0 {
		return nil
	}
	return unknownIn(file.Docs[0].Body, t)
}

// unknownIn looks through a node that is read into a type, in the order of the file.
func unknownIn(node ast.Node, t reflect.Type) *token.Token {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if readsItself(t) {
		return nil
	}
	switch n := node.(type) {
	case *ast.AnchorNode:
		return unknownIn(n.Value, t)
	case *ast.SequenceNode:
		if t.Kind() == reflect.Slice {
			return firstOf(n.Values, func(v ast.Node) *token.Token { return unknownIn(v, t.Elem()) })
		}
	case *ast.MappingNode:
		return firstOf(n.Values, func(v *ast.MappingValueNode) *token.Token { return unknownPair(v, t) })
	case *ast.MappingValueNode:
		return unknownPair(n, t)
	}
	return nil
}

func firstOf[T any](items []T, look func(T) *token.Token) *token.Token {
	for _, item := range items {
		if found := look(item); found != nil {
			return found
		}
	}
	return nil
}

// unknownPair looks at one key and what stands under it.
func unknownPair(pair *ast.MappingValueNode, t reflect.Type) *token.Token {
	switch t.Kind() {
	case reflect.Map:
		return unknownIn(pair.Value, t.Elem())
	case reflect.Struct:
		key := pair.Key.GetToken()
		of, known := yamlKeys(t)[key.Value]
		if !known && key.Value != "<<" {
			return key
		}
		if known {
			return unknownIn(pair.Value, of)
		}
	}
	return nil
}

// yamlKeys are the keys of a part of a file, with the types that they are read into.
func yamlKeys(t reflect.Type) map[string]reflect.Type {
	keys := map[string]reflect.Type{}
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		switch {
		case !field.IsExported() && !field.Anonymous: // which the library does not fill
		case options == "inline":
			for key, of := range yamlKeys(field.Type) {
				keys[key] = of
			}
		case name == "":
			keys[strings.ToLower(field.Name)] = field.Type
		case name != "-":
			keys[name] = field.Type
		}
	}
	return keys
}

// readsItself tells whether a type has a way of its own to be read, so that its keys are not those of its fields.
func readsItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[yaml.BytesUnmarshaler]()) || p.Implements(reflect.TypeFor[yaml.InterfaceUnmarshaler]()) || p.Implements(reflect.TypeFor[yaml.NodeUnmarshaler]())
}
