package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
)

// subcommands takes no arguments: what stands after the command is the name of no subcommand.
func subcommands(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownCommand(c, args[0])
}

// unknownCommand says what may have been meant, or what there is.
func unknownCommand(c *cobra.Command, word string) error {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			names = append(names, sub.Name())
		}
	}
	slices.Sort(names)
	of := ""
	if c.HasParent() {
		of = " of " + c.CommandPath()
	}
	return usageError{fmt.Errorf("unknown command %q%s%s; %s --help lists all", datasets.Visible(word), of, datasets.Meant(word, names), c.CommandPath())}
}

// meantIn ends a message about an unknown word with the one that may have been meant, or all there are.
func meantIn(l evaluate.Lang, word string, known []string) string {
	meant := datasets.Meant(word, known)
	if l == evaluate.PL {
		return polish.Text(meant)
	}
	return meant
}

// wrongFlag is an error of the flags of a command, with the next step. A word that is no command is told
// before a flag that nobody knows: that would have been a flag of the command meant.
func wrongFlag(c *cobra.Command, err error) error {
	if words := c.Flags().Args(); c.HasSubCommands() && len(words) > 0 {
		return unknownCommand(c, words[0])
	}
	if wrong, is := errors.AsType[*pflag.InvalidValueError](err); is {
		return usageError{fmt.Errorf("%w; see %s --help", wrongValue(wrong), c.CommandPath())}
	}
	unknown, is := errors.AsType[*pflag.NotExistError](err)
	if !is {
		return usageError{fmt.Errorf("%w; see %s --help", err, c.CommandPath())}
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	near := datasets.Nearest(unknown.GetSpecifiedName(), names)
	if near == "" || len(unknown.GetSpecifiedName()) == 1 {
		return usageError{fmt.Errorf("%w; see %s --help", err, c.CommandPath())}
	}
	return usageError{fmt.Errorf("%w; did you mean --%s? see %s --help", err, near, c.CommandPath())}
}

// wrongValue is a value that the kind of its flag cannot have. Where the library's words are those of a programmer it says
// what is wanted.
func wrongValue(err *pflag.InvalidValueError) error {
	name, value := err.GetFlag().Name, datasets.Visible(err.GetValue())
	switch err.GetFlag().Value.Type() {
	case "int":
		return fmt.Errorf("--%s %q: want a whole number", name, value)
	case "float64":
		return fmt.Errorf("--%s %q: want a number, as 1 or 0.8", name, value)
	case "bool":
		return fmt.Errorf("--%s %q: want true or false", name, value)
	case "duration":
		return fmt.Errorf("--%s %q: want a time, as 90s or 10m", name, value)
	}
	return fmt.Errorf("--%s %q: %w", name, value, err.Unwrap())
}

// unknownWord refuses an argument that is none of a list.
func unknownWord(c *cobra.Command, what evaluate.Text, word string, known []string) error {
	return usageError{fmt.Errorf(evaluate.T("nie ma %s %q%s", "unknown %s %q%s").In(langOf(c)), what.In(langOf(c)), datasets.Visible(word), meantIn(langOf(c), word, known))}
}
