package audit

import (
	"io"
	"path/filepath"
	"reflect"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// manifestName is the name of the manifest in the folder of a run.
const manifestName = "manifest.json"

// Answer is how an input or an output came out of a verification.
type Answer string

// The answers of a verification.
const (
	Match       Answer = "match"
	IsDifferent Answer = "differs"
	Cannot      Answer = "cannot" // there is nothing to compare, or nothing to compare it with
)

// Verification is a finished run compared with the same run carried out again.
type Verification struct {
	Project    string // id
	Program    string // version that wrote the outputs
	This       string // version that computed them again; empty where nothing could be
	Schema     string // of the manifest
	OtherBuild bool   // another version, build or schema: bytes may differ lawfully and the figures decide
	Inputs     []Verdict
	Outputs    []Verdict     // the manifest last
	Foreign    []string      // files that are no outputs of the run; nothing is known of them
	Figures    Tally         // over all outputs
	Why        evaluate.Text // why nothing could be computed again; empty: it could
}

// Tally counts figures. One counts as differing where any output has anything else of it.
type Tally struct {
	Matched   int
	Differing int
	Missing   int // that stand in an output and are not computed any more
	New       int // that are computed and stand in no output
}

// Verdict is the answer for one input or output.
type Verdict struct {
	Name        string // relative to the project file or to the folder
	Answer      Answer
	Was, Is     string        // SHA-256: of the manifest and of the file; empty where not known or not needed
	Why         evaluate.Text // why it cannot be compared, or what is to be said beside; may be empty
	Differences []Difference  // at most [MaxTold]
	More        int           // differences beyond these
	Lawful      int           // places that another version writes otherwise
}

// MaxTold is the most differences that a Verdict lists.
const MaxTold = 200

// Difference is a place of an output where something else stands than was computed.
type Difference struct {
	Figure   string // id; empty: it belongs to no figure
	Field    string // value, text, note_pl, …: what of it
	Place    string // line 12, figures!D7, row 3, column value
	Stands   *string
	Computed *string // nil: nothing, as Stands
}

// Rewritten is an output that is written again.
type Rewritten struct {
	Name  string // as the manifest lists it
	Write func(io.Writer) error
}

// Answer is the answer for the whole: differs where anything does, else cannot where anything cannot be
// compared.
func (v *Verification) Answer() Answer { return answerOf(v.Inputs, v.Outputs) }

func answerOf(lists ...[]Verdict) Answer {
	answer := Match
	for _, list := range lists {
		for _, one := range list {
			switch {
			case one.Answer == IsDifferent:
				return IsDifferent
			case one.Answer == Cannot:
				answer = Cannot
			}
		}
	}
	return answer
}

// Verify compares a folder that a run wrote with the same run carried out again: every input by its hash,
// every output by its bytes and, where these differ, by everything it says, and the manifest by what it would be.
// Outputs are those of the run, in the order in which they are written; each is held in memory alone, and only
// until the next. Again must be carried out as the manifest says the run was, see [Manifest.Options], or else
// everything that rests on an option differs.
//
// Where another version or build of the program wrote the folder (by schema, version, revision or dependencies)
// its bytes and words may be others; then what the outputs say of each figure decides. An error is of reading
// or writing, or [Differs] for a manifest that was altered beyond reading: that something else differs is in the
// Verification.
func Verify(folder string, again *report.Report, outputs []Rewritten) (*Verification, error) {
	m, err := ReadManifest(filepath.Join(folder, manifestName))
	if err != nil {
		return nil, err
	}
	v := &verifying{folder: folder, manifest: m, again: again, differing: map[string]bool{}, fresh: map[string]bool{}, gone: map[string]bool{}}
	v.out = &Verification{Project: m.Project, Program: m.Program, This: again.Version, Schema: m.Schema, OtherBuild: otherBuild(m, again)}
	v.inputs()
	for _, o := range outputs {
		if err := v.output(o); err != nil {
			return nil, err
		}
	}
	v.neverWritten()
	if err := v.ownText(); err != nil {
		return nil, err
	}
	v.out.Figures = v.tally()
	v.out.Foreign, err = foreign(folder, m)
	return v.out, err
}

// verifying is a verification that is being carried out.
type verifying struct {
	folder   string
	manifest *Manifest
	again    *report.Report
	out      *Verification
	written  []Output // again

	differing, fresh, gone map[string]bool // figures
}

// otherBuild tells whether the outputs were written by another program than this one. A build that knows
// nothing of itself is known by its version alone.
func otherBuild(m *Manifest, again *report.Report) bool {
	is := again.Made.Build
	if m.Schema != SchemaID || m.Program != again.Version || (m.Build == nil) != (is == nil) {
		return true
	}
	return m.Build != nil && (m.Build.Go != is.Go || m.Build.Revision != is.Revision || m.Build.Modified != is.Modified || m.Build.Executable != is.Executable ||
		len(m.Build.Dependencies) != len(is.Dependencies) ||
		len(is.Dependencies) > 0 && !reflect.DeepEqual(m.Build.Dependencies, is.Dependencies))
}

// tally counts the figures by what the outputs have of them.
func (v *verifying) tally() Tally {
	for id := range v.fresh {
		delete(v.differing, id)
	}
	t := Tally{Differing: len(v.differing), Missing: len(v.gone), New: len(v.fresh)}
	for range v.again.Figures.All() {
		t.Matched++
	}
	t.Matched -= t.Differing + t.New
	return t
}
