package chart

import (
	"math"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// niceStep: the least of 1, 2, 5 times a power of ten that is not below.
func TestNiceStep(t *testing.T) {
	for _, c := range []struct {
		step   float64
		whole  bool
		nice   float64
		places int
	}{
		{1, false, 1, 0}, {1.1, false, 2, 0}, {2.5, false, 5, 0}, {7, false, 10, 0},
		{0.13, false, 0.2, 1}, {0.03, false, 0.05, 2}, {0.2, true, 1, 0}, {167.8, true, 200, 0},
	} {
		nice, places := niceStep(c.step, c.whole)
		if nice != c.nice || places != c.places {
			t.Errorf("niceStep(%v, %v) = %v, %d; want %v, %d", c.step, c.whole, nice, places, c.nice, c.places)
		}
	}
}

// Ticks are on the axis, few, in order, and zero is one of them.
func TestTicks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := axis{
			lo:    -rapid.Float64Range(0, 1e12).Draw(t, "lo"),
			hi:    rapid.Float64Range(1e-6, 1e12).Draw(t, "hi"),
			label: EN.decimal,
		}
		n := rapid.IntRange(1, 8).Draw(t, "n")
		zero, last := false, math.Inf(-1)
		ts := a.ticks(n)
		for _, k := range ts {
			if rel := a.rel(k.at); rel < -1e-9 || rel > 1+1e-9 || k.at <= last {
				t.Fatalf("tick %v is at %v of %v to %v, after %v", k.at, rel, a.lo, a.hi, last)
			}
			zero, last = zero || k.label == "0", k.at
		}
		if !zero || len(ts) > n+2 {
			t.Fatalf("%d ticks of at most %d: %v", len(ts), n+2, ts)
		}
	})
}

// A bar is as long as its number is large, from one common zero: no chart may
// shorten the axis.
func TestBarsAreProportional(t *testing.T) {
	rect := regexp.MustCompile(`d="M([0-9.]+),[-0-9.]+L([0-9.]+),[^"]*" fill="#0072b2"`)
	counts := []int64{1000, 500, 333, 20}
	var stages []Stage
	for _, n := range counts {
		stages = append(stages, Stage{"x", Known(n)})
	}
	c, err := Flow(Options{ID: "x", Lang: PL, Title: "T"}, stages)
	if err != nil {
		t.Fatal(err)
	}
	bars := rect.FindAllSubmatch(svgOf(t, c), -1)
	if len(bars) != len(counts) {
		t.Fatalf("%d bars, want %d", len(bars), len(counts))
	}
	var perPerson, zero float64
	for i, b := range bars {
		x0, _ := strconv.ParseFloat(string(b[1]), 64) // the pattern lets only numbers through
		x1, _ := strconv.ParseFloat(string(b[2]), 64)
		if i == 0 {
			zero, perPerson = x0, (x1-x0)/float64(counts[0])
		}
		// Coordinates are rounded to 0.01.
		if x0 != zero || math.Abs(x1-x0-perPerson*float64(counts[i])) > 0.02 {
			t.Errorf("bar of %d runs from %v to %v, want from %v, %v long", counts[i], x0, x1, zero, perPerson*float64(counts[i]))
		}
	}
}
