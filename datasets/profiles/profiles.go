// Package profiles holds ready import profiles of the exports that Polish ESF projects come in:
// SL2014, LSI2014, SM EFS, SOWA EFS, PEFS 2007, the questionnaires of Google Forms, Microsoft Forms
// and LimeSurvey, and the house's own generic layouts. A profile is a YAML file that
// somebody who knows the export system and not Go can review; each says in its comments where
// every header and value is known from, and marks what is not sourced.
//
// A project file names its profile. [Match] finds the one whose headers a file has, and refuses to choose
// between two that fit alike; [Draft] writes one to edit for a file that none fits; [Find] reads one from
// a file of the user's own.
package profiles

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/efseval/efseval/datasets"
)

//go:embed *.yaml
var embedded embed.FS

// ready holds each profile, parsed and checked the first time it is asked for: a batch asks for the same ones
// in every project.
var ready = func() map[string]func() (*datasets.Profile, error) {
	once := map[string]func() (*datasets.Profile, error){}
	for _, name := range Names() {
		once[name] = sync.OnceValues(func() (*datasets.Profile, error) { return parsed(name) })
	}
	return once
}()

// Load reads the profile of a name as [Names] lists it. An unknown name is an error that says
// which one was probably meant. What it returns shares its dictionaries with every other profile of the
// name; [datasets.Profile.With] changes a copy.
func Load(name string) (*datasets.Profile, error) {
	load, known := ready[name]
	if !known {
		return nil, unknown(name)
	}
	p, err := load()
	if err != nil {
		return nil, err
	}
	out := *p
	out.Columns = slices.Clone(p.Columns)
	return &out, nil
}

func parsed(name string) (*datasets.Profile, error) {
	text, err := Text(name)
	if err != nil {
		return nil, err
	}
	p, err := datasets.ParseProfile(text)
	if err != nil {
		return nil, fmt.Errorf("profiles: %s.yaml: %w", name, err)
	}
	return p, nil
}

// Text is the file of a profile, with its comments: what is sourced, and what is not.
func Text(name string) ([]byte, error) {
	text, err := embedded.ReadFile(name + ".yaml")
	if err != nil {
		return nil, unknown(name)
	}
	return text, nil
}

// Names lists the profiles in alphabetical order.
func Names() []string {
	entries, err := embedded.ReadDir(".")
	if err != nil {
		return nil // an embedded folder can always be read
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	slices.Sort(names)
	return names
}

func unknown(name string) error {
	names := Names()
	hint := ""
	if near := datasets.Nearest(name, names); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return fmt.Errorf("profiles: no profile %q%s; there are %s", name, hint, strings.Join(names, ", "))
}
