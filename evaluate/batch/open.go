package batch

import (
	"errors"
	"io"
	"maps"
	"path/filepath"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
)

// source opens an input and tells under which profile, with what the project states about it; stdin is
// read where the input is "-".
func (p *Project) source(in Input, schema string, extra []datasets.Field, stdin io.Reader) (datasets.Source, profiles.Profile, error) {
	profile, err := p.loadProfile(in.Profile, schema)
	if err != nil {
		return nil, profile, err
	}
	if profile.Profile, err = profile.With(in.override(extra)); err != nil {
		return nil, profile, err
	}
	var ledger *ledger
	if schema == "participants" {
		if ledger, err = p.readLedger(); err != nil {
			return nil, profile, err
		}
	}
	source, err := p.bare(in.File, profile.Profile, stdin)
	if err != nil || ledger == nil {
		return source, profile, err
	}
	return &correctedSource{Source: source, ledger: ledger, profile: profile.Profile}, profile, nil
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

// waveInput is the file of a wave with its items and its questions with categories as columns, and these
// as fields. Answers in words are read as text.
func (p *Project) waveInput(w Wave, questions []string, inWords bool) (Input, []datasets.Field) {
	kind := datasets.Number
	if inWords {
		kind = datasets.Text
	}
	fields := append(answerFields(itemField, kind, w.Items), answerFields(categoryField, datasets.Text, questions)...)
	in := w.Input
	in.Columns = map[string][]string{}
	maps.Copy(in.Columns, w.Columns)
	for _, f := range fields {
		in.Columns[f.Name] = []string{f.Label.PL}
	}
	in.Ignore = append(append([]string(nil), w.Ignore...), p.otherItems(w)...)
	return in, fields
}

// answerFields are the questions of a wave as fields of the answer sheets.
func answerFields(name func(int) string, kind datasets.Kind, headers []string) []datasets.Field {
	fields := make([]datasets.Field, len(headers))
	for i, h := range headers {
		fields[i] = datasets.Field{Name: name(i), Kind: kind, Label: datasets.Label{PL: h, EN: h}}
	}
	return fields
}

// otherItems are the columns of all waves and surveys in the same file: known there, though not all are
// read here.
func (p *Project) otherItems(w Wave) []string {
	var others []string
	for _, o := range p.Surveys {
		waves := []Wave{o.Pre, o.Post}
		for _, l := range o.Later {
			waves = append(waves, l.Wave)
		}
		for i, ow := range waves {
			if ow.File != w.File {
				continue
			}
			others = append(others, ow.Items...)
			if i < 2 {
				others = append(others, o.headers([]string{"pre", "post"}[i])...)
			}
		}
	}
	return others
}
