package batch

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
	"github.com/efseval/efseval/indicators"
)

// Fault is an error of a project file: where it stands, what is wrong, what to do, and the
// source with a caret. A run ends with exit code 2.
type Fault struct {
	File         string
	Line, Column int
	Message      string
	Polish       string // Message in Polish; empty where package polish has the words
	Source       string // lines of the file around the fault; empty where the file itself is missing
}

// Error prints place, message and source.
func (f *Fault) Error() string { return f.In(evaluate.EN) }

// In is the error in a language. A message that nobody put into Polish stays English.
func (f *Fault) In(l evaluate.Lang) string {
	place := f.File
	if f.Line > 0 {
		place += fmt.Sprintf(":%d:%d", f.Line, f.Column)
	}
	text := place + ": " + f.Message
	if l == evaluate.PL {
		text = place + ": " + polish.Text(cmp.Or(f.Polish, f.Message)) // the cause that the system gives is English
	}
	if f.Source != "" {
		text += "\n" + strings.TrimRight(uncommented(f.Source), "\n")
	}
	return text
}

// maxProject is the most bytes of a project file: thousands of pages of YAML.
const maxProject = 16 << 20

// readProject reads a file whole that has an end: a pipe may wait for ever, a device give for ever.
func readProject(path string) ([]byte, error) {
	switch info, err := os.Stat(path); {
	case err != nil:
		return nil, err
	case !info.IsDir() && !info.Mode().IsRegular():
		return nil, errors.New("this is a pipe or a device, not a project file")
	case info.Size() > maxProject:
		return nil, fmt.Errorf("a project file has at most %d MB; this is another file", maxProject>>20)
	}
	return os.ReadFile(path)
}

// Load reads and checks a project file. Unknown keys, wrong types, bad dates and amounts,
// unknown rule sets and figures are Faults, all of them joined.
func Load(path string) (*Project, error) {
	text, err := readProject(path)
	if err != nil {
		return nil, missingProject(path, err)
	}
	return Parse(text, path)
}

// Parse reads and checks the text of a project file as [Load] does. Path is the name under which its
// faults are told; its folder is that to which the inputs are relative. The file need not be there.
func Parse(text []byte, path string) (*Project, error) {
	p, raw := &Project{}, text
	if text = datasets.WithoutMark(text); len(bytes.TrimSpace(text)) == 0 {
		return nil, &Fault{File: path, Message: "the file is empty; efseval init writes a project, and efseval schema project describes its keys",
			Polish: "plik jest pusty; projekt pisze efseval init, a jego klucze opisuje efseval schema project"}
	}
	if err := datasets.UnmarshalYAML(text, p); err != nil {
		if other := foreign(path, text); other != nil {
			return nil, other
		}
		return nil, yamlFault(path, text, err)
	}
	p.Dir, p.File, p.text, p.raw = filepath.Dir(path), path, text, raw // a text without a value empties all of it
	c := &checker{project: p}
	c.run()
	if err := errors.Join(c.faults...); err != nil {
		return nil, err
	}
	return p, nil
}

func missingProject(path string, err error) error {
	f := &Fault{File: path, Message: "cannot be read: " + reason(err) + "; name a project.yaml or a folder that holds one"}
	if errors.Is(err, os.ErrNotExist) {
		f.Message = "there is no such project file; name a project.yaml or a folder that holds one"
		if near := nearestFile(path); near != "" {
			f.Message += fmt.Sprintf("; did you mean %s?", near)
		}
	}
	return f
}

// reason is the cause of a file error without the path, which the Fault names already.
func reason(err error) string {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err.Error()
	}
	return err.Error()
}

func nearestFile(path string) string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	base := filepath.Base(path)
	if near := datasets.Nearest(base, names); near != "" && len(base) > 4 { // shorter names are near to anything
		return filepath.Join(filepath.Dir(path), near)
	}
	return ""
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

var unknownKey = regexp.MustCompile(`unknown field "([^"]+)"`)

// yamlFault turns an error of the YAML library into a Fault with its place.
func yamlFault(path string, text []byte, err error) error {
	f := &Fault{File: path, Message: err.Error()}
	var own *indicators.Fault // of a definition or a threshold, which read themselves
	if errors.As(err, &own) && own.Place.Line > 0 {
		f.Line, f.Column, f.Message = own.Place.Line, own.Place.Column, own.Message
		f.Source = around(text, f.Line, f.Column)
		return f
	}
	var passed *datasets.YAMLFault
	if errors.As(err, &passed) {
		f.Line, f.Column, f.Message = passed.Line, passed.Column, passed.Message
		f.Source = around(text, f.Line, f.Column)
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
	if m := unknownKey.FindStringSubmatch(f.Message); m != nil {
		if first := datasets.UnknownKey(text, reflect.TypeFor[Project]()); first != nil {
			f.Line, f.Column, m[1] = first.Position.Line, first.Position.Column, first.Value
			f.Source = around(text, f.Line, f.Column)
		}
		f.Message = fmt.Sprintf("unknown key %q", m[1])
		switch near := datasets.Nearest(m[1], projectKeys()); near {
		case "":
			f.Message += "; efseval schema project lists all"
		case m[1]:
			f.Message += " here; it belongs to another part of the file"
		default:
			f.Message += fmt.Sprintf("; did you mean %q?", near)
		}
	}
	return f
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
