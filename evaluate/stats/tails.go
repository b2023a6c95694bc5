package stats

import "gonum.org/v1/gonum/mathext"

// fTail is P(F > f) for Fisher's F, without 1 - p.
func fTail(f, df1, df2 float64) float64 {
	if f <= 0 {
		return 1
	}
	return mathext.RegIncBeta(df2/2, df1/2, df2/(df2+df1*f))
}

// chiSquareTail is P(X > x) for chi-square, without 1 - p.
func chiSquareTail(x, df float64) float64 {
	if x <= 0 {
		return 1
	}
	return mathext.GammaIncRegComp(df/2, x/2)
}

// normalTwoSided is P(|Z| > |z|).
func normalTwoSided(z float64) float64 {
	if z > 0 {
		z = -z
	}
	return 2 * normalCDF(z)
}
