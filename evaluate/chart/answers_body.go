package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// answers is the body of an [Answers] chart: below each item's text its bars.
type answers struct {
	o     AnswersOptions
	items []block
	bars  []answerBar // of all items, in order
	waves int         // bars of an item
	names vg.Length   // width of the column of waves and n

	neutral             int // index of the neutral level, -1: none
	low, high, mid      vg.Length
	zero, midZero, unit vg.Length // from the left edge; unit is the length of 1 per cent
	title               block
}

// answerBar is one bar: the answers to an item in a wave.
type answerBar struct {
	item, wave, nText string
	counts            []int64
	n                 int64
	why               string // in place of the bar; empty: it is drawn
	name, label       block  // left of the bar, and in place of it
}

func (b answerBar) shown() bool { return b.why == "" }

const (
	answerThick = vg.Length(19)
	answerGap   = vg.Length(3)  // between the bars of an item
	itemGap     = vg.Length(12) // between items
	apartGap    = vg.Length(14) // before the column of the neutral answer
)

func newAnswers(o AnswersOptions, items []AnswerItem) *answers {
	a := &answers{o: o, waves: len(o.Waves), neutral: -1}
	if len(o.Levels)%2 == 1 {
		a.neutral = len(o.Levels) / 2
	}
	for _, item := range items {
		text := clean(item.Text)
		if item.Reversed {
			text += nbsp + o.Lang.survey().reversed
		}
		a.items = append(a.items, wrap(glue(text, o.Lang), face(o.Theme.TextSize, o.Theme.Ink), o.inner(), 4))
		for w, counts := range item.Counts {
			a.bars = append(a.bars, a.bar(text, o.Waves[w], counts))
		}
	}
	a.fit()
	return a
}

// bar adds the counts of a bar up, or says why it is not drawn.
func (a *answers) bar(item, wave string, counts Value[[]int64]) answerBar {
	b := answerBar{item: item, wave: wave, why: counts.text(a.o.Lang)}
	if counts.known {
		b.counts, b.why = append(b.counts, counts.v...), ""
		for _, n := range counts.v {
			b.n += n
		}
		b.nText = "n" + nbsp + "=" + nbsp + a.o.Lang.count(b.n)
		if b.n == 0 {
			b.why = a.o.Lang.survey().noAnswers
		}
	}
	small := face(a.o.Theme.SmallSize, a.o.Theme.Muted)
	tail := ""
	if b.nText != "" {
		tail = "," + nbsp + b.nText
	}
	b.name = wrap(wave, small, max(a.o.inner()*0.38-small.Width(tail), 40), 1).with(tail)
	return b
}

// fit gives the shares as much length as the texts leave: on each side of zero
// room for the longest bar of that side and the number at its end.
func (a *answers) fit() {
	for _, b := range a.bars {
		a.names = max(a.names, b.name.width())
	}
	room := a.o.inner() - a.names - nameGap
	for i := range a.bars {
		a.bars[i].label = wrap(glue(a.bars[i].why, a.o.Lang), face(a.o.Theme.SmallSize, a.o.Theme.Muted), room, 3)
	}
	low, high, mid := a.longest()
	ends := 2 * a.endRoom()
	if a.neutral >= 0 {
		ends += a.endRoom() + apartGap
	} else {
		mid = 0
	}
	a.unit = (room - ends) / vg.Length(low+high+mid)
	a.low, a.high, a.mid = a.unit*vg.Length(low), a.unit*vg.Length(high), a.unit*vg.Length(mid)
	a.zero = a.names + nameGap + a.endRoom() + a.low
	a.midZero = a.zero + a.high + a.endRoom() + apartGap
	a.title = a.axisTitle()
}

// endRoom is the room of the number at the end of a bar.
func (a *answers) endRoom() vg.Length {
	return face(a.o.Theme.SmallSize, color.Black).Width("100%") + 7
}

// longest returns the largest shares of lower, higher and neutral answers, in
// per cent; at least 10, so that an axis can be seen.
func (a *answers) longest() (low, high, mid float64) {
	low, high, mid = 10, 10, 10
	for _, b := range a.bars {
		if b.shown() {
			low = max(low, b.percent(b.sum(a.lower())))
			high = max(high, b.percent(b.sum(a.higher())))
			mid = max(mid, b.percent(b.sum(a.middle())))
		}
	}
	return low, high, mid
}

// percent is a length, not a label: those are rounded on the exact quotient.
func (b answerBar) percent(n int64) float64 { return 100 * float64(n) / float64(b.n) }

func (b answerBar) sum(levels []int) int64 {
	var sum int64
	for _, i := range levels {
		sum += b.counts[i]
	}
	return sum
}

// lower returns the levels below the middle, the one next to it first; higher
// those above it, in the same way; middle the neutral one.
func (a *answers) lower() []int {
	var out []int
	for i := len(a.o.Levels)/2 - 1; i >= 0; i-- {
		out = append(out, i)
	}
	return out
}

func (a *answers) higher() []int {
	var out []int
	for i := (len(a.o.Levels) + 1) / 2; i < len(a.o.Levels); i++ {
		out = append(out, i)
	}
	return out
}

func (a *answers) middle() []int {
	if a.neutral < 0 {
		return nil
	}
	return []int{a.neutral}
}

// fills returns the colour of every level.
func (o AnswersOptions) fills() []color.RGBA {
	half := len(o.Levels) / 2
	low, high := spread(o.Theme.Lower, half), spread(o.Theme.Higher, half)
	out := make([]color.RGBA, len(o.Levels))
	for i := range half {
		out[half-1-i] = low[i]
		out[len(out)-half+i] = high[i]
	}
	if len(out)%2 == 1 {
		out[half] = o.Theme.Neutral
	}
	return out
}

// axisTitle says what lies on which side.
func (a *answers) axisTitle() block {
	w := a.o.Lang.survey()
	text := w.shares
	if a.neutral >= 0 {
		text += w.middleApart
	}
	return wrap(glue(text, a.o.Lang), face(a.o.Theme.SmallSize, a.o.Theme.Muted), a.o.inner(), 0)
}
