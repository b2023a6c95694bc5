package datasets

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Veil shows of a value what helps to find it and cannot name a person: its length and at most
// two letters, no more than a third of it. Digits never show.
func Veil(value string) string {
	length := utf8.RuneCountInString(value)
	most := min(2, length/3)
	var shown []rune
	for _, r := range value {
		if len(shown) == most || !unicode.IsLetter(r) {
			break
		}
		shown = append(shown, r)
	}
	return fmt.Sprintf("%s… (%d)", string(shown), length)
}

// shownHeader is a header that no field takes, as an output may show it: in full only where it
// can hardly be a value. A row of people that was taken for the header row has names among its
// headers, and a name is an ordinary word: so more than half of the row must be headers that the
// profile knows, and the cell itself must hold neither @ nor five digits on end.
func (p *Profile) shownHeader(header []string, i int) string {
	text := strings.TrimSpace(header[i])
	known, all := p.knownHeaders(header)
	if 2*known > all && plainWords(text) || itemCode(text) {
		return text
	}
	return Veil(text)
}

// itemCode tells the code of a questionnaire item, as P7 or Q12b, from a name: it is short and
// has a letter as well as a digit.
func itemCode(text string) bool {
	letter, digit := false, false
	for _, r := range text {
		letter, digit = letter || unicode.IsLetter(r), digit || unicode.IsDigit(r)
	}
	return letter && digit && utf8.RuneCountInString(text) <= 5 && plainWords(text)
}

// shownNear is shownHeader for a header that is near to one that is missing. It also shows the
// only unknown one of a short row, as "sexx" beside "id".
func (p *Profile) shownNear(header []string, i int) string {
	text := strings.TrimSpace(header[i])
	if known, all := p.knownHeaders(header); known == all-1 && known > 0 && plainWords(text) {
		return text
	}
	return p.shownHeader(header, i)
}

// knownHeaders counts the headers of the profile in a row, read or ignored by their name, and all
// that are not blank.
func (p *Profile) knownHeaders(header []string) (known, all int) {
	set, ignored := p.headerSet(), map[string]bool{}
	for _, name := range p.Ignore {
		ignored[Fold(name)] = true
	}
	for _, h := range header {
		folded := Fold(h)
		if folded == "" {
			continue
		}
		if all++; set[folded] || ignored[folded] {
			known++
		}
	}
	return known, all
}

// ShownSheet is the name of a sheet as outputs may show it: in full, or by its number from 1 where
// the name holds @ or nine digits and more, as a telephone or a PESEL does. A period of years or a
// day has eight.
func ShownSheet(name string, number int) string {
	digits := 0
	for _, r := range name {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits > 8 || strings.Contains(name, "@") {
		return fmt.Sprintf("#%d", number)
	}
	return name
}

// ShowsHeader tells whether a header can hardly be a value: it holds neither @ nor five digits on
// end.
func ShowsHeader(header string) bool { return plainWords(header) }

func plainWords(text string) bool { return !strings.Contains(text, "@") && !manyDigits(text) }

// manyDigits tells whether five digits or more stand on end, as those of a PESEL, a telephone, a
// postcode or a date; blanks, dots and hyphens between them do not count.
func manyDigits(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			if digits++; digits >= 5 {
				return true
			}
		case strings.ContainsRune(spaces+".-", r):
		default:
			digits = 0
		}
	}
	return false
}
