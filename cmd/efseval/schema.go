package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// schemaOf is a file that has a JSON Schema.
type schemaOf struct {
	name string
	make func(evaluate.Lang) ([]byte, error)
}

func schemas() []schemaOf {
	return []schemaOf{{"project", batch.ProjectSchema}, {"results", report.ResultsSchema}, {"manifest", audit.ManifestSchema}}
}

func schemaNames() []string {
	var names []string
	for _, s := range schemas() {
		names = append(names, s.name)
	}
	return names
}

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema NAME",
		Short: "Print the JSON Schema of project.yaml, results.json or manifest.json",
		Long: `Print the JSON Schema (draft 2020-12) of a file, with the description of every key in the language of
--lang: project for project.yaml, results for results.json, manifest for manifest.json. An editor that knows
the YAML language server shows and completes the keys of a project file that begins with

    # yaml-language-server: $schema=project.schema.json

The schema knows keys, kinds of value and lists of words. What keys say together is checked when a
project is read.`,
		Example: `  efseval schema project > project.schema.json
  efseval schema results --lang pl`,
		ValidArgs: schemaNames(),
		Args:      wants(1, "efseval schema project"),
		RunE: func(c *cobra.Command, args []string) error {
			at := slices.IndexFunc(schemas(), func(s schemaOf) bool { return s.name == args[0] })
			if at < 0 {
				return unknownWord(c, evaluate.T("schematu", "schema"), args[0], schemaNames())
			}
			text, err := schemas()[at].make(langOf(c))
			if err != nil {
				return err
			}
			_, err = c.OutOrStdout().Write(text)
			return err
		},
	}
}
