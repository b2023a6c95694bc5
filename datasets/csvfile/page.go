package csvfile

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// page is a one-byte encoding: a letter of UTF-8 for every byte.
type page struct {
	name    string
	letters [256]rune
	open    bool // which encoding it is has not been decided yet
	lost    bool // bytes were met that are no letters in it
}

func pageFrom(name string, m *charmap.Charmap) *page {
	p := &page{name: name}
	for i := range p.letters {
		p.letters[i] = m.DecodeByte(byte(i))
	}
	return p
}

// pageOf is the one-byte encoding of a folded name, nil where there is none.
func pageOf(name string) *page {
	switch name {
	case "windows 1250", "cp1250", "cp 1250", "win 1250", "win1250":
		return pageFrom("windows-1250", charmap.Windows1250)
	case "iso 8859 2", "iso8859 2", "latin2", "latin 2":
		return pageFrom("iso-8859-2", charmap.ISO8859_2)
	case "ibm852", "ibm 852", "cp852", "cp 852":
		return pageFrom("ibm852", charmap.CodePage852)
	}
	return nil
}

// undecided is the page of a file that is not UTF-8: windows-1250 until bytes show otherwise.
func undecided() *page {
	p := pageFrom("windows-1250", charmap.Windows1250)
	p.open = true
	return p
}

// decide takes the encoding under which the text reads best as Polish; see [judge]. It stays
// open while two read alike, as windows-1250 and iso-8859-2 do where there is no ą, ś or ź: what
// was decoded until then is the same in both.
func (p *page) decide(text []byte) {
	best, open := judge(text)
	lost := p.lost
	*p = *best
	p.open, p.lost = open, lost
}

// decode writes text as UTF-8 into out, as much as fits, and tells how much of both was used.
func (p *page) decode(out, text []byte) (written, used int) {
	if p.open {
		p.decide(text)
	}
	for used < len(text) && written+utf8.UTFMax <= len(out) {
		c := text[used]
		used++
		if c < utf8.RuneSelf {
			out[written] = c
			written++
			continue
		}
		letter := p.letters[c]
		p.lost = p.lost || isLost(letter)
		written += utf8.EncodeRune(out[written:], letter)
	}
	return written, used
}

// isLost tells what a byte becomes that is no letter of its encoding: the replacement character, or
// a control character beyond ASCII, which no text holds. windows-1250 has letters at the bytes where
// ISO 8859 has none.
func isLost(r rune) bool { return r == '\uFFFD' || r >= 0x80 && r <= 0x9F }
