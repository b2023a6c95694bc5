package chart

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// leading is the distance of two baselines in font sizes.
const leading = 1.25

// ellipsis ends a text that was shortened.
const ellipsis = "…"

// face returns a sans-serif style of the size, aligned to the left baseline.
func face(size float64, c color.Color) text.Style {
	return text.Style{
		Color:   c,
		Font:    font.Font{Typeface: "Liberation", Variant: "Sans", Size: vg.Length(size)},
		Handler: measured{text.Plain{Fonts: font.DefaultCache}},
	}
}

// bold returns the style in bold.
func bold(s text.Style) text.Style {
	s.Font.Weight = xfont.WeightBold
	return s
}

// block is a text laid out in lines of one style.
type block struct {
	style text.Style
	lines []string
}

func (b block) height() vg.Length {
	return vg.Length(len(b.lines)) * b.style.Font.Size * leading
}

func (b block) width() vg.Length {
	var w vg.Length
	for _, line := range b.lines {
		w = max(w, b.style.Width(line))
	}
	return w
}

// draw puts the block with its top left corner at pt and returns its lower edge.
func (b block) draw(c draw.Canvas, pt vg.Point) vg.Length {
	c.SetColor(b.style.Color)
	fnt := font.DefaultCache.Lookup(b.style.Font, b.style.Font.Size)
	for _, line := range b.lines {
		pt.Y -= b.style.Font.Size * leading
		// The baseline stands so that capitals (0.73 of the size) are in the middle of the line.
		c.FillString(fnt, pt.Add(vg.Point{Y: b.style.Font.Size * (leading - 0.73) / 2}), line)
	}
	return pt.Y
}

// wrap breaks s into lines no wider than width. After maxLines (0: no limit)
// the rest is replaced by an ellipsis; a word too long for a line is broken.
func wrap(s string, style text.Style, width vg.Length, maxLines int) block {
	b := block{style: style}
	line := ""
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }) {
		if line != "" && style.Width(line+" "+word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			b.lines = append(b.lines, line)
		}
		head, tail := breakWord(word, style, width)
		for tail != "" && !b.beyond(maxLines) {
			b.lines = append(b.lines, head)
			head, tail = breakWord(tail, style, width)
		}
		line = head
		if b.beyond(maxLines) {
			break // the rest is not shown, however long it is
		}
	}
	if line != "" {
		b.lines = append(b.lines, line)
	}
	if b.beyond(maxLines) {
		b.lines = b.lines[:maxLines]
		b.lines[maxLines-1] = shorten(b.lines[maxLines-1], style, width)
	}
	return b
}

// beyond says whether there are more lines than asked for; 0 is no limit.
func (b block) beyond(maxLines int) bool {
	return maxLines > 0 && len(b.lines) > maxLines
}

// maxLabelLines is enough for any number; it cuts only the reason why one is missing.
const maxLabelLines = 5

// widestWord is the least width that breaks no word of s, and no number.
func widestWord(s string, style text.Style) vg.Length {
	var w vg.Length
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }) {
		w = max(w, style.Width(word))
	}
	return w
}

// wrapLines wraps each line of s.
func wrapLines(s string, style text.Style, width vg.Length) block {
	b := block{style: style}
	for line := range strings.SplitSeq(s, "\n") {
		b.lines = append(b.lines, wrap(line, style, width, maxLabelLines).lines...)
	}
	return b
}

// breakWord cuts a word behind the last rune that fits the width; at least one
// rune is taken.
func breakWord(word string, style text.Style, width vg.Length) (head, tail string) {
	if style.Width(word) <= width {
		return word, ""
	}
	_, end := utf8.DecodeRuneInString(word)
	for i, r := range word {
		next := i + utf8.RuneLen(r)
		if style.Width(word[:next]) > width {
			break
		}
		end = max(end, next)
	}
	return word[:end], word[end:]
}

// shorten takes runes off the end of the line until an ellipsis fits behind it,
// and then the piece of a word that is left, unless that is most of the line.
func shorten(line string, style text.Style, width vg.Length) string {
	whole := line
	for line != "" && style.Width(line+ellipsis) > width {
		_, size := utf8.DecodeLastRuneInString(line)
		line = line[:len(line)-size]
	}
	if i := strings.LastIndexAny(line, " "+nbsp); i > len(whole)/2 && len(line) < len(whole) {
		line = line[:i]
	}
	return strings.TrimRight(line, " "+nbsp) + ellipsis
}

// glue binds the one-letter words of Polish (a, i, o, u, w, z) to the word
// behind them, since a line must not end in one.
func glue(s string, lang Lang) string {
	if lang != PL {
		return s
	}
	words := strings.Split(s, " ")
	var b strings.Builder
	for i, word := range words {
		b.WriteString(word)
		switch {
		case i == len(words)-1:
		case utf8.RuneCountInString(word) == 1 && strings.ContainsAny(word, "aiouwzAIOUWZ"):
			b.WriteString(nbsp)
		default:
			b.WriteString(" ")
		}
	}
	return b.String()
}

// clean makes any text fit for a line of XML: valid UTF-8, no control
// characters, white space folded to one space (a no-break space stays).
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == '\ufffe', r == '\uffff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}
