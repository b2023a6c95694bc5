package main

import (
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
)

func newProfile() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "profile",
		Short: "List, show and draft import profiles",
		Long: `An import profile says which header of an export is which field, what its values mean and how
its dates are written. A project file names the profile of each of its files.`,
		Example: `  efseval profile list
  efseval profile show sl2014
  efseval profile draft examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv > my-profile.yaml`,
		Args: subcommands,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	cmd.AddCommand(newProfileList(), newProfileShow(), newProfileDraft())
	return cmd
}

func newProfileList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the ready profiles",
		Example: `  efseval profile list
  efseval profile list --json`,
		Args: wants(0, "efseval profile list"),
		RunE: func(c *cobra.Command, _ []string) error {
			if asJSON {
				return profilesJSON(c.OutOrStdout())
			}
			return listProfiles(c.OutOrStdout(), langOf(c))
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object ("+profilesSchema+") with both languages")
	return cmd
}

// listProfiles prints a line a profile: its name, what it fills, what a row is, its title.
func listProfiles(w io.Writer, l evaluate.Lang) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, name := range profiles.Names() {
		p, err := profiles.Load(name)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", p.Name, p.Schema, p.Rows, said(p.Title, l)); err != nil {
			return err
		}
	}
	return table.Flush()
}

// profilesSchema names the shape of the JSON that efseval profile list prints.
const profilesSchema = "efseval/profiles/1"

// listedProfile is a ready profile as JSON has it.
type listedProfile struct {
	Name    string            `json:"name"`
	Version int               `json:"version"`
	Fills   string            `json:"fills"` // participants, costs or answers
	Rows    string            `json:"rows"`
	Title   map[string]string `json:"title"`
}

func profilesJSON(w io.Writer) error {
	out := struct {
		Schema   string          `json:"schema"`
		Profiles []listedProfile `json:"profiles"`
	}{Schema: profilesSchema}
	for _, name := range profiles.Names() {
		p, err := profiles.Load(name)
		if err != nil {
			return err
		}
		out.Profiles = append(out.Profiles, listedProfile{p.Name, p.Version, p.Schema, string(p.Rows), byLanguage(p.Title)})
	}
	return printJSON(w, out)
}

func newProfileShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: "Print a profile with the sources of its lines",
		Example: `  efseval profile show sl2014
  efseval profile show generic > my-profile.yaml`,
		Args: wants(1, "efseval profile show sl2014"),
		RunE: func(c *cobra.Command, args []string) error {
			text, err := profiles.Text(args[0])
			if err != nil {
				return usageError{err}
			}
			_, err = c.OutOrStdout().Write(text)
			return err
		},
	}
}

func newProfileDraft() *cobra.Command {
	return &cobra.Command{
		Use:   "draft FILE",
		Short: "Draft a profile from the headers of an unknown export",
		Long: `Read an export (CSV, XLSX or Parquet, packed with gzip or not, - for standard input) and write a
profile to edit to standard output: each header with the field that the ready profiles give
it, and the words of columns that hold few. Values that may be of one person are not written.`,
		Example: `  efseval profile draft examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv > my-profile.yaml
  efseval profile draft - < examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv`,
		Args: wants(1, "efseval profile draft export.csv"),
		RunE: func(c *cobra.Command, args []string) error { return draftProfile(c, args[0]) },
	}
}

func draftProfile(c *cobra.Command, path string) (err error) {
	open := files.Open
	if path == files.StandardInput {
		open = func(name string, p *datasets.Profile) (datasets.Source, error) {
			return files.OpenStream(c.InOrStdin(), name, p)
		}
	}
	source, err := open(path, datasets.Everything())
	if err != nil {
		return withoutProject(err)
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	text, err := profiles.Draft(source)
	if err != nil {
		return err
	}
	_, err = c.OutOrStdout().Write(text)
	return err
}
