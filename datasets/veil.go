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

// shownHeader is a header that no field takes, as an output may show it. A row of people that was
// taken for the header row has names among its headers, and a name is an ordinary word: so more than
// half of the row must be headers that the profile knows, the cell itself must hold neither @ nor five
// digits on end, and of its words those show that name nobody. A header misspelt by a letter shows.
func (p *Profile) shownHeader(header []string, i int) string {
	text := strings.TrimSpace(header[i])
	known, all := p.knownHeaders(header)
	switch {
	case itemCode(text):
		return text
	case 2*known > all && plainWords(text):
		return p.shownWords(text)
	}
	return Veil(text)
}

// shownWords is a header with the words veiled that stand in no header of the profile. Those that a
// project file has added to ignore: are headers of one file, and may be names.
func (p *Profile) shownWords(text string) string {
	folded, words := Fold(text), map[string]bool{}
	for _, headers := range append(p.headersOfColumns(), p.Ignore[:len(p.Ignore)-p.added]) {
		for _, h := range headers {
			f := Fold(h)
			if misspelt := max(1, utf8.RuneCountInString(f)/8); distance(folded, f, misspelt) <= misspelt {
				return text
			}
			for word := range strings.FieldsSeq(f) {
				words[word] = true
			}
		}
	}
	return veilWords(text, func(word string) bool { return words[word] })
}

func (p *Profile) headersOfColumns() [][]string {
	var all [][]string
	for _, c := range p.Columns {
		all = append(all, c.Headers)
	}
	return all
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
		return p.shownWords(text)
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

// StatedSheet is the name of a sheet that the user stated, as outputs may show it: in full, or by its number
// from 1 where it holds @ or nine digits and more, as a telephone or a PESEL does. A period of years or a
// day has eight.
func StatedSheet(name string, number int) string {
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

// ShownSheet is the name of a sheet as outputs may show it: in full where every word of it names
// nobody, as "Ankieta PRE 2021-2022", else by its number from 1: where each person has a sheet, it is
// called by a name.
func ShownSheet(name string, number int) string {
	if veilWords(name, func(string) bool { return false }) != name {
		return fmt.Sprintf("#%d", number)
	}
	return StatedSheet(name, number)
}

// ShowsHeader tells whether a header can hardly be a value, so that a file which the holder of the data
// goes on writing may name it: it holds neither @ nor five digits on end, nor a capital word behind
// another that may be a name. A single word may be one all the same.
func ShowsHeader(header string) bool {
	n := 0
	for word := range strings.FieldsFuncSeq(header, func(r rune) bool { return !wordRune(r) }) {
		first, _ := utf8.DecodeRuneInString(word)
		if n++; n > 1 && unicode.IsUpper(first) && utf8.RuneCountInString(word) > 4 && !ordinary(word) {
			return false
		}
	}
	return plainWords(header)
}

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
