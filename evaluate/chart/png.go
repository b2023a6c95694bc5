package chart

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"io"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// dpi makes two pixels of one unit, of which vg has 72 to the inch.
const dpi = 144

// PNG writes the chart as a picture of two pixels per unit, in at most 256
// colours: it is made, and packed, in less than half the time of full colour.
func (c *Chart) PNG(w io.Writer) error {
	width := vg.Length(c.theme.Width)
	p := &pngCanvas{
		Canvas: vgimg.NewWith(vgimg.UseWH(width, c.height), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(c.theme.Paper)),
		height: c.height,
		faces:  map[font.Font]xfont.Face{},
	}
	c.paint(draw.NewCanvas(p, width, c.height))
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	return enc.Encode(w, indexed(p.Image(), append(c.theme.flat(), c.shades...)))
}

// pngCanvas is gonum's picture canvas, but for text: that resamples every
// letter, which took two thirds of the time of a chart. Here the letters are
// drawn where they stand; a chart has no turned or scaled text.
type pngCanvas struct {
	*vgimg.Canvas
	height vg.Length
	faces  map[font.Font]xfont.Face
	colour color.Color
}

// SetColor implements vg.Canvas.
func (p *pngCanvas) SetColor(c color.Color) {
	p.colour = c
	p.Canvas.SetColor(c)
}

// FillString implements vg.Canvas.
func (p *pngCanvas) FillString(f font.Face, pt vg.Point, text string) {
	face, ok := p.faces[f.Font]
	if !ok {
		face = f.FontFace(dpi)
		p.faces[f.Font] = face
	}
	d := xfont.Drawer{
		Dst: p.Image(), Src: image.NewUniform(p.colour), Face: face,
		Dot: fixed.Point26_6{X: pixels(pt.X), Y: pixels(p.height - pt.Y)},
	}
	d.DrawString(text)
}

func pixels(l vg.Length) fixed.Int26_6 {
	return fixed.Int26_6(l.Dots(dpi) * 64)
}

// flat returns the colours that cover areas, which a picture keeps exactly.
func (t Theme) flat() []color.RGBA {
	return append([]color.RGBA{t.Paper, t.Ink, t.Muted, t.Grid, t.Bar}, t.Groups[:]...)
}

// indexed returns the picture with a palette: the flat colours as they are, and
// the shades at their edges rounded to 16 steps a channel. Should that be more
// than 256 colours, the picture itself is returned.
func indexed(img image.Image, flat []color.RGBA) image.Image {
	src, ok := img.(*image.RGBA)
	if !ok {
		return img
	}
	p := palette{index: make(map[uint32]uint8, 256)}
	for _, c := range flat {
		p.add(uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16)
	}
	out := image.NewPaletted(src.Rect, nil)
	var above, above8 []byte
	for y := range src.Rect.Dy() {
		row, row8 := src.Pix[y*src.Stride:][:src.Stride], out.Pix[y*out.Stride:][:out.Stride]
		if bytes.Equal(row, above) { // as most are, inside a bar
			copy(row8, above8)
		} else if !p.convert(row8, row) {
			return img
		}
		above, above8 = row, row8
	}
	out.Palette = p.colours
	return out
}

// palette numbers colours, written 0x00BBGGRR, in the order they come.
type palette struct {
	index   map[uint32]uint8
	colours color.Palette
}

// add returns false when there are 256 colours already.
func (p *palette) add(c uint32) bool {
	if _, known := p.index[c]; known {
		return true
	}
	if len(p.colours) == 256 {
		return false
	}
	p.index[c] = uint8(len(p.colours))
	p.colours = append(p.colours, color.RGBA{uint8(c), uint8(c >> 8), uint8(c >> 16), 0xFF})
	return true
}

// convert writes the palette numbers of one row of RGBA pixels.
func (p *palette) convert(dst, src []byte) bool {
	last, at := ^uint32(0), uint8(0)
	for i := range dst {
		px := binary.LittleEndian.Uint32(src[4*i:]) & 0xFFFFFF
		if px != last {
			last = px
			if _, exact := p.index[px]; !exact {
				px = (px >> 4 & 0x0F0F0F) * 0x11
				if !p.add(px) {
					return false
				}
				p.index[last] = p.index[px]
			}
			at = p.index[px]
		}
		dst[i] = at
	}
	return true
}
