package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/polish"
	"github.com/efseval/efseval/evaluate/report"
)

// The files of an output folder that a finished run is known by.
const (
	manifestFile = "manifest.json"
	resultsFile  = "results.json"
)

// Finished is a run that wrote its outputs to a folder.
type Finished struct {
	Folder   string
	Manifest *audit.Manifest
	Results  *report.Report  // as results.json has it
	changed  []evaluate.Text // of the outputs
}

// OpenFinished reads what a run wrote. A folder that is none of a run is a [Fault]; outputs that do not
// read any more are [audit.Differs].
func OpenFinished(folder string) (*Finished, error) {
	manifest, err := audit.ReadManifest(filepath.Join(folder, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		meant := meantFolder(folder)
		return nil, &Fault{File: folder, Message: "holds no " + manifestFile + "; name the folder that efseval run wrote for one project" + meant.EN,
			Polish: "nie zawiera pliku " + manifestFile + "; podaj folder, który efseval run zapisał dla jednego projektu" + meant.PL}
	}
	if _, differs := errors.AsType[*audit.Differs](err); differs {
		return nil, err
	}
	if err != nil {
		return nil, &Fault{File: folder, Message: manifestFile + " cannot be read: " + reason(err) + "; name the folder that efseval run wrote for one project"}
	}
	out := &Finished{Folder: folder, Manifest: manifest}
	if manifest.Altered {
		out.changed = append(out.changed, audit.AlteredManifest())
	}
	return out, out.readResults()
}

func (d *Finished) readResults() error {
	path := filepath.Join(d.Folder, resultsFile)
	if sum, listed := d.Manifest.Sum(resultsFile); listed {
		d.changed = append(d.changed, changes(resultsFile, path, sum.SHA256)...)
	}
	file, err := os.Open(path)
	if err != nil {
		return &Fault{File: path, Message: "cannot be read: " + reason(err) + "; run efseval again"}
	}
	defer file.Close()
	if d.Results, err = report.ReadJSON(file); err == nil {
		d.holdOutputs()
		return nil
	}
	if len(d.changed) == 0 {
		return &Fault{File: path, Message: polish.Plain(err)}
	}
	return &audit.Differs{Found: append(d.changed, evaluate.T("nie da się go już odczytać: "+polish.Error(err), "it cannot be read any more: "+polish.Plain(err)))}
}

// holdOutputs compares every other output that is there with the manifest: whoever reads a number in one of
// them must not find another here without a word. One that was taken elsewhere is nobody's loss.
func (d *Finished) holdOutputs() {
	for _, out := range d.Manifest.Outputs {
		if out.Name != resultsFile {
			d.changed = append(d.changed, changes(out.Name, filepath.Join(d.Folder, filepath.FromSlash(out.Name)), out.SHA256)...)
		}
	}
}

// changes tells that a file has not the sum of the manifest any more. One that cannot be read is not for
// here to tell.
func changes(name, path, was string) []evaluate.Text {
	_, is, err := fingerprint(path)
	if err != nil || is == was {
		return nil
	}
	return []evaluate.Text{changedSince(name, was, is)}
}

func changedSince(name, was, is string) evaluate.Text {
	return evaluate.T(
		fmt.Sprintf("%s zmienił się od przebiegu: manifest podaje SHA-256 %.16s…, plik ma %.16s…; przywróć plik albo uruchom efseval run jeszcze raz", name, was, is),
		fmt.Sprintf("%s has changed since the run: the manifest has SHA-256 %.16s…, the file %.16s…; restore the file, or run efseval run again", name, was, is))
}

// project loads the project of the run from a folder; empty: where it is found. The error is
// [audit.Differs] where the project file or one of the inputs is not what the run read.
func (d *Finished) project(folder string) (*Project, error) {
	path, err := d.locate(folder)
	if err != nil {
		return nil, err
	}
	if err := d.holdInputs(path); err != nil {
		return nil, err
	}
	p, err := Load(path)
	if err != nil {
		return nil, err
	}
	if p.set.Name != d.Manifest.RuleSet || p.set.Version != d.Manifest.RuleVersion {
		was, is := fmt.Sprintf("%s v%d", d.Manifest.RuleSet, d.Manifest.RuleVersion), fmt.Sprintf("%s v%d", p.set.Name, p.set.Version)
		return nil, audit.Differing([]evaluate.Text{evaluate.T(
			fmt.Sprintf("przebieg liczono zestawem reguł %s, a ten program ma %s; użyj wersji %s programu", was, is, d.Manifest.Program),
			fmt.Sprintf("the run counted by the rule set %s, and this program has %s; use version %s of the program", was, is, d.Manifest.Program))})
	}
	if name := p.ledgerName(); name != "" && !slices.ContainsFunc(d.Manifest.Inputs, func(in audit.Output) bool { return in.Name == name }) {
		return nil, audit.Differing([]evaluate.Text{newInput(name)})
	}
	return p, nil
}

// newInput tells that the run did not read a file that is read now.
func newInput(name string) evaluate.Text {
	return evaluate.T(name+" nie był wejściem przebiegu, a teraz jest; odłóż go albo uruchom efseval run jeszcze raz",
		name+" was not an input of the run and now is one; take it away, or run efseval run again")
}

// holdInputs compares the project file and every input with the manifest before anything is counted.
// Standard input is compared once it was read.
func (d *Finished) holdInputs(path string) error {
	changed := changes(d.Manifest.File, path, d.Manifest.FileSHA256)
	for _, in := range d.Manifest.Inputs {
		if in.Name == files.StandardInput {
			continue
		}
		at := filepath.FromSlash(in.Name)
		if !filepath.IsAbs(at) {
			at = filepath.Join(filepath.Dir(path), at)
		}
		if _, err := os.Stat(at); err != nil {
			return &datasets.Unreadable{At: datasets.Position{File: in.Name}, Cause: errors.New(reason(err)),
				Next: "the run read it; put it beside the project file again, or name the folder of both with --data"}
		}
		changed = append(changed, changes(in.Name, at, in.SHA256)...)
	}
	return audit.Differing(changed)
}

// again carries the project out once more and holds its inputs to those of the run.
func (d *Finished) again(ctx context.Context, folder string, o Options) (*Tracer, error) {
	p, err := d.project(folder)
	if err != nil {
		return nil, err
	}
	t, err := NewTracer(ctx, p, o)
	if err != nil {
		return nil, err
	}
	var changed []evaluate.Text
	for _, in := range t.read() {
		changed = append(changed, d.changedAsRead(in)...)
	}
	return t, audit.Differing(changed)
}

// changedAsRead compares an input as it was read now with the manifest.
func (d *Finished) changedAsRead(in audit.Output) []evaluate.Text {
	for _, was := range d.Manifest.Inputs {
		switch {
		case was.Name != in.Name:
			continue
		case was.SHA256 != in.SHA256:
			return []evaluate.Text{changedSince(in.Name, was.SHA256, in.SHA256)}
		}
		return nil
	}
	return []evaluate.Text{newInput(in.Name)}
}

// read lists the inputs that were read, and the ledger of corrections.
func (t *Tracer) read() []audit.Output {
	var out []audit.Output
	for _, in := range t.Inputs() {
		out = append(out, audit.Output{Name: in.Name, SHA256: in.SHA256})
	}
	if c := t.tracer.run.corrections; c != nil {
		out = append(out, audit.Output{Name: c.Name, SHA256: c.SHA256})
	}
	return out
}
