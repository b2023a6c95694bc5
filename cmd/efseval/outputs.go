package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// outputsHelp is the help of --outputs.
func outputsHelp() string {
	return "write only these: " + strings.Join(outputNames(), ", ") + "; results.json and manifest.json always"
}

// selected reads --outputs.
func (f *runFlags) selected() error {
	var err error
	f.selection, err = report.ParseOutputs(f.outputs)
	if unknown, is := errors.AsType[*report.UnknownOutput](err); is {
		err = errors.New("--outputs: " + unknown.In(evaluate.Lang(f.lang)))
	}
	if err != nil {
		return usageError{err}
	}
	return nil
}

// opening is the sentence that says which of the files to look at first.
func (f *runFlags) opening(folder string, several bool) string {
	page := filepath.Join(folder, "report."+f.lang+".html")
	if several {
		page = filepath.Join(f.output, "index.html")
	}
	numbers := "figures.csv"
	if !f.selection.Has(report.Figures) {
		numbers = "results.json"
	}
	if several || f.selection.Has(report.HTML) {
		return evaluate.T("Otwórz "+page+" w przeglądarce; każda liczba stoi w "+numbers+", każde wejście w manifest.json.",
			"Open "+page+" in a browser; every number is in "+numbers+", every input in manifest.json.").In(evaluate.Lang(f.lang))
	}
	return evaluate.T("Każda liczba stoi w "+filepath.Join(folder, numbers)+", każde wejście w manifest.json obok.",
		"Every number is in "+filepath.Join(folder, numbers)+", every input in manifest.json beside it.").In(evaluate.Lang(f.lang))
}
