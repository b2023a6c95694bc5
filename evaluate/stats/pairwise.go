package stats

import (
	"fmt"
	"math"
)

// PairwiseAlpha is [CronbachAlpha] from incomplete sheets: each covariance comes
// from the people who answered both items. given[i][j] tells whether person j
// answered item i; the value of an item not given is not looked at.
//
// N counts all people handed over, and Interval and SE take it for their n, as
// psych does: with many blanks they are too narrow. The covariances need not
// belong to any possible set of answers, so alpha may even exceed 1. Prefer the
// complete sheets and show this beside them. Undefined as CronbachAlpha, and
// below 2 people for any pair of items (FewerThanTwo).
// R: psych::alpha(x, use = "pairwise").
func PairwiseAlpha(items [][]float64, given [][]bool, level float64) (Reliability, error) {
	if err := checkLevel(level); err != nil {
		return Reliability{}, err
	}
	if err := checkGiven(items, given); err != nil {
		return Reliability{}, err
	}
	r := Reliability{Items: len(items)}
	if len(items) > 0 {
		r.N = len(items[0])
	}
	s, why := pairwiseCovariances(items, given)
	if r.Alpha = undefined(why); why == "" {
		r.Alpha = alphaFrom(s)
	}
	if r.Alpha.Defined {
		r.among(s)
	}
	return r.finished(level), nil
}

// PairwiseItems is [ItemAnalysis] from incomplete sheets, answers as for
// [PairwiseAlpha]. Rest comes from the pairwise covariances; Total correlates
// an item with the mean of the answers each person gave (psych does both so).
func PairwiseItems(items [][]float64, given [][]bool) ([]Item, error) {
	if err := checkGiven(items, given); err != nil {
		return nil, err
	}
	out := make([]Item, len(items))
	s, why := pairwiseCovariances(items, given)
	for i := range items {
		u := undefined(why)
		if out[i] = (Item{u, u, u, u}); why != "" {
			continue
		}
		rest := s.without(i)
		out[i].Rest = s.rest(i)
		out[i].Total = withOwnMean(items, given, i)
		out[i].AlphaWithout = alphaFrom(rest)
		out[i].StandardizedAlphaWithout = out[i].AlphaWithout
	}
	if why == "" && len(items) > 2 {
		for i, a := range s.standardizedWithout() {
			out[i].StandardizedAlphaWithout = a
		}
	}
	return out, nil
}

func checkGiven(items [][]float64, given [][]bool) error {
	if len(given) != len(items) {
		return fmt.Errorf("%w: %d items and %d lists of who answered", ErrLength, len(items), len(given))
	}
	for i, item := range items {
		if len(item) != len(items[0]) || len(given[i]) != len(item) {
			return fmt.Errorf("%w: item %d has %d answers and %d marks of who answered, item 0 has %d answers",
				ErrLength, i, len(item), len(given[i]), len(items[0]))
		}
		for j, v := range item {
			if given[i][j] && (math.IsNaN(v) || math.IsInf(v, 0)) {
				return fmt.Errorf("%w: items[%d][%d] is %v; mark it as not given", ErrNotFinite, i, j, v)
			}
		}
	}
	return nil
}

// pairwiseCovariances has the variance of each item over all who answered it,
// and each covariance over those who answered both; why is not empty where
// there are none.
func pairwiseCovariances(items [][]float64, given [][]bool) (s matrix, why Reason) {
	if len(items) < 2 {
		return nil, FewItems
	}
	s = newMatrix(len(items))
	for i := range items {
		for j := range i + 1 {
			x, y := both(items, given, i, j)
			if len(x) < 2 {
				return nil, FewerThanTwo
			}
			s[i][j] = covariance(x, y, mean(x), mean(y))
			s[j][i] = s[i][j]
		}
	}
	return s, ""
}

func both(items [][]float64, given [][]bool, i, j int) (x, y []float64) {
	for p := range items[i] {
		if given[i][p] && given[j][p] {
			x, y = append(x, items[i][p]), append(y, items[j][p])
		}
	}
	return x, y
}

func alphaFrom(s matrix) Maybe {
	if len(s) < 2 {
		return undefined(FewItems)
	}
	if sum := s.sum(); !(sum > 1e-12*s.trace()) {
		return undefined(NoVariance)
	}
	return alphaOf(s.trace(), s.sum(), len(s))
}

// rest is the correlation of an item with the total of the others.
//
//	sum_{j != i} s_ij / sqrt(s_ii sum(S without i))
func (m matrix) rest(i int) Maybe {
	var with float64
	for j, c := range m[i] {
		if j != i {
			with += c
		}
	}
	others := m.without(i).sum()
	if !(m[i][i] > 0) || !(others > 0) {
		return undefined(NoVariance)
	}
	return defined(with / math.Sqrt(m[i][i]) / math.Sqrt(others))
}

// withOwnMean correlates an item with the mean of the answers of each person.
func withOwnMean(items [][]float64, given [][]bool, item int) Maybe {
	var x, y []float64
	for p := range items[item] {
		if !given[item][p] {
			continue
		}
		var answers []float64
		for i := range items {
			if given[i][p] {
				answers = append(answers, items[i][p])
			}
		}
		x, y = append(x, items[item][p]), append(y, mean(answers))
	}
	return correlation(x, y)
}
