package stats_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// The package documentation is the way in: it names every function but those that read an option back.
func TestDocumentationNamesEveryFunction(t *testing.T) {
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	text, functions := "", []string{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		text += file.Doc.Text()
		for _, d := range file.Decls {
			if f, is := d.(*ast.FuncDecl); is && f.Recv == nil && f.Name.IsExported() && !strings.HasPrefix(f.Name.Name, "Parse") {
				functions = append(functions, f.Name.Name)
			}
		}
	}
	for _, name := range functions {
		if !strings.Contains(text, "["+name+"]") {
			t.Errorf("doc.go does not name %s", name)
		}
	}
	if len(functions) < 80 {
		t.Errorf("%d functions were looked at, want those of the whole package", len(functions))
	}
}
