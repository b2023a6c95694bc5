package chart

import (
	"image/color"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"
)

// The width of a line is that of the plotting library, to the last bit.
func TestWidthIsThatOfTheFace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		style := face(rapid.Float64Range(4, 40).Draw(t, "size"), color.Black)
		if rapid.Bool().Draw(t, "bold") {
			style = bold(style)
		}
		f := font.DefaultCache.Lookup(style.Font, style.Font.Size)
		line := rapid.StringOf(rapid.RuneFrom([]rune("AVTaąęśżźłóć ToWy.,–01% \u00a0✓"))).Draw(t, "line")
		if got, want := widthOf(&f, line), f.Width(line); got != want {
			t.Fatalf("%q: %v, want %v", line, got, want)
		}
		width, height, depth := style.Handler.Box(line, style.Font)
		if e := f.Extents(); width != f.Width(line) || height != e.Ascent || depth != e.Descent || width < vg.Length(0) {
			t.Fatalf("%q: box %v %v %v", line, width, height, depth)
		}
	})
}
