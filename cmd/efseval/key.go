package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/batch"
)

func newKey() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "key",
		Short: "Make and check the key of the pseudonyms of persons",
		Long: `Persons have pseudonyms under a key that you hold (HMAC-SHA-256): the same key gives the same
person the same pseudonym in every run and project, and nobody without it can tell who it is. Without
a key each run draws a random one, and persons cannot be linked across runs.`,
		Example: `  efseval key new persons.key
  efseval key print persons.key`,
		Args: subcommands,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	cmd.AddCommand(newKeyNew(), newKeyPrint())
	return cmd
}

func newKeyNew() *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use:   "new FILE",
		Short: "Draw a key and write it to a new file that only you can read",
		Long: `Draw 32 random bytes and write them to a new file in hexadecimal, readable by you alone. A file
that is there is never overwritten, and none is made among the outputs of a run, from where it
would be given away with the reports.

Keep it apart from data and reports, with a copy where it cannot be lost: who has it and the list of
persons can tell whose each pseudonym is, and without it no later run gives the same ones.

Exit codes: 0 done, 1 internal, 2 usage, or the file is there or among outputs.`,
		Example: `  efseval key new efseval.key
  efseval run examples --key efseval.key`,
		Args: wants(1, "efseval key new efseval.key"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkLang(lang); err != nil {
				return err
			}
			print, err := batch.NewKeyFile(args[0])
			if err != nil {
				return inTheLanguage(err, lang)
			}
			fmt.Fprintf(c.OutOrStdout(), "%s  %s\n", print, args[0])
			fmt.Fprintln(c.ErrOrStderr(), inWords(lang,
				"Przechowuj klucz osobno od danych i raportów, z kopią w bezpiecznym miejscu; do uruchomienia: efseval run … --key "+args[0],
				"Keep the key apart from data and reports, with a copy in a safe place; to use it: efseval run … --key "+args[0]))
			return nil
		},
	}
	cmd.Flags().StringVar(&lang, "lang", localeLang(), "language of the text, pl or en")
	return cmd
}

func newKeyPrint() *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use:   "print FILE",
		Short: "Print by what reports name a key, which gives nothing of it away",
		Long: `Print the fingerprint of a key: reports and manifests of runs under it name the same one.

Exit codes: 0 done, 1 internal, 2 usage, or no key.`,
		Example: `  efseval key new efseval.key
  efseval key print efseval.key`,
		Args: wants(1, "efseval key print efseval.key"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkLang(lang); err != nil {
				return err
			}
			key, err := batch.ReadKey(args[0], "")
			if err != nil {
				return inTheLanguage(err, lang)
			}
			persons, err := check.PersonsUnder(key)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(c.OutOrStdout(), "%s  %s\n", persons.KeyPrint(), args[0])
			return err
		},
	}
	cmd.Flags().StringVar(&lang, "lang", localeLang(), "language of the text, pl or en")
	return cmd
}
