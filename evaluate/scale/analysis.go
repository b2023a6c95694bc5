package scale

import (
	"errors"
	"fmt"

	"github.com/efseval/efseval/evaluate/stats"
)

// Analysis describes the items of one wave: how well they hold together, where scores pile up, what is
// missing. Alpha, Omega, Halves, Splits and the item statistics rest on the complete sheets
// alone; Pairwise takes in the others too.
type Analysis struct {
	Key      Key
	Level    float64
	Sheets   int // all handed over
	Scored   int // with a score
	Complete int // scored, every item answered
	Prorated int // scored in spite of blanks; Scored = Complete + Prorated
	TooBlank int // without a score for too many blanks
	Faulty   int // without a score for a fault; Sheets = Scored + TooBlank + Faulty

	Score    stats.Summary // of the scored sheets
	Alpha    stats.Reliability
	Pairwise stats.Reliability // not computed (zero) where every scored sheet is complete
	Omega    stats.Omega
	Halves   stats.SplitHalf // odd against even items
	Splits   stats.Splits    // all splits
	Floor    Share           // scored sheets at the lowest possible score
	Ceiling  Share           // … at the highest
	Items    []ItemAnalysis
}

// Share is a count over its base with Wilson's interval.
type Share struct {
	Num, Den int
	Interval stats.Interval
}

// ItemAnalysis is one item of an [Analysis].
type ItemAnalysis struct {
	Number   int           // from 1
	Reversed bool          // turned by the key
	Answers  stats.Summary // turned answers of all sheets that gave a usable one
	Missing  int           // sheets that left it blank
	Faulty   int           // sheets whose answer to it is a fault
	Stats    stats.Item    // complete sheets
	// MaybeUnreversed: the item runs against the others (item-rest correlation below 0). A hint to look into
	// the questionnaire; nothing was turned.
	MaybeUnreversed bool
}

// Analyse describes the sheets of one wave, scored by the key, at a confidence level. Each person should stand
// in it once: the caller chooses the sheets. Sheets of unequal length are an error, and so is a
// key that cannot score. Without sheets, or with one, the statistics are undefined and say why.
func Analyse(sheets []Sheet, key Key, level float64) (Analysis, error) {
	a := Analysis{Key: key, Level: level, Sheets: len(sheets)}
	if err := key.Check(); err != nil {
		return a, err
	}
	for i, s := range sheets {
		if len(s.Turned) != len(sheets[0].Turned) {
			return a, fmt.Errorf("scale: sheet %d has %d items, sheet 1 has %d; score all by one key", i+1, len(s.Turned), len(sheets[0].Turned))
		}
		a.count(s)
	}
	return a, errors.Join(a.scores(sheets), a.together(sheets), a.items(sheets))
}

func (a *Analysis) count(s Sheet) {
	switch {
	case s.Scored && s.Prorated:
		a.Prorated++
	case s.Scored:
		a.Complete++
	case len(s.Faults) > 0:
		a.Faulty++
	default:
		a.TooBlank++
	}
	a.Scored = a.Complete + a.Prorated
	a.Floor.Num += one(s.AtLow)
	a.Ceiling.Num += one(s.AtHigh)
	a.Floor.Den, a.Ceiling.Den = a.Scored, a.Scored
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (a *Analysis) scores(sheets []Sheet) (err error) {
	var scores []float64
	for _, s := range sheets {
		if s.Scored {
			scores = append(scores, s.Score)
		}
	}
	if a.Score, err = stats.Describe(scores); err != nil {
		return err
	}
	for _, share := range []*Share{&a.Floor, &a.Ceiling} {
		if share.Interval, err = stats.Wilson(share.Num, share.Den, a.Level); err != nil {
			return err
		}
	}
	return nil
}

// together works out how the items hold together.
func (a *Analysis) together(sheets []Sheet) (err error) {
	items := a.complete(sheets)
	if a.Alpha, err = stats.CronbachAlpha(items, a.Level); err != nil {
		return err
	}
	if a.Omega, err = stats.OmegaTotal(items, stats.MaximumLikelihood); err != nil {
		return err
	}
	if a.Halves, err = stats.OddEven(items); err != nil {
		return err
	}
	if a.Splits, err = stats.AllSplits(items); err != nil {
		return err
	}
	if a.Prorated > 0 {
		values, given := answersOf(sheets)
		a.Pairwise, err = stats.PairwiseAlpha(values, given, a.Level)
	}
	return err
}

// complete are the answers of the complete sheets. Where nobody answered everything the items are there all the
// same, so that what is lacking are sheets and not items; three of them where nobody can know.
func (a *Analysis) complete(sheets []Sheet) [][]float64 {
	if items := complete(sheets); len(items) > 0 {
		return items
	}
	switch {
	case len(sheets) > 0:
		return make([][]float64, len(sheets[0].Turned))
	case a.Key.Items > 0:
		return make([][]float64, a.Key.Items)
	}
	return make([][]float64, 3)
}

// answersOf are the turned answers of the scored sheets by item, and which were given.
func answersOf(sheets []Sheet) (values [][]float64, given [][]bool) {
	for _, s := range sheets {
		if !s.Scored {
			continue
		}
		for i, answer := range s.Turned {
			if i == len(values) {
				values, given = append(values, nil), append(given, nil)
			}
			values[i], given[i] = append(values[i], answer.Value), append(given[i], answer.Given)
		}
	}
	return values, given
}

func (a *Analysis) items(sheets []Sheet) error {
	if len(sheets) == 0 && a.Key.Items == 0 {
		return nil // nobody can know how many
	}
	items := a.complete(sheets)
	found, err := stats.ItemAnalysis(items)
	if err != nil {
		return err
	}
	for i := range items {
		item, err := a.item(sheets, i)
		if err != nil {
			return err
		}
		item.Stats = found[i]
		item.MaybeUnreversed = found[i].Rest.Defined && found[i].Rest.Value < 0
		a.Items = append(a.Items, item)
	}
	return nil
}

func (a *Analysis) item(sheets []Sheet, i int) (item ItemAnalysis, err error) {
	item = ItemAnalysis{Number: i + 1, Reversed: i < len(a.Key.Reversed) && a.Key.Reversed[i]}
	var given []float64
	for _, s := range sheets {
		faulty := false
		for _, f := range s.Faults {
			faulty = faulty || f.Item == i+1
		}
		switch {
		case s.Turned[i].Given:
			given = append(given, s.Turned[i].Value)
		case faulty:
			item.Faulty++
		default:
			item.Missing++
		}
	}
	item.Answers, err = stats.Describe(given)
	return item, err
}
