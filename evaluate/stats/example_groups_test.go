package stats_test

import (
	"fmt"

	"github.com/efseval/efseval/evaluate/stats"
)

// The changes of ten made-up women and ten made-up men.
func ExampleWelchT() {
	women := []float64{4, 3, 0, 4, -1, 3, 5, 3, 5, 4}
	men := []float64{1, 0, -1, 4, 1, 2, 1, 0, -1, 2}
	t, err := stats.WelchT(women, men, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("women rose by %.1f more (95 %% interval %.2f to %.2f), p = %.3f\n",
		t.Difference.Value, t.Interval.Lo.Value, t.Interval.Hi.Value, t.PTwo.Value)
	// Output: women rose by 2.1 more (95 % interval 0.42 to 3.78), p = 0.017
}

// What fifteen pairs can find.
func ExamplePairedTDetectable() {
	dz, err := stats.PairedTDetectable(15, 0.8, 0.95, stats.BothSides)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("15 pairs find a d_z of %.2f in four of five studies\n", dz.Value)
	// Output: 15 pairs find a d_z of 0.78 in four of five studies
}
