package batch

import (
	"fmt"
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

// Open opens the export under its profile and what the project states about it. The caller
// closes the source. An export that cannot be read is [datasets.Unreadable].
func (e Export) Open() (datasets.Source, error) {
	source, _, _, err := e.project.source(e.input, e.Schema, e.fields)
	return source, err
}

// source opens an input and tells its path and what the export promises.
func (p *Project) source(in Input, schema string, extra []datasets.Field) (datasets.Source, string, datasets.Promise, error) {
	profile, err := loadProfile(in.Profile, schema)
	if err != nil {
		return nil, "", "", err
	}
	if profile, err = profile.With(in.override(extra)); err != nil {
		return nil, "", "", err
	}
	path := filepath.Join(p.Dir, filepath.FromSlash(in.File))
	source, err := files.Open(path, profile)
	return source, path, profile.Promise, err
}

// CompleteRecord lists the fields that the rule set asks of a complete record.
func (p *Project) CompleteRecord() []string { return p.set.Parameters.CompleteRecord }

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
