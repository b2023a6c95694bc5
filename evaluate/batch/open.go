package batch

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// Export is one export file of a project: participants, costs, or a wave of a survey.
type Export struct {
	Role   string // participants, costs, survey/NAME/pre, survey/NAME/post
	File   string // as the project file names it
	Schema string // participants, costs or answers

	project *Project
	input   Input
	fields  []datasets.Field
}

// Exports lists the export files of a project in the order of a run, without opening them.
func (p *Project) Exports() []Export {
	var all []Export
	add := func(role, schema string, in Input, fields []datasets.Field) {
		all = append(all, Export{Role: role, File: in.File, Schema: schema, project: p, input: in, fields: fields})
	}
	if p.Participants != nil {
		add("participants", "participants", p.Participants.withHeaders(), extraFields(p, "participants"))
	}
	if p.Cost != nil && p.Cost.Ledger != nil {
		add("costs", "costs", *p.Cost.Ledger, nil)
	}
	for _, s := range p.Surveys {
		for _, w := range []struct {
			name string
			wave Wave
		}{{"pre", s.Pre}, {"post", s.Post}} {
			in, items := p.waveInput(w.wave)
			add("survey/"+s.Name+"/"+w.name, "answers", in, items)
		}
	}
	return all
}

// Open opens the export under its profile and what the project states about it; participants come
// corrected by the project's ledger, and the source is then a [*CorrectedSource]. An export named
// "-" is read from stdin. The caller closes the source. An export that cannot be read is
// [datasets.Unreadable].
func (e Export) Open(stdin io.Reader) (datasets.Source, error) {
	source, _, err := e.project.source(e.input, e.Schema, e.fields, stdin)
	return source, err
}

// source opens an input and tells what it promises; stdin is read where the input is "-".
func (p *Project) source(in Input, schema string, extra []datasets.Field, stdin io.Reader) (datasets.Source, datasets.Promise, error) {
	profile, err := loadProfile(in.Profile, schema)
	if err != nil {
		return nil, "", err
	}
	if profile, err = profile.With(in.override(extra)); err != nil {
		return nil, "", err
	}
	var ledger *ledger
	if schema == "participants" {
		if ledger, err = p.readLedger(); err != nil {
			return nil, "", err
		}
	}
	source, err := p.bare(in.File, profile, stdin)
	if err != nil || ledger == nil {
		return source, profile.Promise, err
	}
	return &CorrectedSource{Source: source, ledger: ledger, profile: profile}, profile.Promise, nil
}

func (p *Project) bare(file string, profile *datasets.Profile, stdin io.Reader) (datasets.Source, error) {
	if file != files.StandardInput {
		return files.Open(p.path(file), profile)
	}
	if stdin == nil {
		return nil, &datasets.Unreadable{At: datasets.Position{File: file}, Cause: errors.New("there is no standard input"), Next: "name a file"}
	}
	return files.OpenStream(stdin, file, profile)
}

// path is where an input of the project stands.
func (p *Project) path(file string) string { return filepath.Join(p.Dir, filepath.FromSlash(file)) }

// waveInput is the file of a wave with its items as columns, and these as fields.
func (p *Project) waveInput(w Wave) (Input, []datasets.Field) {
	items := itemFields(w.Items)
	in := w.Input
	in.Columns = map[string][]string{}
	for field, headers := range w.Columns {
		in.Columns[field] = headers
	}
	for i, f := range items {
		in.Columns[f.Name] = []string{w.Items[i]}
	}
	in.Ignore = append(append([]string(nil), w.Ignore...), p.otherItems(w)...)
	return in, items
}

// itemFields are the questions of a wave as fields of the answer sheets.
func itemFields(headers []string) []datasets.Field {
	fields := make([]datasets.Field, len(headers))
	for i, h := range headers {
		fields[i] = datasets.Field{Name: fmt.Sprintf("item%d", i+1), Kind: datasets.Number, Label: datasets.Label{PL: h, EN: h}}
	}
	return fields
}

// otherItems are the item columns of all waves and surveys in the same file: known there, though
// not all are read here.
func (p *Project) otherItems(w Wave) []string {
	var others []string
	for _, o := range p.Surveys {
		for _, ow := range []Wave{o.Pre, o.Post} {
			if ow.File == w.File {
				others = append(others, ow.Items...)
			}
		}
	}
	return others
}
