package stats

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// StuartMaxwellTest is the outcome of [StuartMaxwell].
type StuartMaxwellTest struct {
	ChiSquareP
	Need Need
}

// StuartMaxwell tests marginal homogeneity: whether each category has as many
// people after as before (Stuart 1955, Maxwell 1970). For two categories it is
// McNemar's Plain.
//
//	chi2 = d' V^- d,  d_i = post_i - pre_i,
//	V_ii = pre_i + post_i - 2 n_ii,  V_ij = -(n_ij + n_ji)
//
// V never has full rank, since the d_i add up to 0; V^- is its pseudo-inverse,
// and its rank, the degrees of freedom: the categories between which people moved
// less one for each group of them that exchanges people only within itself.
//
// Nobody moved at all: NobodyMoved; no people: NoPairs. A table that does not
// hold together is an error. R: coin::mh_test(table).
func StuartMaxwell(t Transitions) (StuartMaxwellTest, error) {
	if err := t.check(); err != nil {
		return StuartMaxwellTest{}, err
	}
	r := StuartMaxwellTest{Need: Need{N: 1, Of: "people who changed", For: "a test of marginal homogeneity"}}
	if t.Same() == t.N {
		r.ChiSquareP = noChiSquareP(t.whyNothingMoved(), 0)
		return r, nil
	}
	d, v := t.marginalChange()
	value, rank, ok := quadraticForm(d, v)
	if !ok {
		r.ChiSquareP = noChiSquareP(NotFinite, 0)
		return r, nil
	}
	r.ChiSquareP = chiSquareP(value, rank)
	return r, nil
}

func (t Transitions) marginalChange() ([]float64, *mat.SymDense) {
	k := len(t.Counts)
	pre, post := t.Margins()
	d, v := make([]float64, k), mat.NewSymDense(k, nil)
	for i := range k {
		d[i] = float64(post[i] - pre[i])
		v.SetSym(i, i, float64(pre[i]+post[i]-2*t.Counts[i][i]))
		for j := range i {
			v.SetSym(i, j, -float64(t.Counts[i][j]+t.Counts[j][i]))
		}
	}
	return d, v
}

// quadraticForm is d' V^- d and the rank of V, over the eigenvalues that are not
// rounding traces: those of whole-number matrices are far from them.
func quadraticForm(d []float64, v *mat.SymDense) (value float64, rank int, ok bool) {
	var eigen mat.EigenSym
	if !eigen.Factorize(v, true) {
		return 0, 0, false
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	values := eigen.Values(nil)
	least := 1e-10 * values[len(values)-1]
	for i, lambda := range values {
		if math.Abs(lambda) <= least {
			continue
		}
		along := mat.Dot(vectors.ColView(i), mat.NewVecDense(len(d), d))
		value += along * along / lambda
		rank++
	}
	return value, rank, true
}

// MarginalScores is the test of marginal homogeneity for ordered categories,
// with the scores 1..k in the order of t.Categories: on the whole, did people
// move up?
//
//	z = sum(d) / sqrt(sum(d^2)),  d = score after - score before
//
// Z is positive for a rise (coin's has the other sign). For two categories its
// square is McNemar's Plain. It is undefined where [StuartMaxwell] is, and a table
// that does not hold together is an error here, too.
// R: coin::mh_test(table, scores = list(response = 1:k)); Agresti (2002), 10.3.
func MarginalScores(t Transitions) (NormalP, error) {
	if err := t.check(); err != nil {
		return NormalP{}, err
	}
	sum, squares := 0, 0
	for i, row := range t.Counts {
		for j, n := range row {
			sum += n * (j - i)
			squares += n * (j - i) * (j - i)
		}
	}
	if squares == 0 {
		u := undefined(t.whyNothingMoved())
		return NormalP{Z: u, P: u}, nil
	}
	return newNormalP(float64(sum) / math.Sqrt(float64(squares))), nil
}
