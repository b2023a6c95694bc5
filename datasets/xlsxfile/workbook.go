package xlsxfile

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// workbook is an opened XLSX file: a zip archive of XML parts.
type workbook struct {
	name       string
	file       *os.File
	parts      map[string]*zip.File
	sheets     []sheet
	sharedPart string
	shared     texts
	stylesPart string
	dayStyles  []bool // by cell style: it shows a number as a day
	date1904   bool
}

// sheet is one sheet of a workbook.
type sheet struct {
	name   string // as outputs show it
	stated string // as the workbook has it
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

	errTooMany     = errors.New("the workbook has more parts or sheets than is safe to read")
	errRowTooLarge = fmt.Errorf("a row or a text is larger than %d MB", MaxRow>>20)
)

// maxDirectory is how much of the file the list of its parts may take, at 46 bytes a part and more;
// maxSheets is how many sheets are looked through. Workbooks have a few dozen of either.
const (
	maxDirectory = 4 << 20
	maxSheets    = 1000
)

func openBook(name string) (*workbook, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return readBook(file, filepath.Base(name))
}

// readBook reads what a workbook says of its parts; where that fails the file is closed.
func readBook(file *os.File, name string) (*workbook, error) {
	b := &workbook{name: name, file: file, parts: map[string]*zip.File{}, sharedPart: "xl/sharedstrings.xml", stylesPart: "xl/styles.xml"}
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
	directory := &limitedAt{b.file, maxDirectory}
	archive, err := zip.NewReader(directory, info.Size())
	switch {
	case directory.left < 0:
		return errTooMany
	case err != nil:
		return errors.Join(errDamaged, err)
	}
	directory.left = math.MaxInt64
	for _, f := range archive.File {
		b.parts[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	return b.readParts()
}

// limitedAt reads a file until too much of it was asked for.
type limitedAt struct {
	io.ReaderAt
	left int64
}

// ReadAt reads while there is something left.
func (l *limitedAt) ReadAt(p []byte, at int64) (int, error) {
	if l.left != math.MaxInt64 {
		if l.left -= int64(len(p)); l.left < 0 {
			return 0, errTooMany
		}
	}
	return l.ReaderAt.ReadAt(p, at)
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
	if err := b.readStyles(); err != nil {
		return err
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
