package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// inWords is an error in the words of a language.
func inWords(lang, pl, en string) error {
	return errors.New(evaluate.T(pl, en).In(evaluate.Lang(lang)))
}

// meantPL is [datasets.Meant] in Polish.
func meantPL(word string, known []string) string {
	if near := datasets.Nearest(word, known); near != "" {
		return fmt.Sprintf("; czy chodziło o %q?", near)
	}
	return "; są: " + strings.Join(known, ", ")
}

// loadSet is a rule set that comes with efseval.
func loadSet(name, lang string) (*indicators.Set, error) {
	if known := indicators.SetNames(); lang == string(evaluate.PL) && !slices.Contains(known, name) {
		return nil, fmt.Errorf("nie ma zestawu reguł %q%s", datasets.Visible(name), meantPL(name, known))
	}
	return indicators.LoadSet(name)
}

// byIn is an error of --by in the words of a language, where it is that a word is no dimension.
func byIn(set *indicators.Set, by, lang string, err error) error {
	if err == nil || lang != string(evaluate.PL) {
		return err
	}
	for _, word := range indicators.DimensionWords(by) {
		if name, _, _ := strings.Cut(word, ":"); !set.KnowsDimension(word) && !strings.HasPrefix(word, ofColumn) {
			return fmt.Errorf("nie ma wymiaru %q%s", datasets.Visible(name), meantPL(name, set.DimensionNames()))
		}
	}
	return err
}

// missingIn is an error in the words of a language, where it is that one of the files is not there.
func missingIn(paths []string, lang string, err error) error {
	u, unreadable := errors.AsType[*datasets.Unreadable](err)
	if !unreadable || lang != string(evaluate.PL) {
		return err
	}
	for _, path := range paths {
		if _, is := os.Lstat(path); !errors.Is(is, fs.ErrNotExist) || u.At.File != filepath.Base(path) {
			continue
		}
		next := "sprawdź nazwę"
		if near, meant := strings.CutPrefix(u.Next, "did you mean "); meant {
			next = "czy chodziło o " + near
		}
		return &datasets.Unreadable{At: u.At, Cause: errors.New("nie ma takiego pliku w " + folderPL(path)), Next: next}
	}
	return err
}

func folderPL(path string) string {
	if dir := filepath.Dir(path); dir != "." {
		return "folderze " + filepath.ToSlash(dir)
	}
	return "tym folderze"
}
