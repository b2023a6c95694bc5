package xlsxfile

import (
	"bytes"
	"errors"
	"io"
)

// span is a merged range: only its first cell holds a value. Columns and rows from 1.
type span struct{ left, top, right, bottom int }

// wide tells whether a range lies over a column to the right of its first one in a row.
func (m span) wide(row int) bool { return m.top <= row && row <= m.bottom && m.right > m.left }

// merges reads the merged ranges of a sheet, which stand behind its rows.
func (b *workbook) merges(s sheet) (found []span, err error) {
	p, err := b.open(s.part, MaxPart)
	if err != nil {
		return nil, err
	}
	a := readAhead(p)
	defer func() { err = errors.Join(err, a.Close()) }()
	scan := newScanner(a)
	for {
		if err := scan.skipTo([]byte("sheetData>")); err == io.EOF {
			return nil, nil // a sheet without rows, or cut off: reading the rows tells it
		} else if err != nil {
			return nil, err
		}
		if found, rows, err := scan.mergesHere(); err != nil || !rows {
			return found, broken(err)
		}
	}
}

// skipTo goes on behind the next place where some bytes stand.
func (w *window) skipTo(what []byte) error {
	for {
		w.mark()
		if i := bytes.Index(w.buf[w.pos:], what); i >= 0 {
			w.pos += i + len(what)
			return nil
		}
		w.pos = max(w.pos, len(w.buf)-len(what))
		w.start = w.pos
		if err := w.fill(); err != nil {
			return err
		}
	}
}

// mergesHere reads tags up to the end of the part; rows says that there were rows instead.
func (s *scanner) mergesHere() (found []span, rows bool, err error) {
	for {
		s.mark()
		e, err := s.next()
		if errors.Is(err, errOdd) {
			s.back()
			e, err = s.next()
		}
		switch {
		case err == io.EOF:
			return found, false, nil
		case err != nil:
			return found, false, err
		case e.start && e.name == "row":
			return nil, true, nil
		case e.start && e.name == "mergeCell":
			if m, ok := e.span(); ok {
				found = append(found, m)
			}
		}
	}
}

// span is the range of a mergeCell.
func (e *event) span() (m span, ok bool) {
	ref, err := e.attribute("ref")
	first, last, both := bytes.Cut(ref, []byte(":"))
	if err != nil || !both {
		return m, false
	}
	m = span{columnOf(first) + 1, rowOf(first), columnOf(last) + 1, rowOf(last)}
	return m, m.left >= 1 && m.top >= 1 && m.right >= m.left && m.bottom >= m.top
}

// rowOf is the row of a reference as AB12; -1 where it has none.
func rowOf(ref []byte) int {
	return count(bytes.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
}

// tail reads what stands behind the rows up to the end of the part, so that the checksum of the
// archive is compared: a damaged digit is not seen in any other way.
func (r *rowReader) tail() (found []span, err error) {
	found, _, err = r.mergesHere()
	return found, broken(err)
}
