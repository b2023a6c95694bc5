package main

import (
	"io"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// tellProblems prints what was found in the sheets, by kind.
func tellProblems(w io.Writer, problems []datasets.Problem, lang evaluate.Lang) {
	kinds := kindsOf(problems)
	for _, k := range kinds.ordered() {
		k.writeText(w, lang)
	}
}
