package xlsxfile

import (
	"bytes"
	"errors"
	"strconv"

	"github.com/efseval/efseval/datasets"
)

// readCell reads a cell up to its end and puts it into its column.
func (r *rowReader) readCell(start *event) error {
	ref, err := start.attribute("r")
	if err != nil {
		return err
	}
	kind, err := start.attribute("t")
	if err != nil {
		return err
	}
	column := len(r.row.cells)
	if len(ref) > 0 {
		column = columnOf(ref)
	}
	if column < 0 || column >= datasets.MaxColumns {
		return errors.Join(errDamaged, errors.New("a cell has no column of a sheet"))
	}
	var c cell
	if !start.end {
		if c, err = r.cellValue(cellKind(kind)); err != nil {
			return err
		}
	}
	if c.form == number && len(r.book.dayStyles) > 0 {
		style, err := start.attribute("s")
		if err != nil {
			return err
		}
		c.day = r.book.isDayStyle(style)
	}
	r.row.put(column, c, len(ref) == 0)
	return nil
}

// put sets a cell; a blank one counts only where cells do not say their column.
func (r *rowXML) put(column int, c cell, counted bool) {
	if c.form == none && !counted {
		return
	}
	for len(r.cells) <= column {
		r.cells = append(r.cells, cell{})
	}
	r.cells[column] = c
}

// columnOf is the column of a reference as AB12, from 0; -1 where it has none.
func columnOf(ref []byte) int {
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

// cellKind is a type attribute as a string, without making one for those that come by the million.
func cellKind(kind []byte) string {
	switch string(kind) {
	case "":
		return ""
	case "s":
		return "s"
	case "n":
		return "n"
	case "inlineStr":
		return "inlineStr"
	case "str":
		return "str"
	}
	return string(kind)
}

// cellValue reads the inside of a cell up to its end. A formula without a value was never
// calculated; one whose value is the empty text was, and is blank.
func (r *rowReader) cellValue(kind string) (cell, error) {
	if value, ok := r.onlyValue(); ok {
		return r.typed(kind, value)
	}
	var value []byte
	inValue, valued, formula := false, false, false
	for {
		e, err := r.next()
		if err != nil {
			return cell{}, cut(err)
		}
		if inValue {
			if value, err = r.join(value, e.text); err != nil {
				return cell{}, err
			}
		}
		inValue = e.start && !e.end && e.name == "v"
		valued = valued || e.start && e.name == "v"
		formula = formula || e.start && e.name == "f"
		if e.start && !e.end && e.name == "is" {
			if value, err = r.readText(value, "is"); err != nil {
				return cell{}, cut(err)
			}
		}
		if e.end && e.name == "c" {
			return r.finished(kind, value, formula, valued)
		}
	}
}

func (r *rowReader) finished(kind string, value []byte, formula, valued bool) (cell, error) {
	if len(value) == 0 && formula && (!valued || kind != "str") {
		return cell{form: uncounted, formula: true}, nil
	}
	c, err := r.typed(kind, value)
	c.formula = formula
	return c, err
}

// onlyValue reads what nearly all cells hold, <v>…</v></c> or <is><t>…</t></is></c>, where it is
// at hand whole.
func (r *rowReader) onlyValue() (value []byte, ok bool) {
	if r.careful != nil {
		return nil, false
	}
	rest := r.buf[r.pos:]
	for _, form := range [...]struct{ open, shut string }{{"<v>", "</v></c>"}, {"<is><t>", "</t></is></c>"}} {
		if len(rest) < len(form.open) || string(rest[:len(form.open)]) != form.open {
			continue
		}
		inner := rest[len(form.open):]
		n := bytes.IndexByte(inner, '<')
		if n < 0 || len(inner) < n+len(form.shut) || string(inner[n:n+len(form.shut)]) != form.shut {
			return nil, false
		}
		value, err := plainText(inner[:n])
		if err != nil {
			return nil, false
		}
		if form.open != "<v>" {
			value = unescape(value)
		}
		r.pos += len(form.open) + n + len(form.shut)
		return value, true
	}
	return nil, false
}

// join adds text to a value without copying where it is the first.
func (s *scanner) join(value, text []byte) ([]byte, error) {
	plain, err := s.content(text)
	if err != nil || len(plain) == 0 {
		return value, err
	}
	if len(value) == 0 {
		return plain[:len(plain):len(plain)], nil
	}
	return append(value, plain...), nil
}

// typed concludes what a cell holds from its type attribute.
func (r *rowReader) typed(kind string, value []byte) (cell, error) {
	if len(value) == 0 {
		return cell{}, nil
	}
	switch kind {
	case "s":
		shared, ok := r.book.shared.at(value)
		if !ok {
			return cell{}, errors.Join(errDamaged, errors.New("a cell refers to a text that is not there"))
		}
		return cell{value: shared, form: text}, nil
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

// texts are the shared texts of a workbook, one behind another.
type texts struct {
	bytes []byte
	ends  []uint32
}

func (t *texts) add(text []byte) {
	t.bytes = append(t.bytes, text...)
	t.ends = append(t.ends, uint32(len(t.bytes)))
}

// at is the text of a number in digits.
func (t *texts) at(digits []byte) ([]byte, bool) {
	i := count(digits)
	if i < 0 {
		n, err := strconv.Atoi(string(digits))
		if err != nil {
			return nil, false
		}
		i = n
	}
	if i < 0 || i >= len(t.ends) {
		return nil, false
	}
	start := uint32(0)
	if i > 0 {
		start = t.ends[i-1]
	}
	return t.bytes[start:t.ends[i]:t.ends[i]], true
}
