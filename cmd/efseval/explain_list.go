package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// listSets prints every rule set with its codes and names.
func listSets(w io.Writer, sets []*indicators.Set, lang evaluate.Lang, width int) error {
	var out bytes.Buffer
	for _, set := range sets {
		writeWrapped(&out, fmt.Sprintf("%s (%s): %s", set.Name, set.Period, said(set.Title, lang)), 2, width)
		list := &grid{head: []string{"", ""}, wide: true}
		for i := range set.Definitions {
			list.rows = append(list.rows, gridRow{code: set.Definitions[i].Code, name: said(set.Definitions[i].Name, lang)})
		}
		list.write(&out, width)
		fmt.Fprintln(&out)
	}
	fmt.Fprintln(&out, evaluate.T("W każdej tabeli:", "In every table:").In(lang))
	list := &grid{head: []string{"", ""}, wide: true}
	for _, code := range indicators.ReservedCodes() {
		list.rows = append(list.rows, gridRow{code: code, name: said(sets[0].NameOf(code), lang)})
	}
	list.write(&out, width)
	_, err := io.WriteString(w, datasets.VisibleLines(out.String()))
	return err
}
