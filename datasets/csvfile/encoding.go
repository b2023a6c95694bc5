package csvfile

import "strings"

// The one-byte encodings of Polish text differ in where they put the eighteen letters beyond
// ASCII, in the order ą ć ę ł ń ó ś ź ż and then the capitals:
//
//	windows-1250  B9 E6 EA B3 F1 F3 9C 9F BF   A5 C6 CA A3 D1 D3 8C 8F AF
//	iso-8859-2    B1 E6 EA B3 F1 F3 B6 BC BF   A1 C6 CA A3 D1 D3 A6 AC AF
//	ibm852        A5 86 A9 88 E4 A2 98 AB BE   A4 8F A8 9D E3 E0 97 8D BD
//
// The first two share all but ą ś ź; the third shares no letter with them, but five of its bytes
// are other Polish letters there (A5 ą is Ą, 8F Ć is Ź, AB BE BD are none, A4 and A2 are none).
// So no single byte decides: each encoding is weighed by how much of the text it makes Polish.
const (
	letter       = 2  // a Polish letter whose case fits its neighbours
	mark         = 1  // a mark that Polish offices type: no-break space, „ ” – … § ° ©
	foreign      = -2 // anything else, or a capital behind a small letter as in mĄka
	polishSmall  = "ąćęłńóśźż"
	polishLarge  = "ĄĆĘŁŃÓŚŹŻ"
	officeMarks  = "\u00a0„”“‚’‘«»–—…§°"
	judgedAtMost = 4096 // bytes beyond ASCII that are weighed; more say no more
)

// spelling is one of the encodings looked for, and what each of its bytes is in Polish text.
type spelling struct {
	page  *page
	class [256]byte // l small letter, L capital, m mark, 0 anything else
}

func spellings() []spelling {
	var all []spelling
	for _, name := range [...]string{"windows 1250", "iso 8859 2", "ibm852"} { // of equals the first is taken
		s := spelling{page: pageOf(name)}
		for i := range s.class {
			s.class[i] = classOf(s.page.letters[i])
		}
		all = append(all, s)
	}
	return all
}

func classOf(r rune) byte {
	switch {
	case r >= 'a' && r <= 'z', strings.ContainsRune(polishSmall, r):
		return 'l'
	case r >= 'A' && r <= 'Z', strings.ContainsRune(polishLarge, r):
		return 'L'
	case strings.ContainsRune(officeMarks, r):
		return 'm'
	}
	return 0
}

// weigh tells how well a text of one-byte letters reads as Polish.
func (s *spelling) weigh(text []byte) int {
	weight, judged := 0, 0
	for i, c := range text {
		if c < 0x80 {
			continue
		}
		if judged++; judged > judgedAtMost {
			break
		}
		weight += s.weighByte(text, i)
	}
	return weight
}

// weighByte judges the byte at i by itself and, for a letter, by those on either side: a
// small letter does not stand before a capital, nor a capital behind a small letter or between a
// capital and a small one, as in DĄbrowa.
func (s *spelling) weighByte(text []byte, i int) int {
	before, after := byte(0), byte(0)
	if i > 0 {
		before = s.class[text[i-1]]
	}
	if i+1 < len(text) {
		after = s.class[text[i+1]]
	}
	switch s.class[text[i]] {
	case 'm':
		return mark
	case 'l':
		if after != 'L' {
			return letter
		}
	case 'L':
		if before != 'l' && (before != 'L' || after != 'l') {
			return letter
		}
	}
	return foreign
}

// judge is the encoding under which a text reads best as Polish, and whether another reads
// as well: then nothing is decided, and windows-1250 stands for it.
func judge(text []byte) (best *page, open bool) {
	most := 0
	for i, s := range spellings() {
		switch weight := s.weigh(text); {
		case i == 0 || weight > most:
			best, most, open = s.page, weight, false
		case weight == most:
			open = true
		}
	}
	return best, open
}
