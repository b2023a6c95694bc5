package stats

// GroupTest is a test of several independent groups at once.
type GroupTest struct {
	N, Groups    int
	Statistic, P Maybe
	DF1          int
	DF2          Maybe // undefined (NotDefinedFor) where the statistic is a chi-square
	Need         Need
}

func newGroupTest(groups [][]float64, what string) GroupTest {
	g := GroupTest{Groups: len(groups), DF1: len(groups) - 1, DF2: undefined(NotDefinedFor), Need: needForGroups(what)}
	for _, x := range groups {
		g.N += len(x)
	}
	return g
}

func (g GroupTest) without(why Reason) GroupTest {
	g.Statistic, g.P, g.DF2 = undefined(why), undefined(why), undefined(why)
	return g
}

// WelchAnova is Welch's test (1951) that the means of independent groups are
// equal, without supposing one variance. With w_j = n_j / s_j^2, their sum w and
// the weighted mean m:
//
//	a = sum (1 - w_j/w)^2 / (n_j - 1) / (k^2 - 1)
//	F = (sum w_j (m_j - m)^2 / (k-1)) / (1 + 2(k-2) a),  df2 = 1/(3a)
//
// With two groups it is [WelchT] squared. With fewer than two groups, or an
// empty one, it is undefined (FewGroups, NoValues), as with a group of one
// (FewerThanTwo) or one that does not vary (NoVariance). Non-finite values are
// an error. R: oneway.test(y ~ g).
func WelchAnova(groups [][]float64) (GroupTest, error) {
	if err := checkGroups(groups); err != nil {
		return GroupTest{}, err
	}
	r := newGroupTest(groups, "Welch's analysis of variance")
	if why := whyNoGroups(groups); why != "" {
		return r.without(why), nil
	}
	if smallestGroup(groups) < 2 {
		return r.without(FewerThanTwo), nil
	}
	weights, means := make([]float64, len(groups)), make([]float64, len(groups))
	var whole, sum float64
	for j, g := range groups {
		means[j] = mean(g)
		v := variance(g, means[j])
		if v <= 1e-30*means[j]*means[j] {
			return r.without(NoVariance), nil
		}
		weights[j] = float64(len(g)) / v
		whole += weights[j]
	}
	for j, m := range means { // about the first mean, so that an offset costs nothing
		sum += weights[j] * (m - means[0])
	}
	return r.welch(groups, weights, means, whole, means[0]+sum/whole), nil
}

func (r GroupTest) welch(groups [][]float64, weights, means []float64, whole, centre float64) GroupTest {
	k := float64(r.Groups)
	var between, a float64
	for j, w := range weights {
		between += w * (means[j] - centre) * (means[j] - centre)
		a += (1 - w/whole) * (1 - w/whole) / float64(len(groups[j])-1)
	}
	a /= k*k - 1
	r.Statistic, r.DF2 = defined(between/(k-1)/(1+2*(k-2)*a)), defined(1/(3*a))
	r.P = r.Statistic.then(func(f float64) float64 { return fTail(f, k-1, r.DF2.Value) })
	return r
}
