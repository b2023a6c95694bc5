package datasets

import (
	"bytes"
	"fmt"
	"reflect"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"
)

// YAMLFault is a YAML text that its library would read as something that its author did not mean.
type YAMLFault struct {
	Line, Column int // from 1
	Message      string
}

// Error prints place and message.
func (f *YAMLFault) Error() string { return fmt.Sprintf("%d:%d: %s", f.Line, f.Column, f.Message) }

// WithoutMark is a YAML text without the byte order mark that some editors of Windows begin a file with; the library
// would take it for a part of the first key.
func WithoutMark(text []byte) []byte { return bytes.TrimPrefix(text, []byte("\ufeff")) }

// UnmarshalYAML reads a YAML text into a value; keys that the value does not have are errors, as is what
// [yaml.UnmarshalWithOptions] refuses, bytes that are no UTF-8 and a second document, which it passes over
// ([YAMLFault]). It makes a panic of the library an error: some broken texts, as a tag without a value, make it follow
// a nil pointer.
func UnmarshalYAML(text []byte, into any) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("this is not YAML that can be read (%v); check its brackets, quotes and tags", cause)
		}
	}()
	text = WithoutMark(text)
	if err := checkUTF8(text); err != nil {
		return err
	}
	if err := yaml.UnmarshalWithOptions(text, into, yaml.Strict()); err != nil {
		return firstUnknown(err, text, reflect.TypeOf(into))
	}
	return passedOver(text, reflect.TypeOf(into))
}

// firstUnknown puts the first unknown key of a text into an error that names any of several, another one each time.
func firstUnknown(err error, text []byte, t reflect.Type) error {
	if unknown, is := err.(*yaml.UnknownFieldError); is {
		if key := UnknownKey(text, t); key != nil {
			return &yaml.UnknownFieldError{Message: fmt.Sprintf("unknown field %q", key.Value), Token: key}
		}
		return unknown
	}
	return err
}

// checkUTF8 finds the first byte that is no UTF-8: the library would keep it, and a report would print it.
func checkUTF8(text []byte) error {
	if utf8.Valid(text) {
		return nil
	}
	line, column := 1, 1
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		if r == utf8.RuneError && n == 1 {
			break
		}
		if column++; r == '\n' {
			line, column = line+1, 1
		}
		text = text[n:]
	}
	return &YAMLFault{line, column, "the file is not in UTF-8, which YAML is written in; save it as UTF-8"}
}

// passedOver finds what the library read over without a word: a second document, and the keys of a part with a key
// that is no text, as 5 is none.
func passedOver(text []byte, t reflect.Type) error {
	file, err := parser.ParseBytes(text, 0)
	if err != nil || len(file.Docs) == 0 {
		return nil // it was read
	}
	for _, doc := range file.Docs[1:] {
		if doc.Body != nil && doc.Body.GetToken() != nil {
			at := doc.Body.GetToken().Position
			return &YAMLFault{at.Line, at.Column, "a second document begins before this (---); one file is one document"}
		}
	}
	if key := unknownIn(file.Docs[0].Body, t); key != nil {
		return &YAMLFault{key.Position.Line, key.Position.Column, fmt.Sprintf("unknown field %q", key.Value)}
	}
	return nil
}
