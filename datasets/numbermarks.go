package datasets

import (
	"strings"
	"unicode/utf8"
)

// cutSign takes one sign off the front; the true minus U+2212 is one as well.
func cutSign(s string) (rest string, negative bool) {
	for _, minus := range [...]string{"-", "\u2212"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			return strings.TrimLeft(rest, spaces), true // accounting formats part the sign off
		}
	}
	return strings.TrimPrefix(s, "+"), false
}

// spaces are the blanks that stand inside a number.
const spaces = " \u00a0\u202f"

// multiples are the words for thousands and millions, and how many zeros they stand for.
var multiples = [...]struct {
	word  string
	zeros int
	met   forms
}{{"tys.", 3, formThousand}, {"tys", 3, formThousand}, {"mln", 6, formMillion}}

// stripUnits takes currency words off the end and tells how many zeros "tys." or "mln" stand for.
func stripUnits(s string) (rest string, zeros int, met forms) {
	if s == "" || s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
		return s, 0, 0
	}
	for _, unit := range [...]string{"złotych", "złote", "zł.", "zł", "zl", "PLN"} {
		if cut, ok := cutWord(s, unit); ok {
			s, met = cut, formCurrency
			break
		}
	}
	for _, m := range multiples {
		if cut, ok := cutWord(s, m.word); ok {
			return cut, m.zeros, met | m.met
		}
	}
	return s, 0, met
}

// cutWord takes a word in any letter case off the end, and the blanks before it.
func cutWord(s, word string) (rest string, ok bool) {
	at := len(s) - len(word)
	if at < 0 || !strings.EqualFold(s[at:], word) {
		return s, false
	}
	return strings.TrimRight(s[:at], spaces), true
}

// splitDecimal parts the whole digits from the decimals and checks the groups of three.
func splitDecimal(s string, decimal byte) (whole, fraction string, met forms, err error) {
	point := -1
	switch decimal {
	case ',', '.':
		point = strings.IndexByte(s, decimal) // the first: in 1,234,567 it cannot part groups as well
	default:
		if point, err = concludePoint(s); err != nil {
			return "", "", 0, err
		}
	}
	whole, met = s, formWhole
	if point >= 0 {
		whole, fraction, met = s[:point], s[point+1:], formPoint
		if fraction == "" {
			return "", "", 0, ErrNumber
		}
		if s[point] == ',' {
			met = formComma
		}
		if s[point] == ',' && decimal == 0 && looksGrouped(whole, fraction) {
			met |= formCommaThree
		}
	}
	whole, groups, err := ungroup(whole)
	return whole, fraction, met | groups, err
}

// looksGrouped tells whether a comma with three digits behind it could part thousands as well.
func looksGrouped(whole, fraction string) bool {
	return len(fraction) == 3 && len(whole) >= 1 && len(whole) <= 3 && whole[0] != '0'
}

// concludePoint finds the decimal mark where none is declared, -1 where there is none.
func concludePoint(s string) (int, error) {
	comma, dot := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma >= 0 && strings.Count(s, ",") == 1 && comma > dot:
		return comma, nil
	case comma >= 0 && dot > comma && strings.Count(s, ".") == 1:
		return dot, nil
	case comma >= 0:
		return -1, ErrNumber
	case strings.Count(s, ".") == 1 && len(s)-dot-1 != 3:
		return dot, nil
	case strings.Count(s, ".") == 1 && strings.TrimLeft(s[:dot], "0") != "":
		return -1, ErrAmbiguous
	case strings.Count(s, ".") == 1:
		return dot, nil
	}
	return -1, nil
}

// groupMark tells the marks between groups of three apart; all blanks are one mark, and both
// apostrophes. 0 is no mark.
func groupMark(r rune) (mark rune, met forms) {
	switch r {
	case ' ':
		return ' ', formSpace
	case '\u00a0':
		return ' ', formNoBreak
	case '\u202f':
		return ' ', formNarrow
	case '\'', '\u2019':
		return '\'', formApostrophe
	case '.':
		return r, formDots
	case ',':
		return r, formCommas
	}
	return 0, 0
}

// ungroup joins the groups of the whole digits. A number is grouped by one mark throughout: one
// to three digits of which the first is not 0, then groups of exactly three.
func ungroup(s string) (joined string, met forms, err error) {
	marks := map[rune]bool{}
	for _, r := range s {
		if mark, form := groupMark(r); mark != 0 {
			marks[mark], met = true, met|form
		}
	}
	if len(marks) == 0 {
		return s, 0, nil
	}
	groups := splitGroups(s)
	if len(marks) > 1 || groups[0] == "" || len(groups[0]) > 3 || groups[0][0] == '0' {
		return "", 0, ErrNumber
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return "", 0, ErrNumber
		}
	}
	return strings.Join(groups, ""), met, nil
}

// splitGroups cuts at every mark, so that a group may be empty.
func splitGroups(s string) []string {
	var groups []string
	start := 0
	for i, r := range s {
		if mark, _ := groupMark(r); mark != 0 {
			groups, start = append(groups, s[start:i]), i+utf8.RuneLen(r)
		}
	}
	return append(groups, s[start:])
}

// DecimalMark is the decimal mark of a number of which nothing was declared: ',' or '.', 0 where it
// has no decimals. What could be thousands or decimals, as 1.234 and 1,234, is [ErrAmbiguous].
func DecimalMark(text []byte) (byte, error) {
	_, met, err := readDecimal(trimCell(text), 0)
	switch {
	case err != nil:
		return 0, err
	case met&formCommaThree != 0:
		return 0, ErrAmbiguous
	case met&formComma != 0:
		return ',', nil
	case met&formPoint != 0:
		return '.', nil
	}
	return 0, nil
}
