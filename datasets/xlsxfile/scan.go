package xlsxfile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// errOdd says that the quick reader met XML that it leaves to encoding/xml: comments, CDATA,
// entities other than the five, attributes in single quotes.
var errOdd = errors.New("xlsxfile: not for the quick reader")

// event is a tag and the text before it. An element without content is start and end at once.
type event struct {
	start, end bool
	name       string // without its prefix
	text       []byte
	attrs      []byte
	listed     []xml.Attr // of encoding/xml
}

// scanner reads the tags of a part. The quick way knows the XML that spreadsheets write; what it
// does not know is read again by encoding/xml from the last mark on, up to the next. Both give
// the same events for whatever encoding/xml accepts; the quick way does not look into text that
// nobody asked for, and so accepts more.
type scanner struct {
	window
	careful *xml.Decoder // nil while reading the quick way
	always  bool         // never the quick way: for the test that compares both
}

func newScanner(r io.Reader) *scanner { return &scanner{window: window{r: r}} }

// mark begins what back goes back to, the quick way.
func (s *scanner) mark() {
	s.careful = nil
	s.window.mark()
	if s.always {
		s.careful = newXML(&s.window)
	}
}

// back reads again from the mark, with encoding/xml.
func (s *scanner) back() {
	s.pos = s.start
	s.careful = newXML(&s.window)
}

// next is the next tag; io.EOF where the part ends.
func (s *scanner) next() (event, error) {
	if s.careful != nil {
		return s.nextCareful()
	}
	n, err := s.find('<')
	if err != nil {
		return event{}, err
	}
	e := event{text: s.buf[s.pos : s.pos+n]}
	s.pos += n + 1
	if n, err = s.find('>'); err != nil {
		return event{}, inside(err)
	}
	tag := s.buf[s.pos : s.pos+n]
	s.pos += n + 1
	return e, e.read(tag)
}

// inside is an end of the part where it cannot end.
func inside(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// read parts what stands between < and >.
func (e *event) read(tag []byte) error {
	switch {
	case len(tag) == 0 || tag[0] == '!' || tag[0] == '?':
		return errOdd
	case tag[0] == '/':
		e.end, tag = true, tag[1:]
	default:
		e.start = true
		if tag[len(tag)-1] == '/' {
			e.end, tag = true, tag[:len(tag)-1]
		}
	}
	for i, c := range tag {
		if space(c) {
			e.attrs = tag[i:]
			return e.named(tag[:i])
		}
	}
	return e.named(tag)
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// named takes the prefix off. Where quotes are not in pairs the > stood in an attribute.
func (e *event) named(name []byte) error {
	if e.name = known(name); e.name == "" {
		if i := bytes.IndexByte(name, ':'); i == 0 {
			return errOdd // a name that begins with a colon has no prefix
		} else if i > 0 {
			name = name[i+1:]
		}
		if e.name = string(name); e.name == "" || strings.ContainsAny(e.name, ":'\"=&") {
			return errOdd
		}
	}
	quotes := 0
	for _, c := range e.attrs {
		switch c {
		case '"':
			quotes++
		case '\'':
			return errOdd
		}
	}
	if quotes%2 != 0 {
		return errOdd
	}
	return nil
}

// known is a name as a string, without making one, where it is of those that come by the million.
func known(name []byte) string {
	switch string(name) {
	case "c":
		return "c"
	case "v":
		return "v"
	case "row":
		return "row"
	case "is":
		return "is"
	case "t":
		return "t"
	case "si":
		return "si"
	case "f":
		return "f"
	case "r":
		return "r"
	}
	return ""
}

// attribute is the value of an attribute without a prefix, nil where there is none.
func (e *event) attribute(name string) ([]byte, error) {
	for _, a := range e.listed {
		if a.Name.Local == name && a.Name.Space == "" {
			return []byte(a.Value), nil
		}
	}
	for rest := e.attrs; ; {
		for len(rest) > 0 && space(rest[0]) {
			rest = rest[1:]
		}
		if len(rest) == 0 {
			return nil, nil
		}
		equal := bytes.IndexByte(rest, '=')
		if equal < 1 || equal+1 >= len(rest) || rest[equal+1] != '"' {
			return nil, errOdd
		}
		end := bytes.IndexByte(rest[equal+2:], '"')
		if end < 0 {
			return nil, errOdd
		}
		key, value := rest[:equal], rest[equal+2:equal+2+end]
		if string(key) == name {
			return plainText(value)
		}
		rest = rest[equal+2+end+1:]
	}
}

// nextCareful is next with encoding/xml.
func (s *scanner) nextCareful() (e event, err error) {
	for {
		token, err := s.careful.RawToken()
		if err != nil {
			return e, err
		}
		switch t := token.(type) {
		case xml.CharData:
			e.text = append(e.text, t...)
		case xml.StartElement:
			e.start, e.name, e.listed = true, t.Name.Local, t.Copy().Attr
			if s.buf[s.pos-2] == '/' { // the decoder would tell its end next, and may be gone by then
				e.end = true
				_, err = s.careful.RawToken()
			}
			return e, err
		case xml.EndElement:
			e.end, e.name = true, t.Name.Local
			return e, nil
		}
	}
}

// content is the text of an event with its entities replaced.
func (s *scanner) content(text []byte) ([]byte, error) {
	if s.careful != nil {
		return text, nil
	}
	return plainText(text)
}
