package scale

import (
	"math/rand/v2"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// The reliability part of a survey section: 839 made-up people, 20 items, one wave.
func BenchmarkAnalyse(b *testing.B) {
	k := Key{Items: 20, Low: 1, High: 5, Step: 1}
	random := rand.New(rand.NewPCG(839, 20))
	var sheets []Sheet
	for range 839 {
		common, people := random.NormFloat64(), make([]float64, 20)
		for i := range people {
			people[i] = float64(min(5, max(1, int(3.5+common+random.NormFloat64()))))
		}
		sheets = append(sheets, k.Score(answers(people...)))
	}
	for b.Loop() {
		a, err := Analyse(sheets, k, 0.95)
		if err != nil {
			b.Fatal(err)
		}
		a.Figures("survey/x", "pre", evaluate.Same("x"))
	}
}
