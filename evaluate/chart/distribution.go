package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// ChangeClass says what a change of that size is, in the words of the Reliable
// Change Index. The zero ChangeClass is not classified.
type ChangeClass int

// The classes of a change. Whether a fall or a rise is for the better, and what
// becomes of a change as large as the threshold, is decided by who gives them.
const (
	NotClassified ChangeClass = iota
	ReliablyWorse
	NotReliable
	ReliablyBetter
)

// In returns the class in the language; "osoby" or "people" where not classified.
func (k ChangeClass) In(lang Lang) string {
	w := lang.survey()
	switch k {
	case ReliablyWorse:
		return w.worsened
	case NotReliable:
		return w.notReliable
	case ReliablyBetter:
		return w.improved
	}
	return w.persons
}

// ChangeStep is one value of the change after − before, and how many people
// changed by so much.
type ChangeStep struct {
	Change float64
	N      int64
	Class  ChangeClass // of all of them; required where there is a threshold
}

// DistributionOptions are the options of a [Distribution] chart.
type DistributionOptions struct {
	Options
	// Step is the least difference between two scores, in points: 1 for a sum,
	// 0.1 for a mean of ten items. Each bar is one step wide, or an odd number
	// of steps where more would not be readable. 0: not known, a round width
	// is taken.
	Step   float64
	Places int            // decimal places of mean and threshold, 0 to 4
	Mean   Value[float64] // of all changes; missing: not marked
	// Threshold is the size of change, in points and above 0, from which one
	// is reliable. Missing: no band is shaded, and where there is a reason it
	// is printed.
	Threshold Value[float64]
	Basis     string // what the threshold rests on: "1,96 · √2 · SEM, α = 0,82 (przed)". Optional, at most 300 characters
	Unit      string // of the change, "punkty". Optional, at most 60 characters
}

// Distribution draws how many people changed by how much, as a histogram of the
// changes with n above each bar, coloured by class; the band without reliable
// change shaded, with its limits ±threshold; the mean; and how many are
// reliably better, worse and neither, as "5 (33,33%)".
//
// A bar is centred on a multiple of its width, and a change on the border of
// two bars goes to the one further from zero, so that zero has a bar of its own
// and falls are treated as rises are. The shares are exact quotients of the sum
// of N, rounded half up to two places; being of parts of one whole they cannot
// pass 100%.
//
// It returns an error when nobody is counted, a change is NaN, infinite or
// beyond ±10¹², a count is negative or above 10¹², Step is negative, not finite
// or less than a millionth of the range, or Threshold is not above 0; and where
// classes and threshold contradict each other: a reliable change within the
// threshold, one beyond it that is not reliable, better and worse on the same
// side of zero, a class without a threshold or a threshold without classes.
func Distribution(o DistributionOptions, steps []ChangeStep) (*Chart, error) {
	opts, err := o.checked()
	if err != nil {
		return nil, err
	}
	o.Options = opts
	if err := checkDistribution(o, steps); err != nil {
		return nil, err
	}
	h := newHistogram(o, steps)
	keys, texts := o.keys(h)
	c := frame{opts, keys}.chart(h, append(texts, h.descriptions()...))
	c.shades = o.Theme.shades()
	return c, nil
}

// fill is the colour of a class.
func (t Theme) fill(k ChangeClass) color.RGBA {
	switch k {
	case ReliablyWorse:
		return t.Lower[3]
	case NotReliable:
		return t.Neutral
	case ReliablyBetter:
		return t.Higher[3]
	}
	return t.Bar
}

// keys says the shares of the classes, the threshold, n and the width of a bar;
// the texts are the same for the description.
func (o DistributionOptions) keys(h *histogram) (keys []key, texts []string) {
	for _, k := range []ChangeClass{ReliablyWorse, NotReliable, ReliablyBetter} {
		if o.Threshold.known {
			fill := o.Theme.fill(k)
			text := k.In(o.Lang) + ": " + o.Lang.count(h.classes[k]) + nbsp + "(" + o.Lang.percent(h.classes[k], h.n) + ")"
			keys = append(keys, key{text, 12, func(c draw.Canvas, x, y vg.Length) { square(c, fill, x+6, y, 6) }})
		}
	}
	if text := o.bandText(); text != "" {
		keys = append(keys, key{text, 22, o.bandMark()})
	}
	keys = append(keys, key{text: "n" + nbsp + "=" + nbsp + o.Lang.count(h.n)}, key{text: h.widthText()})
	for _, k := range keys {
		texts = append(texts, k.text)
	}
	if o.Mean.known {
		texts = append(texts, o.meanText())
	}
	return keys, texts
}

// bandText labels the threshold, or says why there is none.
func (o DistributionOptions) bandText() string {
	if !o.Threshold.known && clean(o.Threshold.why) == "" {
		return ""
	}
	if !o.Threshold.known {
		return o.Lang.survey().noBand + clean(o.Threshold.why)
	}
	text := o.Lang.survey().band + o.thresholdText()
	if unit := clean(o.Unit); unit != "" {
		text += " " + unit
	}
	if basis := clean(o.Basis); basis != "" {
		text += " (" + basis + ")"
	}
	return text
}

func (o DistributionOptions) thresholdText() string {
	return "±" + o.Lang.decimal(o.Threshold.v, o.Places)
}

func (o DistributionOptions) meanText() string {
	return o.Lang.survey().mean + nbsp + o.Lang.signed(o.Mean.v, o.Places)
}

// bandMark is the band in small; nothing where there is none.
func (o DistributionOptions) bandMark() func(c draw.Canvas, x, y vg.Length) {
	if !o.Threshold.known {
		return nil
	}
	return func(c draw.Canvas, x, y vg.Length) {
		bar(c, o.Theme.Band, x, y-6, x+22, y+6)
		dashed(c, o.Theme, x+0.75, y-6, y+6)
		dashed(c, o.Theme, x+21.25, y-6, y+6)
	}
}

// dashed draws a limit of the band.
func dashed(c draw.Canvas, t Theme, x, y0, y1 vg.Length) {
	sty := draw.LineStyle{Color: t.Muted, Width: 1.5, Dashes: []vg.Length{4, 3}}
	c.StrokeLine2(sty, x, y0, x, y1)
}
