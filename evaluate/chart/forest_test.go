package chart

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// forest is made up.
func forest(lang Lang) (*Chart, error) {
	return Forest(ForestOptions{
		Options: Options{
			ID: "forest", Lang: lang,
			Title:    lang.texts("Standaryzowana zmiana na wszystkich skalach", "Standardised change on all scales"),
			Subtitle: lang.texts("Dane wymyślone", "Data are made up"),
		},
		Effect: lang.texts("d_z: średnia zmiana / odchylenie standardowe zmian", "d_z: mean change / standard deviation of the changes"),
		Symbol: "d_z", Level: 0.95, Method: lang.texts("niecentralny t", "noncentral t"), Places: 2, Clip: 2,
		Fall: lang.texts("spadek", "fall"), Rise: lang.texts("wzrost", "rise"),
	}, []ForestRow{
		{Name: lang.texts("Poczucie własnej skuteczności (GSES)", "Self-efficacy (GSES)"), N: 74, Effect: Known(0.48), Interval: Known(Interval{0.24, 0.72})},
		{Group: Women, Sub: true, N: 52, Effect: Known(0.55), Interval: Known(Interval{0.26, 0.84})},
		{Group: Men, Sub: true, N: 22, Effect: Known(0.31), Interval: Known(Interval{-0.12, 0.73})},
		{Name: lang.texts("Samoocena", "Self-esteem"), N: 71, Effect: Known(-0.08), Interval: Known(Interval{-0.31, 0.15})},
		{Group: Women, Sub: true, N: 69, Effect: Known(-0.1), Interval: Known(Interval{-0.34, 0.14})},
		{Group: Men, Sub: true, N: 2, Effect: Known(0.9), Interval: Known(Interval{-0.7, 12.41})},
		{Name: lang.texts("Motywacja do pracy", "Motivation to work"), N: 3, Effect: Known(0.2)},
		{Name: lang.texts("Umiejętności", "Skills"), N: 1, Effect: NotAvailable[float64](lang.texts("potrzeba co najmniej 2 par", "at least 2 pairs are needed"))},
	})
}

func TestForestGolden(t *testing.T) { golden(t, "forest", forest) }

func TestForestSaysEveryRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := ForestOptions{Options: Options{ID: "x", Lang: rapid.SampledFrom([]Lang{PL, EN}).Draw(t, "lang"), Title: "T"},
			Effect: "d_av", Symbol: "d", Level: 0.9, Places: rapid.IntRange(0, 3).Draw(t, "places"),
			Clip: rapid.SampledFrom([]float64{0, 0.5, 3}).Draw(t, "clip"), Rise: rapid.SampledFrom([]string{"", "wzrost"}).Draw(t, "rise")}
		number := rapid.OneOf(rapid.Float64Range(-2, 2), rapid.Float64Range(-1e6, 1e6), rapid.Float64Range(-1e-9, 1e-9))
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) ForestRow {
			r := ForestRow{Name: "skala", N: rapid.Int64Range(1, 1e9).Draw(t, "n"), Effect: Known(number.Draw(t, "effect"))}
			if rapid.Bool().Draw(t, "interval") {
				lo, hi := number.Draw(t, "lo"), number.Draw(t, "hi")
				r.Interval = Known(Interval{min(lo, hi), max(lo, hi)})
			}
			return r
		}), 1, 8).Draw(t, "rows")
		c, err := Forest(o, rows)
		if err != nil {
			t.Fatalf("%v", err)
		}
		svg := svgBytes(t, c)
		checkSVG(t, c, svg)
		for _, r := range rows {
			wantShown(t, svg, o.Lang.count(r.N))
			want := o.Lang.signed(r.Effect.v, o.Places)
			if r.Interval.known {
				wantShown(t, svg, want+" ["+o.Lang.bounds(r.Interval.v, o.Places)+"]")
			} else {
				wantShown(t, svg, want+", "+o.Lang.texts("bez przedziału", "no interval"))
			}
		}
	})
}

// The area of a mark is proportional to n, down to a least size.
func TestForestMarksGrowWithN(t *testing.T) {
	rows := []ForestRow{{N: 400, Effect: Known(0.1)}, {N: 100, Effect: Known(0.1)}, {N: 1, Effect: Known(0.1)}, {N: 9999}}
	marks := newForestMarks(ForestOptions{Options: Options{Theme: DefaultTheme()}}, rows)
	for i, want := range []float64{7.5, 3.75, 2.5} {
		if got := float64(marks[i].half); math.Abs(got-want) > 1e-12 {
			t.Errorf("mark of n = %d has half a side of %v, want %v", rows[i].N, got, want)
		}
	}
}

// An interval is cut only where the options say so, and its bounds are printed whole.
func TestForestClips(t *testing.T) {
	rows := []ForestRow{{Name: "a", N: 2, Effect: Known(1.0), Interval: Known(Interval{-9, 12})}}
	o := ForestOptions{Options: Options{ID: "x", Lang: EN, Title: "T"}, Effect: "d_z", Symbol: "d_z", Level: 0.95, Places: 1}
	for clip, cut := range map[float64]bool{0: false, 2: true, 20: false} {
		o.Clip = clip
		c, err := Forest(o, rows)
		if err != nil {
			t.Fatal(err)
		}
		svg := svgOf(t, c)
		wantShown(t, svg, "+1.0 [−9.0, 12.0]")
		if got := containsPlain(shown(t, svg), "arrow: the interval goes on"); got != cut {
			t.Errorf("clip %v: arrow explained: %v, want %v", clip, got, cut)
		}
	}
}

func TestForestRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*ForestOptions, *ForestRow)
		want []string
	}{
		"NaN effect":      {func(_ *ForestOptions, r *ForestRow) { r.Effect = Known(math.NaN()) }, []string{"row 1", "effect", "NaN"}},
		"infinite bound":  {func(_ *ForestOptions, r *ForestRow) { r.Interval.v.Lo = math.Inf(-1) }, []string{"row 1", "lower bound", "-Inf"}},
		"no such bound":   {func(_ *ForestOptions, r *ForestRow) { r.Interval.v.Lo = -2e6 }, []string{"row 1", "lower bound", "-1e6"}},
		"no such effect":  {func(_ *ForestOptions, r *ForestRow) { r.Effect = Known(2e6) }, []string{"row 1", "effect", "1e6"}},
		"turned interval": {func(_ *ForestOptions, r *ForestRow) { r.Interval = Known(Interval{2, 1}) }, []string{"row 1", "from 2 down to 1"}},
		"no effect":       {func(_ *ForestOptions, r *ForestRow) { r.Effect = Value[float64]{} }, []string{"row 1", "without an effect"}},
		"nobody":          {func(_ *ForestOptions, r *ForestRow) { r.N = 0 }, []string{"row 1", "of nobody"}},
		"negative n":      {func(_ *ForestOptions, r *ForestRow) { r.N = -1 }, []string{"row 1", "n is -1"}},
		"no name":         {func(_ *ForestOptions, r *ForestRow) { r.Name = " " }, []string{"row 1", "no name"}},
		"part of nothing": {func(_ *ForestOptions, r *ForestRow) { r.Sub = true }, []string{"row 1", "begin with the scale"}},
		"which d":         {func(o *ForestOptions, _ *ForestRow) { o.Effect = "" }, []string{"which standardised change"}},
		"which symbol":    {func(o *ForestOptions, _ *ForestRow) { o.Symbol = "" }, []string{"which standardised change"}},
		"no level":        {func(o *ForestOptions, _ *ForestRow) { o.Level = 0 }, []string{"row 1", "Level"}},
		"NaN clip":        {func(o *ForestOptions, _ *ForestRow) { o.Clip = math.NaN() }, []string{"clip is NaN"}},
		"places":          {func(o *ForestOptions, _ *ForestRow) { o.Places = 4 }, []string{"4 decimal places"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := ForestOptions{Options: Options{ID: "x", Lang: EN, Title: "T"}, Effect: "d_z", Symbol: "d_z", Level: 0.95}
			r := ForestRow{Name: "a", N: 2, Effect: Known(1.0), Interval: Known(Interval{0, 2})}
			c.edit(&o, &r)
			_, err := Forest(o, []ForestRow{r})
			wantError(t, err, c.want...)
		})
	}
	_, err := Forest(ForestOptions{Options: Options{ID: "x", Lang: EN, Title: "T"}, Effect: "d", Symbol: "d"}, nil)
	wantError(t, err, "no rows")
}

func ExampleForest() {
	c, err := Forest(ForestOptions{Options: Options{ID: "forest", Lang: PL, Title: "Zmiana na wszystkich skalach"},
		Effect: "d_z: średnia zmiana / odchylenie standardowe zmian", Symbol: "d_z", Level: 0.95, Places: 2}, []ForestRow{
		{Name: "GSES", N: 74, Effect: Known(0.48), Interval: Known(Interval{0.24, 0.72})},
		{Group: Men, Sub: true, N: 1, Effect: NotAvailable[float64]("potrzeba co najmniej 2 par")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plainSpaces(c.Description()))
	// Output: Zmiana na wszystkich skalach. GSES: +0,48 [0,24; 0,72], n = 74; GSES, Mężczyźni: brak danych: potrzeba co najmniej 2 par, n = 1.
}
