package stats

// GroupPair is [WelchT] of one group (number First) less another (Second), with
// its p corrected for the number of pairs compared.
type GroupPair struct {
	First, Second int
	Test          TwoSampleT
	PHolm         Maybe
}

// PairwiseWelch compares each group with each before it, by [WelchT] and Holm's
// correction (1979): the i-th smallest of m p-values becomes the largest of
//
//	min(1, (m - j + 1) p_(j)),  j <= i
//
// Pairs that have no p are not counted in m. The order is that of the groups:
// 1 less 0, 2 less 0, 2 less 1. Errors are those of [WelchT].
// R: pairwise.t.test(y, g, pool.sd = FALSE, p.adjust.method = "holm").
func PairwiseWelch(groups [][]float64, level float64) ([]GroupPair, error) {
	var out []GroupPair
	for i := range groups {
		for j := range i {
			t, err := WelchT(groups[i], groups[j], level)
			if err != nil {
				return nil, err
			}
			out = append(out, GroupPair{First: i, Second: j, Test: t})
		}
	}
	return out, correct(out)
}

func correct(pairs []GroupPair) error {
	raw := make([]Maybe, len(pairs))
	for i, p := range pairs {
		raw[i] = p.Test.PTwo
	}
	adjusted, err := AdjustP(raw, Holm)
	for i, p := range adjusted {
		pairs[i].PHolm = p
	}
	return err
}
