package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readPrintedJSON lists the values of results.json or of manifest.json by their paths; those of a figure by
// their names in it.
func readPrintedJSON(content []byte) ([]Printed, error) {
	j := &jsonPaths{dec: json.NewDecoder(bytes.NewReader(content)), lines: lineCount{text: content}}
	j.dec.UseNumber()
	if err := j.value("", 0); err != nil {
		return nil, fmt.Errorf("line %d: %w", j.lines.of(int(j.dec.InputOffset())), err)
	}
	if _, err := j.dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("line %d: something stands after the end", j.lines.of(int(j.dec.InputOffset())))
	}
	return j.all, nil
}

// jsonPaths walks through JSON and takes down every value.
type jsonPaths struct {
	dec   *json.Decoder
	lines lineCount
	all   []Printed
}

func (j *jsonPaths) value(path string, depth int) error {
	token, err := j.dec.Token()
	if err != nil {
		return err
	}
	if depth > maxDepth {
		return errors.New("it is nested too deep")
	}
	switch token {
	case json.Delim('{'):
		return j.object(path, depth)
	case json.Delim('['):
		return j.array(path, depth)
	}
	j.all = append(j.all, Printed{Field: path, Text: jsonWord(token), Place: lineWord(j.lines.of(int(j.dec.InputOffset())))})
	return nil
}

// jsonWord is a value with its kind to be seen: the text "1" is not the number 1.
func jsonWord(token json.Token) string {
	switch token := token.(type) {
	case nil:
		return "null"
	case json.Number:
		return token.String()
	case string:
		return `"` + token + `"`
	}
	return fmt.Sprint(token)
}

func (j *jsonPaths) object(path string, depth int) error {
	first := len(j.all)
	for j.dec.More() {
		key, err := j.dec.Token()
		if err != nil {
			return err
		}
		below := fmt.Sprint(key)
		if path != "" {
			below = path + "." + below
		}
		if err := j.value(below, depth+1); err != nil {
			return err
		}
	}
	_, err := j.dec.Token()
	if strings.HasPrefix(path, "figures[") && strings.HasSuffix(path, "]") {
		ofFigure(j.all[first:], path+".")
	}
	return err
}

func (j *jsonPaths) array(path string, depth int) error {
	for i := 0; j.dec.More(); i++ {
		if err := j.value(fmt.Sprintf("%s[%d]", path, i), depth+1); err != nil {
			return err
		}
	}
	_, err := j.dec.Token()
	return err
}

// ofFigure gives the values of a figure their figure.
func ofFigure(values []Printed, prefix string) {
	id := ""
	for _, v := range values {
		if v.Field == prefix+"id" {
			id = strings.Trim(v.Text, `"`)
		}
	}
	for i := range values {
		if id != "" {
			values[i].Figure, values[i].Field = id, strings.TrimPrefix(values[i].Field, prefix)
		}
	}
}
