package chart

import (
	"fmt"
	"image/color"
	"math"
)

// Theme is how charts look. It is passed in by value; the zero Theme stands
// for [DefaultTheme]. Lengths are units of the SVG's viewBox, of which the PNG
// has two pixels each.
type Theme struct {
	Width float64 // of every chart, 480 to 1200; the height follows from the rows

	TitleSize, TextSize, SmallSize float64 // font sizes: 6 to 20 and a thirtieth of the width; half as much again for the title

	Paper, Ink, Muted, Grid color.RGBA // background, text and marks, axis text, grid lines
	Bar                     color.RGBA // rows that are no group of people
	Groups                  [6]color.RGBA

	// Lower and Higher are the shades of the answers below and above the middle
	// of a scale, from the one next to the middle to the outermost; Neutral is
	// the middle itself, Band the ground of a range without reliable change.
	Lower, Higher [5]color.RGBA
	Neutral, Band color.RGBA
}

// DefaultTheme returns colours of the Okabe-Ito palette, which people with any
// of the common colour-vision deficiencies can tell apart, and sizes that can
// be read on A4 and on a phone.
// Source: M. Okabe, K. Ito, Color Universal Design, 2008.
func DefaultTheme() Theme {
	blue := color.RGBA{0x00, 0x72, 0xB2, 0xFF}
	grey := color.RGBA{0x59, 0x5F, 0x69, 0xFF}
	return Theme{
		Width:     560,
		TitleSize: 18, TextSize: 15, SmallSize: 13,
		Paper: color.RGBA{0xFF, 0xFF, 0xFF, 0xFF},
		Ink:   color.RGBA{0x1A, 0x1A, 0x1A, 0xFF},
		Muted: color.RGBA{0x55, 0x55, 0x55, 0xFF},
		Grid:  color.RGBA{0xDE, 0xDE, 0xDE, 0xFF},
		Bar:   blue,
		Groups: [6]color.RGBA{
			Other:      grey,
			Total:      grey,
			Women:      {0xE6, 0x9F, 0x00, 0xFF},
			Men:        blue,
			NonBinary:  {0x00, 0x9E, 0x73, 0xFF},
			UnknownSex: {0xA6, 0xA6, 0xA6, 0xFF},
		},
		Lower:   [5]color.RGBA{{0xFB, 0xE3, 0xC0, 0xFF}, {0xF6, 0xC2, 0x80, 0xFF}, {0xE8, 0x96, 0x3C, 0xFF}, {0xAA, 0x57, 0x0C, 0xFF}, {0x70, 0x35, 0x03, 0xFF}},
		Higher:  [5]color.RGBA{{0xD3, 0xE7, 0xF5, 0xFF}, {0x9F, 0xCB, 0xE8, 0xFF}, {0x5C, 0xA5, 0xD6, 0xFF}, {0x1C, 0x6C, 0xAB, 0xFF}, {0x0B, 0x43, 0x70, 0xFF}},
		Neutral: color.RGBA{0xBD, 0xBD, 0xBD, 0xFF},
		Band:    color.RGBA{0xEC, 0xEC, 0xEC, 0xFF},
	}
}

// orDefault returns the theme to draw with, or why it cannot be drawn with.
func (t Theme) orDefault() (Theme, error) {
	if t == (Theme{}) {
		return DefaultTheme(), nil
	}
	if !(t.Width >= 480 && t.Width <= 1200) {
		return t, fmt.Errorf("chart: theme width is %v, must be 480 to 1200; start from DefaultTheme()", t.Width)
	}
	for _, size := range []float64{t.TitleSize / 1.5, t.TextSize, t.SmallSize} {
		if !(size >= 6 && size <= min(20, t.Width/30)) {
			return t, fmt.Errorf("chart: theme font sizes are %v, %v and %v, must be 6 to %v, the title half as much again; start from DefaultTheme()",
				t.TitleSize, t.TextSize, t.SmallSize, min(20, t.Width/30))
		}
	}
	for _, c := range append(t.flat(), t.shades()...) {
		if c.A != 0xFF {
			return t, fmt.Errorf("chart: theme colour %v is not opaque; start from DefaultTheme()", c)
		}
	}
	return t, nil
}

// colour returns the fill of a row about the group.
func (t Theme) colour(g Group) color.RGBA {
	if g < Other || g > UnknownSex {
		return t.Bar
	}
	return t.Groups[g]
}

// shades returns the colours of the charts of a questionnaire, light to dark on
// either side.
func (t Theme) shades() []color.RGBA {
	return append(append([]color.RGBA{t.Neutral, t.Band}, t.Lower[:]...), t.Higher[:]...)
}

// spread returns n of the five shades, the first for the answer next to the
// middle; few answers have the shades that are easy to tell from those opposite.
func spread(shades [5]color.RGBA, n int) []color.RGBA {
	which := [][]int{{}, {3}, {2, 3}, {1, 2, 3}, {1, 2, 3, 4}, {0, 1, 2, 3, 4}}[n]
	out := make([]color.RGBA, 0, n)
	for _, i := range which {
		out = append(out, shades[i])
	}
	return out
}

// on returns ink or paper, whichever is easier to read on the fill.
//
//	contrast = (L₁ + 0.05) / (L₂ + 0.05), L the relative luminance
//
// Source: WCAG 2.1, definitions of relative luminance and contrast ratio.
func (t Theme) on(fill color.RGBA) color.RGBA {
	l, ink, paper := luminance(fill), luminance(t.Ink), luminance(t.Paper)
	contrast := func(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
	if contrast(l, ink) >= contrast(l, paper) {
		return t.Ink
	}
	return t.Paper
}

func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
