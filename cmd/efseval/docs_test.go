package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// Every room opens with what it is for, in more than a line, and shows itself in an Example that is compiled and,
// where it says what comes out, run. Programs have stories instead, and the room of tests alone has neither.
func TestEveryRoomSaysWhatItIsForAndShowsIt(t *testing.T) {
	opening, program := map[string]string{}, map[string]bool{}
	for _, s := range sources(t) {
		program[s.room] = program[s.room] || s.file.Name.Name == "main"
		if s.file.Doc == nil {
			continue
		}
		if opening[s.room] != "" {
			t.Errorf("%s: the package is opened a second time", s.path)
		}
		opening[s.room] = s.file.Doc.Text()
	}
	for room := range rooms {
		_, name := filepath.Split(room)
		switch text := opening[room]; {
		case program[room]:
			if text == "" {
				t.Errorf("%s does not say what it does", room)
			}
		case !strings.HasPrefix(text, "Package "+name+" "):
			t.Errorf("%s does not open with what it is for: %.60q", room, text)
		case strings.HasPrefix(room, "indicators/internal/"):
		case len(text) < 200:
			t.Errorf("%s says too little of what it is for and what it refuses: %q", room, text)
		case !hasExample(t, room):
			t.Errorf("%s has no Example", room)
		}
	}
}

// hasExample tells whether a test file of a room has an Example function.
func hasExample(t *testing.T, room string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", filepath.FromSlash(room), "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Example") {
				return true
			}
		}
	}
	return false
}

// A comment of an exported function, method or type begins with its name, as go doc and the index read it; an
// exported method of an interface, and each name of a group that the comment of the group does not cover, has one too.
func TestDocumentationNamesWhatItIsOf(t *testing.T) {
	counted := 0
	for _, s := range sources(t) {
		if s.file.Name.Name == "main" {
			continue
		}
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && exportedReceiver(d) {
					counted++
					opensWith(t, s, d.Pos(), d.Name.Name, d.Doc)
				}
			case *ast.GenDecl:
				counted += documentedSpecs(t, s, d)
			}
		}
	}
	t.Logf("%d exported functions, methods and types", counted)
	if counted < 500 {
		t.Errorf("only %d exported names were found: the walk is broken", counted)
	}
}

func documentedSpecs(t *testing.T, s source, d *ast.GenDecl) (counted int) {
	t.Helper()
	for _, spec := range d.Specs {
		typ, ok := spec.(*ast.TypeSpec)
		if !ok || !typ.Name.IsExported() {
			continue
		}
		counted++
		doc := typ.Doc
		if doc == nil && len(d.Specs) == 1 {
			doc = d.Doc
		}
		opensWith(t, s, typ.Pos(), typ.Name.Name, doc)
		if i, ok := typ.Type.(*ast.InterfaceType); ok {
			for _, m := range i.Methods.List {
				if len(m.Names) > 0 && m.Names[0].IsExported() && m.Doc == nil && m.Comment == nil && m.Names[0].Name != "Close" {
					t.Errorf("%s: %s.%s has no documentation", s.set.Position(m.Pos()), typ.Name.Name, m.Names[0].Name)
				}
			}
		}
	}
	return counted
}

func opensWith(t *testing.T, s source, at token.Pos, name string, doc *ast.CommentGroup) {
	t.Helper()
	if doc == nil {
		t.Errorf("%s: %s has no documentation", s.set.Position(at), name)
		return
	}
	text := doc.Text()
	for _, article := range []string{"A ", "An ", "The "} {
		text = strings.TrimPrefix(text, article)
	}
	if !strings.HasPrefix(text, name) {
		t.Errorf("%s: the comment of %s begins with %.40q", s.set.Position(at), name, text)
	}
}
