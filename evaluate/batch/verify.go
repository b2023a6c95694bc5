package batch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/polish"
	"github.com/efseval/efseval/evaluate/report"
)

// Verify compares a folder that a run wrote with the same run carried out again from data, the folder of the
// project file or one above it (empty: where it is found), under what the manifest says the run was told. Of
// Options it takes Version, Build and Stdin; a key is not needed, for no figure depends on it.
//
// Whatever differs is in the Verification: inputs, outputs and the figures that come out other. Where the run
// cannot be carried out, for want of an input or for its faults, it says why, and holds inputs and outputs to
// the manifest. A folder that is none of a run is a [Fault]; a manifest that is broken is [audit.Differs].
func Verify(ctx context.Context, folder, data string, o Options) (*audit.Verification, error) {
	v, _, err := verify(ctx, folder, data, o)
	return v, err
}

// verify is [Verify] with what an overview shows of the project; nil where it cannot be carried out again.
func verify(ctx context.Context, folder, data string, o Options) (*audit.Verification, *shown, error) {
	m, err := readManifest(folder)
	if err != nil {
		return nil, nil, err
	}
	d := &Finished{Folder: folder, Manifest: m}
	path, err := d.locateIn(data)
	if err != nil {
		v, err := audit.Unverifiable(folder, nil, whyOf(err))
		return v, nil, err
	}
	again, err := d.carryOut(ctx, path, o)
	if cancelled := ctx.Err(); cancelled != nil {
		return nil, nil, cancelled
	}
	if err != nil {
		v, err := audit.Unverifiable(folder, d.inputsAt(path), whyOf(err))
		return v, nil, err
	}
	var written []audit.Rewritten
	for _, out := range outputs(again) {
		written = append(written, audit.Rewritten{Name: out.name, Write: out.write})
	}
	v, err := audit.Verify(folder, again, written)
	if err != nil {
		return nil, nil, err
	}
	brief, err := report.BriefOf(again)
	return v, &shown{brief: brief, keyPrint: d.asTold(o).keyPrint(), otherBuild: v.OtherBuild}, err
}

// carryOut carries the project out as the manifest says the run was.
func (d *Finished) carryOut(ctx context.Context, path string, o Options) (*report.Report, error) {
	p, err := Load(path)
	if err != nil {
		return nil, err
	}
	return Run(ctx, p, d.asTold(o))
}

// whyOf is an error as a reason, in both languages.
func whyOf(err error) evaluate.Text {
	if f, is := errors.AsType[*Fault](err); is {
		return polish.Both(f)
	}
	return polish.Both(err)
}

// readManifest reads the manifest of a folder.
func readManifest(folder string) (*audit.Manifest, error) {
	path := filepath.Join(folder, manifestFile)
	m, err := audit.ReadManifest(path)
	_, differs := errors.AsType[*audit.Differs](err)
	switch {
	case err == nil || differs:
		return m, err
	case errors.Is(err, fs.ErrNotExist):
		return nil, noManifest(folder)
	case audit.IsManifest(path):
		return nil, &Fault{File: path, Message: polish.Plain(err)}
	}
	return nil, audit.Differing([]evaluate.Text{evaluate.T(
		"manifest.json nie da się już odczytać: "+polish.Error(err)+"; przywróć plik albo uruchom efseval run jeszcze raz",
		"manifest.json cannot be read any more: "+polish.Plain(err)+"; restore the file, or run efseval run again")})
}

// noManifest says that a folder is none of a run.
func noManifest(folder string) error {
	meant := meantFolder(folder)
	return &Fault{File: folder, Message: "holds no " + manifestFile + "; name the folder that efseval run wrote" + meant.EN,
		Polish: "nie zawiera pliku " + manifestFile + "; podaj folder, który zapisał efseval run" + meant.PL}
}

// inputsAt compares the inputs where the run cannot be carried out: those that are there by their hash.
func (d *Finished) inputsAt(path string) (all []audit.Verdict) {
	all = append(all, inputAt(audit.Output{Name: d.Manifest.File, SHA256: d.Manifest.FileSHA256}, path))
	for _, in := range d.Manifest.Inputs {
		at := filepath.FromSlash(in.Name)
		if !filepath.IsAbs(at) {
			at = filepath.Join(filepath.Dir(path), at)
		}
		all = append(all, inputAt(in, at))
	}
	if ledger := d.laterLedger(path); ledger != "" {
		at := filepath.Join(filepath.Dir(path), filepath.FromSlash(ledger))
		_, sum, _ := fingerprint(at) // one that cannot be read is new all the same
		all = append(all, audit.Verdict{Name: ledger, Answer: audit.IsDifferent, Is: sum, Why: evaluate.T("nie było wejściem przebiegu, a teraz jest", "was not an input of the run and now is one")})
	}
	return all
}

// laterLedger is the ledger of corrections that the project has now and the run did not; empty: none.
func (d *Finished) laterLedger(path string) string {
	p, err := Load(path)
	if err != nil { // a project file that cannot be read: of its ledger only the usual name is known
		p = &Project{Dir: filepath.Dir(path)}
	}
	name := p.ledgerName()
	if slices.ContainsFunc(d.Manifest.Inputs, func(in audit.Output) bool { return in.Name == name }) {
		return ""
	}
	return name
}

func inputAt(was audit.Output, path string) audit.Verdict {
	one := audit.Verdict{Name: was.Name, Answer: audit.Cannot, Was: was.SHA256}
	if was.Name == files.StandardInput {
		one.Why = evaluate.T("to standardowe wejście przebiegu", "it was the standard input of the run")
		return one
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		one.Why = evaluate.T("nie jest plikiem", "is not a file")
		return one
	}
	_, is, err := fingerprint(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		one.Why = evaluate.T("nie ma go przy pliku projektu; połóż go tam albo podaj folder obu: --data", "it is not beside the project file; put it there, or name the folder of both with --data")
	case err != nil:
		one.Why = evaluate.T("nie da się go odczytać: "+polish.Text(reason(err)), "it cannot be read: "+reason(err))
	case is == was.SHA256:
		one.Answer, one.Was = audit.Match, ""
	default:
		one.Answer, one.Is, one.Why = audit.IsDifferent, is, evaluate.T("zmienił się od przebiegu", "has changed since the run")
	}
	return one
}

// FinishedIn lists the folders of finished runs: the folder itself, or those directly in it. There are none where
// nothing but index.html is left of a run: [VerifyAll] names the projects that are gone. A folder of no run is a
// [Fault].
func FinishedIn(folder string) ([]string, error) {
	if isOutput(folder) {
		return []string{folder}, nil
	}
	if _, err := os.ReadDir(folder); err != nil {
		meant := meantFolder(folder)
		return nil, &Fault{File: folder, Message: "cannot be read: " + reason(err) + "; name the folder that efseval run wrote" + meant.EN,
			Polish: "nie da się odczytać: " + reason(err) + "; podaj folder, który zapisał efseval run" + meant.PL}
	}
	found := runsIn(folder)
	if len(found) == 0 && !isOverview(filepath.Join(folder, overviewFile)) {
		return nil, noManifest(folder)
	}
	return found, nil
}
