package stats_test

import (
	"fmt"

	"github.com/efseval/efseval/evaluate/stats"
)

// Ten made-up people answered the same questionnaire before and after.
func ExampleSignedRank() {
	pre := []float64{20, 24, 22, 27, 25, 30, 18, 26, 23, 21}
	post := []float64{24, 27, 22, 31, 24, 33, 23, 29, 28, 25}

	d, err := stats.DecimalDifferences(pre, post)
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := stats.SignedRank(d.Values, stats.SignedRankOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("W+ =", test.WPlus, " W- =", test.WMinus, " n =", test.NonZero)
	fmt.Println("exact p =", test.Exact.Two)
	fmt.Println(test.Need)
	// Output:
	// W+ = 44  W- = 1  n = 9
	// exact p = 0.0078125
	// need >= 6 non-zero differences for a two-sided signed-rank p <= 0.05
}

// What the data cannot give is undefined and says why.
func ExamplePairedT() {
	t, err := stats.PairedT([]float64{2, 3, 4}, []float64{3, 4, 5}, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("mean change =", t.Mean)
	fmt.Println("t =", t.T)
	fmt.Println(t.T.Why.Sentence())
	// Output:
	// mean change = 1
	// t = undefined (no variance)
	// All values are the same, so there is no variation to compare with.
}

// How many of 839 participants must be asked for their situation six months later, so that every
// share is known to within 3 percentage points.
func ExampleSampleSize() {
	n, err := stats.SampleSize(0.03, 0.95, 839)
	fmt.Println(n, err)
	// Output: 470 <nil>
}
