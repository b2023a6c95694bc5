package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets/files"
)

// wants checks the number of arguments and shows how the command is meant.
func wants(n int, example string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("%d arguments given, want %d; as in: %s", len(args), n, example)}
		}
		return nil
	}
}

// wantsSome asks for an argument at least, in words that say which.
func wantsSome(ask string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{errors.New(ask)}
		}
		return nil
	}
}

// fromStdin counts the arguments that stand for standard input, which can be read once.
func fromStdin(args []string) (n int) {
	for _, arg := range args {
		if arg == files.StandardInput {
			n++
		}
	}
	return n
}

// folderOnly refuses - where the folder of a finished run is meant.
func folderOnly(lang string, folders ...string) error {
	if !slices.Contains(folders, files.StandardInput) {
		return nil
	}
	return usageError{inWords(lang, "- to standardowe wejście, a folder przebiegu stamtąd nie przyjdzie; podaj folder, który zapisał efseval run",
		"- is standard input, and the folder of a run cannot come from there; name the folder that efseval run wrote")}
}

// projectOnly refuses - where project files are meant, whose data stand beside them.
func projectOnly(lang string, paths []string) error {
	if !slices.Contains(paths, files.StandardInput) {
		return nil
	}
	return usageError{inWords(lang, `- to standardowe wejście, a plik projektu nazywa dane względem siebie; podaj plik albo folder, a dane mogą przyjść stamtąd: file: "-"`,
		`- is standard input, and a project file names its data relative to itself; name the file or a folder, and its data may come from there: file: "-"`)}
}

// bothPrintedAs refuses two shapes of one output.
func bothPrintedAs(lang string) error {
	return usageError{inWords(lang, "--json i --csv wykluczają się; podaj jedno", "--json and --csv exclude each other; name one")}
}

// bothPrinted refuses two outputs on one stream.
func bothPrinted(lang string) error {
	return usageError{inWords(lang, "--json i -o - oba chcą standardowego wyjścia; zapisz jedno do pliku", "--json and -o - both want standard output; write one to a file")}
}
