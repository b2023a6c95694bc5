package report

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	drawing   = regexp.MustCompile(`(?s)<svg ([^>]*)>(.*?)</svg>`)
	scrolling = regexp.MustCompile(`<div class="scroll[^>]*>`)
	inkColour = regexp.MustCompile(`(?:[ {;]color|--ink|--muted|--accent): (#[0-9a-f]{6})`)
)

// A picture either says what it shows or is passed over by those who cannot see it.
func TestPicturesSayWhatTheyShow(t *testing.T) {
	for name, page := range pages(t) {
		for _, m := range drawing.FindAllStringSubmatch(page, -1) {
			attributes, inside := m[1], m[2]
			if strings.Contains(attributes, `aria-hidden="true"`) {
				continue
			}
			if !strings.Contains(attributes, `role="img"`) || !strings.Contains(attributes, "aria-labelledby=") || !strings.Contains(inside, "<title") || !strings.Contains(inside, "<desc") {
				t.Errorf("%s: a drawing without role, title or description: %.200s", name, m[0])
			}
		}
	}
}

// Without a mouse: the way past the head of the page comes first, and what scrolls can be reached and has a name.
func TestPageWithoutMouse(t *testing.T) {
	for name, page := range pages(t) {
		_, body, _ := strings.Cut(page, "<body")
		if first := strings.Index(body, "<a "); first < 0 || !strings.HasPrefix(body[first:], `<a class="skip" href="#main">`) {
			t.Errorf("%s: the first link does not skip to the content", name)
		}
		boxes := scrolling.FindAllString(page, -1)
		for _, box := range boxes {
			if !strings.Contains(box, `tabindex="0"`) || !strings.Contains(box, `role="region"`) || !strings.Contains(box, "aria-label") {
				t.Errorf("%s: %s cannot be reached or has no name", name, box)
			}
		}
		if len(boxes) == 0 {
			t.Errorf("%s: nothing scrolls; the pattern no longer fits the page", name)
		}
	}
}

// Words have at least 4.5 times the luminance of their ground, or the other way round (WCAG 2.2, criterion 1.4.3).
func TestWordsStandOutFromTheirGround(t *testing.T) {
	css, err := pageStyle()
	if err != nil {
		t.Fatal(err)
	}
	found := inkColour.FindAllStringSubmatch(string(css), -1)
	if len(found) < 8 {
		t.Fatalf("only %d colours of words were found", len(found))
	}
	for _, m := range found {
		for _, ground := range []string{"#ffffff", "#f3f6fa", "#fff6de", "#eaeef3", "#ffe9a8"} {
			if c := contrast(t, m[1], ground); c < 4.5 {
				t.Errorf("%s on %s: contrast %.2f, want 4.5 or more", m[1], ground, c)
			}
		}
	}
}

// contrast of two colours by WCAG 2.2:
//
//	(L1 + 0.05) / (L2 + 0.05), L = 0.2126 R + 0.7152 G + 0.0722 B of linear light
func contrast(t *testing.T, a, b string) float64 {
	luminance := func(hex string) float64 {
		l := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			c := float64(n) / 255
			if c <= 0.04045 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			l += weight * c
		}
		return l
	}
	one, other := luminance(a), luminance(b)
	return (math.Max(one, other) + 0.05) / (math.Min(one, other) + 0.05)
}
