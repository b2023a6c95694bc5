package report

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// readPrintedHTML lists the words and attributes of a page or of a drawing (SVG): the text, the machine value
// and the detail of each figure under its id, all else in its order. A table to download is read cell by cell.
func readPrintedHTML(content []byte) ([]Printed, error) {
	p := &pageWords{tokens: html.NewTokenizer(bytes.NewReader(content)), lines: lineCount{text: content}}
	offset := 0
	for {
		kind, start := p.tokens.Next(), offset
		raw := p.tokens.Raw()
		offset += len(raw)
		blank := len(raw) - len(bytes.TrimLeft(raw, " \t\r\n"))
		p.place = lineWord(p.lines.of(start + blank))
		switch kind {
		case html.ErrorToken:
			if err := p.tokens.Err(); !errors.Is(err, io.EOF) {
				return nil, err
			}
			return p.all, nil
		case html.TextToken:
			p.text(string(p.tokens.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := p.open(); err != nil {
				return nil, err
			}
		case html.EndTagToken:
			p.inside = ""
		}
	}
}

// pageWords takes down what a page says.
type pageWords struct {
	tokens *html.Tokenizer
	lines  lineCount
	place  string
	figure string // of the last data element
	of     string // project of that figure, on a page of many
	inside string // what of the figure the next text is; empty: nothing
	tables int    // to download, so far
	all    []Printed
}

func (p *pageWords) add(figure, field, text string) {
	if figure != "" && p.of != "" {
		field += " in " + p.of
	}
	p.all = append(p.all, Printed{Figure: figure, Field: field, Text: text, Place: p.place})
}

func (p *pageWords) text(text string) {
	switch {
	case strings.TrimSpace(text) == "":
	case p.inside != "":
		p.add(p.figure, p.inside, text)
	default:
		p.add("", "text", text)
	}
}

// open takes down the attributes of an element and sees whether a figure begins.
func (p *pageWords) open() error {
	name, more := p.tokens.TagName()
	tag := string(name)
	attributes := map[string]string{}
	var order []string
	for more {
		var key, value []byte
		key, value, more = p.tokens.TagAttr()
		attributes[string(key)] = string(value)
		order = append(order, string(key))
	}
	p.inside = ""
	switch {
	case tag == "data":
		p.figure, p.of = attributes["data-figure"], attributes["data-project"]
		if p.figure != "" {
			p.inside = "text"
		}
	case tag == "small" && attributes["class"] == "detail" && p.figure != "":
		p.inside = "detail"
	}
	for _, key := range order {
		if err := p.attribute(tag, key, attributes); err != nil {
			return err
		}
	}
	return nil
}

func (p *pageWords) attribute(tag, key string, attributes map[string]string) error {
	value := attributes[key]
	if packed, is := strings.CutPrefix(value, "data:text/csv;charset=utf-8;base64,"); is {
		return p.download(packed, attributes["download"])
	}
	if tag == "data" && p.figure != "" && key == "value" {
		p.add(p.figure, "value", value)
		return nil
	}
	p.add("", "attribute "+key+" of "+tag, value)
	return nil
}

// download lists the cells of a table that can be taken away.
func (p *pageWords) download(packed, name string) error {
	text, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return errors.New(p.place + ": the table to download cannot be unpacked")
	}
	comma := ';'
	if strings.HasSuffix(name, ".en.csv") {
		comma = ','
	}
	p.tables++
	cells, err := readCells(bytes.TrimPrefix(text, []byte(byteOrderMark)), comma, downloadOf(p.tables))
	for i := range cells {
		cells[i].Place = name + ", " + cells[i].Place
	}
	p.all = append(p.all, cells...)
	return err
}

// downloadOf leads the fields of a table to download: its number on the page, for the name of its file has that
// of the project in it.
func downloadOf(number int) string { return fmt.Sprintf("download %d: ", number) }
