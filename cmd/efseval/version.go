package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/audit/selftest"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// version is printed in every report and manifest.
const version = "0.1.0"

// versionSchema names the shape of the JSON that efseval version prints.
const versionSchema = "efseval/version/1"

func newVersion() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version, and with --json what it was built from",
		Long: `Print the version. With --json: the version, the revision of the source and whether it was changed
(where the build knows them), the version of Go, the platform, the dependencies, the rule sets with their
versions, the import profiles and the schemas of the outputs.`,
		Example: `  efseval version
  efseval version --json`,
		Args: wants(0, "efseval version --json"),
		RunE: func(c *cobra.Command, _ []string) error {
			if !asJSON {
				_, err := fmt.Fprintln(c.OutOrStdout(), "efseval "+version)
				return err
			}
			facts, err := builtFrom()
			if err != nil {
				return err
			}
			return printJSON(c.OutOrStdout(), facts)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object ("+versionSchema+")")
	return cmd
}

// built is what a program was built from.
type built struct {
	Schema       string          `json:"schema"`
	Version      string          `json:"version"`
	Revision     string          `json:"revision,omitempty"`
	Modified     bool            `json:"modified,omitempty"` // the source was changed after the revision
	Go           string          `json:"go"`
	OS           string          `json:"os"`
	Arch         string          `json:"arch"`
	Dependencies []report.Module `json:"dependencies"`
	RuleSets     []ruleSet       `json:"rule_sets"`
	Profiles     []string        `json:"profiles"`
	Schemas      []string        `json:"schemas"`
}

type ruleSet struct {
	Name    string `json:"name"`
	Version int    `json:"version"`
}

// schemaIDs name the shapes of all that is written and printed for programs, those of files first.
func schemaIDs() []string {
	return []string{report.SchemaID, audit.SchemaID, audit.TraceSchemaID, audit.VerifySchemaID, audit.DiffSchemaID, selftest.SchemaID, outcomeSchema, checkSchema, rulesSchema,
		countSchema, explainSchema, initSchema, keySchema, profilesSchema, sqlSchema, tableSchema, versionSchema}
}

func builtFrom() (*built, error) {
	out := &built{Schema: versionSchema, Version: version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH, Dependencies: []report.Module{},
		Profiles: profiles.Names(), Schemas: schemaIDs()}
	for _, name := range indicators.SetNames() {
		set, err := indicators.LoadSet(name)
		if err != nil {
			return nil, err
		}
		out.RuleSets = append(out.RuleSets, ruleSet{set.Name, set.Version})
	}
	if b := build(); b != nil {
		out.Go, out.Revision, out.Modified = b.Go, b.Revision, b.Modified
		out.Dependencies = append(out.Dependencies, b.Dependencies...)
	}
	return out, nil
}
