package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/indicators"
)

// exportFlags say how a bare export of participants is laid out, in the words of a project file.
type exportFlags struct {
	profile  string
	sheet    string
	encoding string
	dates    []string
	ignore   []string
	promise  string
}

func (f *exportFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.profile, "profile", "", "layout of the export, a profile file or one of: "+strings.Join(profiles.Names(), ", ")+"; found by the headers unless given")
	flags.StringVar(&f.sheet, "sheet", "", "sheet of a workbook; the one with the headers unless given, * for all")
	flags.StringVar(&f.encoding, "encoding", "", "utf-8, utf-16, windows-1250, iso-8859-2 or ibm852; found unless given")
	flags.StringSliceVar(&f.dates, "dates", nil, "layouts of dates besides yyyy-MM-dd, as dd.MM.yyyy")
	flags.StringSliceVar(&f.ignore, "ignore", nil, "headers of columns that are not read; * for any that the profile does not know")
	flags.StringVar(&f.promise, "promise", "", "what the export promises of the rows of a person: once, clustered or none")
}

// validate refuses what is known to be wrong before any file is read.
func (f *exportFlags) validate(paths []string) error {
	switch n := fromStdin(paths); {
	case n > 1:
		return usageError{errors.New("- is standard input and can be read once; name the other files")}
	case n > 0 && f.profile == "":
		return usageError{fmt.Errorf("- is standard input, which cannot be read twice to find its profile; name it with --profile (%s)", strings.Join(profiles.Names(), ", "))}
	}
	if err := datasets.Promise(f.promise).Check(); err != nil {
		return usageError{fmt.Errorf("--promise: %w", err)}
	}
	for _, l := range f.dates {
		if err := datasets.DateLayout(l).Check(); err != nil {
			return usageError{fmt.Errorf("--dates: %w", err)}
		}
	}
	return nil
}

// export is one export of participants, of one or several files, being read.
type export struct {
	paths   []string
	stdin   io.Reader
	profile *datasets.Profile
	found   bool   // the profile was found by the headers
	eachRow bool   // rows count as they stand
	lang    string // of what is said to the user; empty: English
	rows    datasets.Accounting
	kinds   kindTable
	dates   dateOrder
	guards  []*guard // of columns that no profile knows
}

// find settles under which profile the files are read.
func (f *exportFlags) find(paths []string, stdin io.Reader) (*export, error) {
	e := &export{paths: paths, stdin: stdin, found: f.profile == "", kinds: newKindTable()}
	base, err := f.base(paths[0])
	if err != nil {
		return nil, err
	}
	if base.Fields().Name != "participants" {
		return nil, usageError{fmt.Errorf("profile %s is one of %s; want one of participants", base.Name, base.Fields().Name)}
	}
	o := datasets.Override{Sheet: f.sheet, Encoding: f.encoding, Ignore: f.ignore, Promise: datasets.Promise(f.promise)}
	for _, l := range f.dates {
		o.Dates = append(o.Dates, datasets.DateLayout(l))
	}
	if e.profile, err = base.With(o); err != nil {
		return nil, usageError{err}
	}
	e.dates = newDateOrder()
	return e, nil
}

// again is the same export, to be read once more.
func (e *export) again() *export {
	return &export{paths: e.paths, profile: e.profile, eachRow: e.eachRow, dates: e.dates, kinds: newKindTable()}
}

// base is the profile as it was named, or that with the headers of the first file.
func (f *exportFlags) base(path string) (*datasets.Profile, error) {
	if f.profile != "" {
		p, err := profiles.Find(f.profile, "")
		if err != nil {
			return nil, usageError{err}
		}
		return p.Profile, nil
	}
	look := datasets.Everything()
	look.Sheet, look.Encoding = f.sheet, f.encoding
	source, err := files.Open(path, look)
	if err != nil {
		return nil, err
	}
	p, err := profiles.Match(source.Conclusions(), "participants")
	return p, errors.Join(err, source.Close())
}

// participations brings the rows of all files together by person and project, or passes them on as
// they stand.
func (e *export) participations(ctx context.Context, set *indicators.Set) iter.Seq2[*datasets.Batch, error] {
	if e.eachRow {
		return e.joined(set, datasets.EachRow(e.batches(ctx), &e.rows))
	}
	return e.joined(set, datasets.Gathering{Promise: e.profile.Promise}.Participations(e.batches(ctx), &e.rows))
}

// joined takes down what bringing the rows together tells.
func (e *export) joined(set *indicators.Set, participations iter.Seq2[*datasets.Batch, error]) iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range participations {
			if err != nil {
				yield(nil, withoutProject(err))
				return
			}
			e.tell("", b.Problems)
			e.tell("", batch.BlankFlow(set, b))
			for _, g := range e.guards {
				g.look(b)
			}
			if !yield(b, nil) {
				return
			}
		}
	}
}

// batches are the rows of all files, one after the other.
func (e *export) batches(ctx context.Context) iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) {
		for _, path := range e.paths {
			on, err := e.file(ctx, path, yield)
			if err != nil {
				yield(nil, err)
			}
			if err != nil || !on {
				return
			}
		}
	}
}

// file reads one file; on is false where nobody wants more.
func (e *export) file(ctx context.Context, path string, yield func(*datasets.Batch, error) bool) (on bool, err error) {
	source, err := openBare(path, e.stdin, e.profile)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	e.tell(path, source.Conclusions().Problems)
	for b, err := range source.Batches() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return false, err
		}
		e.tell(path, b.Problems)
		reversed, err := e.dates.look(b)
		if err != nil {
			return false, err
		}
		e.tell(path, reversed)
		b.Problems = nil
		if !yield(b, nil) {
			return false, nil
		}
	}
	return true, nil
}

// tell counts problems by rule; of each rule the first places are kept.
func (e *export) tell(path string, problems []datasets.Problem) {
	for i := range problems {
		if kept := e.kinds.add(path, &problems[i]); kept != nil {
			message := &kept.problem.Message
			*message = datasets.Label{PL: inProfile(message.PL), EN: inProfile(message.EN)}
		}
	}
}

// verdict prints errors and warnings by rule, and is the error of an export with errors.
func (e *export) verdict(w io.Writer, doing string, lang evaluate.Lang, tolerate bool) error {
	for _, k := range e.kinds.ordered() {
		if k.severity != datasets.Note {
			k.writeText(w, lang)
		}
	}
	n := e.kinds.total(datasets.Error)
	if n == 0 || tolerate {
		return nil
	}
	return &batch.BadData{Project: doing, Cause: fmt.Errorf("%d %s in the data, nothing is given; correct the export, say how to read it (--dates, --encoding, --ignore, --profile FILE), "+
		"or go on with --tolerate-faults: cells that cannot be read then count as missing, others as they stand", n, plural(n, "error", "errors"))}
}

// exportSeen is what the output says of an export.
type exportSeen struct {
	profile      string
	profileFound bool
	rows         datasets.Accounting
	eachRow      bool
	kinds        []kindOfProblem
}

func (e *export) seen() *exportSeen {
	return &exportSeen{e.profile.Name, e.found, e.rows, e.eachRow, e.kinds.ordered()}
}
