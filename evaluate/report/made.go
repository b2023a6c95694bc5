package report

import (
	"cmp"
	"runtime/debug"
	"slices"
)

// Made is how a report came about beside its data: the manifest names it all, so that somebody else can
// carry the run out again.
type Made struct {
	Build    *Build // nil: the builder of the program told nothing
	Options  RunOptions
	Seeds    []Seed   // of every random draw that a figure rests on; none where none does
	Embedded []File   // data files within the program that were used: rule sets, schemas, profiles, keys, rates
	Linked   []string // questionnaires, survey/NAME, that take something from the export of participants
	Files    []File   // of the project beside its inputs, as the keys of scales
}

// RunOptions are what a run was told, for machines; [Report.Settings] has it in words.
type RunOptions struct {
	TolerateFaults bool     `json:"tolerate_faults"`
	MarginDays     int      `json:"margin_days"`
	KeyPrint       string   `json:"key_print"`         // of the user's key; empty: random for the run
	Generated      string   `json:"generated"`         // yyyy-MM-dd; empty: no date was given
	Outputs        []string `json:"outputs,omitempty"` // kinds of outputs that were asked for; nil: all
}

// Seed is a source of random draws: the same seed gives the same draws on every machine.
type Seed struct {
	For       string `json:"for"` // survey/motivation
	Generator string `json:"generator"`
	Seed      uint64 `json:"seed"`
	Draws     int    `json:"draws"` // resamples of each interval
}

// File is a file that was used and is no input of rows.
type File struct {
	Role   string `json:"role,omitempty"` // survey/motivation/key; empty where the name says it
	Name   string `json:"name"`           // relative to the project file, or to the source of the program
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// Build is what the program knows of its own making.
type Build struct {
	Go           string   // version of the compiler
	Revision     string   // of the source; empty where the builder did not stamp it
	Modified     bool     // the source had changes that are in no revision
	Dependencies []Module // by path
	// Executable is the SHA-256 of the program itself, where nothing else tells what it was made of: see
	// [Build.Traced]. Empty where it is not needed, or not known.
	Executable string
}

// Traced tells whether revision and sums lead back to all of the source: it was built from a revision without
// changes, and no dependency stands in a folder.
func (b *Build) Traced() bool {
	return b.Revision != "" && !b.Modified && !slices.ContainsFunc(b.Dependencies, func(m Module) bool { return m.Sum == "" })
}

// Settled tells whether two programs with this very Build are one: it can be traced, or the sum of the executable
// is known.
func (b *Build) Settled() bool { return b.Traced() || b.Executable != "" }

// Module is a dependency as it was compiled: what stands in for it, where the build replaced it.
type Module struct {
	Path    string `json:"module"`
	Version string `json:"version"`
	Sum     string `json:"sum,omitempty"` // as in go.sum; empty: of a folder
}

// BuildOf takes what matters from the build information of a program; nil for nil.
func BuildOf(info *debug.BuildInfo) *Build {
	if info == nil {
		return nil
	}
	b := &Build{Go: info.GoVersion}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	for _, d := range info.Deps {
		if d.Replace != nil {
			d = d.Replace
		}
		b.Dependencies = append(b.Dependencies, Module{d.Path, d.Version, d.Sum})
	}
	slices.SortFunc(b.Dependencies, func(a, c Module) int { return cmp.Compare(a.Path, c.Path) })
	return b
}
