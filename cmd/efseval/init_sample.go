package main

import (
	"github.com/spf13/cobra"
)

func (f *initFlags) sample(c *cobra.Command, place *initPlace) error { return nil }
