package stats

import (
	"math"
	"strconv"
	"strings"
)

// Differences are post minus pre, in the order of the pairs.
type Differences struct {
	Values []float64
	// Exact tells that every value is the float64 nearest to the exact decimal
	// difference. Otherwise the values were rounded to multiples of Unit.
	Exact bool
	// Decimals is the largest number of decimals in the data where Exact.
	Decimals int
	// Unit is the step that the values are multiples of: 10^-Decimals where
	// Exact, else the ninth digit of the largest value.
	Unit float64
}

// maxDecimals bounds the decimals taken for meant; a value with more is the
// trace of a computation (a mean of three answers), not an answer.
const maxDecimals = 9

// DecimalDifferences returns post - pre such that decimal ties are ties.
//
// In binary, 2.4-2.1 and 1.3-1.0 differ in the last bit, and a rank test takes
// them for two different sizes of change. So the data are read in the decimals
// they were written in (at most 9), subtracted as integers and turned back.
// Where a value has more decimals, or too many digits to be kept exactly, the
// differences are rounded at the ninth digit of the largest value instead, and
// Exact is false. An error is returned for unequal lengths and non-finite values,
// and where a difference overflows.
func DecimalDifferences(pre, post []float64) (Differences, error) {
	if err := checkPairs(pre, post); err != nil {
		return Differences{}, err
	}
	decimals := max(decimalsOf(pre), decimalsOf(post))
	if decimals <= maxDecimals {
		if d, ok := integerDifferences(pre, post, decimals); ok {
			return d, nil
		}
	}
	d := roundedDifferences(pre, post)
	return d, checkFinite("post-pre", d.Values) // values near 1e308 can overflow
}

// decimalsOf is the largest number of decimals in the shortest text that reads
// back as each value.
func decimalsOf(x []float64) int {
	most := 0
	for _, v := range x {
		text := strconv.FormatFloat(v, 'f', -1, 64)
		if _, fraction, found := strings.Cut(text, "."); found {
			most = max(most, len(fraction))
		}
	}
	return most
}

func integerDifferences(pre, post []float64, decimals int) (Differences, bool) {
	scale := math.Pow10(decimals) // exact: decimals <= 9
	out := make([]float64, len(pre))
	for i := range pre {
		a, okA := scaled(pre[i], decimals)
		b, okB := scaled(post[i], decimals)
		if !okA || !okB {
			return Differences{}, false
		}
		out[i] = float64(b-a) / scale
	}
	return Differences{Values: out, Exact: true, Decimals: decimals, Unit: 1 / scale}, true
}

// scaled is v * 10^decimals as an integer, taken from the digits rather than by
// multiplication. It refuses what exceeds 2^52, so that differences stay exact.
func scaled(v float64, decimals int) (int64, bool) {
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	n, err := strconv.ParseInt(strings.Replace(text, ".", "", 1), 10, 64)
	return n, err == nil && n > -1<<52 && n < 1<<52
}

func roundedDifferences(pre, post []float64) Differences {
	var largest float64
	for i := range pre {
		largest = max(largest, math.Abs(pre[i]), math.Abs(post[i]))
	}
	exponent := max(int(math.Ceil(math.Log10(largest)))-maxDecimals, -300)
	out := make([]float64, len(pre))
	for i := range pre {
		out[i] = roundTo(post[i]-pre[i], exponent)
	}
	return Differences{Values: out, Unit: math.Pow10(exponent)}
}

// roundTo rounds v to a multiple of 10^exponent. It divides or multiplies by a
// whole power of ten, so that equal multiples give equal bits.
func roundTo(v float64, exponent int) float64 {
	if exponent < 0 {
		return math.Round(v*math.Pow10(-exponent)) / math.Pow10(-exponent)
	}
	return math.Round(v/math.Pow10(exponent)) * math.Pow10(exponent)
}
