package samples

import "fmt"

// lexicon says canonical codes in the words of one export. The first code it lacks stays in
// err, so that no cell is left empty in silence.
type lexicon struct {
	words map[string]string
	err   error
}

// say is the word for a code; empty for no code.
func (l *lexicon) say(code string) string {
	word, known := l.words[code]
	if code != "" && !known && l.err == nil {
		l.err = fmt.Errorf("no word for %q in this layout", code)
	}
	return word
}
