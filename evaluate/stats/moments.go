package stats

import (
	"math"
	"slices"
)

// Summary describes one sample. Undefined members say why: an empty sample has
// no mean, a sample of one no standard deviation.
type Summary struct {
	N                int
	Mean             Maybe
	SD               Maybe // standard deviation with n-1
	SE               Maybe // SD / sqrt(n), of the mean
	Median, Min, Max Maybe
}

// Mean is the arithmetic mean of x.
//
//	m = sum(x)/n
//
// What each addition rounds off is summed beside it (Neumaier 1974), so a huge
// common offset costs no digits. An empty x ([ErrEmpty]) and values that are not
// finite are errors, and so is a mean that overflows.
func Mean(x []float64) (float64, error) {
	if err := checkFinite("x", x); err != nil {
		return 0, err
	}
	if len(x) == 0 {
		return 0, ErrEmpty
	}
	m := mean(x)
	return m, checkFinite("mean of x", []float64{m}) // values near 1e308 can overflow
}

func mean(x []float64) float64 {
	var sum, lost float64
	for _, v := range x {
		next := sum + v
		if math.Abs(sum) >= math.Abs(v) {
			lost += (sum - next) + v
		} else {
			lost += (v - next) + sum
		}
		sum = next
	}
	return (sum + lost) / float64(len(x))
}

// variance is the sample variance with n-1 about m, by the corrected two-pass
// algorithm (1.7) of Chan, Golub and LeVeque (1983), "Algorithms for Computing
// the Sample Variance", The American Statistician 37:
//
//	(sum(d^2) - sum(d)^2/n) / (n-1),  d = x - m
//
// Identical values give exactly 0. It needs len(x) >= 2.
func variance(x []float64, m float64) float64 {
	if slices.Min(x) == slices.Max(x) {
		return 0
	}
	var squares, sum float64
	for _, v := range x {
		d := v - m
		squares += d * d
		sum += d
	}
	n := float64(len(x))
	return (squares - sum*sum/n) / (n - 1)
}

// Describe summarises x. Non-finite values are an error; an empty x is not, but
// every member is then undefined.
func Describe(x []float64) (Summary, error) {
	if err := checkFinite("x", x); err != nil {
		return Summary{}, err
	}
	return describe(x, NoValues), nil
}

// describe is Describe for checked values; empty is the reason given where
// there are none.
func describe(x []float64, empty Reason) Summary {
	if len(x) == 0 {
		u := undefined(empty)
		return Summary{Mean: u, SD: u, SE: u, Median: u, Min: u, Max: u}
	}
	m := mean(x)
	s := Summary{
		N: len(x), Mean: defined(m), Median: defined(median(x)),
		Min: defined(slices.Min(x)), Max: defined(slices.Max(x)),
		SD: undefined(FewerThanTwo), SE: undefined(FewerThanTwo),
	}
	if len(x) > 1 {
		s.SD = defined(math.Sqrt(variance(x, m)))
		s.SE = s.SD.then(func(sd float64) float64 { return sd / math.Sqrt(float64(len(x))) })
	}
	return s
}

// median is the middle value of a non-empty x, or the mean of the middle two;
// x is left as it is.
func median(x []float64) float64 {
	s := slices.Sorted(slices.Values(x))
	return medianSorted(s)
}

func medianSorted(s []float64) float64 {
	h := len(s) / 2
	if len(s)%2 == 1 {
		return s[h]
	}
	return s[h-1]/2 + s[h]/2
}

// correlation is Pearson's r of two equally long samples, both centred before
// they are multiplied; undefined below two pairs or where one does not vary.
func correlation(x, y []float64) Maybe {
	if len(x) < 2 {
		return undefined(FewerThanTwo)
	}
	mx, my := mean(x), mean(y)
	vx, vy := variance(x, mx), variance(y, my)
	if vx == 0 || vy == 0 {
		return undefined(NoVariance)
	}
	var xy float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
	}
	r := xy / float64(len(x)-1) / math.Sqrt(vx) / math.Sqrt(vy)
	return defined(min(1, max(-1, r)))
}
