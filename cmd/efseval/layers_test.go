package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const house = "github.com/efseval/efseval/"

// rooms lists every package of the house and what of the house it may import. A package that is
// not listed, or an import that is not, fails: the direction is
// datasets <- indicators <- {stats, scale, prepost, cost} <- chart <- report <- audit <- batch <- cmd.
var rooms = map[string][]string{
	"datasets":               {},
	"datasets/profiles":      {"datasets"},
	"datasets/csvfile":       {"datasets"},
	"datasets/xlsxfile":      {"datasets"},
	"datasets/parquetfile":   {"datasets"},
	"datasets/files":         {"datasets", "datasets/csvfile", "datasets/xlsxfile", "datasets/parquetfile"},
	"datasets/recognise":     {"datasets", "datasets/files", "datasets/profiles"},
	"datasets/frame":         {"datasets"},
	"datasets/check":         {"datasets"},
	"datasets/canonical":     {"datasets", "datasets/check"},
	"datasets/samples":       {"datasets"},
	"datasets/samples/write": {"datasets/samples"},
	"indicators":             {"datasets"},
	"indicators/sqltext":     {"datasets", "indicators"},
	"indicators/warehouse":   {"datasets", "indicators", "indicators/sqltext"},
	"evaluate":               {},
	"evaluate/stats":         {},
	"evaluate/polish":        {"evaluate", "datasets"},
	"evaluate/schema":        {"evaluate"},
	"evaluate/scale":         {"evaluate", "evaluate/stats", "datasets"},
	"evaluate/prepost":       {"evaluate", "evaluate/stats"},
	"evaluate/cost":          {"evaluate", "datasets"},
	"evaluate/chart":         {"evaluate"},
	"evaluate/report":        {"evaluate", "evaluate/schema", "datasets"},
	"evaluate/audit":         {"evaluate", "evaluate/polish", "evaluate/report", "evaluate/schema", "datasets"},
	"evaluate/batch": {"evaluate", "evaluate/stats", "evaluate/scale", "evaluate/prepost", "evaluate/cost", "evaluate/chart",
		"evaluate/report", "evaluate/audit", "evaluate/polish", "evaluate/schema", "indicators", "datasets", "datasets/check", "datasets/files", "datasets/profiles"},
	"cmd/efseval": {"evaluate", "evaluate/audit", "evaluate/audit/selftest", "evaluate/batch", "evaluate/polish", "evaluate/report", "evaluate/scale", "datasets", "datasets/canonical", "datasets/check", "datasets/files", "datasets/profiles", "datasets/recognise",
		"indicators", "indicators/sqltext", "indicators/warehouse"},
	"examples/count": {"datasets", "datasets/files", "datasets/profiles", "indicators"},

	"indicators/cases": {"datasets", "indicators"},
	"evaluate/audit/selftest": {"evaluate", "evaluate/stats", "evaluate/scale", "evaluate/prepost", "evaluate/cost",
		"indicators", "indicators/cases", "datasets", "datasets/check"},

	"indicators/internal/randomtable": {"datasets", "indicators"}, // of tests alone
}

// keepers says which packages may import a heavy library; nobody else does.
var keepers = map[string][]string{
	"github.com/xuri/excelize/v2":      {"datasets/samples", "evaluate/report"},
	"github.com/parquet-go/parquet-go": {"datasets/parquetfile", "evaluate/report", "datasets/samples", "datasets/canonical"},
	"github.com/xitongsys/parquet-go":  {"evaluate/report"},
	"github.com/go-gota/gota":          {"datasets/frame", "evaluate/report", "indicators"},
	"gonum.org/v1/plot":                {"evaluate/chart"},
	"github.com/spf13/cobra":           {"cmd/efseval"},
	"github.com/invopop/jsonschema":    {"evaluate/schema"},
	"github.com/rogpeppe/go-internal":  {},
	"github.com/chromedp/chromedp":     {},
	"github.com/jackc/pgx/v5":          {"indicators/warehouse"},
	"modernc.org/sqlite":               {},
}

// source is one Go file of the house that is not a test.
type source struct {
	room string // folder, with slashes
	path string
	file *ast.File
	set  *token.FileSet
}

func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..")
	var all []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "out" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		room, err := filepath.Rel(root, filepath.Dir(path))
		all = append(all, source{filepath.ToSlash(room), path, file, set})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files were found: the walk is broken", len(all))
	}
	return all
}

func TestEveryPackageIsARoomAndLooksTheRightWay(t *testing.T) {
	for _, s := range sources(t) {
		allowed, known := rooms[s.room]
		if !known {
			t.Errorf("%s: package %s is not a room of the house; see rooms in layers_test.go", s.path, s.room)
			continue
		}
		for _, spec := range s.file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if inner, ours := strings.CutPrefix(path, house); ours && !slices.Contains(allowed, inner) {
				t.Errorf("%s imports %s: against the direction of the house", s.path, inner)
			}
			for library, rooms := range keepers {
				if (path == library || strings.HasPrefix(path, library+"/")) && !slices.Contains(rooms, s.room) {
					t.Errorf("%s imports %s, which lives in %v only", s.path, path, rooms)
				}
			}
		}
	}
}

func TestNoInitNoPanicNoVagueNames(t *testing.T) {
	for _, s := range sources(t) {
		base := strings.TrimSuffix(filepath.Base(s.path), ".go")
		for _, vague := range []string{"utils", "util", "helpers", "helper", "common", "manager", "misc"} {
			if base == vague || filepath.Base(s.room) == vague {
				t.Errorf("%s: call it by what it gives", s.path)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s: func init", s.set.Position(n.Pos()))
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "panic" {
					t.Errorf("%s: panic; return an error", s.set.Position(n.Pos()))
				}
			}
			return true
		})
	}
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
					t.Errorf("%s: %s has no documentation", s.set.Position(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				undocumented(t, s, d)
			}
		}
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if index, ok := typ.(*ast.IndexExpr); ok {
		typ = index.X
	}
	name, ok := typ.(*ast.Ident)
	return ok && name.IsExported()
}

func undocumented(t *testing.T, s source, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if spec.Name.IsExported() && d.Doc == nil && spec.Doc == nil {
				t.Errorf("%s: type %s has no documentation", s.set.Position(spec.Pos()), spec.Name.Name)
			}
		case *ast.ValueSpec:
			if spec.Names[0].IsExported() && d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
				t.Errorf("%s: %s has no documentation", s.set.Position(spec.Pos()), spec.Names[0].Name)
			}
		}
	}
}

// Square roots belong to the arithmetic: a formula outside stats and chart is a formula twice.
func TestNoFormulaOutsideStats(t *testing.T) {
	for _, s := range sources(t) {
		if s.room == "evaluate/stats" || s.room == "evaluate/chart" || s.room == "datasets/samples" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "math" && sel.Sel.Name == "Sqrt" {
					t.Errorf("%s: math.Sqrt outside stats", s.set.Position(n.Pos()))
				}
			}
			return true
		})
	}
}

func TestNothingElseStandsAtTheTop(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	allowed := []string{"README.md", "LICENSE", "go.mod", "go.sum", "datasets", "indicators", "evaluate", "examples", "cmd", "out"}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s stands at the top of the house; it belongs into a room", e.Name())
		}
	}
}
