package xlsxfile

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// The largest sheet XLSX allows.
const (
	maxColumns = 16384
	maxRows    = 1 << 20
)

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

// cell is one cell of a row as it stands in the XML.
type cell struct {
	value   string
	form    form
	formula bool // the value, if any, is that of a formula
}

// rowXML is one row; cells left out are of form none.
type rowXML struct {
	number int
	cells  []cell
}

// rowReader streams the rows of one sheet.
type rowReader struct {
	part   *part
	xml    *xml.Decoder
	shared []string
	row    rowXML
	ended  bool
}

func (b *workbook) rows(s sheet) (*rowReader, error) {
	p, err := b.open(s.part, MaxPart)
	if err != nil {
		return nil, err
	}
	return &rowReader{part: p, xml: newXML(p), shared: b.shared}, nil
}

func (r *rowReader) close() error {
	if r == nil {
		return nil
	}
	return r.part.Close()
}

// next reads the next row; io.EOF after the last one of a whole sheet. A sheet whose XML ends
// before its rows do is an error: people would be lost.
func (r *rowReader) next() (*rowXML, error) {
	for !r.ended {
		token, err := r.xml.RawToken()
		switch {
		case err == io.EOF:
			return nil, errSheetEnds
		case err != nil:
			return nil, broken(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "row" {
				return &r.row, r.readRow(t)
			}
		case xml.EndElement:
			r.ended = t.Name.Local == "sheetData" || t.Name.Local == "worksheet"
		}
	}
	return nil, io.EOF
}

func (r *rowReader) readRow(start xml.StartElement) error {
	r.row.number++
	if n, err := strconv.Atoi(attribute(start, "r")); err == nil && n >= r.row.number {
		r.row.number = n
	}
	if r.row.number > maxRows {
		return errors.Join(errDamaged, errors.New("a sheet cannot have that many rows"))
	}
	clear(r.row.cells)
	r.row.cells = r.row.cells[:0]
	for {
		token, err := r.xml.RawToken()
		if err != nil {
			return cut(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "c" {
				if err := r.readCell(t); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				return nil
			}
		}
	}
}

// cut is an error inside a row: the end of the file is too early there.
func cut(err error) error {
	if err == io.EOF {
		return errSheetEnds
	}
	return broken(err)
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func (r *rowReader) readCell(start xml.StartElement) error {
	column := len(r.row.cells)
	if ref := attribute(start, "r"); ref != "" {
		column = columnOf(ref)
	}
	if column < 0 || column >= maxColumns {
		return errors.Join(errDamaged, errors.New("a cell has no column of a sheet"))
	}
	c, err := r.cellValue(attribute(start, "t"))
	if err != nil || c.form == none {
		return err
	}
	for len(r.row.cells) <= column {
		r.row.cells = append(r.row.cells, cell{})
	}
	r.row.cells[column] = c
	return nil
}

// columnOf is the column of a reference as AB12, from 0; -1 where it has none.
func columnOf(ref string) int {
	column := 0
	for i := 0; i < len(ref) && i < 4; i++ {
		letter := ref[i] &^ 0x20
		if letter < 'A' || letter > 'Z' {
			break
		}
		column = column*26 + int(letter-'A'+1)
	}
	return column - 1
}

// cellValue reads the inside of a cell up to its end. A formula without a value was never
// calculated; one whose value is the empty text was, and is blank.
func (r *rowReader) cellValue(kind string) (cell, error) {
	var value strings.Builder
	inValue, valued, formula := false, false, false
	for {
		token, err := r.xml.RawToken()
		if err != nil {
			return cell{}, cut(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			inValue = t.Name.Local == "v"
			valued = valued || inValue
			formula = formula || t.Name.Local == "f"
			if t.Name.Local == "is" {
				inline, err := readText(r.xml, "is")
				if err != nil {
					return cell{}, err
				}
				value.WriteString(inline)
			}
		case xml.EndElement:
			inValue = false
			if t.Name.Local == "c" {
				if value.Len() == 0 && formula && (!valued || kind != "str") {
					return cell{form: uncounted, formula: true}, nil
				}
				c, err := r.typed(kind, value.String())
				c.formula = formula
				return c, err
			}
		case xml.CharData:
			if inValue {
				value.Write(t)
			}
		}
	}
}

// typed concludes what a cell holds from its type attribute.
func (r *rowReader) typed(kind, value string) (cell, error) {
	if value == "" {
		return cell{}, nil
	}
	switch kind {
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil || i < 0 || i >= len(r.shared) {
			return cell{}, errors.Join(errDamaged, errors.New("a cell refers to a text that is not there"))
		}
		return cell{value: r.shared[i], form: text}, nil
	case "inlineStr":
		return cell{value: value, form: text}, nil
	case "str", "d":
		return cell{value: unescape(value), form: text}, nil
	case "b":
		return cell{value: value, form: truth}, nil
	case "e":
		return cell{value: value, form: fault}, nil
	}
	return cell{value: value, form: number}, nil
}

// blank tells whether no cell of the row holds anything but white space.
func (r *rowXML) blank() bool {
	for _, c := range r.cells {
		if c.form != none && (c.form != text || strings.TrimSpace(c.value) != "") {
			return false
		}
	}
	return true
}

// texts are the cells as a header row has them.
func (r *rowXML) texts() []string {
	out := make([]string, len(r.cells))
	for i, c := range r.cells {
		out[i] = c.value
	}
	return out
}
