package prepost

import (
	"fmt"
	"maps"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// AttritionOptions says how attrition is looked at.
type AttritionOptions struct {
	Level         float64 // of the intervals; Defaults to 0.95
	LowerIsBetter bool    // then a rise is the worse change
	// Covariates are what is known of everybody at the start, for weights. Without any there are no
	// weights; with some the score before is always one more.
	Covariates []Covariate
	// Everybody takes all persons without a pair for missing in the bounds, those with a score after
	// alone and those without a score, too. Off: those with a score before alone.
	Everybody bool
}

// Covariate is what is known of persons at the start: age in years, 1 for women and 0 for men. A
// category of k words makes k - 1 such columns.
type Covariate struct {
	Name   evaluate.Text   // in words of both languages, for the method
	Values map[int]float64 // by [Sheet.Index] of the sheet before; one left out is not known
}

// Attrition is who was lost between two measurements, whether they differed, and what the change
// could be with them. Leavers have a score before and none after; stayers are the pairs. A person
// whose sheets contradict each other is neither.
type Attrition struct {
	Pairs, OnlyPre, OnlyPost, Unscored int
	FoldedPairs                        int            // of the pairs, those made although the codes are written differently
	Share                              stats.Interval // of the leavers among those with a score before: Wilson's
	Groups                             []GroupAttrition
	PreDifference                      stats.TwoSampleT  // mean before of leavers less that of stayers, by Welch
	PreEffect                          stats.GroupEffect // the same in units of the pooled standard deviation
	Bounds                             stats.ChangeBounds
	Worst, Best                        stats.Maybe // of the bounds, by the direction of the scale
	Weighting                          Weighting

	level            float64
	worst, best      stats.Maybe // the worst and the best change observed
	everybodyMissing bool
}

// GroupAttrition is the attrition of one group, women say.
type GroupAttrition struct {
	Group                              string // as the sheets have it; empty: not known
	Pairs, OnlyPre, OnlyPost, Unscored int
	Share                              stats.Interval // as in [Attrition]
}

// Weighting is the change of the stayers weighted so that they stand for those who left, too.
type Weighting struct {
	Asked   bool                     // covariates were given
	Result  stats.InverseProbability // undefined with a reason where the model cannot be fitted
	Names   []evaluate.Text          // columns of the model, the score before first
	Alike   []evaluate.Text          // columns left out: they are the same for everybody
	Unknown int                      // persons left out: a covariate of theirs is not known
}

// Attrition works out who was lost. Everything is found from the pairs alone; formulas are those of
// package stats. An impossible level and values that are not finite are errors.
func (p Pairs) Attrition(o AttritionOptions) (Attrition, error) {
	a := Attrition{
		Pairs: len(p.Matched), OnlyPre: p.OnlyPre, OnlyPost: p.OnlyPost, Unscored: p.Unscored,
		FoldedPairs: len(p.Folded), level: o.Level, everybodyMissing: o.Everybody,
	}
	if o.Level == 0 {
		a.level = 0.95
	}
	var err error
	if a.Share, err = stats.Wilson(a.OnlyPre, a.OnlyPre+a.Pairs, a.level); err != nil {
		return a, err
	}
	if err = a.byGroup(p.Persons); err != nil {
		return a, err
	}
	if err = a.comparePre(p.Persons); err != nil {
		return a, err
	}
	if err = a.bound(p.Matched, o); err != nil {
		return a, err
	}
	a.Weighting, err = weighting(p.Persons, o, a.level)
	return a, err
}

func (a *Attrition) byGroup(people []Person) error {
	groups := map[string]*GroupAttrition{}
	for _, p := range people {
		g := groups[p.Group]
		if g == nil {
			g = &GroupAttrition{Group: p.Group}
			groups[p.Group] = g
		}
		switch p.Fate {
		case Paired:
			g.Pairs++
		case Leaver:
			g.OnlyPre++
		case Newcomer:
			g.OnlyPost++
		default:
			g.Unscored++
		}
	}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		g, err := groups[name], error(nil)
		if g.Share, err = stats.Wilson(g.OnlyPre, g.OnlyPre+g.Pairs, a.level); err != nil {
			return err
		}
		a.Groups = append(a.Groups, *g)
	}
	return nil
}

func (a *Attrition) comparePre(people []Person) (err error) {
	var leavers, stayers []float64
	for _, p := range people {
		switch p.Fate {
		case Leaver:
			leavers = append(leavers, p.Pre)
		case Paired:
			stayers = append(stayers, p.Pre)
		}
	}
	if a.PreDifference, err = stats.WelchT(leavers, stayers, a.level); err != nil {
		return fmt.Errorf("prepost: leavers against stayers: %w", err)
	}
	a.PreEffect, err = stats.StandardizedDifference(leavers, stayers, a.level)
	return err
}

func (a *Attrition) bound(pairs []Pair, o AttritionOptions) (err error) {
	missing := a.OnlyPre
	if o.Everybody {
		missing += a.OnlyPost + a.Unscored
	}
	pre, post := scoresOf(pairs)
	if a.Bounds, err = stats.BoundMeanChange(pre, post, missing); err != nil {
		return fmt.Errorf("prepost: bounds of the change: %w", err)
	}
	b := a.Bounds
	a.Worst, a.Best, a.worst, a.best = b.Lowest, b.Highest, b.LeastChange, b.MostChange
	if o.LowerIsBetter {
		a.Worst, a.Best, a.worst, a.best = a.Best, a.Worst, a.best, a.worst
	}
	return nil
}

// scoresOf are the scores of pairs, in their order.
func scoresOf(pairs []Pair) (pre, post []float64) {
	pre, post = make([]float64, len(pairs)), make([]float64, len(pairs))
	for i, p := range pairs {
		pre[i], post[i] = p.Pre, p.Post
	}
	return pre, post
}
