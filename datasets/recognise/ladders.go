package recognise

import (
	"slices"
	"strings"
	"unicode"

	"github.com/efseval/efseval/datasets"
)

// highestAnswer is the highest number that is taken for an answer: scales end with 4, 5, 6, 7 or 10.
const highestAnswer = 10

// answerForm is how the answers of a column are written.
type answerForm int

const (
	noAnswers answerForm = iota
	wholeAnswers
	decimalAnswers // a score that somebody worked out already
	wordAnswers
)

// answers tells whether a column holds answers to a question, and in what form.
func (c *Column) answers() answerForm {
	if c.Filled == 0 || c.most(c.dates.all()) {
		return noAnswers
	}
	known := 0
	for word, rows := range c.words {
		if isAnswer(word) {
			known += rows
		}
	}
	switch {
	case known > 0 && c.most(known+c.small):
		return wordAnswers
	case !c.most(c.small):
		return noAnswers
	case c.whole == c.numbers:
		return wholeAnswers
	}
	return decimalAnswers
}

// ladder is a list of answers from the lowest to the highest; a rung may be worded in several ways. The rung
// Middle may be left out of a questionnaire; below 0: none may.
type ladder struct {
	rungs  [][]string
	middle int
	low    float64
}

// ladders are the lists of answers that questionnaires of social projects use, in Polish and English; from knowledge,
// not sourced. The first that holds all words of a questionnaire is taken, and the project file says what each
// word was taken for.
var ladders = []ladder{
	{[][]string{{"nie"}, {"tak"}}, -1, 0},
	{[][]string{{"no"}, {"yes"}}, -1, 0},
	{[][]string{{"nie"}, {"raczej nie"}, neither, {"raczej tak"}, {"tak"}}, 2, 1},
	{[][]string{{"zdecydowanie nie"}, {"raczej nie", "nie"}, neither, {"raczej tak", "tak"}, {"zdecydowanie tak"}}, 2, 1},
	{[][]string{{"zdecydowanie się nie zgadzam", "zdecydowanie nie zgadzam się"}, {"raczej się nie zgadzam", "raczej nie zgadzam się", "nie zgadzam się"}, neither,
		{"raczej się zgadzam", "raczej zgadzam się", "zgadzam się"}, {"zdecydowanie się zgadzam", "zdecydowanie zgadzam się"}}, 2, 1},
	{[][]string{{"nigdy"}, {"rzadko"}, {"czasem", "czasami"}, {"często"}, {"zawsze", "bardzo często"}}, -1, 1},
	{[][]string{{"no", "not at all true"}, {"rather no", "hardly true"}, neither, {"rather yes", "moderately true"}, {"yes", "exactly true"}}, 2, 1},
	{[][]string{{"strongly disagree"}, {"disagree"}, neither, {"agree"}, {"strongly agree"}}, 2, 1},
	{[][]string{{"never"}, {"rarely"}, {"sometimes"}, {"often"}, {"always", "very often"}}, -1, 1},
}

// neither are the words for the middle of a scale.
var neither = []string{"trudno powiedzieć", "ani tak ani nie", "nie mam zdania", "ani się zgadzam ani się nie zgadzam", "ani tak, ani nie", "neutral", "neither agree nor disagree", "hard to say", "undecided"}

// rung is the place of a word, from 0; -1 where it has none.
func (l ladder) rung(word string) int {
	folded := datasets.Fold(word)
	return slices.IndexFunc(l.rungs, func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return datasets.Fold(w) == folded })
	})
}

// valuesOf gives each word its value; nil where some word has no place. A middle that nobody chose is taken for
// one that could not be chosen, and a ladder without it has a rung less.
func (l ladder) valuesOf(words []string) (values map[string]float64, low, high float64) {
	values = map[string]float64{}
	middle := l.middle >= 0 && !slices.ContainsFunc(words, func(w string) bool { return l.rung(w) == l.middle })
	for _, word := range words {
		rung := l.rung(word)
		if rung < 0 {
			return nil, 0, 0
		}
		if middle && rung > l.middle {
			rung--
		}
		values[word] = l.low + float64(rung)
	}
	high = l.low + float64(len(l.rungs)-1)
	if middle {
		high--
	}
	return values, l.low, high
}

// valuesOf gives words their values by the first ladder that holds them all, or by the number that each begins
// with; nil where neither does.
func valuesOf(words []string) (values map[string]float64, low, high float64) {
	for _, l := range ladders {
		if values, low, high = l.valuesOf(words); values != nil {
			return values, low, high
		}
	}
	values = map[string]float64{}
	low, high = highestAnswer, 0
	for _, word := range words {
		n, leads := leadingNumber(word)
		if !leads {
			return nil, 0, 0
		}
		values[word] = n
		low, high = min(low, n), max(high, n)
	}
	return values, low, high
}

// leadingNumber is that of an answer such as "4 - raczej tak".
func leadingNumber(word string) (float64, bool) {
	digits, rest := "", ""
	if at := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }); at > 0 && at <= 2 {
		digits, rest = word[:at], word[at:]
	}
	if !strings.ContainsFunc(rest, unicode.IsLetter) {
		return 0, false
	}
	n := 0.0
	for _, d := range digits {
		n = 10*n + float64(d-'0')
	}
	return n, n <= highestAnswer
}
