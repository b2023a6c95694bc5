package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// maxMeant is the most folders that an error proposes.
const maxMeant = 8

// meantFolder ends an error about a folder that is none of a run: the folders of runs in it, or, where there is no
// such folder, the one beside it whose name is nearest; an example where there is neither.
func meantFolder(folder string) evaluate.Text {
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		var names []string
		beside := runsIn(filepath.Dir(folder))
		for _, run := range beside {
			names = append(names, filepath.Base(run))
		}
		if near := datasets.Nearest(filepath.Base(folder), names); near != "" {
			return didYouMean(beside[slices.Index(names, near)])
		}
	}
	if runs := runsIn(folder); len(runs) > 0 {
		return didYouMean(runs...)
	}
	return evaluate.T(", jak out/katowice-pal", ", as out/katowice-pal")
}

// runsIn lists the folders of finished runs right in a folder, by name.
func runsIn(folder string) (runs []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // a folder that cannot be read proposes nothing
	}
	for _, e := range entries {
		if below := filepath.Join(folder, e.Name()); isOutput(below) {
			runs = append(runs, below)
		}
	}
	return runs
}

// didYouMean proposes folders, at most [maxMeant] by name.
func didYouMean(runs ...string) evaluate.Text {
	shown, more := runs[:min(len(runs), maxMeant)], evaluate.Text{}
	if left := len(runs) - len(shown); left > 0 {
		more = evaluate.T(" (i jeszcze "+strconv.Itoa(left)+")", " (and "+strconv.Itoa(left)+" more)")
	}
	last := len(shown) - 1
	list := func(or string) string {
		if last == 0 {
			return shown[0]
		}
		return strings.Join(shown[:last], ", ") + or + shown[last]
	}
	return evaluate.T("; czy chodziło o "+list(" albo ")+more.PL+"?", "; did you mean "+list(" or ")+more.EN+"?")
}
