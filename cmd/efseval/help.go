package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/evaluate"
)

// The groups in which the root lists its commands.
const (
	groupEvaluate = "evaluate"
	groupAudit    = "audit"
	groupData     = "data"
	groupTool     = "tool"
)

// groups are the headings of the commands, in their order.
func groups(l evaluate.Lang) []*cobra.Group {
	return []*cobra.Group{
		{ID: groupEvaluate, Title: evaluate.T("Ocena projektów", "Evaluate projects").In(l)},
		{ID: groupAudit, Title: evaluate.T("Kontrola wyników", "Audit what was printed").In(l)},
		{ID: groupData, Title: evaluate.T("Dane i reguły", "Data and rules").In(l)},
		{ID: groupTool, Title: evaluate.T("O programie", "The program itself").In(l)},
	}
}

// groupOf says which group a command of the root is listed in.
func groupOf(name string) string {
	switch name {
	case "init", "check", "run", "count", "survey":
		return groupEvaluate
	case "trace", "verify", "diff", "explain", "selftest", "key":
		return groupAudit
	case "profile", "export", "sql", "schema":
		return groupData
	}
	return groupTool
}

// newHelp is efseval help COMMAND.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND...]",
		Short: "Say what a command does and how it is called",
		Example: `  efseval help run
  efseval help profile draft`,
		ValidArgsFunction: commandWords,
		RunE: func(c *cobra.Command, words []string) error {
			of, rest, err := c.Root().Find(words)
			if err != nil || len(rest) > 0 {
				if of == nil {
					of, rest = c.Root(), words
				}
				return unknownCommand(of, rest[0])
			}
			of.InitDefaultHelpFlag()
			return writeHelp(c.OutOrStdout(), of, langOf(c))
		},
	}
}

// writeHelp prints examples first, then how the command is called, what it does and its options.
func writeHelp(w io.Writer, c *cobra.Command, l evaluate.Lang) error {
	if err := translate(c.Root(), l); err != nil {
		return err
	}
	var out strings.Builder
	out.WriteString(c.Short + "\n")
	part := func(heading evaluate.Text, text string) {
		if text = strings.TrimRight(text, " \n"); text != "" {
			fmt.Fprintf(&out, "\n%s:\n%s\n", heading.In(l), text)
		}
	}
	part(evaluate.T("Przykłady", "Examples"), c.Example)
	part(evaluate.T("Użycie", "Usage"), "  "+useLine(c, l))
	if c.Long != "" {
		out.WriteString("\n" + c.Long + "\n")
	}
	for _, g := range groups(l) {
		part(evaluate.Same(g.Title), commandList(c, g.ID))
	}
	if c.HasParent() {
		part(evaluate.T("Polecenia", "Commands"), commandList(c, ""))
	}
	part(evaluate.T("Opcje", "Flags"), flagTable(c.LocalFlags(), widthOf(w), l))
	if c.HasParent() {
		part(evaluate.T("Opcje wszystkich poleceń", "Flags of every command"), flagTable(c.InheritedFlags(), widthOf(w), l))
	} else {
		part(evaluate.T("Kody wyjścia każdego polecenia", "Exit codes of every command"), exitTable(l))
		fmt.Fprintf(&out, "\n%s\n", evaluate.T("efseval help POLECENIE mówi o poleceniu, efseval man drukuje podręcznik.", "efseval help COMMAND tells of a command, efseval man prints the manual.").In(l))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// useLine is how a command is called.
func useLine(c *cobra.Command, l evaluate.Lang) string {
	line := c.UseLine()
	if c.HasAvailableSubCommands() {
		line = c.CommandPath() + " COMMAND"
	}
	if l == evaluate.PL {
		return useInPolish.Replace(line)
	}
	return line
}

// commandList lists the subcommands of a group, one a line.
func commandList(c *cobra.Command, group string) string {
	var out strings.Builder
	for _, sub := range c.Commands() {
		if sub.GroupID == group && sub.IsAvailableCommand() {
			fmt.Fprintf(&out, "  %-12s%s\n", sub.Name(), sub.Short)
		}
	}
	return out.String()
}
