package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// footnotes are the remarks below a table, each once.
type footnotes struct{ texts []datasets.Label }

// mark is the sign of a remark in the table.
func (f *footnotes) mark(text datasets.Label) string {
	i := slices.Index(f.texts, text)
	if i < 0 {
		i = len(f.texts)
		f.texts = append(f.texts, text)
	}
	return fmt.Sprintf("[%d]", i+1)
}

func (f *footnotes) write(w io.Writer, lang evaluate.Lang, width int) {
	for i, text := range f.texts {
		writeWrapped(w, fmt.Sprintf("[%d] %s", i+1, said(text, lang)), 4, width)
	}
}
