package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/datasets/files"
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

// keySchema names the shape of the JSON that efseval key new and efseval key print print.
const keySchema = "efseval/key/1"

// keyJSON is by what reports name a key, for programs; it gives nothing of the key away.
type keyJSON struct {
	Schema string `json:"schema"`
	File   string `json:"file"`
	Print  string `json:"key_print"`
}

// keyFlags are the options of the commands of keys.
type keyFlags struct {
	lang string
	json bool
}

func (f *keyFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the text, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object ("+keySchema+")")
}

// tell prints by what reports name the key of a file.
func (f *keyFlags) tell(w io.Writer, print, file string) error {
	if f.json {
		return printJSON(w, keyJSON{keySchema, file, print})
	}
	_, err := fmt.Fprintf(w, "%s  %s\n", print, file)
	return err
}

// readKey reads a key, which must not stand among what is written. It never comes on standard input: that is where
// data come from, and a key is kept in a file that its holder alone can read.
func readKey(path, output string) ([]byte, error) {
	if path == files.StandardInput {
		return nil, usageError{errors.New("- is standard input, and a key is not read from there; name the file that holds it: efseval key new persons.key makes one")}
	}
	return batch.ReadKey(path, output)
}

func newKeyNew() *cobra.Command {
	var f keyFlags
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
			if err := checkLang(f.lang); err != nil {
				return err
			}
			print, err := batch.NewKeyFile(args[0])
			if err != nil {
				return err
			}
			if err := f.tell(c.OutOrStdout(), print, args[0]); err != nil || f.json {
				return err
			}
			fmt.Fprintln(c.ErrOrStderr(), inWords(f.lang,
				"Przechowuj klucz osobno od danych i raportów, z kopią w bezpiecznym miejscu; do uruchomienia: efseval run … --key "+shellWord(args[0]),
				"Keep the key apart from data and reports, with a copy in a safe place; to use it: efseval run … --key "+shellWord(args[0])))
			return nil
		},
	}
	f.add(cmd)
	return cmd
}

func newKeyPrint() *cobra.Command {
	var f keyFlags
	cmd := &cobra.Command{
		Use:   "print FILE",
		Short: "Print by what reports name a key, which gives nothing of it away",
		Long: `Print the fingerprint of a key: reports and manifests of runs under it name the same one.

Exit codes: 0 done, 1 internal, 2 usage, or no key.`,
		Example: `  efseval key new efseval.key
  efseval key print efseval.key`,
		Args: wants(1, "efseval key print efseval.key"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkLang(f.lang); err != nil {
				return err
			}
			key, err := readKey(args[0], "")
			if err != nil {
				return err
			}
			persons, err := check.PersonsUnder(key)
			if err != nil {
				return err
			}
			return f.tell(c.OutOrStdout(), persons.KeyPrint(), args[0])
		},
	}
	f.add(cmd)
	return cmd
}
