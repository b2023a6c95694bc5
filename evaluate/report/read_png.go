package report

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
)

// readPrintedPNG lists the rows of a picture, each as runs of one colour: 0-41 ffffffff, 42 000000ff.
func readPrintedPNG(content []byte) ([]Printed, error) {
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	size := picture.Bounds()
	all := []Printed{{Field: "size", Text: fmt.Sprintf("%d x %d", size.Dx(), size.Dy()), Place: "the size"}}
	for y := size.Min.Y; y < size.Max.Y; y++ {
		row := fmt.Sprintf("row of pixels %d", y)
		all = append(all, Printed{Field: row, Text: pixelRuns(picture, y), Place: row})
	}
	return all, nil
}

func pixelRuns(picture image.Image, y int) string {
	var out strings.Builder
	size := picture.Bounds()
	for x := size.Min.X; x < size.Max.X; {
		first, colour := x, color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
		for x < size.Max.X && color.NRGBAModel.Convert(picture.At(x, y)) == colour {
			x++
		}
		fmt.Fprintf(&out, "%d-%d %02x%02x%02x%02x, ", first, x-1, colour.R, colour.G, colour.B, colour.A)
	}
	return strings.TrimSuffix(out.String(), ", ")
}
