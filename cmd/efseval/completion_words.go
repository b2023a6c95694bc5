package main

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/indicators"
)

// complete has the shell complete the values of options and arguments, in every command below one.
func complete(c *cobra.Command) error {
	var faults []error
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if words := flagWords(c.Name(), f.Name); words != nil {
			faults = append(faults, c.RegisterFlagCompletionFunc(f.Name, words))
		}
	})
	if words := argumentWords(c.CommandPath()); words != nil {
		c.ValidArgsFunction = words
	}
	for _, sub := range c.Commands() {
		faults = append(faults, complete(sub))
	}
	return errors.Join(faults...)
}

// flagWords completes an option of a command; nil: by the names of files, as shells do.
func flagWords(command, flag string) cobra.CompletionFunc {
	switch {
	case flag == "lang":
		return these("pl", "en")
	case flag == "set":
		return these(indicators.SetNames()...)
	case flag == "profile":
		return orFiles(profiles.Names())
	case flag == "dialect":
		return these(dialectNames()...)
	case flag == "fail-on" && command == "diff":
		return these("moved")
	case flag == "fail-on":
		return lastOf([]string{"claim", "target"})
	case flag == "outputs":
		return lastOf(outputNames())
	case flag == "rows" && command == "count":
		return these(rowsOfPersons, rowsAsTheyStand)
	case flag == "promise":
		return these("once", "clustered", "none")
	case flag == "score":
		return these("mean", "sum")
	case flag == "encoding":
		return these("utf-8", "utf-16", "windows-1250", "iso-8859-2", "ibm852")
	case flag == "key" && command == "survey":
		return orFiles(scale.Keys())
	case flag == "by" && (command == "count" || command == "sql"):
		return dimensionWords
	}
	return nil
}

// argumentWords completes the arguments of a command; nil: by the names of files.
func argumentWords(path string) cobra.CompletionFunc {
	switch path {
	case "efseval trace":
		return figureWords
	case "efseval explain", "efseval sql":
		return codeWords
	case "efseval profile show":
		return these(profiles.Names()...)
	case "efseval man":
		return commandWords
	}
	return nil
}

func these(words ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// lastOf completes the last of the words that commas part.
func lastOf(words []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		var out []string
		for _, w := range words {
			out = append(out, before+w)
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// outputNames are the kinds of output of a run.
func outputNames() []string {
	var names []string
	for _, o := range report.AllOutputs() {
		names = append(names, string(o))
	}
	return names
}

// orFiles completes words, and files beside them.
func orFiles(words []string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveDefault)
}

// dimensionWords completes the last of the dimensions that commas part.
func dimensionWords(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	name := indicators.SetNames()[0]
	if flag := c.Flag("set"); flag != nil && flag.Value.String() != "" {
		name = flag.Value.String()
	}
	set, err := indicators.LoadSet(name)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return lastOf(set.DimensionNames())(c, args, typed)
}

// codeWords completes the codes of the rule set, or of all of them.
func codeWords(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	names := indicators.SetNames()
	if flag := c.Flag("set"); flag != nil && flag.Value.String() != "" {
		names = []string{flag.Value.String()}
	}
	seen := map[string]bool{}
	var words []string
	for _, name := range names {
		set, err := indicators.LoadSet(name)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		for i := range set.Definitions {
			if d := &set.Definitions[i]; !seen[d.Code] {
				seen[d.Code] = true
				words = append(words, cobra.CompletionWithDesc(d.Code, said(d.Name, langOf(c))))
			}
		}
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}

// figureWords completes the folder of a run, and then the ids of its figures.
func figureWords(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return nil, cobra.ShellCompDirectiveFilterDirs
	case 1:
		return figureIDs(args[0]), cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// figureIDs are the ids of the figures of a finished run; none where its file cannot be read.
func figureIDs(folder string) []string {
	file, err := os.Open(filepath.Join(folder, "figures.csv"))
	if err != nil {
		return nil
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil
	}
	var ids []string
	for _, row := range rows[min(1, len(rows)):] {
		if evaluate.CheckID(row[0]) == nil {
			ids = append(ids, row[0])
		}
	}
	return ids
}

// commandWords completes the names of commands.
func commandWords(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	of, _, err := c.Root().Find(args)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var words []string
	for _, sub := range of.Commands() {
		if sub.IsAvailableCommand() {
			words = append(words, cobra.CompletionWithDesc(sub.Name(), sub.Short))
		}
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}
