package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"

	"github.com/efseval/efseval/evaluate"
)

func newMan() *cobra.Command {
	var output, now string
	cmd := &cobra.Command{
		Use:   "man [COMMAND...]",
		Short: "Print the manual page of a command, or write all of them",
		Long: `Print the manual page (roff) of efseval or of a command. With -o the pages of all commands are written to
a folder, as efseval.1, efseval-run.1 and so on; what stands there under these names is replaced. The pages
bear no date unless --now (or SOURCE_DATE_EPOCH) gives one, so that their bytes repeat.`,
		Example: `  efseval man run > efseval-run.1
  efseval man -o man1
  efseval man -o man1-pl --lang pl`,
		RunE: func(c *cobra.Command, args []string) error {
			date, err := dateOf(now)
			if err != nil {
				return err
			}
			root, l := c.Root(), langOf(c)
			if err := translate(root, l); err != nil {
				return err
			}
			switch {
			case output == "":
				return printPage(c, args, date)
			case len(args) > 0:
				return usageError{inWords(string(l), "-o zapisuje strony wszystkich poleceń; pomiń "+args[0], "-o writes the pages of all commands; leave "+args[0]+" out")}
			}
			return writePages(root, output, date, l)
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "folder to write the pages of all commands to")
	cmd.Flags().StringVar(&now, "now", "", "date printed in the pages, yyyy-MM-dd; none unless given (or SOURCE_DATE_EPOCH is set)")
	return cmd
}

// printPage prints the page of the command that the words lead to.
func printPage(c *cobra.Command, words []string, date string) error {
	of, rest, err := c.Root().Find(words)
	if err != nil || len(rest) > 0 {
		if of == nil {
			of, rest = c.Root(), words
		}
		return unknownCommand(of, rest[0])
	}
	page, err := manPage(of, date, langOf(c))
	if err != nil {
		return err
	}
	_, err = c.OutOrStdout().Write(page)
	return err
}

func writePages(c *cobra.Command, folder, date string, l evaluate.Lang) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return usageError{fmt.Errorf("-o %s: %w", folder, causeOf(err))}
	}
	page, err := manPage(c, date, l)
	if err != nil {
		return err
	}
	path := filepath.Join(folder, strings.ReplaceAll(c.CommandPath(), " ", "-")+".1")
	if err := os.WriteFile(path, page, 0o644); err != nil {
		return usageError{fmt.Errorf("%s: %w", path, causeOf(err))}
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			if err := writePages(sub, folder, date, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// manPage is the page of a command, with the exit codes at its end.
func manPage(c *cobra.Command, date string, l evaluate.Lang) ([]byte, error) {
	c.DisableAutoGenTag = true
	c.InitDefaultHelpFlag()
	c.LocalFlags().VisitAll(ofAnyMachine)
	day, err := time.Parse(time.DateOnly, date)
	if err != nil && date != "" {
		return nil, err
	}
	c.Use, c.DisableFlagsInUseLine = strings.TrimPrefix(useLine(c, l), strings.TrimSuffix(c.CommandPath(), c.Name())), true
	var page bytes.Buffer
	header := &doc.GenManHeader{Section: "1", Source: "efseval " + version, Manual: "efseval", Date: &day}
	if err := doc.GenMan(c, header, &page); err != nil {
		return nil, err
	}
	title := "" // the library always writes a month
	if date != "" {
		title = date
	}
	text := strings.Replace(page.String(), `"`+day.Format("Jan 2006")+`"`, `"`+title+`"`, 1)
	if l == evaluate.PL {
		text = manInPolish.Replace(text)
	}
	return []byte(text + exitSection(l)), nil
}

// manInPolish puts the headings of a manual page into Polish, as Polish pages have them.
var manInPolish = strings.NewReplacer(".SH NAME\n", ".SH NAZWA\n", ".SH SYNOPSIS\n", ".SH SKŁADNIA\n", ".SH DESCRIPTION\n", ".SH OPIS\n", ".SH OPTIONS\n", ".SH OPCJE\n",
	".SH OPTIONS INHERITED FROM PARENT COMMANDS\n", ".SH OPCJE WSZYSTKICH POLECEŃ\n", ".SH EXAMPLE\n", ".SH PRZYKŁADY\n", ".SH SEE ALSO\n", ".SH ZOBACZ TAKŻE\n")

// ofAnyMachine keeps from a page what holds on this machine alone: its processors and its language.
func ofAnyMachine(f *pflag.Flag) {
	switch f.Name {
	case "jobs":
		f.DefValue = "CPUS"
	case "lang":
		f.DefValue = "LANG"
	}
}

// exitSection tells the exit codes in roff.
func exitSection(l evaluate.Lang) string {
	var out strings.Builder
	out.WriteString(".SH " + evaluate.T("KODY WYJŚCIA", "EXIT STATUS").In(l) + "\n")
	for _, m := range exitMeanings() {
		fmt.Fprintf(&out, ".TP\n\\fB%d\\fP\n%s\n", m.code, m.said.In(l))
	}
	return out.String()
}
