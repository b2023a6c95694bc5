package stats

// sampleReaching is the n, at least 2, at which a power that grows with n
// reaches what is wanted.
func sampleReaching(power float64, at func(n float64) float64) Maybe {
	const least, most = 2.0, 1e8
	if at(least) >= power {
		return defined(least)
	}
	low, high := least, 2*least
	for at(high) < power {
		if low, high = high, 2*high; high > most {
			return undefined(NotReached)
		}
	}
	return defined(ridders(func(n float64) float64 { return power - at(n) }, low, high))
}

// effectReaching is the effect above 0 at which a power that grows with the
// effect reaches what is wanted.
func effectReaching(power float64, at func(d float64) float64) Maybe {
	low, high := 0.0, 1.0
	for at(high) < power {
		if low, high = high, 2*high; high > maxEffect {
			return undefined(NotReached)
		}
	}
	return defined(ridders(func(d float64) float64 { return power - at(d) }, low, high))
}
