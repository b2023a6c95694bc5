package main

import (
	"slices"

	"github.com/efseval/efseval/datasets/files"
)

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
