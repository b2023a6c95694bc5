package xlsxfile

import "path/filepath"

// Sheets are the names of the sheets of a workbook that are not hidden, in its order, as a profile or a
// project file states them. A workbook that cannot be read is [datasets.Unreadable].
func Sheets(path string) ([]string, error) {
	book, err := openBook(path)
	if err != nil {
		return nil, unreadable(filepath.Base(path), "", err)
	}
	var names []string
	for _, s := range book.sheets {
		if !s.hidden {
			names = append(names, s.name)
		}
	}
	return names, book.close()
}
