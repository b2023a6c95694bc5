package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// unchanged is the brief of a project whose folder holds what this very run would write: its manifest names the same
// program, project file, options, data files and inputs, all by their sums, and every output has the
// sum that the manifest gives. Anything else, whatever the cause, is nil: the project is carried out.
//
// A project that reads standard input is never unchanged, and neither is anything where the program does not
// know what it was built from, see [report.Build.Settled].
func (b *batch) unchanged(ctx context.Context, p *Project) *report.Brief {
	o := b.options
	if o.Force || p.stdin != "" || o.Build == nil || !o.Build.Settled() {
		return nil
	}
	folder := filepath.Join(b.dir, p.ID)
	m, err := audit.ReadManifest(filepath.Join(folder, manifestFile))
	if err != nil || m.Altered || replaceable(folder) != nil {
		return nil
	}
	r := newRun(ctx, p, o)
	if !r.madeAs(m) || !p.stillReads(m) || !stillHolds(folder, m) {
		return nil
	}
	brief, err := briefOf(folder, m)
	if err != nil || len(b.outcomes) > 1 && r.meetPersons() != nil {
		if o.Persons != nil {
			o.Persons.Forget(p.ID)
		}
		return nil
	}
	return brief
}

// madeAs tells whether a manifest is of the same project file, carried out by the same program with the same options
// and data files.
func (r *run) madeAs(m *audit.Manifest) bool {
	made, err := r.made()
	if err != nil || m.Options == nil {
		return false
	}
	p := r.project
	return m.Schema == audit.SchemaID && m.Project == p.ID && m.File == filepath.Base(p.File) && m.FileSHA256 == audit.SumOf(p.raw).SHA256 &&
		m.Program == r.options.Version && m.Generated == r.options.Generated &&
		m.RuleSet == r.set.Name && m.RuleVersion == r.set.Version &&
		same(m.Build, made.Build) && same(*m.Options, made.Options) && same(m.Embedded, made.Embedded) && same(m.Files, made.Files)
}

// same tells whether two values print alike; no list is an empty one.
func same[T any](a, b T) bool {
	one, err1 := json.Marshal(a)
	other, err2 := json.Marshal(b)
	empty := func(text []byte) []byte { return bytes.ReplaceAll(text, []byte("null"), []byte("[]")) }
	return err1 == nil && err2 == nil && bytes.Equal(empty(one), empty(other))
}

// stillReads tells whether the inputs of a manifest are what the project would read now, byte for byte. The
// project file is the same, so that only a ledger of corrections can have come or gone.
func (p *Project) stillReads(m *audit.Manifest) bool {
	ledger := ""
	if m.Corrections != nil {
		ledger = m.Corrections.Name
	}
	return p.ledgerName() == ledger && !slices.ContainsFunc(m.Inputs, func(in audit.Output) bool {
		_, sum, err := fingerprint(p.path(in.Name))
		return err != nil || sum != in.SHA256
	})
}

// stillHolds tells whether every output has the sum of the manifest.
func stillHolds(folder string, m *audit.Manifest) bool {
	return !slices.ContainsFunc(m.Outputs, func(out audit.Output) bool {
		_, sum, err := fingerprint(filepath.Join(folder, filepath.FromSlash(out.Name)))
		return err != nil || sum != out.SHA256
	})
}

// ReadBrief takes the brief of a project from the folder that a run wrote, as [Options.Tell] had it. A folder that is
// none of a run is a [Fault]; results.json or manifest.json that cannot be read is an error.
func ReadBrief(folder string) (*report.Brief, error) {
	m, err := readManifest(folder)
	if err != nil {
		return nil, err
	}
	return briefOf(folder, m)
}

// briefOf takes the brief from results.json, and from the manifest what that does not tell.
func briefOf(folder string, m *audit.Manifest) (*report.Brief, error) {
	results, err := os.Open(filepath.Join(folder, resultsFile))
	if err != nil {
		return nil, err
	}
	defer results.Close()
	brief, err := report.ReadBrief(results)
	if err != nil {
		return nil, err
	}
	brief.Problems = m.Problems
	if m.Options != nil {
		brief.Outputs, err = report.ParseOutputs(m.Options.Outputs)
	}
	return brief, err
}

// meetPersons reads the participants for their pseudonyms alone: who is in several projects of a run is
// known only from all of them.
func (r *run) meetPersons() error {
	p := r.project.Participants
	if p == nil || r.options.Persons == nil {
		return nil
	}
	o, err := r.open("participants", p.withHeaders(), "participants", extraFields(r.project, "participants"))
	if err != nil {
		return err
	}
	checks, err := r.newChecks()
	if err != nil {
		return errors.Join(err, o.source.Close())
	}
	for _, broken := range checks.watch(r.options.Meter.rowsOf(o.source.Batches())) {
		err = errors.Join(err, broken)
	}
	checks.checker.Finish()
	return errors.Join(err, o.source.Close())
}
