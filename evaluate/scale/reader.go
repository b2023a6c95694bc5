package scale

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Reader reads answers as people write them: numbers with a decimal point or comma, words of the
// key's dictionary, or both in one cell. Words are compared as headers are ([datasets.Fold]): case,
// diacritics, dashes and spaces do not matter. Make it with [Key.Reader]; it may be shared.
type Reader struct {
	key   Key
	words map[string]float64
	blank map[string]bool
	known []float64 // values that have words
}

// Reader makes a Reader; an error where the key cannot score.
func (k Key) Reader() (*Reader, error) {
	if err := k.Check(); err != nil {
		return nil, err
	}
	return k.dictionary()
}

// dictionary folds the words of the key. One word for two values is an error, and so is a value
// outside the range or between its steps.
func (k Key) dictionary() (*Reader, error) {
	r := &Reader{key: k, words: map[string]float64{}, blank: map[string]bool{}}
	for _, w := range k.Answers {
		if !(w.Value >= k.Low && w.Value <= k.High) || !k.onStep(w.Value) {
			return nil, fmt.Errorf("scale: answers of %s: %v is not an answer of the range %v to %v", k.name(), w.Value, k.Low, k.High)
		}
		if slices.Contains(r.known, w.Value) {
			return nil, fmt.Errorf("scale: answers of %s: %v is listed twice; put all its words into one list", k.name(), w.Value)
		}
		r.known = append(r.known, w.Value)
		for _, word := range w.Words {
			folded := datasets.Fold(word)
			if other, taken := r.words[folded]; taken && other != w.Value || folded == "" {
				return nil, fmt.Errorf("scale: answers of %s: %q stands for nothing or for both %v and %v", k.name(), word, other, w.Value)
			}
			r.words[folded] = w.Value
		}
	}
	for _, word := range k.Blank {
		folded := datasets.Fold(word)
		if _, taken := r.words[folded]; taken {
			return nil, fmt.Errorf("scale: %s takes %q for an answer and for none", k.name(), word)
		}
		if folded == "" { // a dash is itself, and not every sign
			folded = strings.TrimSpace(word)
		}
		r.blank[folded] = true
	}
	return r, nil
}

// A number at the beginning or, in brackets, at the end, and the words beside it.
var (
	numberFirst = regexp.MustCompile(`^([+\-−]?[0-9]+(?:[.,][0-9]+)?)([^0-9]*)$`)
	numberLast  = regexp.MustCompile(`^([^0-9]*)[(\[]\s*([0-9]+(?:[.,][0-9]+)?)\s*[)\]]$`)
)

// Read reads one cell. Empty cells and the key's words for no answer are blank. Where a cell has a number
// and words, they must agree: a word of another value is Contradictory, and a word the dictionary
// lacks is Unknown if it knows words for that number; a key without words takes any beside a number.
func (r *Reader) Read(cell string) (Answer, FaultKind) {
	cell = strings.TrimSpace(cell)
	folded := datasets.Fold(cell)
	if cell == "" || r.blank[folded] || r.blank[cell] {
		return Answer{}, ""
	}
	if v, ok := r.words[folded]; ok {
		return Answer{Value: v, Given: true}, ""
	}
	number, words := "", ""
	if m := numberFirst.FindStringSubmatch(cell); m != nil {
		number, words = m[1], m[2]
	} else if m := numberLast.FindStringSubmatch(cell); m != nil {
		number, words = m[2], m[1]
	}
	v, err := strconv.ParseFloat(strings.NewReplacer(",", ".", "−", "-").Replace(number), 64)
	if err != nil {
		return Answer{}, Unknown
	}
	return r.agree(v, datasets.Fold(words))
}

// agree holds a number against the words beside it.
func (r *Reader) agree(v float64, words string) (Answer, FaultKind) {
	said, ok := r.words[words]
	switch {
	case ok && said != v:
		return Answer{}, Contradictory
	case words != "" && !ok && slices.Contains(r.known, v):
		return Answer{}, Unknown
	}
	return Answer{Value: v, Given: true}, ""
}

// Score reads and scores the cells of one sheet, in order of the items.
func (r *Reader) Score(cells []string) Sheet {
	answers := make([]Answer, len(cells))
	var faults []Fault
	unread := 0 // items whose cells cannot be read, which Score takes for blank
	for i, cell := range cells {
		a, kind := r.Read(cell)
		if answers[i] = a; kind != "" {
			faults = append(faults, Fault{Item: i + 1, Kind: kind})
			unread += one(i < r.key.itemsOf(len(cells)))
		}
	}
	s := r.key.Score(answers)
	if len(faults) == 0 {
		return s
	}
	s.Blank -= unread
	faults = append(faults, s.Faults...)
	slices.SortStableFunc(faults, func(a, b Fault) int { return a.Item - b.Item })
	return Sheet{Blank: s.Blank, Faults: faults, Turned: s.Turned}
}
