package chart

import (
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// MaxAnswerItems is how many items one [Answers] chart shows; of a longer
// questionnaire draw several, each of at most so many.
const MaxAnswerItems = 30

// AnswerItem is one item of a questionnaire and how it was answered.
type AnswerItem struct {
	// Text is the item's wording, or its number where the wording is not to be
	// printed. Required; wrapped to four lines, then shortened.
	Text string
	// Reversed marks an item to which a higher answer lowers the score. It is
	// drawn as it was answered, not turned round, and marked "(R)".
	Reversed bool
	// Counts is how many people gave each answer, in the order of Levels; one
	// list for each of Waves. All zero: "no answers". Missing (suppressed, not
	// asked): the reason stands in place of the bar, without n.
	Counts []Value[[]int64]
}

// AnswersOptions are the options of an [Answers] chart.
type AnswersOptions struct {
	Options
	// Levels are the words of the answers, the lowest first. Required: 2 to 11
	// words. Of an odd number the middle one is the neutral answer.
	Levels []string
	// Waves names the bars of an item, at most 6. Defaults to "przed" and "po" /
	// "before" and "after".
	Waves []string
}

// Answers draws how each item was answered before and after, as stacked bars
// that diverge from a zero line: lower answers to the left, higher ones to the
// right, in shares of those who answered the item in that wave, whose number n
// stands beside each bar.
//
// The neutral answer stands apart, in a column of its own at the right with its
// own zero: split over the zero line it would move both sides away from it, and
// neither could be compared between the bars.
//
// Shares are exact quotients rounded half up to whole per cent, "<1%" and ">99%"
// where that would print nobody or everybody falsely; the sum of each side
// stands at its end. Parts too narrow for their number are in the description,
// with their counts.
//
// It returns an error when there is no item or more than [MaxAnswerItems], an
// item has no text, there are fewer than 2 or more than 11 levels, or one
// without a word, there are more than 6 waves, or one without a name, an item has not one list for every wave and in it one count
// for every level, or a count is negative or above 10¹².
func Answers(o AnswersOptions, items []AnswerItem) (*Chart, error) {
	opts, err := o.checked()
	if err != nil {
		return nil, err
	}
	o.Options = opts
	o = o.filled()
	if err := checkAnswers(o, items); err != nil {
		return nil, err
	}
	a := newAnswers(o, items)
	c := frame{opts, o.keys(items)}.chart(a, a.descriptions())
	c.shades = o.Theme.shades()
	return c, nil
}

// filled returns the options with clean words and the default waves.
func (o AnswersOptions) filled() AnswersOptions {
	if len(o.Waves) == 0 {
		w := o.Lang.words()
		o.Waves = []string{w.before, w.after}
	}
	o.Levels, o.Waves = cleanAll(o.Levels), cleanAll(o.Waves)
	return o
}

func cleanAll(in []string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = clean(s)
	}
	return out
}

func checkAnswers(o AnswersOptions, items []AnswerItem) error {
	c := newChecks(o.Options, len(items))
	if len(items) > MaxAnswerItems && len(items) <= maxRows {
		c.say("%d items, at most %d can be read; split the chart", len(items), MaxAnswerItems)
	}
	o.check(c)
	for i, item := range items {
		c.name(i, clean(item.Text))
		if len(item.Counts) != len(o.Waves) {
			c.say("row %d: counts of %d waves, must be of %d; leave Missing what was not asked", i+1, len(item.Counts), len(o.Waves))
		}
		for _, counts := range item.Counts {
			c.answers(i, counts, len(o.Levels))
		}
	}
	return c.err()
}

func (o AnswersOptions) check(c *checks) {
	if n := len(o.Levels); n < 2 || n > 11 {
		c.say("%d levels of answers, must be 2 to 11", n)
	}
	for i, level := range o.Levels {
		if level == "" {
			c.say("level %d has no word; give the answer as people read it", i+1)
		}
	}
	if len(o.Waves) > 6 {
		c.say("%d waves, at most 6 can be read; split the chart", len(o.Waves))
	}
	for i, wave := range o.Waves {
		if wave == "" {
			c.say("wave %d has no name", i+1)
		}
	}
}

// answers wants one count for every level.
func (c *checks) answers(i int, counts Value[[]int64], levels int) {
	if !counts.known {
		return
	}
	if len(counts.v) != levels {
		c.say("row %d: counts of %d answers, must be of %d levels", i+1, len(counts.v), levels)
	}
	for _, n := range counts.v {
		c.count(i, "number of answers", Known(n))
	}
}

// keys explains the colours, in the order of the answers, and the mark of
// reversed items.
func (o AnswersOptions) keys(items []AnswerItem) []key {
	var keys []key
	for i, level := range o.Levels {
		fill := o.fills()[i]
		keys = append(keys, key{level, 18, func(c draw.Canvas, x, y vg.Length) {
			bar(c, o.Theme.Muted, x, y-5.5, x+18, y+5.5)
			bar(c, fill, x+0.75, y-4.75, x+17.25, y+4.75)
		}})
	}
	for _, item := range items {
		if item.Reversed {
			return append(keys, key{text: o.Lang.survey().reversedKey})
		}
	}
	return keys
}

// descriptions says every bar: "Item, przed (n = 10): nie 4 (40%), tak 6 (60%)".
func (a *answers) descriptions() []string {
	var out []string
	for _, b := range a.bars {
		text := b.item + ", " + b.wave
		if !b.shown() {
			out = append(out, text+": "+b.why)
			continue
		}
		var parts []string
		for i, n := range b.counts {
			parts = append(parts, a.o.Levels[i]+" "+a.o.Lang.count(n)+nbsp+"("+a.o.Lang.wholePercent(n, b.n)+")")
		}
		out = append(out, text+" ("+b.nText+"): "+strings.Join(parts, ", "))
	}
	return out
}
