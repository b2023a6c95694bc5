package stats

import (
	"fmt"
	"math"
)

// AncovaResult compares groups after the project at the same starting point.
type AncovaResult struct {
	// Model is post on pre and one column for each group but the first.
	Model LinearModel
	Level float64
	// Intercept and Slope (of pre) with standard errors by Covariance.
	Intercept, Slope Coefficient
	Covariance       Covariance
	// Differences are the adjusted differences of groups 1, 2, ... to group 0.
	Differences []Coefficient
	// Means are what each group would have after at the mean of pre, with
	// classical standard errors.
	Means []Coefficient
	// SameSlopes tests whether one slope serves all groups; a small p says that
	// the difference depends on where people started.
	SameSlopes GroupTest
	Spread     ChiSquareTest // Breusch-Pagan
	Need       Need
}

// AncovaOptions chooses the convention of [Ancova].
type AncovaOptions struct {
	// Level of the intervals. Defaults to 0.95.
	Level float64
	// Classical asks for classical standard errors; the default is [HC3].
	Classical bool
}

// Ancova is the analysis of covariance
//
//	post = b0 + b1 pre + g_1 [group 1] + g_2 [group 2] + ... + e
//
// by [LeastSquares]: g_j is by how much group j stands above group 0 after, among
// people who stood alike before. Without random assignment it is a comparison,
// not an effect. group holds for each person a number from 0 on; every number up
// to the largest must occur at least once.
//
// The adjusted mean of a group is b0 + b1 mean(pre) + g_j; equal slopes are
// tested by the F of adding pre times each group. Undefined where the columns are
// not independent or the people too few (Collinear, FewerRows).
//
// Unequal lengths, non-finite values, an impossible level and a group number
// below 0 or left out are errors.
// R: lmtest::coeftest(lm(post ~ pre + g), vcov. = sandwich::vcovHC);
// emmeans::emmeans(m, "g"); anova(m, lm(post ~ pre * g)).
func Ancova(pre, post []float64, group []int, o AncovaOptions) (AncovaResult, error) {
	if o.Level == 0 {
		o.Level = 0.95
	}
	if err := checkAncova(pre, post, group, o.Level); err != nil {
		return AncovaResult{}, err
	}
	dummies := indicatorsOf(group)
	columns := append([][]float64{pre}, dummies...)
	m, err := LeastSquares(post, columns, true)
	if err != nil {
		return AncovaResult{}, err
	}
	r := AncovaResult{Model: m, Level: o.Level, Covariance: HC3}
	r.Need = Need{N: m.K + 1, Of: "people who have pre and post", For: "an adjusted difference"}
	if o.Classical {
		r.Covariance = Classical
	}
	if err := r.coefficients(pre); err != nil {
		return AncovaResult{}, err
	}
	if r.Spread, err = BreuschPagan(m, columns); err != nil {
		return AncovaResult{}, err
	}
	r.SameSlopes, err = sameSlopes(m, post, columns, dummies)
	return r, err
}

func (r *AncovaResult) coefficients(pre []float64) error {
	all, err := r.Model.Coefficients(r.Covariance, r.Level)
	if err != nil {
		return err
	}
	r.Intercept, r.Slope, r.Differences = all[0], all[1], all[2:]
	for j := range len(r.Differences) + 1 {
		weights := make([]float64, len(all))
		weights[0] = 1
		if len(pre) > 0 {
			weights[1] = mean(pre)
		}
		if j > 0 {
			weights[j+1] = 1
		}
		adjusted, err := r.Model.Combination(weights, Classical, r.Level)
		if err != nil {
			return err
		}
		r.Means = append(r.Means, adjusted)
	}
	return nil
}

func checkAncova(pre, post []float64, group []int, level float64) error {
	if err := checkLevel(level); err != nil {
		return err
	}
	if err := checkPairs(pre, post); err != nil {
		return err
	}
	if len(group) != len(pre) {
		return fmt.Errorf("%w: %d people and %d group numbers", ErrLength, len(pre), len(group))
	}
	seen := map[int]bool{}
	for i, g := range group {
		if g < 0 {
			return fmt.Errorf("%w: group[%d] is %d, must be 0 or more", ErrDesign, i, g)
		}
		seen[g] = true
	}
	for g := range seen {
		if g >= len(seen) {
			return fmt.Errorf("%w: groups must be numbered from 0 without a gap; there are %d and one has the number %d", ErrDesign, len(seen), g)
		}
	}
	return nil
}

// indicatorsOf has a column of 0 and 1 for each group but the first.
func indicatorsOf(group []int) [][]float64 {
	var out [][]float64
	for i, g := range group {
		for len(out) < g {
			out = append(out, make([]float64, len(group)))
		}
		if g > 0 {
			out[g-1][i] = 1
		}
	}
	return out
}

// sameSlopes is the F of the columns that pre times each group adds.
func sameSlopes(m LinearModel, post []float64, columns, dummies [][]float64) (GroupTest, error) {
	r := GroupTest{N: m.N, Groups: len(dummies) + 1, DF1: len(dummies), Need: Need{N: m.K + len(dummies) + 1, Of: "people who have pre and post", For: "a test of equal slopes"}}
	for _, d := range dummies {
		slope := make([]float64, len(d))
		for i := range d {
			slope[i] = d[i] * columns[0][i]
		}
		columns = append(columns, slope)
	}
	full, err := LeastSquares(post, columns, true)
	switch {
	case err != nil:
		return r, err
	case len(dummies) == 0:
		return r.without(FewGroups), nil
	case full.why != "":
		return r.without(full.why), nil
	case full.DFResidual == 0:
		return r.without(FewerRows), nil
	}
	gained := math.Max(0, full.SSRegression.Value-m.SSRegression.Value)
	variance := full.SSResidual.Value / float64(full.DFResidual)
	r.Statistic, r.P = fTest(gained, r.DF1, variance, full.DFResidual)
	r.DF2 = defined(float64(full.DFResidual))
	return r, nil
}
