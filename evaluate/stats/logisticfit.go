package stats

import "math"

// filled makes the result of the last scoring.
func (m LogisticModel) filled(y, logits []float64, s scoring, level float64) LogisticModel {
	sum := 0.0
	for i, l := range logits {
		m.Fitted = append(m.Fitted, logistic(l))
		if y[i] == 0 {
			l = -l
		}
		sum -= softplus(-l) // log of the probability of what happened
	}
	m.LogLikelihood, m.Deviance = defined(sum), defined(-2*sum)
	share := float64(m.Events) / float64(m.N)
	null := -2 * float64(m.N) * (share*math.Log(share) + (1-share)*math.Log1p(-share))
	m.NullDeviance, m.AIC = defined(null), defined(-2*sum+2*float64(m.K))
	m.McFadden = m.Deviance.over(m.NullDeviance).then(func(r float64) float64 { return 1 - r })
	rows := s.o.weights()
	for j, b := range s.coefficients {
		var square double
		for _, a := range rows[j] {
			square = square.plus(product(a, a))
		}
		m.Coefficients = append(m.Coefficients, wald(b.value(), math.Sqrt(square.value()), level))
	}
	return m
}

// softplus is log(1 + exp(x)), without overflow.
func softplus(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }

func wald(b, se, level float64) LogisticCoefficient {
	c := LogisticCoefficient{Estimate: defined(b), SE: defined(se)}
	c.Z = c.Estimate.over(c.SE)
	c.P = c.Z.then(normalTwoSided)
	half := -normalQuantile((1-level)/2) * se
	c.Interval = interval(b-half, b+half, level)
	return c
}

func (m LogisticModel) without(why Reason, level float64) LogisticModel {
	u := undefined(why)
	for range m.K {
		m.Coefficients = append(m.Coefficients, LogisticCoefficient{Estimate: u, SE: u, Z: u, P: u, Interval: noInterval(why, level)})
	}
	m.LogLikelihood, m.Deviance, m.NullDeviance, m.AIC, m.McFadden = u, u, u, u, u
	return m
}
