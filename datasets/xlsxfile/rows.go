package xlsxfile

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/efseval/efseval/datasets"
)

// maxRows is how many rows the largest sheet has that XLSX allows.
const maxRows = 1 << 20

// form is what a cell holds.
type form uint8

const (
	none      form = iota
	text           // a text, perhaps of digits
	number         // a number in the machine's form
	truth          // 0 or 1
	fault          // an error as #DIV/0!
	uncounted      // a formula without a value: it was never calculated
)

// cell is one cell of a row as it stands in the XML. Its value is good until the next row.
type cell struct {
	value   []byte
	form    form
	formula bool // the value, if any, is that of a formula
	day     bool // the sheet shows the number as a day
}

// rowXML is one row; cells left out are of form none.
type rowXML struct {
	number int
	hidden bool
	cells  []cell
}

// rowReader streams the rows of one sheet.
type rowReader struct {
	*scanner
	part          io.Closer
	book          *workbook
	row           rowXML
	hiddenColumns []int // from 0
	ended         bool
}

func (b *workbook) rows(s sheet) (*rowReader, error) {
	p, err := b.open(s.part, MaxPart)
	if err != nil {
		return nil, err
	}
	a := readAhead(p)
	return &rowReader{scanner: newScanner(a), part: a, book: b}, nil
}

func (r *rowReader) close() error {
	if r == nil {
		return nil
	}
	return r.part.Close()
}

// nextRow reads the next row; io.EOF after the last one of a whole sheet. A sheet whose XML ends
// before its rows do is an error: people would be lost.
func (r *rowReader) nextRow() (*rowXML, error) {
	for !r.ended {
		r.mark()
		before := r.row.number
		found, err := r.step()
		if errors.Is(err, errOdd) {
			r.back()
			r.row.number = before
			found, err = r.step()
			r.forward()
		}
		switch {
		case err == io.EOF:
			return nil, errSheetEnds
		case err != nil:
			return nil, broken(err)
		case found:
			return &r.row, nil
		}
	}
	return nil, io.EOF
}

// forward goes on behind what encoding/xml read.
func (s *scanner) forward() { s.careful = nil }

// step reads one tag, or a row whole.
func (r *rowReader) step() (found bool, err error) {
	e, err := r.next()
	if err != nil {
		return false, err
	}
	switch {
	case e.start && e.name == "row":
		return true, r.readRow(&e)
	case e.start && e.name == "col":
		return false, r.readColumn(&e)
	case e.end:
		r.ended = e.name == "sheetData" || e.name == "worksheet"
	}
	return false, nil
}

// readColumn notes the columns that a person does not see.
func (r *rowReader) readColumn(e *event) error {
	hidden, err := e.attribute("hidden")
	if err != nil || !isTrue(hidden) {
		return err
	}
	first, err := e.attribute("min")
	if err != nil {
		return err
	}
	last, err := e.attribute("max")
	if err != nil {
		return err
	}
	for i := count(first); i >= 1 && i <= min(count(last), datasets.MaxColumns); i++ {
		r.hiddenColumns = append(r.hiddenColumns, i-1)
	}
	return nil
}

func isTrue(value []byte) bool { return string(value) == "1" || string(value) == "true" }

// count is a whole number of at most seven digits, -1 where there is none.
func count(digits []byte) int {
	if len(digits) == 0 || len(digits) > 7 {
		return -1
	}
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

func (r *rowReader) readRow(start *event) error {
	if err := r.beginRow(start); err != nil || start.end {
		return err
	}
	for {
		e, err := r.next()
		switch {
		case err != nil:
			return cut(err)
		case e.start && e.name == "c":
			if err := r.readCell(&e); err != nil {
				return err
			}
		case e.end && e.name == "row":
			return nil
		}
	}
}

// beginRow reads the attributes of a row. One without a number follows the row before.
func (r *rowReader) beginRow(start *event) error {
	stated, err := start.attribute("r")
	if err != nil {
		return err
	}
	hidden, err := start.attribute("hidden")
	if err != nil {
		return err
	}
	r.row.number++
	if n, err := strconv.Atoi(string(stated)); err == nil && n >= r.row.number {
		r.row.number = n
	}
	if r.row.number > maxRows {
		return errors.Join(errDamaged, errors.New("a sheet cannot have that many rows"))
	}
	clear(r.row.cells)
	r.row.cells, r.row.hidden = r.row.cells[:0], isTrue(hidden)
	return nil
}

// cut is an error inside a row: the end of the file is too early there.
func cut(err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return errSheetEnds
	}
	return err
}

// blank tells whether no cell of the row holds anything but white space.
func (r *rowXML) blank() bool {
	for i := range r.cells {
		c := &r.cells[i]
		if c.form != none && (c.form != text || len(bytes.TrimSpace(c.value)) > 0) {
			return false
		}
	}
	return true
}

// texts are the cells as a header row has them.
func (r *rowXML) texts() []string {
	out := make([]string, len(r.cells))
	for i, c := range r.cells {
		out[i] = string(c.value)
	}
	return out
}
