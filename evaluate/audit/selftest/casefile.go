package selftest

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/efseval/efseval/evaluate"
)

//go:embed cases/*.yaml
var shipped embed.FS

// caseFile is a file of cases: one part of a group.
type caseFile struct {
	Group Group         `yaml:"group"`
	Title evaluate.Text `yaml:"title"`
	Cases []fileCase    `yaml:"cases"`
}

// fileCase is a case as a file has it.
type fileCase struct {
	ID        string        `yaml:"id"`
	What      evaluate.Text `yaml:"what"`
	Call      string        `yaml:"call"`      // which computation, see calls.go
	Source    words         `yaml:"source"`    // Required: where the expected values come from
	Tolerance float64       `yaml:"tolerance"` // Defaults to 1e-10.
	Because   words         `yaml:"because"`   // Required with a tolerance: why it is another
	Input     ast.Node      `yaml:"input"`
	Expect    yaml.MapSlice `yaml:"expect"` // name of the value -> number or text
}

// words is a text of both languages, or one that is the same in both, such as a call of R.
type words evaluate.Text

// UnmarshalYAML reads either form.
func (w *words) UnmarshalYAML(read func(any) error) error {
	var same string
	if read(&same) == nil {
		*w = words(evaluate.Same(same))
		return nil
	}
	return read((*evaluate.Text)(w))
}

// readShipped reads the files that come with the program, in the order of their names.
func readShipped() ([]caseFile, error) {
	names, err := fs.Glob(shipped, "cases/*.yaml")
	if err != nil {
		return nil, err
	}
	var all []caseFile
	for _, name := range names {
		text, err := shipped.ReadFile(name)
		if err != nil {
			return nil, err
		}
		f, err := parse(path.Base(name), text)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	return all, nil
}

// parse reads a file of cases and refuses one that does not say everything.
func parse(name string, text []byte) (f caseFile, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("selftest: %s: this is not YAML that can be read (%v)", name, cause)
		}
	}()
	if err := yaml.UnmarshalWithOptions(text, &f, yaml.Strict()); err != nil {
		return f, fmt.Errorf("selftest: %s: %s", name, faultOf(err, text))
	}
	if f.Group == "" || len(f.Cases) == 0 {
		return f, fmt.Errorf("selftest: %s: group and cases are needed", name)
	}
	for i := range f.Cases {
		if err := f.Cases[i].check(); err != nil {
			return f, fmt.Errorf("selftest: %s: case %d: %w", name, i+1, err)
		}
	}
	return f, nil
}

// faultOf is a fault of YAML with its line, and with its message where the file is one of cases: another may be an
// export of persons, of which nothing is shown.
func faultOf(err error, text []byte) string {
	fault, is := errors.AsType[yaml.Error](err)
	if !bytes.HasPrefix(text, []byte("group:")) && !bytes.Contains(text, []byte("\ngroup:")) {
		return "this is not a file of cases, which are laid out as those of evaluate/audit/selftest/cases"
	}
	if !is || fault.GetToken() == nil {
		return err.Error()
	}
	return fmt.Sprintf("line %d: %s", fault.GetToken().Position.Line, fault.GetMessage())
}

func (c *fileCase) check() error {
	switch {
	case c.ID == "":
		return fmt.Errorf("it needs an id")
	case c.What.PL == "" || c.What.EN == "":
		return fmt.Errorf("%s: it must say what it is about in both languages, as what: {pl: …, en: …}", c.ID)
	case c.Source.PL == "" || c.Source.EN == "":
		return fmt.Errorf("%s: it must name the source of the expected values", c.ID)
	case len(c.Expect) == 0:
		return fmt.Errorf("%s: it expects nothing", c.ID)
	case c.Tolerance < 0 || c.Tolerance > 0.01:
		return fmt.Errorf("%s: the tolerance is %g; want 0 to 0.01", c.ID, c.Tolerance)
	case c.Tolerance != 0 && c.Because.PL == "":
		return fmt.Errorf("%s: a tolerance of its own needs a reason: because", c.ID)
	case c.Input == nil:
		return fmt.Errorf("%s: it has no input", c.ID)
	}
	if _, known := calls[c.Call]; !known {
		return fmt.Errorf("%s: there is no call %q; the calls are %v", c.ID, c.Call, callNames())
	}
	return nil
}

func callNames() []string {
	var names []string
	for name := range calls {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
