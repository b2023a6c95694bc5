package xlsxfile

import (
	"bytes"
	"unicode/utf8"
)

// plainText replaces the entities of XML; what needs more care is errOdd.
func plainText(text []byte) ([]byte, error) {
	entities, wide := false, false
	for _, c := range text {
		switch {
		case c == '&':
			entities = true
		case c >= utf8.RuneSelf:
			wide = true
		case c < ' ' && c != '\t' && c != '\n':
			return nil, errOdd
		}
	}
	if wide && (!utf8.Valid(text) || bytes.Contains(text, []byte("\uFFFE")) || bytes.Contains(text, []byte("\uFFFF"))) {
		return nil, errOdd
	}
	if !entities {
		return text, nil
	}
	return replaced(text)
}

// replaced replaces the five entities that XML names.
func replaced(text []byte) ([]byte, error) {
	out := make([]byte, 0, len(text))
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(out, text...), nil
		}
		out, text = append(out, text[:i]...), text[i+1:]
		end := bytes.IndexByte(text, ';')
		if end < 0 {
			return nil, errOdd
		}
		switch string(text[:end]) {
		case "amp":
			out = append(out, '&')
		case "lt":
			out = append(out, '<')
		case "gt":
			out = append(out, '>')
		case "quot":
			out = append(out, '"')
		case "apos":
			out = append(out, '\'')
		default:
			return nil, errOdd
		}
		text = text[end+1:]
	}
}
