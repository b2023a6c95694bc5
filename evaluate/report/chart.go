package report

import (
	"bytes"
	"io"

	"github.com/efseval/efseval/evaluate"
)

// Chart is a drawn chart in each language.
type Chart struct {
	Name  string // of its files, without language and ending: charts/<Name>.pl.svg
	Title evaluate.Text
	Alt   evaluate.Text // what it shows, for those who do not see it
	SVG   map[evaluate.Lang][]byte
	PNG   map[evaluate.Lang][]byte // empty where the charts are no output of their own
}

// Drawn is a chart that can write itself; package chart makes them.
type Drawn interface {
	SVG(w io.Writer) error // the picture as text that scales, for HTML
	PNG(w io.Writer) error // the picture in pixels, for workbooks and documents
	Description() string   // what it shows, in a sentence, for who cannot see it
}

// Take keeps what a drawn chart shows in a language: its text alternative and its pictures, as PNG only
// where the charts are an output of their own, since that takes twenty times as long as SVG.
func (c *Chart) Take(l evaluate.Lang, d Drawn, wanted Outputs) error {
	var svg, png bytes.Buffer
	if err := d.SVG(&svg); err != nil {
		return err
	}
	if wanted.Has(Charts) {
		if err := d.PNG(&png); err != nil {
			return err
		}
	}
	c.keep(l, svg.Bytes(), png.Bytes(), d.Description())
	return nil
}

// Join takes what another chart shows in a language.
func (c *Chart) Join(l evaluate.Lang, o *Chart) { c.keep(l, o.SVG[l], o.PNG[l], o.Alt.In(l)) }

func (c *Chart) keep(l evaluate.Lang, svg, png []byte, alt string) {
	if c.SVG == nil {
		c.SVG, c.PNG = map[evaluate.Lang][]byte{}, map[evaluate.Lang][]byte{}
	}
	c.SVG[l], c.PNG[l] = svg, png
	if l == evaluate.EN {
		c.Alt.EN = alt
	} else {
		c.Alt.PL = alt
	}
}
