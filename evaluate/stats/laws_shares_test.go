package stats_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// some two groups with counts of an outcome.
func someCounts(t *rapid.T) (x1, n1, x2, n2 int) {
	n1, n2 = rapid.IntRange(1, 40).Draw(t, "n1"), rapid.IntRange(1, 40).Draw(t, "n2")
	return rapid.IntRange(0, n1).Draw(t, "x1"), n1, rapid.IntRange(0, n2).Draw(t, "x2"), n2
}

// Swapping the groups turns differences and inverts ratios.
func TestLawSharesSwap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x1, n1, x2, n2 := someCounts(t)
		a, err := stats.CompareShares(x1, n1, x2, n2, 0.95)
		b, err2 := stats.CompareShares(x2, n2, x1, n1, 0.95)
		f, err3 := stats.FisherExact(x1, n1, x2, n2, 0.95)
		g, err4 := stats.FisherExact(x2, n2, x1, n1, 0.95)
		for _, err := range []error{err, err2, err3, err4} {
			if err != nil {
				t.Fatal(err)
			}
		}
		opposite(t, "difference", a.Difference, b.Difference)
		opposite(t, "Newcombe", a.Newcombe.Lo, b.Newcombe.Hi)
		opposite(t, "phi", a.Phi, b.Phi)
		if diff := cmp.Diff([]stats.Maybe{f.PTwo, f.PGreater, f.PMid}, []stats.Maybe{g.PTwo, g.PLess, g.PMid}, closely); diff != "" {
			t.Fatal(diff)
		}
		if f.OddsHigh.Defined && g.OddsLow.Value > 0 && math.Abs(f.OddsHigh.Value*g.OddsLow.Value-1) > 1e-9 {
			t.Fatalf("odds ratio up to %v, and from %v the other way round", f.OddsHigh, g.OddsLow)
		}
	})
}

func opposite(t *rapid.T, what string, a, b stats.Maybe) {
	if a.Why != b.Why || math.Abs(a.Value+b.Value) > 1e-12 {
		t.Fatalf("%s: %v and %v", what, a, b)
	}
}

// A table of two rows and two columns has the p of Fisher's test, and any small
// one that of a plain walk through all tables.
func TestLawFisherTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x1, n1, x2, n2 := someCounts(t)
		f, err := stats.FisherExact(x1, n1, x2, n2, 0.95)
		p, err2 := stats.FisherTable([][]int{{x1, n1 - x1}, {x2, n2 - x2}})
		if err != nil || err2 != nil || f.PTwo.Defined != p.Defined || math.Abs(f.PTwo.Value-p.Value) > 1e-11 {
			t.Fatalf("%v and %v (%v, %v)", f.PTwo, p, err, err2)
		}
		cell := rapid.IntRange(0, 3)
		table := make([][]int, 3)
		for i := range table {
			table[i] = rapid.SliceOfN(cell, 3, 3).Draw(t, "row")
		}
		got, err := stats.FisherTable(table)
		if err != nil {
			t.Fatal(err)
		}
		if want := byLoops(table); got.Defined && math.Abs(got.Value-want) > 1e-10 {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

// byLoops is the exact p of a table of 3 x 3 by four loops over its free cells.
func byLoops(found [][]int) float64 {
	var rows, columns [3]int
	for i, row := range found {
		for j, c := range row {
			rows[i] += c
			columns[j] += c
		}
	}
	weight := func(cells [9]int) float64 {
		w := 1.0
		for _, c := range cells {
			w /= math.Gamma(float64(c) + 1)
		}
		return w
	}
	var flat [9]int
	for i, row := range found {
		copy(flat[3*i:], row)
	}
	limit, sum, all := weight(flat)*(1+1e-7), 0.0, 0.0
	for code := range 1 << 16 {
		a, b, c, d := code&15, code>>4&15, code>>8&15, code>>12
		cells := [9]int{a, b, rows[0] - a - b, c, d, rows[1] - c - d, columns[0] - a - c, columns[1] - b - d, 0}
		cells[8] = rows[2] - cells[6] - cells[7]
		if min(cells[2], cells[5], cells[6], cells[7], cells[8]) < 0 {
			continue
		}
		w := weight(cells)
		all += w
		if w <= limit {
			sum += w
		}
	}
	return sum / all
}

// Wilson's limits are the targets that the score test just rejects, Clopper and
// Pearson's those of a one-sided exact test.
func TestLawShareIntervalsInvertTests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 200).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		level := rapid.Float64Range(0.5, 0.999).Draw(t, "level")
		w, err := stats.Wilson(k, n, level)
		c, err2 := stats.ClopperPearson(k, n, level)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for _, bound := range []float64{w.Lo.Value, w.Hi.Value} {
			if bound <= 0 || bound >= 1 {
				continue
			}
			s, err := stats.ShareAgainst(k, n, bound)
			if err != nil || math.Abs(s.P.Value-(1-level)) > 1e-8 {
				t.Fatalf("p at %v is %v, want %v (%v)", bound, s.P, 1-level, err)
			}
		}
		if k == 0 {
			return
		}
		b, err := stats.BinomialTest(k, n, c.Lo.Value)
		if err != nil || math.Abs(b.PGreater.Value-(1-level)/2) > 1e-8 {
			t.Fatalf("p at %v is %v, want %v (%v)", c.Lo, b.PGreater, (1-level)/2, err)
		}
	})
}

// Every interval of a share holds the share itself, and so does its mirror image
// for the others.
func TestLawShareIntervalsMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 300).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		for what, f := range map[string]func(k, n int, level float64) (stats.Interval, error){
			"Wilson": stats.Wilson, "corrected": stats.WilsonCorrected, "Clopper-Pearson": stats.ClopperPearson,
			"Agresti-Coull": stats.AgrestiCoull, "Jeffreys": stats.Jeffreys, "Wald": stats.Wald,
		} {
			a, err := f(k, n, 0.95)
			b, err2 := f(n-k, n, 0.95)
			share := float64(k) / float64(n)
			if err != nil || err2 != nil || math.Abs(a.Lo.Value+b.Hi.Value-1) > 1e-9 ||
				a.Lo.Value > share+1e-12 || a.Hi.Value < share-1e-12 {
				t.Fatalf("%s of %d of %d: %v, mirrored %v (%v, %v)", what, k, n, a, b, err, err2)
			}
		}
	})
}
