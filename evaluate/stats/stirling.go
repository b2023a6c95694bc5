package stats

import "math"

// stirlingError is the error of Stirling's formula,
//
//	ln Gamma(a) - [(a - 1/2) ln a - a + ln(2 pi)/2]
//
// which lets quotients of gamma functions be taken without subtracting large
// logarithms. The series is Abramowitz and Stegun 6.1.41; from 15 on its first
// omitted term is below 1e-17, and below 15 the recurrence
// Gamma(a+1) = a Gamma(a) leads up to it.
func stirlingError(a float64) float64 {
	if a < 15 {
		return stirlingError(a+1) + (a+0.5)*math.Log1p(1/a) - 1
	}
	q := 1 / (a * a)
	return (1.0/12 - q*(1.0/360-q*(1.0/1260-q*(1.0/1680-q*(1.0/1188-q*691.0/360360))))) / a
}

// HedgesJ is the factor that takes the small-sample bias off a standardised
// mean, in its exact form (Hedges 1981, equation 6e):
//
//	J = Gamma(df/2) / (sqrt(df/2) Gamma((df-1)/2))
//
// It is undefined below df = 2.
func HedgesJ(df float64) Maybe {
	if !(df >= 2) {
		return undefined(FewerThan3)
	}
	a := df / 2
	// By Stirling's formula for both gammas, with a ln a gathered in log1p.
	log := -(a-1)*math.Log1p(-1/(2*a)) - 0.5 + stirlingError(a) - stirlingError(a-0.5)
	return defined(math.Exp(log))
}

// HedgesJApprox is the usual approximation of [HedgesJ], for comparison with
// published figures that used it:
//
//	J = 1 - 3/(4 df - 1)
func HedgesJApprox(df float64) Maybe {
	if !(df >= 2) {
		return undefined(FewerThan3)
	}
	return defined(1 - 3/(4*df-1))
}
