package stats

import (
	"fmt"
	"math"
)

// LogisticModel is a fitted logistic regression.
//
// Where the columns tell the outcome without fail there is no estimate, however
// long one iterates: everything is then undefined (Separated), as it is where
// the columns are not independent (Collinear), the rows too few (FewerRows) or
// all outcomes alike (NoVariance). A fit that fails for another cause is NotReached.
type LogisticModel struct {
	N, K         int                   // rows, coefficients
	Events       int                   // rows with the outcome
	Coefficients []LogisticCoefficient // the intercept first
	// Fitted are the probabilities of the outcome, a row each; nil where undefined.
	Fitted                 []float64
	LogLikelihood          Maybe
	Deviance, NullDeviance Maybe // -2 LogLikelihood, and that of the intercept alone
	AIC                    Maybe // Deviance + 2K
	McFadden               Maybe // 1 - Deviance/NullDeviance
	Iterations             int
	Need                   Need
}

// LogisticCoefficient is a log odds ratio with Wald's test and interval, on the
// scale of the logarithm; its exponential is the odds ratio.
type LogisticCoefficient struct {
	Estimate, SE, Z, P Maybe
	Interval           Interval
}

// Logistic fits log(p/(1-p)) = b0 + b1 x1 + ... to outcomes that are true or
// false, by maximum likelihood: least squares with weights p(1-p), repeated
// until no fitted logit moves (Fisher's scoring). columns holds the x, one
// slice for each, all as long as outcome; an intercept is always there.
//
// It makes the weights for those who stayed, 1/Fitted, from what was known of all
// at the start. Need counts ten events, or non-events, for each coefficient
// (Peduzzi and others 1996). Unequal lengths, non-finite values and an
// impossible level are errors. R: glm(y ~ x1, family = binomial, epsilon = 1e-14).
func Logistic(outcome []bool, columns [][]float64, level float64) (LogisticModel, error) {
	if err := checkLevel(level); err != nil {
		return LogisticModel{}, err
	}
	y := make([]float64, len(outcome))
	m := LogisticModel{N: len(y), K: len(columns) + 1}
	for i, is := range outcome {
		if is {
			y[i] = 1
			m.Events++
		}
	}
	if err := checkDesign(y, columns, true); err != nil {
		return LogisticModel{}, err
	}
	m.Need = Need{N: 10 * m.K, Of: "rows with the rarer outcome", For: fmt.Sprintf("a logistic regression with %d coefficients", m.K)}
	design := [][]double{ones(len(y))}
	for _, c := range columns {
		design = append(design, allAsWritten(c))
	}
	if why := whyNoLogistic(design, m); why != "" {
		return m.without(why, level), nil
	}
	return m.iterate(y, design, level), nil
}

func whyNoLogistic(design [][]double, m LogisticModel) Reason {
	if m.N < m.K {
		return FewerRows
	}
	if m.Events == 0 || m.Events == m.N {
		return NoVariance
	}
	if _, ok := orthogonalise(design); !ok {
		return Collinear
	}
	return ""
}

// logisticRounds is far more than a fit needs that exists: scoring doubles its
// digits in each. Separated outcomes push the logits on by about 1 a round.
const logisticRounds = 60

func (m LogisticModel) iterate(y []float64, design [][]double, level float64) LogisticModel {
	logits, step := make([]float64, m.N), make([]float64, m.N)
	last := math.Inf(1)
	for m.Iterations = 1; m.Iterations <= logisticRounds; m.Iterations++ {
		s, ok := score(y, logits, design)
		if !ok { // weights that vanish take columns with them
			break
		}
		moved := 0.0
		for i, l := range s.logits {
			step[i] = l - logits[i]
			moved = max(moved, math.Abs(step[i])/(1+math.Abs(l)))
		}
		if logits = s.logits; moved < 1e-9 && moved >= last/2 || moved < 1e-14 {
			return m.filled(y, logits, s, level)
		}
		last = moved
	}
	if separates(y, step) {
		return m.without(Separated, level)
	}
	return m.without(NotReached, level)
}

// separates tells a direction of the logits that is right for every row, on
// which a likelihood grows without end.
func separates(y, step []float64) bool {
	largest, wrong := 0.0, 0.0
	for i, s := range step {
		largest = max(largest, math.Abs(s))
		wrong = max(wrong, (1-2*y[i])*s)
	}
	return wrong <= 1e-6*largest
}

// scoring is one weighted least squares.
type scoring struct {
	o            orthogonal
	coefficients []double
	logits       []float64
}

// score fits z = logit + (y-p)/w with weights w = p(1-p), that is the columns
// and z times sqrt(w).
func score(y, logits []float64, design [][]double) (s scoring, ok bool) {
	weighted := make([][]double, len(design))
	for j := range design {
		weighted[j] = make([]double, len(y))
	}
	z := make([]double, len(y))
	for i, l := range logits {
		p, q := logistic(l), logistic(-l)
		root := math.Sqrt(p * q)
		if root == 0 {
			return s, false
		}
		residual := y[i] * q // y - p, without 1 - p
		if y[i] == 0 {
			residual = -p
		}
		z[i] = inDouble(root*l + residual/root)
		for j := range design {
			weighted[j][i] = design[j][i].times(inDouble(root))
		}
	}
	if s.o, ok = orthogonalise(weighted); !ok {
		return s, false
	}
	coordinates, _ := s.o.project(z)
	s.coefficients = s.o.solve(coordinates)
	s.logits = make([]float64, len(y))
	for i := range y {
		var sum double
		for j, b := range s.coefficients {
			sum = sum.plus(b.times(design[j][i]))
		}
		s.logits[i] = sum.value()
	}
	return s, true
}

// logistic is 1/(1 + exp(-x)).
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
