package scale

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// How says how items become a score.
type How string

// The ways to score. A mean stays on the scale of one answer; a sum grows with the items, and
// a missing item is then prorated by the mean of the others.
const (
	Mean How = "mean"
	Sum  How = "sum"
)

// Direction says which scores are better.
type Direction string

// The directions, after reversed items are turned.
const (
	Higher Direction = "higher"
	Lower  Direction = "lower"
)

// ErrUndeclared is the fault of a key that leaves something for its user to say; see
// [Key.Reverse] and [Key.Toward].
var ErrUndeclared = errors.New("scale: the key does not say everything")

// What a key may leave for its user to say.
const (
	undeclaredReversed  = "reversed"
	undeclaredDirection = "direction"
)

// Key is the scoring key of a questionnaire.
type Key struct {
	Name       string        // of a key file: gses; empty for a key made in code
	Title      evaluate.Text // in words; may be empty
	Items      int           // how many; 0: as many as a sheet has
	Low, High  float64       // Required: lowest and highest answer
	Step       float64       // answers are Low + a multiple of it; 0: any number of the range
	Direction  Direction     // Defaults to Higher.
	Reversed   []bool        // by item; shorter or nil: the rest is not reversed
	How        How           // Defaults to Mean.
	Missing    int           // unanswered items allowed; Defaults to 0: complete sheets only
	Answered   float64       // instead of Missing: the least share of items answered, up to 1
	Answers    []Word        // how values are written; none: as numbers, with any words behind
	Blank      []string      // words for no answer: "nie dotyczy"
	Norms      []Norm
	Published  []Published // what others found about the scale
	Sources    []Source
	Undeclared []string // "reversed", "direction": to be said by the user before the key can score
}

// Word is one value and the words for it.
type Word struct {
	Value float64  `yaml:"value"`
	Words []string `yaml:"words"`
}

// Published is a figure that others found, for a reliable change or for comparison.
type Published struct {
	What  string  `yaml:"what"` // alpha, test-retest, mean, sd
	Value float64 `yaml:"value"`
	Sure  string  `yaml:"sure"` // see [Source]
}

// Source says where a part of a key comes from and how sure that is.
type Source struct {
	Of   string `yaml:"of"`   // items, answers, reversed, norms, …
	Mark string `yaml:"mark"` // key of the bibliography, or what was concluded from what
	Sure string `yaml:"sure"` // sourced (read there), high, medium or low (from knowledge)
}

// Check tells whether the key can score; the error says what to correct.
func (k Key) Check() error {
	if len(k.Undeclared) > 0 {
		return fmt.Errorf("%w: %s leaves to its user: %s; state it for your questionnaire", ErrUndeclared, k.name(), strings.Join(k.Undeclared, ", "))
	}
	return k.checkRest()
}

// checkRest is Check of all but what the user has yet to say.
func (k Key) checkRest() error {
	if err := k.checkRange(); err != nil {
		return err
	}
	switch {
	case k.Items < 0 || k.Items > mostItems:
		return fmt.Errorf("scale: %s has %d items; want 1 to %d, or 0 for as many as a sheet has", k.name(), k.Items, mostItems)
	case k.How != "" && k.How != Mean && k.How != Sum:
		return fmt.Errorf("scale: score %q; want mean or sum", k.How)
	case k.Direction != "" && k.Direction != Higher && k.Direction != Lower:
		return fmt.Errorf("scale: direction %q; want higher or lower, whichever score is better", k.Direction)
	case k.Missing < 0:
		return fmt.Errorf("scale: missing is %d, must not be negative", k.Missing)
	case !(k.Answered >= 0 && k.Answered <= 1):
		return fmt.Errorf("scale: the least share answered is %v, must be up to 1", k.Answered)
	case k.Answered > 0 && k.Missing > 0:
		return fmt.Errorf("scale: both missing (%d) and a least share answered (%v) are given; leave one", k.Missing, k.Answered)
	case k.Items > 0 && slices.Contains(k.Reversed[min(k.Items, len(k.Reversed)):], true):
		return fmt.Errorf("scale: an item beyond the %d of %s is reversed", k.Items, k.name())
	}
	if _, err := k.dictionary(); err != nil {
		return err
	}
	return k.checkNorms()
}

// mostItems keeps a slip of the pen in a key file from becoming a sheet of a million items.
const mostItems = 300

func (k Key) checkRange() error {
	switch {
	case !(k.Low < k.High) || math.IsInf(k.High-k.Low, 0):
		return fmt.Errorf("scale: range is %v to %v, must rise", k.Low, k.High)
	case !(k.Step >= 0) || k.Step > k.High-k.Low:
		return fmt.Errorf("scale: step is %v, must be 0 for none and fit the range %v to %v", k.Step, k.Low, k.High)
	case k.Step > 0 && !k.onStep(k.High):
		return fmt.Errorf("scale: no number of steps of %v leads from %v to %v", k.Step, k.Low, k.High)
	}
	return nil
}

func (k Key) name() string {
	if k.Name == "" {
		return "the key"
	}
	return "key " + k.Name
}

// onStep tells whether a value of the range is one of the steps.
func (k Key) onStep(v float64) bool {
	if k.Step == 0 {
		return true
	}
	steps := (v - k.Low) / k.Step
	return math.Abs(steps-math.Round(steps)) < 1e-9
}

// Reverse is the key with exactly these items turned, counted from 1; without any, none is. An item
// beyond the questionnaire is an error, and so is one given twice.
func (k Key) Reverse(items ...int) (Key, error) {
	var reversed []bool
	for _, item := range items {
		if most := k.itemsOf(mostItems); item < 1 || item > min(most, mostItems) {
			return k, fmt.Errorf("scale: item %d cannot be reversed: %s has items 1 to %d", item, k.name(), most)
		}
		for len(reversed) < item {
			reversed = append(reversed, false)
		}
		if reversed[item-1] {
			return k, fmt.Errorf("scale: item %d is given as reversed twice", item)
		}
		reversed[item-1] = true
	}
	k.Reversed = reversed
	return k.declared(undeclaredReversed), nil
}

// Toward is the key with the direction said.
func (k Key) Toward(d Direction) (Key, error) {
	if d != Higher && d != Lower {
		return k, fmt.Errorf("scale: direction %q; want higher or lower, whichever score is better", d)
	}
	k.Direction = d
	return k.declared(undeclaredDirection), nil
}

func (k Key) declared(what string) Key {
	k.Undeclared = slices.DeleteFunc(slices.Clone(k.Undeclared), func(s string) bool { return s == what })
	return k
}

// HigherIsBetter tells whether a rise of the score is an improvement.
func (k Key) HigherIsBetter() bool { return k.Direction != Lower }

// Said is a figure that the key's sources give of the scale: alpha, test-retest, mean, sd.
func (k Key) Said(what string) (Published, bool) {
	for _, p := range k.Published {
		if p.What == what {
			return p, true
		}
	}
	return Published{}, false
}

// Possible are the lowest and the highest score of a sheet of so many items.
func (k Key) Possible(items int) (low, high float64) {
	if k.How == Sum {
		return k.Low * float64(items), k.High * float64(items)
	}
	return k.Low, k.High
}
