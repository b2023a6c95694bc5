package audit

import (
	"regexp"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// placeWords are the words by which the readers of outputs name a place, or what of a figure stands there. They are
// English in JSON, where programs read them.
var placeWords = []struct {
	named *regexp.Regexp
	pl    string
}{
	{regexp.MustCompile(`^line (\d+)$`), "linia $1"},
	{regexp.MustCompile(`^row of pixels (\d+)$`), "wiersz pikseli $1"},
	{regexp.MustCompile(`^row (\d+)$`), "wiersz $1"},
	{regexp.MustCompile(`^cell (\d+)$`), "komórka $1"},
	{regexp.MustCompile(`^byte (\d+)$`), "bajt $1"},
	{regexp.MustCompile(`^column (.+)$`), "kolumna $1"},
	{regexp.MustCompile(`^attribute (\S+) of (\S+)$`), "atrybut $1 elementu $2"},
	{regexp.MustCompile(`^the size$`), "wymiary"},
	{regexp.MustCompile(`^text$`), "tekst"},
	{regexp.MustCompile(`^text in (\S+)$`), "tekst w $1"},
	{regexp.MustCompile(`^(value|detail) in (\S+)$`), "$1 w $2"},
}

// placeIn is a place within an output, or the field of a figure, in a language: "line 12, column value".
func placeIn(place string, l evaluate.Lang) string {
	if l != evaluate.PL {
		return place
	}
	parts := strings.Split(place, ", ")
	for i, part := range parts {
		for _, w := range placeWords {
			if w.named.MatchString(part) {
				parts[i] = w.named.ReplaceAllString(part, w.pl)
				break
			}
		}
	}
	return strings.Join(parts, ", ")
}
