package polish

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms are the packages whose errors a user of the command meets.
var rooms = []string{"datasets", "datasets/csvfile", "datasets/xlsxfile", "datasets/parquetfile", "datasets/files", "datasets/profiles", "datasets/canonical",
	"datasets/check", "datasets/recognise", "indicators", "indicators/sqltext", "indicators/warehouse", "evaluate/report", "evaluate/audit/selftest", "evaluate/batch", "evaluate/audit", "evaluate/scale", "evaluate/cost", "evaluate/prepost", "cmd/efseval"}

// english are the formats that stay as they are: faults of a program that uses a package, which no file and no
// option leads to, and words that others carry.
var english = []string{
	"a source may be ranged over once; open the file again", "a text ends behind what holds it", "a text is not UTF-8", "not for the quick reader",
	"help.pl.yaml: %w", "%s.yaml: %w", "run", "check", "the batch is not of the schema costs",
	"%w: %q is %s", "%w: %q is INTERVAL", // others.pl.yaml has them with their words

	// of a report that another program fills; evaluate/batch fills every one
	"%s has no figures; fill Report.Figures before writing", "figure %s is not in the report; add it to Report.Figures before the table names it",
	"a %s has no id", "the id %q of a %s is taken by a %s", "table %s has no columns", "table %s, row %d (%s): %w",
	"table %s, row %d (%s): %d cells under %d headings; want one for each column after the first", "section %s: %w",
	"chart %s has no SVG in %s; draw it in both languages", "two sheets would be named %q; give the tables IDs of their own",
	"index: entry %d (%s) has no figures", "style of the page: %w", "template of the page: %w",
	"a Parquet file that is being written can neither be read nor sought in",

	// of the options of a check, which the command holds to its own, and of the rules, which a test reads
	"MarginDays is %d, must be at least 0", "MaxRows must not be negative", "the complete record names an unknown field %q",
	"reading rules.yaml: %w", "reading sources.yaml: %w", "rules.yaml: rule %q stands twice", "rules.yaml: rule %q: unknown test %q", "rules.yaml: rule %q: %w",
	"lacks a code, a text or a source", "severity %q; want error, warning or note", "the condition on %s asks for nothing",
	// of a PESEL: told as the rules pesel.date, pesel.checksum and person.length
	"the check digit does not agree", "the date in the number does not exist", "not the right number of digits 0-9",
}

// Every format of an error in the rooms has Polish words, and every Polish word a format: in others.pl.yaml stand
// those of other authors.
func TestEveryErrorHasPolishWords(t *testing.T) {
	said, made := gather(t)
	command, err := os.ReadFile("../../cmd/efseval/errors.pl.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all, err := With(command)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, e := range all.entries {
		known[e.format()] = true
	}
	for format, place := range made {
		if !known[format] && !slices.Contains(english, format) && !already.MatchString(format) && wordy(format) {
			t.Errorf("%s: no Polish words for %q", place, format)
		}
	}
	own, err := read(ofDatasets, ofIndicators, ofEvaluate, command)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range own.entries {
		if _, is := said[e.format()]; !is {
			t.Errorf("Polish words for %q, which nobody says", e.format())
		}
	}
}

// already are texts that are made in Polish.
var already = regexp.MustCompile(`^(nie ma |czy chodziło|sprawdź|wielkości )`)

// format is the English format of an entry.
func (e *entry) format() string {
	var out strings.Builder
	for i, literal := range e.literals {
		out.WriteString(strings.ReplaceAll(literal, "%", "%%"))
		if i < len(e.verbs) {
			out.WriteString("%" + string(e.verbs[i]))
		}
	}
	return out.String()
}

var notWords = regexp.MustCompile(`%[a-zA-Z]|--?[a-z-]+|[A-Z]+`)

// wordy tells whether a format holds anything to translate besides values and the names of options.
func wordy(format string) bool {
	return regexp.MustCompile(`\p{L}`).MatchString(notWords.ReplaceAllString(format, ""))
}

// gather reads every text of the rooms, and which of them are made into errors.
func gather(t *testing.T) (said map[string]bool, made map[string]string) {
	said, made = map[string]bool{}, map[string]string{}
	for _, room := range rooms {
		files, err := filepath.Glob(filepath.Join("..", "..", room, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v %v", room, files, err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if e, is := n.(ast.Expr); is {
					if text, ok := literal(e); ok {
						said[unprefixed(text)] = true
					}
				}
				for _, e := range errorsIn(n) {
					if text, ok := literal(e); ok {
						made[unprefixed(text)] = set.Position(e.Pos()).String()
					}
				}
				return true
			})
		}
	}
	return said, made
}

// unprefixed is a format without the name of its package.
func unprefixed(format string) string {
	if name, rest, found := strings.Cut(format, ": "); found && slices.Contains(append(packages, "xlsxfile", "check", "selftest"), name) {
		return rest
	}
	return format
}

// errorsIn are the texts that a node makes an error, a fault or a next step of.
func errorsIn(n ast.Node) []ast.Expr {
	switch x := n.(type) {
	case *ast.CallExpr:
		return ofCall(x)
	case *ast.CompositeLit:
		return ofFields(x)
	case *ast.AssignStmt:
		for i, to := range x.Lhs {
			if name(to) == "next" && i < len(x.Rhs) {
				return x.Rhs[i : i+1]
			}
		}
	}
	return nil
}

// ofCall finds errors.New(text), fmt.Errorf(text, …), c.fault(path, text, …), fault(text, …), faultAt(place, text, …).
func ofCall(x *ast.CallExpr) []ast.Expr {
	at := -1
	switch called := name(x.Fun); called {
	case "New", "Errorf":
		if of, is := x.Fun.(*ast.SelectorExpr); is && (name(of.X) == "errors" || name(of.X) == "fmt") {
			at = 0
		}
	case "fault", "faultAt":
		if _, method := x.Fun.(*ast.SelectorExpr); method || called == "faultAt" {
			at = 1
		} else {
			at = 0
		}
	}
	if at < 0 || at >= len(x.Args) {
		return nil
	}
	return x.Args[at : at+1]
}

// ofFields finds Message: and Next: of a struct, unless it has its Polish words beside.
func ofFields(x *ast.CompositeLit) (found []ast.Expr) {
	for _, field := range x.Elts {
		pair, is := field.(*ast.KeyValueExpr)
		if !is {
			continue
		}
		switch name(pair.Key) {
		case "Polish":
			return nil
		case "Message", "Next":
			found = append(found, pair.Value)
		}
	}
	return found
}

func name(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}

// literal is the text of an expression, with %s for the values that are joined to it.
func literal(e ast.Expr) (text string, ok bool) {
	switch x := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(x.Value)
		return text, err == nil && x.Kind == token.STRING
	case *ast.ParenExpr:
		return literal(x.X)
	case *ast.CallExpr:
		if name(x.Fun) == "Sprintf" && len(x.Args) > 0 {
			return literal(x.Args[0])
		}
	case *ast.BinaryExpr:
		return joined(x)
	}
	return "", false
}

func joined(x *ast.BinaryExpr) (text string, ok bool) {
	left, isLeft := literal(x.X)
	right, isRight := literal(x.Y)
	if x.Op != token.ADD || !isLeft && !isRight {
		return "", false
	}
	if !isLeft {
		left = "%s"
	}
	if !isRight {
		right = "%s"
	}
	return left + right, true
}
