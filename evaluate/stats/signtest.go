package stats

// SignTestResult is the outcome of [SignTest].
type SignTestResult struct {
	Plus, Minus, Zero     int
	PTwo, PGreater, PLess Maybe // Greater: rises are likelier than falls
	Need                  Need
}

// SignTest is the exact binomial test of rises against falls, zeros left out:
// among those who changed, are both directions equally likely? It uses no sizes,
// so it stands where answers have only an order.
//
// With no differences the p-values are undefined (NoPairs), with only zeros
// NoNonZero. Need is for a two-sided p of 0.05. Non-finite differences are an error.
// R: binom.test(plus, plus + minus).
func SignTest(diff []float64) (SignTestResult, error) {
	if err := checkFinite("diff", diff); err != nil {
		return SignTestResult{}, err
	}
	r := SignTestResult{Need: needForSigns(0.95, "a two-sided sign test p")}
	for _, d := range diff {
		switch {
		case d > 0:
			r.Plus++
		case d < 0:
			r.Minus++
		default:
			r.Zero++
		}
	}
	if r.Plus+r.Minus == 0 {
		u := undefined(whyNoSigns(len(diff)))
		r.PTwo, r.PGreater, r.PLess = u, u, u
		return r, nil
	}
	b, err := BinomialTest(r.Plus, r.Plus+r.Minus, 0.5)
	r.PTwo, r.PGreater, r.PLess = b.PTwo, b.PGreater, b.PLess
	return r, err
}
