package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// version is printed in every report and manifest.
const version = "0.1.0"

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(c.OutOrStdout(), "efseval "+version)
			return err
		},
	}
}
