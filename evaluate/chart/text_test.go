package chart

import (
	"image/color"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"
)

// No line is wider than asked for, and nothing is lost but the spaces, unless
// the lines are limited: then the last ends in an ellipsis.
func TestWrapFits(t *testing.T) {
	style := face(15, color.Black)
	rapid.Check(t, func(t *rapid.T) {
		s := clean(rapid.StringOf(rapid.RuneFrom([]rune("aąiwmżWM  .ź-\n"))).Draw(t, "s"))
		width := vg.Length(rapid.Float64Range(30, 400).Draw(t, "width"))
		limit := rapid.IntRange(0, 4).Draw(t, "limit")
		b := wrap(s, style, width, limit)
		for _, line := range b.lines {
			if style.Width(line) > width {
				t.Fatalf("%q is wider than %v", line, width)
			}
		}
		all := strings.Join(b.lines, "")
		switch bare := strings.ReplaceAll(s, " ", ""); {
		case strings.ReplaceAll(all, " ", "") == bare:
		case limit > 0 && len(b.lines) == limit && strings.HasSuffix(all, ellipsis):
		default:
			t.Fatalf("%q became %q", s, b.lines)
		}
	})
}

func TestGlue(t *testing.T) {
	const text = "Praca i nauka w domu"
	if got, want := glue(text, PL), "Praca i"+nbsp+"nauka w"+nbsp+"domu"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := glue("I have a plan", EN); got != "I have a plan" {
		t.Errorf("English is left alone, got %q", got)
	}
}
