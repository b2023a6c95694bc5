package datasets

import (
	"bytes"
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Decimal is a number exactly as written: Digits / 10^Scale.
type Decimal struct {
	Digits int64
	Scale  int
}

// Errors of a number cell. They say what is wrong with it, never what it held.
var (
	ErrNumber    = errors.New("is not a number")
	ErrAmbiguous = errors.New("could be thousands or decimals; say `decimal:` in the profile or project file")
	ErrRange     = errors.New("has too many digits")
)

// ParseDecimal reads a number as Polish offices write it: groups of three parted by space,
// NBSP (U+00A0), narrow NBSP (U+202F), dot or apostrophe (' or ’); a decimal comma or point;
// endings zł, PLN, złotych in any letter case; tys. and mln. decimal is ',' or '.', or 0 where it
// is to be concluded from the number itself.
//
// Where nothing is declared "1,234" is 1.234 and "1.234" is [ErrAmbiguous]. The comma is the
// decimal mark of Polish data and parts groups only beside a decimal point (1,234.50), whereas
// the dot does both: it parts thousands in offices and decimals in what programs write.
//
// Groups that are not whole are [ErrNumber] and never closed up, since that would change the
// amount silently: an empty group (1,,234), one at an edge (.5 where the comma is declared),
// marks of two kinds (1 234.567) and a first group with a leading zero (0.500).
func ParseDecimal(text []byte, decimal byte) (Decimal, error) {
	if n, plain := plainDigits(text); plain {
		return Decimal{Digits: n}, nil
	}
	s, zeros := stripUnits(strings.TrimSpace(string(text)))
	s, negative := cutSign(s)
	whole, fraction, err := splitDecimal(s, decimal)
	if err != nil {
		return Decimal{}, err
	}
	d, err := digitsOf(whole, fraction)
	if err != nil {
		return Decimal{}, err
	}
	if negative {
		d.Digits = -d.Digits
	}
	return d.shift(zeros)
}

// plainDigits reads a number that is nothing but digits, as most are.
func plainDigits(text []byte) (n int64, ok bool) {
	if len(text) == 0 || len(text) > 18 {
		return 0, false
	}
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}

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
}{{"tys.", 3}, {"tys", 3}, {"mln", 6}}

// stripUnits takes currency words off the end and tells how many zeros "tys." or "mln" stand for.
func stripUnits(s string) (rest string, zeros int) {
	if s == "" || s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
		return s, 0
	}
	for _, unit := range [...]string{"złotych", "złote", "zł.", "zł", "zl", "PLN"} {
		if cut, ok := cutWord(s, unit); ok {
			s = cut
			break
		}
	}
	for _, m := range multiples {
		if cut, ok := cutWord(s, m.word); ok {
			return cut, m.zeros
		}
	}
	return s, 0
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
func splitDecimal(s string, decimal byte) (whole, fraction string, err error) {
	point := -1
	switch decimal {
	case ',', '.':
		point = strings.IndexByte(s, decimal) // the first: in 1,234,567 it cannot part groups as well
	default:
		if point, err = concludePoint(s); err != nil {
			return "", "", err
		}
	}
	whole = s
	if point >= 0 {
		whole, fraction = s[:point], s[point+1:]
		if fraction == "" {
			return "", "", ErrNumber
		}
	}
	whole, err = ungroup(whole)
	return whole, fraction, err
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
func groupMark(r rune) rune {
	switch r {
	case ' ', '\u00a0', '\u202f':
		return ' '
	case '\'', '\u2019':
		return '\''
	case '.', ',':
		return r
	}
	return 0
}

// ungroup joins the groups of the whole digits. A number is grouped by one mark throughout: one
// to three digits of which the first is not 0, then groups of exactly three.
func ungroup(s string) (string, error) {
	marks := map[rune]bool{}
	for _, r := range s {
		if mark := groupMark(r); mark != 0 {
			marks[mark] = true
		}
	}
	if len(marks) == 0 {
		return s, nil
	}
	groups := splitGroups(s)
	if len(marks) > 1 || groups[0] == "" || len(groups[0]) > 3 || groups[0][0] == '0' {
		return "", ErrNumber
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return "", ErrNumber
		}
	}
	return strings.Join(groups, ""), nil
}

// splitGroups cuts at every mark, so that a group may be empty.
func splitGroups(s string) []string {
	var groups []string
	start := 0
	for i, r := range s {
		if groupMark(r) != 0 {
			groups, start = append(groups, s[start:i]), i+utf8.RuneLen(r)
		}
	}
	return append(groups, s[start:])
}

func digitsOf(whole, fraction string) (Decimal, error) {
	all := whole + fraction
	if all == "" {
		return Decimal{}, ErrNumber
	}
	for i := 0; i < len(all); i++ {
		if all[i] < '0' || all[i] > '9' {
			return Decimal{}, ErrNumber
		}
	}
	n, err := strconv.ParseInt(all, 10, 64)
	if err != nil {
		return Decimal{}, ErrRange
	}
	return Decimal{Digits: n, Scale: len(fraction)}, nil
}

func (d Decimal) shift(zeros int) (Decimal, error) {
	for ; zeros > 0; zeros-- {
		if d.Scale > 0 {
			d.Scale--
			continue
		}
		if d.Digits > math.MaxInt64/10 || d.Digits < math.MinInt64/10 {
			return Decimal{}, ErrRange
		}
		d.Digits *= 10
	}
	return d, nil
}

// Grosze is the amount in hundredths of a złoty; an error where it has more than two decimals
// that are not zero, since money is never rounded on reading.
func (d Decimal) Grosze() (int64, error) {
	for ; d.Scale > 2; d.Scale-- {
		if d.Digits%10 != 0 {
			return 0, errors.New("has a fraction of a grosz")
		}
		d.Digits /= 10
	}
	d, err := Decimal{Digits: d.Digits}.shift(2 - d.Scale)
	return d.Digits, err
}

// Whole is the number where it has no fraction.
func (d Decimal) Whole() (int64, error) {
	for ; d.Scale > 0; d.Scale-- {
		if d.Digits%10 != 0 {
			return 0, errors.New("is not a whole number")
		}
		d.Digits /= 10
	}
	return d.Digits, nil
}

// Float is the nearest float64, the same as strconv gives for the plain decimal text.
func (d Decimal) Float() float64 {
	text := strconv.FormatInt(d.Digits, 10) + "e-" + strconv.Itoa(d.Scale)
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0
	}
	return x
}

// RoundDouble is the number that a double of a typed cell stands for: the nearest of 15
// significant digits, which is what spreadsheets show. It takes the noise of their arithmetic
// off: 3.3000000000000003, the sum of 1.1 and 2.2, is 3.3.
func RoundDouble(x float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 14, 64), 64)
	if err != nil {
		return x
	}
	return rounded
}

// parsePlain reads a number that a typed cell (XLSX, Parquet) holds: plain digits and a point,
// perhaps with an exponent.
func parsePlain(text []byte) (Decimal, error) {
	s := string(bytes.TrimSpace(text))
	if strings.ContainsAny(s, "eE") {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return Decimal{}, ErrNumber
		}
		s = strconv.FormatFloat(x, 'f', -1, 64)
	}
	return ParseDecimal([]byte(s), '.')
}
