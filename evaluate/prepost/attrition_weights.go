package prepost

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// Weights beyond which a weighted mean hangs on a few persons.
const (
	extremeWeight = 10  // a person who stands for more than ten
	leastShare    = 0.5 // an effective sample of less than half of the stayers
)

// weighting weighs the stayers by the inverse of their probability to stay.
func weighting(people []Person, o AttritionOptions, level float64) (Weighting, error) {
	w := Weighting{Asked: len(o.Covariates) > 0}
	if !w.Asked {
		return w, nil
	}
	known := w.known(people, o.Covariates)
	change, stayed, err := outcomes(known)
	if err != nil {
		return w, err
	}
	w.Result, err = stats.InverseProbabilityMean(change, stayed, w.columns(known, o.Covariates), stats.HC2, level)
	if err != nil {
		return w, fmt.Errorf("prepost: weights for those who stayed: %w", err)
	}
	return w, nil
}

// known are the leavers and stayers of whom every covariate is known.
func (w *Weighting) known(people []Person, covariates []Covariate) []Person {
	var out []Person
	for _, p := range people {
		if p.Fate != Paired && p.Fate != Leaver {
			continue
		}
		lacks := func(c Covariate) bool { _, known := c.Values[p.PreIndex]; return !known }
		if slices.ContainsFunc(covariates, lacks) {
			w.Unknown++
			continue
		}
		out = append(out, p)
	}
	return out
}

// outcomes are the change of each, 0 where there is none, and who stayed.
func outcomes(people []Person) (change []float64, stayed []bool, err error) {
	pre, post := make([]float64, len(people)), make([]float64, len(people))
	stayed = make([]bool, len(people))
	for i, p := range people {
		pre[i], post[i], stayed[i] = p.Pre, p.Pre, p.Fate == Paired
		if stayed[i] {
			post[i] = p.Post
		}
	}
	change, err = stats.PlainDifferences(pre, post)
	return change, stayed, err
}

// columns are the score before and the covariates, but for those that are the same for everybody.
func (w *Weighting) columns(people []Person, covariates []Covariate) [][]float64 {
	pre := make([]float64, len(people))
	for i, p := range people {
		pre[i] = p.Pre
	}
	var out [][]float64
	out = w.column(out, evaluate.T("wynik przed", "score before"), pre)
	for _, c := range covariates {
		column := make([]float64, len(people))
		for i, p := range people {
			column[i] = c.Values[p.PreIndex]
		}
		out = w.column(out, c.Name, column)
	}
	return out
}

func (w *Weighting) column(columns [][]float64, name evaluate.Text, column []float64) [][]float64 {
	if len(column) == 0 || slices.Min(column) == slices.Max(column) {
		w.Alike = append(w.Alike, name)
		return columns
	}
	w.Names = append(w.Names, name)
	return append(columns, column)
}

// extreme tells whether the weighted mean hangs on a few persons.
func (w Weighting) extreme() bool {
	m := w.Result.Mean
	return m.LargestWeight.Defined &&
		(m.LargestWeight.Value > extremeWeight || m.EffectiveN.Value < leastShare*float64(w.Result.Observed))
}
