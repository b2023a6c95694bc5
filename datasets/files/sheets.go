package files

import (
	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/xlsxfile"
)

// Sheets are the names of the sheets of a workbook that are not hidden; none of a file of another format.
// A file that is not there or cannot be read is [datasets.Unreadable], as [Open] says it.
func Sheets(path string) ([]string, error) {
	if path == StandardInput {
		return nil, nil
	}
	start, _, err := begin(path)
	if err != nil || isPacked(start) || format(start, path) != "xlsx" {
		return nil, err
	}
	return xlsxfile.Sheets(path)
}

// ReadsEncoding tells whether text files are read in an encoding of that name; empty: it is found.
func ReadsEncoding(name string) bool { return csvfile.Reads(name) }
