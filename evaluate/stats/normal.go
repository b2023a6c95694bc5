package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// normalCDF is Phi(z), with its digits kept far into the left tail.
func normalCDF(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

// normalQuantile is the z with Phi(z) = p.
func normalQuantile(p float64) float64 { return distuv.UnitNormal.Quantile(p) }
