package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// opened is an input being read, and what the report will say of it.
type opened struct {
	source  datasets.Source
	promise datasets.Promise
	input   report.Input
}

// open opens one input of the project under its profile and what the project states about it.
func (p *Project) open(role string, in Input, schema string, extra []datasets.Field) (*opened, error) {
	source, path, promise, err := p.source(in, schema, extra)
	if err != nil {
		return nil, err
	}
	out := &opened{source: source, promise: promise, input: report.Input{Role: role, Name: in.File}}
	out.input.Synthetic = saysSynthetic(in.File)
	out.input.Size, out.input.SHA256, err = fingerprint(path)
	if err != nil {
		return nil, errors.Join(err, source.Close())
	}
	return out, nil
}

// fingerprint is the size and SHA-256 of a file.
func fingerprint(path string) (size int64, sum string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	h := sha256.New()
	if size, err = io.Copy(h, f); err != nil {
		return 0, "", err
	}
	return size, hex.EncodeToString(h.Sum(nil)), nil
}

// finish closes the input and completes what is said of it.
func (o *opened) finish() (report.Input, error) {
	o.input.Conclusions = o.source.Conclusions()
	if o.input.Accounting.Read == 0 {
		o.input.Accounting.Read = o.input.Conclusions.Rows
		o.input.Accounting.Counted = o.input.Conclusions.Rows
	}
	return o.input, o.source.Close()
}

// collect reads a small input whole: a ledger, a pile of questionnaires.
func (p *Project) collect(role string, in Input, schema string, extra []datasets.Field) ([]*datasets.Batch, report.Input, error) {
	o, err := p.open(role, in, schema, extra)
	if err != nil {
		return nil, report.Input{}, err
	}
	batches, err := datasets.Collect(o.source.Batches())
	if err != nil {
		return nil, report.Input{}, errors.Join(err, o.source.Close())
	}
	input, err := o.finish()
	return batches, input, err
}
