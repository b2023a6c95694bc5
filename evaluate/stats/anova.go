package stats

import (
	"fmt"
	"math"
)

// Anova is a one-way analysis of variance, with its table.
type Anova struct {
	N, Groups           int
	DFBetween, DFWithin int
	SSBetween, SSWithin Maybe
	MSBetween, MSWithin Maybe
	ResidualSD          Maybe // sqrt(MSWithin)
	F, P                Maybe
	EtaSquared          Maybe // SSBetween / SSTotal, the R^2 of the groups
	OmegaSquared        Maybe // (SSBetween - dfB MSWithin) / (SSTotal + MSWithin), may be below 0
	SmallestGroup       int
	Need                Need
}

// OneWayAnova is Fisher's test that the means of independent groups are equal,
// assuming one variance for all; [WelchAnova] does without that.
//
//	F = (sum n_j (m_j - m)^2 / (k-1)) / (sum (x - m_j)^2 / (N-k))
//
// Values are read in the decimals they were written in and the sums are taken in
// twice the precision of float64, so that a huge common offset costs nothing.
// With fewer than two groups, or an empty one, all is undefined (FewGroups,
// NoValues); with one value in each group F is (FewerRows); with no spread within
// the groups F and P are (NoVariance). Non-finite values are an error.
// R: anova(lm(y ~ g)), oneway.test(y ~ g, var.equal = TRUE).
func OneWayAnova(groups [][]float64) (Anova, error) {
	if err := checkGroups(groups); err != nil {
		return Anova{}, err
	}
	a := Anova{Groups: len(groups), DFBetween: len(groups) - 1, SmallestGroup: smallestGroup(groups), Need: needForGroups("an analysis of variance")}
	for _, g := range groups {
		a.N += len(g)
	}
	a.DFWithin = a.N - a.Groups
	if why := whyNoGroups(groups); why != "" {
		return a.without(why), nil
	}
	between, within := sumsOfSquares(groups)
	a.SSBetween, a.SSWithin = defined(between), defined(within)
	a.MSBetween = defined(between / float64(a.DFBetween))
	if a.DFWithin == 0 {
		u := undefined(FewerRows)
		a.MSWithin, a.ResidualSD, a.F, a.P, a.EtaSquared, a.OmegaSquared = u, u, u, u, u, u
		return a, nil
	}
	a.MSWithin = defined(within / float64(a.DFWithin))
	a.ResidualSD = a.MSWithin.then(math.Sqrt)
	a.F, a.P = fTest(between, a.DFBetween, a.MSWithin.Value, a.DFWithin)
	a.EtaSquared = a.SSBetween.over(defined(between + within))
	a.OmegaSquared = defined(between - float64(a.DFBetween)*a.MSWithin.Value).over(defined(between + within + a.MSWithin.Value))
	return a, nil
}

func (a Anova) without(why Reason) Anova {
	u := undefined(why)
	a.SSBetween, a.SSWithin, a.MSBetween, a.MSWithin, a.ResidualSD = u, u, u, u, u
	a.F, a.P, a.EtaSquared, a.OmegaSquared = u, u, u, u
	return a
}

func checkGroups(groups [][]float64) error {
	for j, g := range groups {
		if err := checkFinite(fmt.Sprintf("group %d", j+1), g); err != nil {
			return err
		}
	}
	return nil
}

// whyNoGroups says why groups cannot be compared, or nothing.
func whyNoGroups(groups [][]float64) Reason {
	if len(groups) < 2 {
		return FewGroups
	}
	if smallestGroup(groups) == 0 {
		return NoValues
	}
	return ""
}

func smallestGroup(groups [][]float64) int {
	if len(groups) == 0 {
		return 0
	}
	least := len(groups[0])
	for _, g := range groups {
		least = min(least, len(g))
	}
	return least
}

func needForGroups(what string) Need {
	return Need{N: 2, Of: "values that are not all alike in each group", For: what}
}

// sumsOfSquares are those between and within groups that are not empty.
func sumsOfSquares(groups [][]float64) (between, within float64) {
	var all, b, w double
	n := 0.0
	means := make([]double, len(groups))
	for j, g := range groups {
		values := allAsWritten(g)
		sum := sumOf(values)
		all, n = all.plus(sum), n+float64(len(g))
		means[j] = sum.over(inDouble(float64(len(g))))
		for _, v := range values {
			d := v.minus(means[j])
			w = w.plus(d.times(d))
		}
	}
	grand := all.over(inDouble(n))
	for j, g := range groups {
		d := means[j].minus(grand)
		b = b.plus(d.times(d).times(inDouble(float64(len(g)))))
	}
	return noiseless(b, all, n), noiseless(w, all, n)
}

// noiseless is a sum of squared deviations, or 0 where it is what rounding leaves
// of equal values: below 10 machine epsilons of the mean, as R's t.test has it.
func noiseless(squares, sum double, n float64) float64 {
	const noise = 10 * 0x1p-52
	mean := math.Abs(sum.hi) / n
	if squares.hi <= n*(noise*mean)*(noise*mean) {
		return 0
	}
	return squares.value()
}
