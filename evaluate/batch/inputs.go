package batch

import (
	"errors"
	"io"
	"os"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// opened is an input being read, and what the report will say of it.
type opened struct {
	source  datasets.Source
	promise datasets.Promise
	input   report.Input
	stdin   *metered // nil for a file
}

// open opens one input of the project under its profile and what the project states about it.
func (r *run) open(role string, in Input, schema string, extra []datasets.Field) (*opened, error) {
	out := &opened{input: report.Input{Role: role, Name: in.File, Synthetic: r.project.saysSynthetic(in.File)}}
	var err error
	if in.File == files.StandardInput && r.options.Stdin != nil {
		out.stdin = newMetered(r.options.Stdin)
		out.source, out.promise, err = r.project.source(in, schema, extra, out.stdin)
		return out, err
	}
	if out.source, out.promise, err = r.project.source(in, schema, extra, nil); err != nil {
		return nil, err
	}
	if out.input.Size, out.input.SHA256, err = fingerprint(r.project.path(in.File)); err != nil {
		return nil, errors.Join(err, out.source.Close())
	}
	return out, nil
}

// metered counts and hashes what is read through it: standard input cannot be read again for its
// fingerprint.
type metered struct {
	io.Reader
	sum *audit.Sum
}

func newMetered(in io.Reader) *metered {
	sum := audit.NewSum()
	return &metered{io.TeeReader(in, sum), sum}
}

// end reads what the reader of the format left, as after the last member of a packed file.
func (m *metered) end() (audit.Output, error) {
	_, err := io.Copy(io.Discard, m.Reader)
	return m.sum.Output(), err
}

// fingerprint is the size and SHA-256 of a file.
func fingerprint(path string) (size int64, sum string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	whole := audit.NewSum()
	if _, err := io.Copy(whole, f); err != nil {
		return 0, "", err
	}
	return whole.Output().Size, whole.Output().SHA256, nil
}

// finish closes the input and completes what is said of it.
func (o *opened) finish() (report.Input, error) {
	o.input.Conclusions = o.source.Conclusions()
	if o.input.Accounting.Read == 0 {
		o.input.Accounting.Read = o.input.Conclusions.Rows
		o.input.Accounting.Counted = o.input.Conclusions.Rows
	}
	err := o.source.Close()
	if o.stdin != nil {
		whole, ended := o.stdin.end()
		o.input.Size, o.input.SHA256, err = whole.Size, whole.SHA256, errors.Join(err, ended)
	}
	return o.input, err
}

// collect reads a small input whole: a ledger, a pile of questionnaires.
func (r *run) collect(role string, in Input, schema string, extra []datasets.Field) ([]*datasets.Batch, report.Input, error) {
	o, err := r.open(role, in, schema, extra)
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
