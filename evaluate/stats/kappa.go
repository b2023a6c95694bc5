package stats

// Agreement is Cohen's kappa of the same people before and after: how far they
// stayed where they were, beyond what the margins alone would give.
type Agreement struct {
	Plain     Maybe // every move weighs the same
	Quadratic Maybe // a move over d categories weighs d^2: for ordered categories
}

// Kappa computes both from a transition table, over categories in their order:
//
//	kappa = 1 - sum(w_ij n_ij) / sum(w_ij pre_i post_j / n)
//
// with the weights w 0 on the diagonal and 1 off it, or (i-j)^2 (Cohen 1960,
// 1968). Without people it is undefined (NoPairs), where all are in one
// category both times NoVariance. A table that does not hold together is an error.
// R: psych::cohen.kappa.
func Kappa(t Transitions) (Agreement, error) {
	if err := t.check(); err != nil {
		return Agreement{}, err
	}
	return Agreement{
		Plain: t.kappa(func(i, j int) float64 {
			if i == j {
				return 0
			}
			return 1
		}),
		Quadratic: t.kappa(func(i, j int) float64 { return float64((i - j) * (i - j)) }),
	}, nil
}

func (t Transitions) kappa(weight func(i, j int) float64) Maybe {
	if t.N == 0 {
		return undefined(NoPairs)
	}
	pre, post := t.Margins()
	var found, expected float64
	for i, row := range t.Counts {
		for j, n := range row {
			found += weight(i, j) * float64(n)
			expected += weight(i, j) * float64(pre[i]) * float64(post[j]) / float64(t.N)
		}
	}
	if expected == 0 {
		return undefined(NoVariance)
	}
	return defined(1 - found/expected)
}
