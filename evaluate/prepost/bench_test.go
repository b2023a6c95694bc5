package prepost

import (
	"fmt"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// BenchmarkAttrition is 839 made-up persons with a score before, every fifth of whom left, with three
// covariates: pairing, attrition and its figures.
func BenchmarkAttrition(b *testing.B) {
	const persons = 839
	var pre, post []Sheet
	covariates := make([]Covariate, 3)
	for j := range covariates {
		covariates[j] = Covariate{Name: evaluate.Same(fmt.Sprint("x", j)), Values: map[int]float64{}}
	}
	for i := range persons {
		s := sheet(fmt.Sprintf("S-%03d", i), 1, float64(10+(i*7)%31))
		s.Index = i
		pre = append(pre, s)
		for j := range covariates {
			covariates[j].Values[i] = float64((i * (j + 3) * 11) % (17 + j))
		}
		if i%5 > 0 {
			post = append(post, sheet(fmt.Sprintf("s %03d", i), 2, float64(12+(i*5)%29)))
		}
	}
	for b.Loop() {
		p, err := Match(pre, post)
		if err != nil {
			b.Fatal(err)
		}
		a, err := p.Attrition(AttritionOptions{Covariates: covariates})
		if err != nil {
			b.Fatal(err)
		}
		a.Figures("survey/x", evaluate.Same("x"))
	}
}
