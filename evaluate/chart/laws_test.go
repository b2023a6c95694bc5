package chart

import (
	"encoding/xml"
	"strings"
	"testing"
)

// svgDoc is what the laws look at in an SVG.
type svgDoc struct {
	Attrs []xml.Attr `xml:",any,attr"`
	Title svgID      `xml:"title"`
	Desc  svgID      `xml:"desc"`
	Texts []svgText  `xml:"g>text"`
}

type svgID struct {
	ID   string `xml:"id,attr"`
	Text string `xml:",chardata"`
}

type svgText struct {
	X      float64 `xml:"x,attr"`
	Y      float64 `xml:"y,attr"` // of the baseline, from the lower edge, negative
	Size   float64 `xml:"font-size,attr"`
	Length float64 `xml:"textLength,attr"`
	Text   string  `xml:",chardata"`
}

func parseSVG(t fataler, svg []byte) svgDoc {
	t.Helper()
	var doc svgDoc
	if err := xml.Unmarshal(svg, &doc); err != nil {
		t.Fatalf("SVG is not XML: %v", err)
	}
	return doc
}

// fataler is what testing.T and rapid.T share.
type fataler interface {
	Helper()
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

// checkSVG holds an SVG to the laws: it is XML, it names itself, no text is cut
// by the edge, and no two texts lie on each other.
func checkSVG(t fataler, c *Chart, svg []byte) {
	t.Helper()
	doc := parseSVG(t, svg)
	if doc.Title.Text != c.Title() || doc.Desc.Text != c.Description() {
		t.Errorf("title %q, desc %q; chart says %q, %q", doc.Title.Text, doc.Desc.Text, c.Title(), c.Description())
	}
	attrs := map[string]string{}
	for _, a := range doc.Attrs {
		attrs[a.Name.Local] = a.Value
	}
	if attrs["role"] != "img" || attrs["aria-labelledby"] != doc.Title.ID+" "+doc.Desc.ID || attrs["id"] == "" || attrs["viewBox"] == "" {
		t.Errorf("svg element has attributes %v", attrs)
	}
	if strings.Contains(string(svg), "NaN") || strings.Contains(string(svg), "Inf") {
		t.Errorf("a coordinate is not finite:\n%s", svg)
	}
	checkTexts(t, c, doc.Texts)
}

// checkTexts takes letters to reach 0.73 of the size above the baseline and
// 0.21 below it, as those of Liberation Sans do.
func checkTexts(t fataler, c *Chart, texts []svgText) {
	t.Helper()
	w, h := c.Size()
	for i, a := range texts {
		if a.X < 0 || a.X+a.Length > w || a.Y+0.21*a.Size > 0 || a.Y-0.73*a.Size < -h {
			t.Errorf("%q at %v,%v, %v wide, is cut by the edge of %v × %v", a.Text, a.X, a.Y, a.Length, w, h)
		}
		for _, b := range texts[:i] {
			apart := a.X >= b.X+b.Length || b.X >= a.X+a.Length ||
				a.Y-0.73*a.Size >= b.Y+0.21*b.Size || b.Y-0.73*b.Size >= a.Y+0.21*a.Size
			if !apart {
				t.Errorf("%q lies on %q", a.Text, b.Text)
			}
		}
	}
}

// shown returns all texts of the drawing, lines joined by spaces, so that
// wrapped labels can be looked for.
func shown(t fataler, svg []byte) string {
	var b strings.Builder
	for _, text := range parseSVG(t, svg).Texts {
		b.WriteString(" " + text.Text)
	}
	return strings.ReplaceAll(b.String(), nbsp, " ") + " "
}

// wantShown wants every label in the drawing, not only in its description.
func wantShown(t fataler, svg []byte, labels ...string) {
	t.Helper()
	all := shown(t, svg)
	for _, label := range labels {
		if !strings.Contains(all, " "+strings.ReplaceAll(label, nbsp, " ")+" ") {
			t.Errorf("label %q is not in the drawing, which says%s", label, all)
		}
	}
}

// wantError wants an error that says each of the words.
func wantError(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error; want one that says %q", words)
		return
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("error %q does not say %q", err, word)
		}
	}
}

// texts picks the text of a language.
func (l Lang) texts(pl, en string) string {
	if l == PL {
		return pl
	}
	return en
}
