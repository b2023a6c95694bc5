package datasets

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible is a name or text as it may be printed: what would steer a terminal or turn the line
// around (control characters, marks of writing direction, bytes that are no UTF-8) is written
// out, as \x1b. Names of files, sheets and columns come from strangers.
func Visible(text string) string {
	if !strings.ContainsFunc(text, unseen) && utf8.ValidString(text) {
		return text
	}
	var out strings.Builder
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)):
			fmt.Fprintf(&out, `\x%02x`, text[i])
		case r < utf8.RuneSelf && unseen(r):
			fmt.Fprintf(&out, `\x%02x`, r)
		case unseen(r):
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

func unseen(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029
}

// VisibleLines is Visible line by line.
func VisibleLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Visible(lines[i])
	}
	return strings.Join(lines, "\n")
}
