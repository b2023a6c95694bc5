package chart

import (
	"fmt"
	"sync"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// measured is the handler of plain text, with widths that are measured in a buffer used again: a chart asks
// for hundreds, and each would clear some kilobytes.
type measured struct{ text.Plain }

// Box is the bounding box of a line: width, height above the baseline, depth below it.
func (m measured) Box(line string, f font.Font) (width, height, depth vg.Length) {
	face := m.Fonts.Lookup(f, f.Size)
	height, depth = heightOf(&face)
	return widthOf(&face, line), height, depth
}

// heightOf is what a line of a face takes above its baseline and below it; a font that cannot be read, nothing.
func heightOf(face *font.Face) (above, below vg.Length) {
	buffer := glyphBuffers.Get().(*sfnt.Buffer)
	defer glyphBuffers.Put(buffer)
	em := fixed.Int26_6(face.Face.UnitsPerEm())
	met, err := face.Face.Metrics(buffer, em, xfont.HintingNone)
	if err != nil {
		return 0, 0
	}
	scale := face.Font.Size / font.Points(float64(em))
	return font.Points(float64(met.Ascent)) * scale, font.Points(float64(met.Descent)) * scale
}

// glyphBuffers are given back after each line.
var glyphBuffers = sync.Pool{New: func() any { return new(sfnt.Buffer) }}

// widthOf is the advance of a line in a face: the sum of the advances of its glyphs and of the kerning of
// neighbours, in units of the font, times size over units per em. A font that cannot be read has width 0.
func widthOf(face *font.Face, line string) vg.Length {
	buffer := glyphBuffers.Get().(*sfnt.Buffer)
	defer glyphBuffers.Put(buffer)
	em := fixed.Int26_6(face.Face.UnitsPerEm())
	sum, err := advance(face.Face, buffer, em, line)
	if err != nil {
		return 0
	}
	return font.Points(float64(sum)) * (face.Font.Size / font.Points(float64(em)))
}

func advance(f *sfnt.Font, buffer *sfnt.Buffer, em fixed.Int26_6, line string) (sum int, err error) {
	var before sfnt.GlyphIndex
	for i, r := range line {
		glyph, err := f.GlyphIndex(buffer, r)
		if err != nil {
			return 0, fmt.Errorf("chart: glyph of %q: %w", r, err)
		}
		if i > 0 {
			if kern, err := f.Kern(buffer, before, glyph, em, xfont.HintingNone); err == nil { // else the font has none
				sum += int(kern)
			}
		}
		wide, err := f.GlyphAdvance(buffer, glyph, em, xfont.HintingNone)
		if err != nil {
			return 0, fmt.Errorf("chart: advance of %q: %w", r, err)
		}
		sum, before = sum+int(wide), glyph
	}
	return sum, nil
}
