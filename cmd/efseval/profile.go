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
)

func newProfile() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "profile",
		Short: "List, show and draft import profiles",
		Long: `An import profile says which header of an export is which field, what its values mean and how
its dates are written. A project file names the profile of each of its files.`,
		Example: `  efseval profile list
  efseval profile show sl2014
  efseval profile draft export.csv > my-profile.yaml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("unknown command %q of profile; want list, show or draft", args[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	cmd.AddCommand(newProfileList(), newProfileShow(), newProfileDraft())
	return cmd
}

func newProfileList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the ready profiles",
		Args:  wants(0, "efseval profile list"),
		RunE:  func(c *cobra.Command, _ []string) error { return listProfiles(c.OutOrStdout()) },
	}
}

// listProfiles prints a line a profile: its name, what it fills, what a row is, its title.
func listProfiles(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, name := range profiles.Names() {
		p, err := profiles.Load(name)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", p.Name, p.Schema, p.Rows, p.Title.EN); err != nil {
			return err
		}
	}
	return table.Flush()
}

func newProfileShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: "Print a profile with the sources of its lines",
		Args:  wants(1, "efseval profile show sl2014"),
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
		Example: `  efseval profile draft export.csv > my-profile.yaml`,
		Args:    wants(1, "efseval profile draft export.csv"),
		RunE:    func(c *cobra.Command, args []string) error { return draftProfile(c.OutOrStdout(), args[0]) },
	}
}

func draftProfile(w io.Writer, path string) (err error) {
	source, err := files.Open(path, datasets.Everything())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	text, err := profiles.Draft(source)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// wants checks the number of arguments and shows how the command is meant.
func wants(n int, example string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("%d arguments given, want %d; as in: %s", len(args), n, example)}
		}
		return nil
	}
}
