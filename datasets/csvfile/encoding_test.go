package csvfile

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

var polishPages = map[string]encoding.Encoding{
	"windows-1250": charmap.Windows1250, "iso-8859-2": charmap.ISO8859_2, "ibm852": charmap.CodePage852,
}

// The bytes of the eighteen letters in the comment of encoding.go are those of the code pages.
func TestTheTableOfLetters(t *testing.T) {
	for name, want := range map[string]string{
		"windows-1250": "\xB9\xE6\xEA\xB3\xF1\xF3\x9C\x9F\xBF\xA5\xC6\xCA\xA3\xD1\xD3\x8C\x8F\xAF",
		"iso-8859-2":   "\xB1\xE6\xEA\xB3\xF1\xF3\xB6\xBC\xBF\xA1\xC6\xCA\xA3\xD1\xD3\xA6\xAC\xAF",
		"ibm852":       "\xA5\x86\xA9\x88\xE4\xA2\x98\xAB\xBE\xA4\x8F\xA8\x9D\xE3\xE0\x97\x8D\xBD",
	} {
		got, err := polishPages[name].NewEncoder().String(polishSmall + polishLarge)
		if err != nil || got != want {
			t.Errorf("%s: % X, %v; want % X", name, got, err, want)
		}
	}
}

// Words of exports, each on its own: the encoding is found wherever the bytes tell.
func TestEncodingOfAWord(t *testing.T) {
	for _, word := range []string{"Płeć;kobieta", "mężczyzna", "MĘŻCZYZNA", "Dąbrowa Górnicza", "ŚWIĘTOCHŁOWICE", "Łódź", "MĄKA", "wyższe", "zażółć gęślą jaźń", "są", "Część – „A”"} {
		for name, page := range polishPages {
			bytes, err := page.NewEncoder().String(word)
			if err != nil { // the dash and the quotes are not in every page
				continue
			}
			got, open := judge([]byte(bytes))
			text := make([]byte, 100)
			n, _ := got.decode(text, []byte(bytes))
			if string(text[:n]) != word {
				t.Errorf("%q in %s is taken for %s (open %v): %q", word, name, got.name, open, text[:n])
			}
		}
	}
}

// Law: a text of Polish words with at least three letters beyond ASCII comes back as it was,
// whichever page it was written in.
func TestPolishTextComesBack(t *testing.T) {
	words := strings.Fields("płeć mężczyzna Dąbrowa Górnicza Świętochłowice Łódź źródło ŻORY RUDA ŚLĄSKA wykształcenie wyższe ćwiczenia " +
		"Chełm Śląski Bieruń żłobek księgowość POMOC SPOŁECZNA niepełnosprawność WŁĄCZ SIĘ gospodarstwo pięć Nędza Łaziska Górne")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 3, 12).Draw(t, "words"), rapid.SampledFrom([]string{" ", ";", "\n"}).Draw(t, "between"))
		if strings.IndexFunc(text, func(r rune) bool { return r > 0x7F }) < 0 {
			return
		}
		for name, page := range polishPages {
			bytes, err := page.NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			best, _ := judge([]byte(bytes))
			got := make([]byte, 4*len(bytes)+4)
			n, _ := best.decode(got, []byte(bytes))
			if string(got[:n]) != text {
				t.Fatalf("%q in %s was read as %s: %q", text, name, best.name, got[:n])
			}
		}
	})
}

// Half a letter at the end of UTF-16 is a fault of its row, not a letter.
func TestUTF16CutInALetter(t *testing.T) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		text, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(twoPeople)
		if err != nil {
			t.Fatal(err)
		}
		got := read(t, text[:len(text)-3], profile(t, "generic"))
		if len(got.problems) != 1 || got.problems[0].Rule != RuleNotText || got.problems[0].Position.String() != "people.csv:3:3" {
			t.Errorf("problems %v", got.problems)
		}
	}
}
