package batch

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
)

// condensed lets go what an error need not hold until the end of a batch: of a thousand cells that could
// not be read, those that it names.
func condensed(err error) error {
	if refused, ok := errors.AsType[*Refused](err); ok && refused == err {
		return refused.condensed()
	}
	return err
}

// shownCause is the most characters of a cause in the overview; the terminal has all of it.
const shownCause = 600

// Cause says why a project failed, for a page that is handed on: without the folders of this machine
// and without the lines of the project file.
func (o Outcome) Cause() evaluate.Text {
	if o.Err == nil {
		return evaluate.Text{}
	}
	return evaluate.T(o.causeIn(evaluate.PL), o.causeIn(evaluate.EN))
}

func (o Outcome) causeIn(l evaluate.Lang) string {
	text := polish.In(o.Err, l)
	if fault, ok := errors.AsType[*Fault](o.Err); ok {
		bare := *fault
		bare.Source = ""
		text = bare.In(l)
	}
	text = o.withoutFolders(datasets.VisibleLines(text))
	if runes := []rune(text); len(runes) > shownCause {
		text = string(runes[:shownCause]) + "…"
	}
	return text
}

// withoutFolders leaves the names of files without the way to them.
func (o Outcome) withoutFolders(text string) string {
	folders := []string{filepath.Dir(o.File), filepath.Dir(o.Folder)}
	if whole, err := filepath.Abs(filepath.Dir(o.File)); err == nil {
		folders = append([]string{whole}, folders...)
	}
	for _, folder := range folders {
		if folder != "." && folder != "" {
			text = strings.ReplaceAll(text, folder+string(filepath.Separator), "")
		}
	}
	return text
}
