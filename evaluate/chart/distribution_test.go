package chart

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// classed gives every change its class, as a scale on which a rise is for the better.
func classed(threshold float64, steps []ChangeStep) []ChangeStep {
	for i := range steps {
		switch x := steps[i].Change; {
		case x > threshold:
			steps[i].Class = ReliablyBetter
		case x < -threshold:
			steps[i].Class = ReliablyWorse
		default:
			steps[i].Class = NotReliable
		}
	}
	return steps
}

// distribution is made up.
func distribution(lang Lang) (*Chart, error) {
	var steps []ChangeStep
	for i, n := range []int64{1, 0, 0, 1, 2, 1, 3, 5, 6, 9, 7, 9, 8, 6, 5, 4, 3, 1, 2, 0, 1} {
		steps = append(steps, ChangeStep{Change: float64(i - 8), N: n})
	}
	return Distribution(DistributionOptions{
		Options: Options{
			ID: "distribution", Lang: lang,
			Title:    lang.texts("Zmiany poszczególnych osób", "Changes of single people"),
			Subtitle: lang.texts("Poczucie własnej skuteczności, dane wymyślone", "Self-efficacy, data are made up"),
		},
		Step: 1, Places: 2, Mean: Known(2.01), Threshold: Known(6.2),
		Basis: lang.texts("1,96 · √2 · SEM, α = 0,82 przed", "1.96 · √2 · SEM, α = 0.82 before"), Unit: lang.texts("pkt", "points"),
	}, classed(6.2, steps))
}

// distributionBinned has more values of change than bars, none of them a rise.
func distributionBinned(lang Lang) (*Chart, error) {
	var steps []ChangeStep
	for i := range 130 {
		steps = append(steps, ChangeStep{Change: -float64(i) / 10, N: int64(i * (130 - i) % 17)})
	}
	return Distribution(DistributionOptions{
		Options: Options{ID: "distribution-binned", Lang: lang, Title: lang.texts("Same spadki (dane wymyślone)", "Falls only (made up)")},
		Step:    0.1, Places: 1, Mean: Known(-6.4),
		Threshold: NotAvailable[float64](lang.texts("rzetelność skali nie jest znana", "the reliability of the scale is not known")),
	}, steps)
}

func TestDistributionGolden(t *testing.T) {
	golden(t, "distribution", distribution)
	golden(t, "distribution-binned", distributionBinned)
}

// drawnSteps are changes of a scale whose scores are multiples of step.
func drawnSteps(t *rapid.T) (steps []ChangeStep, step float64) {
	step = rapid.SampledFrom([]float64{1, 0.1, 1.0 / 3, 250}).Draw(t, "step")
	n := rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, 200), rapid.Int64Range(0, 1e12))
	far := rapid.IntRange(0, 300).Draw(t, "far")
	steps = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) ChangeStep {
		return ChangeStep{Change: step * float64(rapid.IntRange(-far, far).Draw(t, "change")), N: n.Draw(t, "n")}
	}), 1, 60).Draw(t, "steps")
	steps[0].N = max(steps[0].N, 1)
	return steps, step
}

// Nobody is lost: the bars hold all people, and their counts stand above them.
func TestDistributionSaysEveryBar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps, step := drawnSteps(t)
		o := DistributionOptions{Options: Options{ID: "x", Lang: rapid.SampledFrom([]Lang{PL, EN}).Draw(t, "lang"), Title: "T"}, Places: 1}
		if rapid.Bool().Draw(t, "known step") {
			o.Step = step
		}
		if rapid.Bool().Draw(t, "mean") {
			o.Mean = Known(rapid.Float64Range(-100, 100).Draw(t, "m"))
		}
		if rapid.Bool().Draw(t, "threshold") {
			o.Threshold = Known(step * rapid.Float64Range(0.1, 50).Draw(t, "limit"))
			classed(o.Threshold.v, steps)
		}
		c, err := Distribution(o, steps)
		if err != nil {
			t.Fatalf("%v", err)
		}
		svg := svgBytes(t, c)
		checkSVG(t, c, svg)
		wantDistribution(t, svg, o, steps)
	})
}

func wantDistribution(t fataler, svg []byte, o DistributionOptions, steps []ChangeStep) {
	t.Helper()
	o.Theme = DefaultTheme()
	var n, held int64
	classes := map[ChangeClass]int64{}
	for _, s := range steps {
		n, classes[s.Class] = n+s.N, classes[s.Class]+s.N
	}
	for _, b := range newHistogram(o, steps).bins {
		held += b.n()
		wantShown(t, svg, o.Lang.count(b.n()))
	}
	if held != n {
		t.Errorf("the bars hold %d people of %d", held, n)
	}
	wantShown(t, svg, "n = "+o.Lang.count(n))
	if o.Mean.known {
		wantShown(t, svg, o.Lang.texts("średnia ", "mean ")+o.Lang.signed(o.Mean.v, o.Places))
	}
	if o.Threshold.known {
		wantShown(t, svg, "±"+o.Lang.decimal(o.Threshold.v, o.Places),
			o.Lang.texts("rzetelna poprawa: ", "reliably better: ")+o.Lang.count(classes[ReliablyBetter])+" ("+o.Lang.percent(classes[ReliablyBetter], n)+")")
	}
}

// Falls are treated as rises are: the bars of the opposite changes are the mirror.
func TestHistogramIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps, step := drawnSteps(t)
		o := DistributionOptions{Options: Options{ID: "x", Lang: EN, Title: "T", Theme: DefaultTheme()}, Step: step}
		turned := make([]ChangeStep, len(steps))
		for i, s := range steps {
			turned[i] = ChangeStep{Change: -s.Change, N: s.N}
		}
		a, b := newHistogram(o, steps).bins, newHistogram(o, turned).bins
		for i := range a {
			if j := len(b) - 1 - i; a[i].at != -b[j].at || a[i].n() != b[j].n() {
				t.Fatalf("bar of %d at %v has the mirror of %d at %v", a[i].n(), a[i].at, b[j].n(), b[j].at)
			}
		}
	})
}

// Scores are binned only where a bar for each would not be readable.
func TestHistogramKeepsExactSteps(t *testing.T) {
	o := DistributionOptions{Options: Options{ID: "x", Lang: EN, Title: "T", Theme: DefaultTheme()}, Step: 0.1}
	few := newHistogram(o, []ChangeStep{{0.3 - 0.1, 5, 0}, {-0.7, 2, 0}, {1.1, 1, 0}})
	if !few.exact || len(few.bins) != 3 {
		t.Errorf("three values of change became %d bars of width %v", len(few.bins), few.width)
	}
	if between := newHistogram(o, []ChangeStep{{0.25, 5, 0}}); between.exact {
		t.Error("a change between the steps is said to be one of them")
	}
}

func TestDistributionRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*DistributionOptions, []ChangeStep)
		want []string
	}{
		"NaN change":         {func(_ *DistributionOptions, s []ChangeStep) { s[0].Change = math.NaN() }, []string{"row 1", "change", "NaN"}},
		"infinite change":    {func(_ *DistributionOptions, s []ChangeStep) { s[1].Change = math.Inf(1) }, []string{"row 2", "+Inf"}},
		"negative n":         {func(_ *DistributionOptions, s []ChangeStep) { s[0].N = -4 }, []string{"row 1", "-4"}},
		"nobody":             {func(_ *DistributionOptions, s []ChangeStep) { s[0].N, s[1].N = 0, 0 }, []string{"nobody"}},
		"NaN step":           {func(o *DistributionOptions, _ []ChangeStep) { o.Step = math.NaN() }, []string{"step is NaN"}},
		"tiny step":          {func(o *DistributionOptions, _ []ChangeStep) { o.Step = 1e-7 }, []string{"millionth of the range"}},
		"NaN mean":           {func(o *DistributionOptions, _ []ChangeStep) { o.Mean = Known(math.NaN()) }, []string{"mean is NaN"}},
		"threshold of 0":     {func(o *DistributionOptions, _ []ChangeStep) { o.Threshold = Known(0.0) }, []string{"threshold is 0"}},
		"infinite threshold": {func(o *DistributionOptions, _ []ChangeStep) { o.Threshold = Known(math.Inf(1)) }, []string{"threshold is +Inf"}},
		"no class":           {func(_ *DistributionOptions, s []ChangeStep) { s[0].Class = NotClassified }, []string{"row 1", "no class"}},
		"no threshold":       {func(o *DistributionOptions, _ []ChangeStep) { o.Threshold = Value[float64]{} }, []string{"row 1", "without a threshold"}},
		"wrongly reliable":   {func(_ *DistributionOptions, s []ChangeStep) { s[0].Class = ReliablyWorse }, []string{"row 1", "said to be reliable"}},
		"wrongly unreliable": {func(_ *DistributionOptions, s []ChangeStep) { s[1].Class = NotReliable }, []string{"row 2", "not reliable"}},
		"both ways better":   {func(_ *DistributionOptions, s []ChangeStep) { s[0] = ChangeStep{-9, 1, ReliablyBetter} }, []string{"one direction"}},
		"better and worse":   {func(_ *DistributionOptions, s []ChangeStep) { s[0] = ChangeStep{9, 1, ReliablyWorse} }, []string{"one direction"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := DistributionOptions{Options: Options{ID: "x", Lang: EN, Title: "T"}, Step: 1, Threshold: Known(3.0)}
			steps := []ChangeStep{{-1, 4, NotReliable}, {4, 2, ReliablyBetter}}
			c.edit(&o, steps)
			_, err := Distribution(o, steps)
			wantError(t, err, c.want...)
		})
	}
}

func ExampleDistribution() {
	c, err := Distribution(DistributionOptions{Options: Options{ID: "rci", Lang: EN, Title: "Changes of single people"},
		Step: 1, Places: 1, Mean: Known(1.5), Threshold: Known(3.1)}, []ChangeStep{
		{-1, 1, NotReliable}, {0, 2, NotReliable}, {2, 2, NotReliable}, {6, 1, ReliablyBetter},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plainSpaces(c.Description()))
	// Output: Changes of single people. reliably worse: 0 (0.00%); no reliable change: 5 (83.33%); reliably better: 1 (16.67%); limits of reliable change: ±3.1; n = 6; a bar: one value of the change; mean +1.5; −1: 1; 0: 2; +2: 2; +6: 1.
}
