package batch

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// opened is an input being read, and what the report will say of it.
type opened struct {
	source  datasets.Source
	promise datasets.Promise
	input   report.Input
	stdin   *metered // nil for a file
	told    *Examined
}

// open opens one input of the project and takes down whether that went well.
func (r *run) open(role string, in Input, schema string, extra []datasets.Field) (*opened, error) {
	out, err := r.reach(role, in, schema, extra)
	told := &Examined{Role: role, File: in.File, Err: err}
	r.examined = append(r.examined, told)
	if err != nil {
		return nil, err
	}
	out.told = told
	return out, nil
}

// reach opens one input of the project under its profile and what the project states about it.
func (r *run) reach(role string, in Input, schema string, extra []datasets.Field) (*opened, error) {
	out := &opened{input: report.Input{Role: role, Name: in.File, Synthetic: r.project.saysSynthetic(in.File)}}
	var profile profiles.Profile
	var err error
	if in.File == files.StandardInput && r.options.Stdin != nil {
		out.stdin = newMetered(r.options.Stdin)
		out.source, profile, err = r.project.source(in, schema, extra, out.stdin)
		return out.under(profile), err
	}
	if out.source, profile, err = r.project.source(in, schema, extra, nil); err != nil {
		return nil, err
	}
	out.under(profile)
	if out.input.Size, out.input.SHA256, err = fingerprint(r.project.path(in.File)); err != nil {
		return nil, errors.Join(err, out.source.Close())
	}
	return out, nil
}

// under takes down the profile of the input.
func (o *opened) under(p profiles.Profile) *opened {
	if p.Profile != nil {
		o.promise = p.Promise
	}
	o.input.ProfileFile, o.input.ProfileSHA256 = p.File, p.SHA256
	return o
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
	o.told.end(o.source, nil)
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
	var batches []*datasets.Batch
	for b, err := range r.options.Meter.rowsOf(o.source.Batches()) {
		if err == nil {
			err = r.canceled()
		}
		if err != nil {
			r.tellOf(batches)
			return nil, report.Input{}, r.closing(o, err)
		}
		batches = append(batches, b.Clone())
	}
	input, err := o.finish()
	return batches, input, err
}

// closing closes an input that cannot be read to its end.
func (r *run) closing(o *opened, err error) error {
	o.told.end(o.source, err)
	r.takeHeaderProblems(report.Input{Conclusions: o.told.Conclusions})
	if cerr := o.source.Close(); cerr != nil {
		return fmt.Errorf("%w (and closing: %v)", err, cerr)
	}
	return err
}

// tellOf files the problems of batches, each once.
func (r *run) tellOf(batches []*datasets.Batch) {
	for _, b := range batches {
		for _, p := range b.Problems {
			r.tellOnce(p)
		}
	}
}

// tellOnce files a problem of an answer sheet or a ledger: a file of both waves is read twice, and a sheet
// whose wave cannot be read stands in both.
func (r *run) tellOnce(p datasets.Problem) {
	if !r.seen[p] {
		r.seen[p] = true
		r.problems = append(r.problems, p)
	}
}
