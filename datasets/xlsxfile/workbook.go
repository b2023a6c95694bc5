package xlsxfile

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// workbook is an opened XLSX file: a zip archive of XML parts.
type workbook struct {
	name     string
	file     *os.File
	parts    map[string]*zip.File
	sheets   []sheet
	shared   []string
	date1904 bool
}

// sheet is one sheet of a workbook.
type sheet struct {
	name   string
	part   string
	hidden bool
}

var (
	errEmpty     = errors.New("the file is empty")
	errNotXLSX   = errors.New("this is not an XLSX workbook")
	errLocked    = errors.New("this is an encrypted workbook or the old XLS format")
	errDamaged   = errors.New("the workbook is damaged or cut off")
	errTooLarge  = errors.New("the workbook unpacks to more than is safe to read")
	errNoSheets  = errors.New("the workbook has no sheets")
	errSheetEnds = errors.New("the sheet is cut off: its XML does not end")
)

func openBook(name string) (*workbook, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	b := &workbook{name: filepath.Base(name), file: file, parts: map[string]*zip.File{}}
	if err := b.read(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return b, nil
}

func (b *workbook) close() error { return b.file.Close() }

func (b *workbook) read() error {
	info, err := b.file.Stat()
	if err != nil {
		return err
	}
	if err := b.checkMagic(info.Size()); err != nil {
		return err
	}
	archive, err := zip.NewReader(b.file, info.Size())
	if err != nil {
		return errors.Join(errDamaged, err)
	}
	for _, f := range archive.File {
		b.parts[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	return b.readParts()
}

// checkMagic looks at the first bytes: every zip begins with PK, every OLE file (old XLS, and
// encrypted XLSX) with D0 CF 11 E0.
func (b *workbook) checkMagic(size int64) error {
	if size == 0 {
		return errEmpty
	}
	magic := make([]byte, 4)
	n, err := b.file.ReadAt(magic, 0)
	if err != nil && err != io.EOF {
		return err
	}
	switch start := string(magic[:n]); {
	case strings.HasPrefix(start, "\xD0\xCF\x11\xE0"):
		return errLocked
	case !strings.HasPrefix(start, "PK"):
		return errNotXLSX
	}
	return nil
}

func (b *workbook) readParts() error {
	const main = "xl/workbook.xml"
	if b.parts[main] == nil {
		return errNotXLSX
	}
	if err := b.readSheets(main); err != nil {
		return err
	}
	if len(b.sheets) == 0 {
		return errNoSheets
	}
	return b.readShared()
}

// partName resolves a target of a relationship, which is relative to xl/ or absolute.
func partName(target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.ToLower(target[1:])
	}
	return strings.ToLower(path.Join("xl", target))
}

func (b *workbook) sheetNames() []string {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
	}
	return names
}
