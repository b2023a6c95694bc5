package chart

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden SVG files in testdata")

// golden holds a chart to testdata/NAME.LANG.svg, to giving the same bytes
// twice, and to the laws every SVG has to keep. Look at a file that changed in
// a browser before accepting it.
func golden(t *testing.T, name string, make func(Lang) (*Chart, error)) {
	t.Helper()
	for _, lang := range []Lang{PL, EN} {
		c, err := make(lang)
		if err != nil {
			t.Fatalf("%s: %v", lang, err)
		}
		got := svgOf(t, c)
		again, err := make(lang)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(got), string(svgOf(t, again))); diff != "" {
			t.Errorf("%s: a second chart of the same input differs (-first +second):\n%s", lang, diff)
		}
		checkSVG(t, c, got)
		checkPNG(t, c)
		compareFile(t, filepath.Join("testdata", name+"."+string(lang)+".svg"), got)
	}
}

func compareFile(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run go test -update and look at the picture", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func svgOf(t testing.TB, c *Chart) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.SVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// checkPNG wants a picture of two pixels per unit that is paper at its corners,
// holds ink, and comes out the same twice.
func checkPNG(t *testing.T, c *Chart) {
	t.Helper()
	var first, second bytes.Buffer
	if err := c.PNG(&first); err != nil {
		t.Fatal(err)
	}
	if err := c.PNG(&second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("a second PNG of the same chart differs")
	}
	img, err := png.Decode(&first)
	if err != nil {
		t.Fatal(err)
	}
	w, h := c.Size()
	if got := img.Bounds(); got.Dx() != int(2*w+0.5) || got.Dy() != int(2*h+0.5) {
		t.Errorf("PNG is %v, chart is %v × %v", got, w, h)
	}
	ink, marks := 0, 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			switch r, g, b, _ := img.At(x, y).RGBA(); {
			case r>>8 < 0x30 && g>>8 < 0x30 && b>>8 < 0x30:
				ink++
			case r>>8 != 0xFF:
				marks++
			}
		}
	}
	if ink < 500 || marks < 500 {
		t.Errorf("PNG has %d dark and %d other pixels that are not paper; want both above 500", ink, marks)
	}
	if r, g, b, _ := img.At(0, 0).RGBA(); r&g&b != 0xFFFF {
		t.Error("PNG is not paper in its corner")
	}
}
