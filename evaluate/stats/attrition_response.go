package stats

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// InverseProbability is the mean of what is known of some people only, each weighted by one over
// the probability that it is known: who stayed also speaks for those like him who left.
//
// Where the model of the probabilities cannot be fitted nothing of it is defined, and Mean says why:
// Separated (the columns tell without fail who is known), Collinear, FewerRows, NotReached; NoValues
// where nothing is known. Where all is known no model is needed and every weight is 1.
type InverseProbability struct {
	N, Observed int
	Model       LogisticModel // the zero value where all or nothing is known
	Weights     []float64     // 1/p of those observed, in their order; nil where undefined
	Mean        WeightedMean  // normalised (Hajek); its robust error takes the weights for fixed
	// SEEstimated is the error of stacked estimating equations, which knows that the probabilities
	// were estimated. It is mostly the smaller one, and too small in small samples.
	SEEstimated Maybe
	Need        Need
}

// InverseProbabilityMean fits the probability p that an outcome is observed to the columns, which are
// known of everybody, by [Logistic], and gives the mean of the outcome over everybody:
//
//	m = sum(r y/p) / sum(r/p),  r = 1 where observed, otherwise 0
//	SEEstimated^2 = sum(f^2),  f = (r/p (y - m) + c'H^-1 x(r - p)) / sum(r/p)
//	H = sum(p(1-p) x x'),  c = -sum(r (1-p)/p (y - m) x)
//
// outcome, observed and each column are as long as there are people; outcomes not observed are not
// read. It holds where those who left would have changed as those did who stayed and are alike in the
// columns; nothing in the data can test that. Hernan and Robins (2020), chapter 12; the error: Stefanski
// and Boos (2002). Unequal lengths, non-finite values and an impossible level are errors.
// R: p <- fitted(glm(r ~ x, binomial)); weighted.mean(y[r], 1/p[r]).
func InverseProbabilityMean(outcome []float64, observed []bool, columns [][]float64, c Covariance, level float64) (InverseProbability, error) {
	if len(outcome) != len(observed) {
		return InverseProbability{}, fmt.Errorf("%w: %d outcomes for %d people; want one each, anything where not observed", ErrLength, len(outcome), len(observed))
	}
	known := observedOf(outcome, observed)
	r := InverseProbability{N: len(observed), Observed: len(known)}
	if err := checkFinite("outcome", known); err != nil {
		return InverseProbability{}, err
	}
	m, err := Logistic(observed, columns, level) // checks the columns in any case
	if err != nil {
		return InverseProbability{}, err
	}
	r.Need = m.Need
	p := m.Fitted
	switch {
	case len(known) == 0:
		return r.without(NoValues, c, level), nil
	case len(known) == len(observed):
		p = certain(len(observed))
	case p == nil:
		r.Model = m
		return r.without(m.LogLikelihood.Why, c, level), nil
	default:
		r.Model = m
	}
	r.Weights = inverse(p, observed)
	if r.Mean, err = MeanByWeights(known, r.Weights, c, level); err != nil {
		return InverseProbability{}, err
	}
	r.SEEstimated = r.Mean.SE
	if r.Mean.SE.Defined {
		r.SEEstimated = rootOfSquares(influence(outcome, observed, columns, p, r.Mean.Mean.Value))
	}
	return r, nil
}

func (r InverseProbability) without(why Reason, c Covariance, level float64) InverseProbability {
	r.Mean = WeightedMean{Covariance: c}.without(undefined(why), why, level)
	r.SEEstimated = undefined(why)
	return r
}

func observedOf(outcome []float64, observed []bool) []float64 {
	known := []float64{}
	for i, is := range observed {
		if is {
			known = append(known, outcome[i])
		}
	}
	return known
}

func certain(n int) []float64 {
	p := make([]float64, n)
	for i := range p {
		p[i] = 1
	}
	return p
}

func inverse(p []float64, observed []bool) []float64 {
	var weights []float64
	for i, is := range observed {
		if is {
			weights = append(weights, 1/p[i])
		}
	}
	return weights
}

// influence is what each person adds to the error of m; nil where the information H has no inverse.
// Columns are standardised first: that changes nothing but the digits that are kept.
func influence(outcome []float64, observed []bool, columns [][]float64, p []float64, m float64) []float64 {
	design := standardised(columns, len(observed))
	k := len(design[0])
	information, c := mat.NewSymDense(k, nil), mat.NewVecDense(k, nil)
	var total float64
	for i, row := range design {
		x := mat.NewVecDense(k, row)
		if p[i] < 1 {
			information.SymRankOne(information, p[i]*(1-p[i]), x)
		}
		if observed[i] {
			total += 1 / p[i]
			c.AddScaledVec(c, -(1-p[i])/p[i]*(outcome[i]-m), x)
		}
	}
	along := mat.NewVecDense(k, nil)
	if mat.Norm(c, 2) > 0 { // 0 where all is known: then nothing was estimated
		var inverse mat.Cholesky
		if !inverse.Factorize(information) || inverse.SolveVecTo(along, c) != nil {
			return nil
		}
	}
	out := make([]float64, len(observed))
	for i, row := range design {
		residual := -p[i]
		if observed[i] {
			residual = 1 - p[i]
			out[i] = (outcome[i] - m) / p[i]
		}
		out[i] = (out[i] + residual*mat.Dot(along, mat.NewVecDense(k, row))) / total
	}
	return out
}

// standardised is the design by rows, an intercept first.
func standardised(columns [][]float64, n int) [][]float64 {
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = []float64{1}
	}
	for _, column := range columns {
		s := describe(column, NoValues)
		for i, v := range column {
			if s.SD.Value > 0 {
				v = (v - s.Mean.Value) / s.SD.Value
			}
			rows[i] = append(rows[i], v)
		}
	}
	return rows
}

func rootOfSquares(f []float64) Maybe {
	if f == nil {
		return undefined(Collinear)
	}
	var sum float64
	for _, v := range f {
		sum += v * v
	}
	return defined(math.Sqrt(sum))
}
