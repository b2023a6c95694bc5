package xlsxfile

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// readShared reads the table of texts that cells refer to by number.
func (b *workbook) readShared() (err error) {
	if b.parts[b.sharedPart] == nil {
		return nil
	}
	p, err := b.open(b.sharedPart, MaxShared)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	s := newScanner(p)
	for {
		s.mark()
		err := b.shared.step(s)
		if errors.Is(err, errOdd) {
			s.back()
			err = b.shared.step(s)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return errors.Join(errDamaged, broken(err))
		}
	}
}

// step reads one tag of the table, or an item whole.
func (t *texts) step(s *scanner) error {
	e, err := s.next()
	if err != nil || !e.start || e.name != "si" {
		return err
	}
	if e.end {
		t.add(nil)
		return nil
	}
	text, err := s.readText(nil, "si")
	if err == nil {
		t.add(text)
	}
	return err
}

// readText joins the texts inside an element up to its end: all t elements, but not the
// reading aids (rPh) beside them.
func (s *scanner) readText(value []byte, element string) ([]byte, error) {
	inText, aside := false, 0
	for {
		e, err := s.next()
		if err != nil {
			return nil, inside(err)
		}
		if inText && aside == 0 {
			if value, err = s.join(value, e.text); err != nil {
				return nil, err
			}
		}
		inText = e.start && !e.end && e.name == "t"
		switch {
		case e.name == "rPh" && e.start && !e.end:
			aside++
		case e.name == "rPh" && e.end && !e.start:
			aside--
		case e.name == element && e.end:
			return unescape(value), nil
		}
	}
}

// unescape turns _xHHHH_, the way XLSX writes characters that XML lacks, into the character.
func unescape(s []byte) []byte {
	if !bytes.Contains(s, []byte("_x")) {
		return s
	}
	var out []byte
	for {
		i := bytes.Index(s, []byte("_x"))
		if i < 0 || len(s) < i+7 {
			return append(out, s...)
		}
		code, err := strconv.ParseUint(string(s[i+2:i+6]), 16, 16)
		if err != nil || s[i+6] != '_' {
			out = append(out, s[:i+2]...)
			s = s[i+2:]
			continue
		}
		out = utf8.AppendRune(append(out, s[:i]...), rune(code))
		s = s[i+7:]
	}
}
