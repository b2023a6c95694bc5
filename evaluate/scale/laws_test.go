package scale

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

var nearly = cmpopts.EquateApprox(1e-9, 1e-9)

// Sheets of made-up people who answer a common thing more or less.
func someSheets(t *rapid.T, k Key, items int) (raw [][]float64) {
	n := rapid.IntRange(2, 25).Draw(t, "people")
	for range n {
		level := rapid.IntRange(1, 5).Draw(t, "level")
		var p []float64
		for range items {
			p = append(p, float64(min(5, max(1, level+rapid.IntRange(-1, 1).Draw(t, "own")))))
		}
		raw = append(raw, p)
	}
	return raw
}

// Reversing all items mirrors every score and changes neither alpha nor the item-rest correlations; it swaps floor
// and ceiling.
func TestLawReversingAllMirrors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.IntRange(2, 6).Draw(t, "items")
		k := Key{Low: 1, High: 5, How: rapid.SampledFrom([]How{Mean, Sum}).Draw(t, "how")}
		turned := k
		for range items {
			turned.Reversed = append(turned.Reversed, true)
		}
		raw := someSheets(t, k, items)
		a, errA := Analyse(scored(k, raw), k, 0.95)
		b, errB := Analyse(scored(turned, raw), turned, 0.95)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		low, high := k.Possible(items)
		if math.Abs(a.Score.Mean.Value+b.Score.Mean.Value-low-high) > 1e-9 {
			t.Fatalf("means %v and %v", a.Score.Mean, b.Score.Mean)
		}
		if a.Floor.Num != b.Ceiling.Num || a.Ceiling.Num != b.Floor.Num {
			t.Fatalf("ends %v %v, %v %v", a.Floor, a.Ceiling, b.Floor, b.Ceiling)
		}
		if diff := cmp.Diff(a.Alpha, b.Alpha, nearly); diff != "" {
			t.Fatal(diff)
		}
		for i := range a.Items {
			if diff := cmp.Diff(a.Items[i].Stats, b.Items[i].Stats, nearly); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// Where nothing is missing proration changes nothing; with blanks a prorated sum is the prorated mean times the items.
func TestLawProration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOfN(rapid.IntRange(0, 5), 1, 12).Draw(t, "answers")
		values, blanks := make([]float64, len(raw)), 0
		for i, v := range raw {
			if values[i] = float64(v); v == 0 {
				blanks++
			}
		}
		least := rapid.Float64Range(0.01, 1).Draw(t, "least")
		full := Key{Low: 1, High: 5, How: Sum}.Score(answers(values...))
		sum := Key{Low: 1, High: 5, How: Sum, Answered: least}.Score(answers(values...))
		mean := Key{Low: 1, High: 5, How: Mean, Answered: least}.Score(answers(values...))
		switch {
		case blanks == 0:
			if diff := cmp.Diff(full, sum); diff != "" {
				t.Fatal(diff)
			}
		case full.Scored:
			t.Fatal("a sheet with blanks was scored by a key for complete ones")
		}
		answered := float64(len(raw)-blanks) / float64(len(raw))
		if want := answered >= least && blanks < len(raw); sum.Scored != want && math.Abs(answered-least) > 1e-6 {
			t.Fatalf("scored %v with %v answered of %v", sum.Scored, answered, least)
		}
		if sum.Scored && math.Abs(sum.Score-mean.Score*float64(len(raw))) > 1e-9 {
			t.Fatalf("sum %v, mean %v", sum.Score, mean.Score)
		}
		if sum.Scored && (sum.Score < float64(len(raw))-1e-9 || sum.Score > 5*float64(len(raw))+1e-9) {
			t.Fatalf("score %v is not possible", sum.Score)
		}
	})
}

// No sheet is lost: complete + prorated + too blank + faulty are all.
func TestLawNoSheetIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := Key{Low: 1, High: 5, Missing: rapid.IntRange(0, 3).Draw(t, "missing")}
		items := rapid.IntRange(1, 5).Draw(t, "items")
		people := rapid.SliceOfN(rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 6), func(i int) float64 { return float64(i) }), items, items), 0, 12).Draw(t, "people")
		a, err := Analyse(scored(k, people), k, 0.9)
		if err != nil {
			t.Fatal(err)
		}
		if a.Complete+a.Prorated+a.TooBlank+a.Faulty != len(people) || a.Scored != a.Score.N {
			t.Fatalf("%+v", a)
		}
		for _, item := range a.Items {
			if item.Answers.N+item.Missing+item.Faulty != len(people) {
				t.Fatalf("%+v", item)
			}
		}
	})
}
