package recognise

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/efseval/efseval/datasets"
)

// The ranks of waves: before, after, and of numbered ones (t1, t2, pomiar 3) rankNumbered and the number.
const (
	noRank       = -1
	rankPre      = 0
	rankPost     = 1
	rankNumbered = 10
)

// markers are the words that tell before from after, folded; numbered are those that do so with a number
// behind them.
var (
	markers  = map[string]int{"pre": rankPre, "przed": rankPre, "before": rankPre, "wejscie": rankPre, "wejsciu": rankPre, "start": rankPre, "baseline": rankPre, "post": rankPost, "po": rankPost, "after": rankPost, "wyjscie": rankPost, "wyjsciu": rankPost, "koniec": rankPost}
	numbered = []string{"t", "pomiar", "wave", "tura", "time"}
)

// cutMarker takes the word for a wave out of a header, a value or the name of a file. rest are its other words,
// and rank is [noRank] where there is none or several.
func cutMarker(text string) (rest []string, rank int) {
	rank = noRank
	words := tokens(text)
	for i := 0; i < len(words); i++ {
		found := noRank
		if r, is := markers[words[i]]; is {
			found = r
		} else if n, err := strconv.Atoi(next(words, i)); err == nil && n < 10 && slices.Contains(numbered, words[i]) {
			found, i = rankNumbered+n, i+1
		}
		switch {
		case found == noRank:
			rest = append(rest, words[i])
		case rank != noRank && rank != found:
			return words, noRank
		default:
			rank = found
		}
	}
	return rest, rank
}

func next(words []string, i int) string {
	if i+1 < len(words) {
		return words[i+1]
	}
	return ""
}

// tokens are the folded words of a text, letters and digits parted: p1_pre is p, 1, pre.
func tokens(text string) (words []string) {
	for word := range strings.FieldsSeq(datasets.Fold(text)) {
		start := 0
		for i, r := range word {
			if i > 0 && unicode.IsDigit(r) != unicode.IsDigit(rune(word[i-1])) {
				words, start = append(words, word[start:i]), i
			}
		}
		words = append(words, word[start:])
	}
	return words
}
