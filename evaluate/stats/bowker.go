package stats

// BowkerTest is the outcome of [Bowker].
type BowkerTest struct {
	// All is over every pair of categories, as R's mcnemar.test has it; undefined
	// (EmptyPair) where nobody moved either way between some two of them.
	All ChiSquareP
	// NonEmpty leaves such pairs out, of the sum and of the degrees of freedom.
	NonEmpty ChiSquareP
	// Unmoved is the number of pairs left out.
	Unmoved int
	Need    Need
}

// Bowker tests symmetry: whether as many people moved from i to j as from j to
// i, for every two of the k categories (Bowker 1948). For k = 2 it is McNemar's
// Plain.
//
//	chi2 = sum over i < j of (n_ij - n_ji)^2 / (n_ij + n_ji),  df = k(k-1)/2
//
// Nobody moved at all: NobodyMoved; no people: NoPairs. A table that does not
// hold together is an error. R: mcnemar.test(table).
func Bowker(t Transitions) (BowkerTest, error) {
	if err := t.check(); err != nil {
		return BowkerTest{}, err
	}
	k := len(t.Counts)
	var sum float64
	moved := 0
	for i := range k {
		for j := range i {
			if n := t.Counts[i][j] + t.Counts[j][i]; n > 0 {
				d := float64(t.Counts[i][j] - t.Counts[j][i])
				sum += d * d / float64(n)
				moved++
			}
		}
	}
	pairs := k * (k - 1) / 2
	b := BowkerTest{Unmoved: pairs - moved, Need: Need{N: 1, Of: "people who changed", For: "a test of symmetry"}}
	switch {
	case moved == 0:
		b.All, b.NonEmpty = noChiSquareP(t.whyNothingMoved(), pairs), noChiSquareP(t.whyNothingMoved(), 0)
	case moved < pairs:
		b.All, b.NonEmpty = noChiSquareP(EmptyPair, pairs), chiSquareP(sum, moved)
	default:
		b.All = chiSquareP(sum, pairs)
		b.NonEmpty = b.All
	}
	return b, nil
}
