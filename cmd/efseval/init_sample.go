package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"text/template"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/evaluate"
)

// sampleFiles are the made-up sample: its data, and its project file as a template in both languages.
//
//go:embed sample
var sampleFiles embed.FS

const sampleTemplate = "project.yaml.tmpl"

// sample writes a made-up project that runs at once.
func (f *initFlags) sample(c *cobra.Command, place *initPlace) error {
	if f.rules != "" || f.copy {
		return usageError{inWords(f.lang, "--rules i --copy dotyczą plików, a żadnego nie podano; przykład ma własne", "--rules and --copy are for files, and none is named; the sample has its own")}
	}
	entries, err := fs.ReadDir(sampleFiles, "sample")
	if err != nil {
		return err
	}
	for _, e := range entries {
		text, err := fs.ReadFile(sampleFiles, "sample/"+e.Name())
		if err == nil && e.Name() != sampleTemplate {
			err = place.write(e.Name(), text)
		}
		if err != nil {
			return err
		}
	}
	text, err := sampleProject(projectID(place.dir), evaluate.Lang(f.lang))
	if err != nil {
		return err
	}
	if err := writeProject(place, text, evaluate.Lang(f.lang)); err != nil {
		return err
	}
	if f.json {
		return printJSON(c.OutOrStdout(), place.json(projectID(place.dir), "run"))
	}
	fmt.Fprintln(c.OutOrStdout(), evaluate.T("Wymyślony przykład: 16 osób, zestawienie kosztów, ankieta przed i po.", "A made-up sample: 16 people, a ledger of costs, a questionnaire before and after.").In(evaluate.Lang(f.lang)))
	place.tell(c.OutOrStdout(), evaluate.Lang(f.lang))
	return nil
}

// sampleProject is the project file of the sample with its comments in a language.
func sampleProject(id string, lang evaluate.Lang) ([]byte, error) {
	say := func(pl, en string) string { return evaluate.T(pl, en).In(lang) }
	t, err := template.New(sampleTemplate).Funcs(template.FuncMap{"say": say}).ParseFS(sampleFiles, "sample/"+sampleTemplate)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, struct{ ID, Schema string }{id, schemaName})
	return out.Bytes(), err
}
