package datasets

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is how headers and dictionary values are compared: lower case, diacritics stripped,
// ł as l, everything but letters and digits folded to one space, none at the ends. So
// "Płeć ", "PLEC" and "płeć:" are one header, and an en dash equals a hyphen.
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	if folded, ok := foldPolish(s); ok {
		return folded
	}
	return foldAny(s)
}

// foldAny folds text of any letters.
func foldAny(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	space := false
	for _, r := range norm.NFD.String(s) {
		r, keep := foldRune(r)
		switch {
		case !keep:
		case r == ' ':
			space = out.Len() > 0
		default:
			if space {
				out.WriteByte(' ')
				space = false
			}
			out.WriteRune(r)
		}
	}
	return out.String()
}

func foldRune(r rune) (folded rune, keep bool) {
	if unicode.Is(unicode.Mn, r) || r == '\uFEFF' {
		return 0, false
	}
	r = unicode.ToLower(r)
	if r == 'ł' {
		return 'l', true
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r, true
	}
	return ' ', true
}

// foldASCII returns s itself where it is folded already; most codes of an export are.
func foldASCII(s string) (string, bool) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		lower := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		inner := c == ' ' && i > 0 && i < len(s)-1 && s[i-1] != ' '
		if !lower && !inner {
			return "", false
		}
	}
	return s, true
}

// foldPolish folds text of ASCII and the Polish letters alone, as nearly every header and word of a
// dictionary is; ok is false for other text.
func foldPolish(s string) (folded string, ok bool) {
	out := make([]byte, 0, 96)
	space := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			var width int
			if c, width = polishLetter(s[i:]); width == 0 {
				return "", false
			}
			i += width - 1
		}
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		default:
			space = len(out) > 0
			continue
		}
		if space {
			out, space = append(out, ' '), false
		}
		out = append(out, c)
	}
	return string(out), true
}

// polishLetter is a Polish letter without its mark, or a space for a dash or quote, at the beginning of a
// text in UTF-8, and its width there; 0 where it is another.
func polishLetter(s string) (letter byte, width int) {
	if len(s) < 2 {
		return 0, 0
	}
	if len(s) > 2 && s[0] == 0xE2 && s[1] == 0x80 && s[2]&0xC0 == 0x80 { // general punctuation
		return ' ', 3
	}
	if letter = unmarked(s[0], s[1]); letter == 0 {
		return 0, 0
	}
	return letter, 2
}

// unmarked is the letter of the two bytes of a Polish letter; 0 of others.
func unmarked(first, second byte) byte {
	switch {
	case first == 0xC3 && (second == 0xB3 || second == 0x93):
		return 'o'
	case first == 0xC4 && (second|1 == 0x85):
		return 'a'
	case first == 0xC4 && (second|1 == 0x87):
		return 'c'
	case first == 0xC4 && (second|1 == 0x99):
		return 'e'
	case first == 0xC5 && (second == 0x81 || second == 0x82):
		return 'l'
	case first == 0xC5 && (second == 0x83 || second == 0x84):
		return 'n'
	case first == 0xC5 && (second|1 == 0x9B):
		return 's'
	case first == 0xC5 && second >= 0xB9 && second <= 0xBC:
		return 'z'
	}
	return 0
}

// Nearest is the candidate closest to a word after folding, for "did you mean"; empty where
// none is within a third of the word's length (at least 2 edits).
func Nearest(word string, candidates []string) string {
	folded := Fold(word)
	letters := utf8.RuneCountInString(folded)
	limit := min(max(2, letters/3), max(letters-1, 0)) // one letter of the word at least is meant
	best := ""
	for _, c := range candidates {
		if d := distance(folded, Fold(c), limit); d <= limit {
			if d < limit || best == "" {
				best = c
			}
			limit = d
		}
	}
	return best
}

// Meant ends a message about an unknown word: "; did you mean …?", or the list of what there is where no
// word is near.
func Meant(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return "; there are " + strings.Join(candidates, ", ")
}

// distance is the Levenshtein distance, cut off above limit.
func distance(a, b string, limit int) int {
	ra, rb := []rune(a), []rune(b)
	if d := len(ra) - len(rb); d > limit || -d > limit {
		return limit + 1
	}
	row := make([]int, len(rb)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range ra {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range rb {
			cost := diagonal
			if x != y {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(rb)]
}
