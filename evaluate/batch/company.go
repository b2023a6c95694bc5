package batch

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// company is the projects of one run, which share an output folder and standard input: who has which id
// is settled before the first is carried out, so that it does not depend on which is done first.
type company struct {
	files []string
	owner map[string]int // place in files by id: the first that states it
	stdin int            // place of the first that names standard input; -1: none
}

// meet reads the ids of all projects, and who names standard input. A file that cannot be read has none: its
// turn says why.
func meet(projects []string) company {
	c := company{files: projects, owner: map[string]int{}, stdin: -1}
	for i, file := range projects {
		text, err := readProject(file)
		if err != nil {
			continue
		}
		id := idOf(text)
		if _, taken := c.owner[id]; !taken && id != "" {
			c.owner[id] = i
		}
		if c.stdin < 0 && c.owner[id] == i && mayReadStdin(text) {
			if p, err := Parse(text, file); err == nil && p.stdin != "" {
				c.stdin = i
			}
		}
	}
	return c
}

// idOf is the id that a project file states; empty where it cannot be told.
func idOf(text []byte) string {
	if id := plainID(text); id != "" {
		return id
	}
	var stated map[string]any
	if datasets.UnmarshalYAML(text, &stated) != nil || stated["id"] == nil {
		return ""
	}
	return fmt.Sprint(stated["id"])
}

// idLine is the first line of nearly every project file, with the beginning of the next, which is no more of the id.
var idLine = regexp.MustCompile(`^id: +([a-z][a-z0-9]*(?:-[a-z0-9]+)*) *\r?\n[^ \t\r\n]`)

// plainID is the id of a file that begins with it, where it is a word that YAML takes for nothing but a text; empty
// elsewhere. To decode a thousand files for their ids takes a second in which nothing else is done.
func plainID(text []byte) string {
	found := idLine.FindSubmatch(text)
	if found == nil || slices.Contains([]string{"null", "true", "false", "yes", "no", "on", "off", "y", "n"}, string(found[1])) {
		return ""
	}
	return string(found[1])
}

// mayReadStdin is false for a project file that cannot name standard input: no "-" stands where a value does.
func mayReadStdin(text []byte) bool {
	for _, dash := range []string{`"-"`, `'-'`, ": -", ":\t-"} {
		if bytes.Contains(text, []byte(dash)) && bytes.Contains(text, []byte(files.StandardInput)) {
			return true
		}
	}
	return false
}

// admit refuses a project, the i-th, that wants what another one has.
func (c *company) admit(i int, p *Project) error {
	switch first, known := c.owner[p.ID]; {
	case !known:
		return &Fault{File: p.File, Message: "id: is another than when the run began; run efseval again", Polish: "id: jest inne niż na początku przebiegu; uruchom efseval jeszcze raz"}
	case first != i:
		return takenID(p, c.files[first])
	}
	if p.stdin != "" && c.stdin != i {
		return p.takenStdin(c.files[max(c.stdin, 0)])
	}
	return nil
}

func takenID(p *Project, first string) error {
	return &Fault{File: p.File, Message: fmt.Sprintf("id: %s is taken by %s; give each project an id of its own", p.ID, first),
		Polish: fmt.Sprintf("id: %s ma już %s; nadaj każdemu projektowi własne id", p.ID, first)}
}

func (p *Project) takenStdin(by string) error {
	return p.fault(p.stdin, "is standard input, which %s reads already; it can be read once in a run", by)
}

// Admit is an error where projects cannot be of one run: two of one id, two that read standard input.
func Admit(projects []*Project) error {
	c := company{owner: map[string]int{}, stdin: -1}
	var faults []error
	for i, p := range projects {
		c.files = append(c.files, p.File)
		if _, taken := c.owner[p.ID]; !taken {
			c.owner[p.ID] = i
			if p.stdin != "" && c.stdin < 0 {
				c.stdin = i
			}
		}
		faults = append(faults, c.admit(i, p))
	}
	return errors.Join(faults...)
}
