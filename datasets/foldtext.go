package datasets

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// FoldText is how texts of cells are compared where people are split by them: "Żory", " żory" and
// "ZORY" are one municipality, "Bielsko – Biała" and "Bielsko-Biała", too. Letters fold as in [Fold]:
// lower case, diacritics stripped, ł as l. Blanks of any kind fold to one space, none at the ends or
// beside a dash; dashes of any kind to a hyphen, quotes of any kind to plain ones. Other signs stay,
// so that "<25" and "25+" are two, which a header need not tell apart and a value must. It depends on
// the text alone: what is folded in two files, or twice, is equal. Empty where no visible sign is left.
func FoldText(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	var out strings.Builder
	out.Grow(len(s))
	space := false
	last := rune(0)
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		if r = foldSign(r); r == ' ' {
			space = out.Len() > 0
			continue
		}
		if space && r != '-' && last != '-' {
			out.WriteByte(' ')
		}
		space, last = false, r
		out.WriteRune(r)
	}
	return out.String()
}

// foldSign is a letter or sign as [FoldText] writes it.
func foldSign(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Pd, r), r == '−': // the minus
		return '-'
	case strings.ContainsRune("„”“‟«»″", r):
		return '"'
	case strings.ContainsRune("‚‘’‛′`´", r):
		return '\''
	case r == 'ł', r == 'Ł':
		return 'l'
	}
	return unicode.ToLower(r)
}

// FoldedColumn names the column of the canonical table that holds the text of a field by [FoldText],
// beside the text itself: engines have no two ways alike to fold letters, and all compare bytes.
func FoldedColumn(field string) string { return field + "_folded" }
