package batch

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
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
	if text = datasets.WithoutMark(text); saysNothing(text) {
		return nil, emptyProject(path, len(bytes.TrimSpace(text)) > 0)
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

// emptyProject is the fault of a file without a key.
func emptyProject(path string, comments bool) error {
	f := &Fault{File: path, Message: "the file is empty", Polish: "plik jest pusty"}
	if comments {
		f.Message, f.Polish = "the file has no key, only comments", "plik nie ma żadnego klucza, tylko komentarze"
	}
	f.Message += "; efseval init writes a project, and efseval schema project describes its keys"
	f.Polish += "; projekt pisze efseval init, a jego klucze opisuje efseval schema project"
	return f
}

// saysNothing tells whether a text of YAML has neither key nor value: blanks, comments, marks of documents.
func saysNothing(text []byte) bool {
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if len(line) > 0 && line[0] != '#' && !bytes.Equal(line, []byte("---")) {
			return false
		}
	}
	return true
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
