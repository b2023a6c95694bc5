package xlsxfile

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/efseval/efseval/datasets"
)

// Limits of unpacking. A real sheet of a million rows is below 1 GB and packs about 10 to 1;
// the first ratioFrom bytes are free of MaxRatio.
const (
	MaxPart   = 4 << 30
	MaxShared = 256 << 20 // the table of shared texts is held in memory
	MaxRatio  = 200
	maxSmall  = 32 << 20 // the lists of sheets, relations and styles
	ratioFrom = 64 << 20
)

// part is the unpacked text of one part of a workbook, read up to a limit.
type part struct {
	io.ReadCloser
	packed int64
	limit  int64
	read   int64
}

// open unpacks a part.
func (b *workbook) open(name string, limit int64) (*part, error) {
	f := b.parts[name]
	if f == nil {
		return nil, fmt.Errorf("%w: part %s is missing", errDamaged, name)
	}
	if f.Flags&1 != 0 {
		return nil, errLocked
	}
	p := &part{packed: int64(f.CompressedSize64), limit: limit, read: int64(min(f.UncompressedSize64, 1<<62))}
	if p.tooLarge() { // what the archive itself says; a liar is found while reading
		return nil, errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, errors.Join(errDamaged, err)
	}
	p.ReadCloser, p.read = r, 0
	return p, nil
}

func (p *part) tooLarge() bool {
	return p.read > p.limit || p.read-ratioFrom > min(p.packed, MaxPart)*MaxRatio
}

// Read unpacks on, and stops where the text grows beyond the limits.
func (p *part) Read(out []byte) (int, error) {
	n, err := p.ReadCloser.Read(out)
	p.read += int64(n)
	if p.tooLarge() {
		return 0, errTooLarge
	}
	if err != nil && err != io.EOF {
		err = errors.Join(errDamaged, err)
	}
	return n, err
}

// newXML decodes XML without looking at name spaces: the two dialects of XLSX differ in nothing else
// here.
func newXML(r io.Reader) *xml.Decoder { return xml.NewDecoder(r) }

// broken gives an error of reading XML its cause in words.
func broken(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.Join(errDamaged, err)
	}
	return err
}

// unreadable gives an error its place and next step.
func unreadable(name, sheet string, err error) error {
	var done *datasets.Unreadable
	if errors.As(err, &done) {
		return err
	}
	cause, next := err, "open the file in a spreadsheet and save it again as .xlsx"
	for _, known := range [...]struct {
		err  error
		next string
	}{
		{errEmpty, "export it again: nothing was written into it"},
		{errLocked, "open it in a spreadsheet and save it as .xlsx without a password"},
		{errNotXLSX, "if it is text, give it the ending .csv; otherwise save it as .xlsx"},
		{errTooLarge, fmt.Sprintf("a part may unpack to %d GB and to %d times its size; export fewer rows, or as CSV", MaxPart>>30, MaxRatio)},
		{errTooMany, fmt.Sprintf("a workbook may have %d sheets; save the sheet with the data as a workbook of its own, or as CSV", maxSheets)},
		{errRowTooLarge, "look what the row holds; a spreadsheet allows 32 767 characters a cell"},
		{errSheetEnds, "download or export it again"},
		{errDamaged, "download or export it again"},
		{fs.ErrNotExist, "check the name in the project file"},
	} {
		if errors.Is(err, known.err) {
			cause, next = known.err, known.next
			break
		}
	}
	return &datasets.Unreadable{At: datasets.Position{File: name, Sheet: sheet}, Cause: cause, Next: next}
}
