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

// Nearest is the candidate closest to a word after folding, for "did you mean"; empty where
// none is within a third of the word's length (at least 2 edits).
func Nearest(word string, candidates []string) string {
	folded := Fold(word)
	limit := max(2, utf8.RuneCountInString(folded)/3)
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
