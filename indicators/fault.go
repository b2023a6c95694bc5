package indicators

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/goccy/go-yaml/ast"
)

// Place is where something stands in a YAML text: line and column from 1, both 0 where it was
// built in Go.
type Place struct{ Line, Column int }

// Fault is a definition that cannot be used: where it stands, of which indicator, what is wrong
// and what was perhaps meant. A caller that holds the YAML text can show the line under a caret.
type Fault struct {
	File    string // name of the set; empty where the text came from a caller
	Place   Place
	Code    string // indicator at fault; empty where the fault is not of one
	Message string
}

// Error prints place, indicator and cause.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString("indicators: ")
	if f.File != "" {
		b.WriteString(f.File + ":")
	}
	if f.Place.Line > 0 {
		fmt.Fprintf(&b, "%d:%d:", f.Place.Line, f.Place.Column)
	}
	if f.File != "" || f.Place.Line > 0 {
		b.WriteByte(' ')
	}
	if f.Code != "" {
		b.WriteString(f.Code + ": ")
	}
	b.WriteString(f.Message)
	return b.String()
}

func faultAt(at Place, format string, args ...any) *Fault {
	return &Fault{Place: at, Message: fmt.Sprintf(format, args...)}
}

// placeOf is where a node begins: of a block mapping its first key, since its own token is the
// colon after it.
func placeOf(node ast.Node) Place {
	if m, ok := node.(ast.MapNode); ok {
		if pairs := m.MapRange(); pairs.Next() {
			node = pairs.Key()
		}
	}
	token := node.GetToken()
	if token == nil || token.Position == nil {
		return Place{}
	}
	return Place{Line: token.Position.Line, Column: token.Position.Column}
}

// checkKeys refuses a mapping with a key outside the list, and anything but a mapping.
func checkKeys(node ast.Node, what string, keys []string) error {
	m, ok := node.(ast.MapNode)
	if !ok {
		return faultAt(placeOf(node), "%s is not a mapping; write it as {key: value}", what)
	}
	for pairs := m.MapRange(); pairs.Next(); {
		key := strings.Trim(pairs.Key().String(), `"'`)
		known := false
		for _, k := range keys {
			known = known || k == key
		}
		if !known {
			return faultAt(placeOf(pairs.Key()), "unknown key %q of %s%s", key, what, datasets.Meant(key, keys))
		}
	}
	return nil
}
