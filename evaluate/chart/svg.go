package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"strconv"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// fontFamily names fonts of equal widths first, so that a browser without
// Liberation Sans shows the same picture; no font file is embedded.
const fontFamily = "Liberation Sans, Arial, Helvetica, sans-serif"

// SVG writes the chart as one svg element, which can be a file of its own or
// stand in an HTML page. It fills the width it is given and has no style
// attribute, so a strict content security policy lets it pass.
func (c *Chart) SVG(w io.Writer) error {
	width, height := c.Size()
	id := c.id + "-" + string(c.lang)
	s := &svgCanvas{}
	fmt.Fprintf(&s.buf, `<svg xmlns="http://www.w3.org/2000/svg" id="%s" lang="%s" role="img" aria-labelledby="%s-title %s-desc" width="100%%" viewBox="0 0 %s %s" font-family="%s">`+"\n",
		id, c.lang, id, id, num(width), num(height), fontFamily)
	fmt.Fprintf(&s.buf, "<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n", id, escape(c.title), id, escape(c.description))
	fmt.Fprintf(&s.buf, "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>\n", num(width), num(height), hex(c.theme.Paper))
	fmt.Fprintf(&s.buf, "<g transform=\"translate(0,%s)\">\n", num(height))
	vg.Initialize(s)
	c.paint(draw.NewCanvas(s, vg.Length(width), c.height))
	s.buf.WriteString("</g>\n</svg>\n")
	_, err := w.Write(s.buf.Bytes())
	return err
}

// svgCanvas is a vg.Canvas that writes SVG. gonum's own (vg/vgsvg) has a fixed
// size in points, no text alternative and a font family without fallback.
//
// In vg y grows upwards: the root group moves the origin to the lower left
// corner, and every y is written with its sign turned.
type svgCanvas struct {
	buf   bytes.Buffer
	state svgState
	stack []svgState
}

// svgState is what Push saves.
type svgState struct {
	colour color.Color
	width  vg.Length
	dashes []vg.Length
	offset vg.Length
	groups int // opened since the last Push
}

func (s *svgCanvas) SetLineWidth(w vg.Length) { s.state.width = w }
func (s *svgCanvas) SetColor(c color.Color)   { s.state.colour = c }

func (s *svgCanvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	s.state.dashes, s.state.offset = pattern, offset
}

func (s *svgCanvas) Rotate(rad float64) { s.group("rotate(%s)", num(-rad*180/math.Pi)) }

func (s *svgCanvas) Translate(pt vg.Point) {
	s.group("translate(%s,%s)", num(pt.X.Points()), num(-pt.Y.Points()))
}

func (s *svgCanvas) Scale(x, y float64) { s.group("scale(%s,%s)", num(x), num(y)) }

func (s *svgCanvas) group(transform string, args ...any) {
	fmt.Fprintf(&s.buf, "<g transform=\""+transform+"\">\n", args...)
	s.state.groups++
}

func (s *svgCanvas) Push() {
	s.stack = append(s.stack, s.state)
	s.state.groups = 0
}

func (s *svgCanvas) Pop() {
	for range s.state.groups {
		s.buf.WriteString("</g>\n")
	}
	s.state = s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
}

func (s *svgCanvas) Stroke(p vg.Path) {
	if s.state.width <= 0 {
		return
	}
	s.buf.WriteString(`<path d="`)
	s.path(p)
	s.buf.WriteString(`" fill="none" stroke="`)
	s.buf.WriteString(hex(s.state.colour))
	s.attribute("stroke-width", s.state.width)
	if len(s.state.dashes) > 0 {
		s.buf.WriteString(`" stroke-dasharray="`)
		for i, d := range s.state.dashes {
			if i > 0 {
				s.buf.WriteByte(',')
			}
			s.num(d.Points())
		}
		s.attribute("stroke-dashoffset", s.state.offset)
	}
	s.buf.WriteString("\"/>\n")
}

func (s *svgCanvas) Fill(p vg.Path) {
	s.buf.WriteString(`<path d="`)
	s.path(p)
	s.buf.WriteString(`" fill="`)
	s.buf.WriteString(hex(s.state.colour))
	s.buf.WriteString("\"/>\n")
}

// attribute ends the attribute before it and writes a length as one, up to its closing quote.
func (s *svgCanvas) attribute(name string, l vg.Length) {
	s.buf.WriteString(`" `)
	s.buf.WriteString(name)
	s.buf.WriteString(`="`)
	s.num(l.Points())
}

// FillString writes the text with the width it was laid out for, so that it
// cannot overlap its neighbours in a browser that has only other fonts.
func (s *svgCanvas) FillString(f font.Face, pt vg.Point, text string) {
	if text == "" {
		return
	}
	s.buf.WriteString(`<text x="`)
	s.num(pt.X.Points())
	s.attribute("y", -pt.Y)
	s.attribute("font-size", f.Font.Size)
	if f.Font.Weight > 0 {
		s.buf.WriteString(`" font-weight="bold`)
	}
	s.buf.WriteString(`" fill="`)
	s.buf.WriteString(hex(s.state.colour))
	s.attribute("textLength", widthOf(&f, text))
	s.buf.WriteString(`" lengthAdjust="spacingAndGlyphs">`)
	_ = xml.EscapeText(&s.buf, []byte(text)) // a bytes.Buffer does not fail
	s.buf.WriteString("</text>\n")
}

// num writes a length as the function num prints it.
func (s *svgCanvas) num(x float64) {
	s.buf.Write(strconv.AppendFloat(s.buf.AvailableBuffer(), hundredths(x), 'f', -1, 64))
}

// DrawImage draws nothing: no chart holds an image.
func (s *svgCanvas) DrawImage(vg.Rectangle, image.Image) {}

// num prints a length with at most two places, never as a power of ten and
// never as -0.
func num(x float64) string {
	return strconv.FormatFloat(hundredths(x), 'f', -1, 64)
}

func hundredths(x float64) float64 { return math.Round(x*100)/100 + 0 }

func hex(c color.Color) string {
	const digits = "0123456789abcdef"
	r, g, b, _ := c.RGBA()
	text := [7]byte{'#'}
	for i, v := range [3]uint32{r >> 8, g >> 8, b >> 8} {
		text[1+2*i], text[2+2*i] = digits[v>>4&15], digits[v&15]
	}
	return string(text[:])
}

func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a bytes.Buffer does not fail
	return b.String()
}
