package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// Output is a kind of file that a run writes for a project.
type Output string

// The kinds of output, by the names that --outputs knows them by.
const (
	HTML     Output = "html"     // report.pl.html and report.en.html
	Markdown Output = "markdown" // report.pl.md
	XLSX     Output = "xlsx"     // tables.xlsx
	JSON     Output = "json"     // results.json, which every run writes
	Figures  Output = "figures"  // figures.csv and figures.parquet
	Problems Output = "problems" // problems.csv
	Charts   Output = "charts"   // charts/*.svg and charts/*.png
)

// AllOutputs are the kinds of output in the order in which they are written.
func AllOutputs() []Output { return []Output{HTML, Markdown, XLSX, JSON, Figures, Problems, Charts} }

// Outputs selects what a run writes beside results.json and manifest.json, which it always writes. Empty
// Outputs, as nil, are all of them.
type Outputs []Output

// ParseOutputs reads the names of outputs, in any order. A name that is none is an [UnknownOutput].
func ParseOutputs(names []string) (Outputs, error) {
	var out Outputs
	for _, name := range names {
		if !slices.Contains(AllOutputs(), Output(name)) {
			return nil, &UnknownOutput{Name: name}
		}
		out = append(out, Output(name))
	}
	return out, nil
}

// Has tells whether a kind of output is selected.
func (o Outputs) Has(kind Output) bool {
	return len(o) == 0 || kind == JSON || slices.Contains(o, kind)
}

// Names are the selected kinds, each once, in the order of [AllOutputs]; always with json.
func (o Outputs) Names() []string {
	var names []string
	for _, kind := range AllOutputs() {
		if o.Has(kind) {
			names = append(names, string(kind))
		}
	}
	return names
}

// Selected are the names of what was selected, as [Outputs.Names]; nil where it is all.
func (o Outputs) Selected() []string {
	if names := o.Names(); len(names) < len(AllOutputs()) {
		return names
	}
	return nil
}

// UnknownOutput says that a name is that of no output.
type UnknownOutput struct{ Name string }

// Error is the error in English.
func (u *UnknownOutput) Error() string { return u.In(evaluate.EN) }

// In is the error in a language, with the name that was probably meant.
func (u *UnknownOutput) In(l evaluate.Lang) string {
	known := Outputs(nil).Names()
	if near := datasets.Nearest(u.Name, known); near != "" {
		return fmt.Sprintf(evaluate.T("nie ma wyjścia %q; czy chodziło o %q?", "there is no output %q; did you mean %q?").In(l), datasets.Visible(u.Name), near)
	}
	return fmt.Sprintf(evaluate.T("nie ma wyjścia %q; są: %s", "there is no output %q; there are: %s").In(l), datasets.Visible(u.Name), strings.Join(known, ", "))
}

// problemsFile is the file of all problems; empty where the run does not write it.
func problemsFile(r *Report) string {
	if !r.Outputs.Has(Problems) {
		return ""
	}
	return "problems.csv"
}
