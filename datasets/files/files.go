// Package files opens an export whatever its format: by what it begins with first, by its
// ending where that says nothing. It is the door of datasets: what stands behind it need not
// know that there are formats.
package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/csvfile"
	"github.com/efseval/efseval/datasets/parquetfile"
	"github.com/efseval/efseval/datasets/xlsxfile"
)

// StandardInput is the path that stands for standard input.
const StandardInput = "-"

// Open opens a CSV, XLSX or Parquet file with a profile, packed with gzip or not; the path "-" is
// standard input, which can be read once. The caller closes the Source. A file that is not there,
// is a folder or cannot be read is [datasets.Unreadable], with the next step.
func Open(path string, p *datasets.Profile) (datasets.Source, error) {
	if path == StandardInput {
		return OpenStream(os.Stdin, StandardInput, p)
	}
	start, info, err := begin(path)
	if err != nil {
		return nil, err
	}
	source, err := openFile(path, start, p)
	if err != nil {
		return nil, err
	}
	return &steady{source, path, info}, nil
}

func openFile(path string, start []byte, p *datasets.Profile) (datasets.Source, error) {
	if isPacked(start) {
		return openPacked(path, p)
	}
	kind := format(start, path)
	if err := noSheets(kind, filepath.Base(path), p); err != nil {
		return nil, err
	}
	switch kind {
	case "xlsx":
		return xlsxfile.Open(path, p)
	case "parquet":
		return parquetfile.Open(path, p)
	}
	return csvfile.Open(path, p)
}

// noSheets refuses a sheet that is named of a file that has none: the user means another file, or reads less of it
// than is meant. All sheets (*) are all of any file.
func noSheets(kind, name string, p *datasets.Profile) error {
	if kind == "xlsx" || p.Sheet == "" || p.Sheet == "*" {
		return nil
	}
	return &datasets.Unreadable{At: datasets.Position{File: name}, Cause: fmt.Errorf("the sheet %q is named, and a file of this format (%s) has no sheets", datasets.Visible(p.Sheet), kind),
		Next: "leave the sheet out, or name the workbook"}
}

// format is told by the first bytes: a zip archive or an OLE file is a workbook, PAR1 is
// Parquet. An ending counts where the bytes tell nothing, so that text named .xlsx is told to be
// no workbook instead of being read as something its author did not mean.
func format(start []byte, path string) string {
	switch {
	case bytes.HasPrefix(start, []byte("PK\x03\x04")), bytes.HasPrefix(start, []byte("\xD0\xCF\x11\xE0")):
		return "xlsx"
	case bytes.HasPrefix(start, []byte("PAR1")):
		return "parquet"
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx", ".xlsm", ".xls":
		return "xlsx"
	case ".parquet", ".pq":
		return "parquet"
	}
	return "csv"
}

// begin reads the first bytes of a file, and what it is like.
func begin(path string) (start []byte, info fs.FileInfo, err error) {
	info, err = os.Stat(path)
	if err != nil {
		return nil, nil, missing(path, err)
	}
	if info.IsDir() {
		return nil, nil, &datasets.Unreadable{At: at(path), Cause: errors.New("this is a folder, not a file"), Next: insideOf(path)}
	}
	if !info.Mode().IsRegular() {
		return nil, nil, notAFile(path, info.Mode())
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, missing(path, err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	start = make([]byte, 8)
	n, err := io.ReadFull(file, start)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return start[:n], info, err
}

// notAFile refuses what has no end or no size: opening a pipe that nobody writes to waits for ever,
// and a device may give bytes for ever.
func notAFile(path string, mode fs.FileMode) error {
	cause, next := "this is a device, not a file", "name the export file"
	if mode&fs.ModeNamedPipe != 0 {
		cause, next = "this is a pipe, not a file", "pipe it into the command and name - instead"
	}
	return &datasets.Unreadable{At: at(path), Cause: errors.New(cause), Next: next}
}

func at(path string) datasets.Position { return datasets.Position{File: filepath.Base(path)} }

// missing says why a file cannot be opened and which one may have been meant.
func missing(path string, err error) error {
	cause, next := err, "check the name in the project file"
	var detail *fs.PathError
	switch link, _ := os.Lstat(path); {
	case link != nil && link.Mode()&fs.ModeSymlink != 0 && !errors.Is(err, fs.ErrPermission):
		cause, next = errors.New("this is a link that leads to no file"), "mend the link, or name the file itself"
	case errors.Is(err, fs.ErrNotExist):
		cause = fmt.Errorf("there is no such file in %s", folderOf(path))
		if near := datasets.Nearest(filepath.Base(path), namesIn(filepath.Dir(path))); near != "" {
			next = fmt.Sprintf("did you mean %q?", near)
		}
	case errors.Is(err, fs.ErrPermission):
		cause, next = errors.New("reading it is not permitted"), "give yourself the right to read it"
	case errors.As(err, &detail):
		cause = detail.Err
	}
	return &datasets.Unreadable{At: at(path), Cause: cause, Next: next}
}

func folderOf(path string) string {
	if dir := filepath.Dir(path); dir != "." {
		return "folder " + filepath.ToSlash(dir)
	}
	return "this folder"
}

// namesIn lists the files of a folder; none where it cannot be read, since it only helps a
// message.
func namesIn(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

func insideOf(path string) string {
	names := namesIn(path)
	if len(names) == 0 {
		return "name the export file inside it"
	}
	return fmt.Sprintf("name a file inside it, as %q", names[0])
}
