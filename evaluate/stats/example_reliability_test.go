package stats_test

import (
	"fmt"

	"github.com/efseval/efseval/evaluate/stats"
)

// Twelve made-up people answered four items; the answers stand by item.
func ExampleOmegaTotal() {
	items := [][]float64{
		{1, 2, 3, 4, 5, 4, 2, 5, 3, 3, 1, 4},
		{2, 2, 3, 5, 4, 4, 1, 5, 2, 4, 2, 3},
		{1, 1, 4, 4, 5, 3, 2, 4, 2, 4, 3, 3},
		{2, 1, 3, 4, 4, 5, 2, 5, 3, 2, 2, 4},
	}
	alpha, err := stats.CronbachAlpha(items, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	omega, err := stats.OmegaTotal(items, stats.MaximumLikelihood)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("alpha %.3f (%.3f to %.3f), omega %.3f\n", alpha.Alpha.Value, alpha.Interval.Lo.Value, alpha.Interval.Hi.Value, omega.Total.Value)
	few, err := stats.OmegaTotal(items[:2], stats.MaximumLikelihood)
	fmt.Println("two items:", few.Total, err)
	// Output:
	// alpha 0.921 (0.810 to 0.975), omega 0.923
	// two items: undefined (fewer than 3 items) <nil>
}

// The General Self-Efficacy Scale with an SD of 5.31 and alpha 0.85.
func ExampleReliableChange() {
	pre, post := []float64{20, 24, 22, 27}, []float64{28, 27, 22, 20}
	r, err := stats.ReliableChange(pre, post, stats.ReliableChangeOptions{Reliability: 0.85, SD: 5.31})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("reliable from %.0f points (%.2f)\n", r.WholePoints().Value, r.Threshold.Value)
	fmt.Println("improved", r.Improved, "unchanged", r.Unchanged, "worsened", r.Worsened)
	// Output:
	// reliable from 6 points (5.70)
	// improved 1 unchanged 2 worsened 1
}
