package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// change is made up.
func change(lang Lang) (*Chart, error) {
	return Change(ChangeOptions{Options: Options{
		ID: "change", Lang: lang,
		Title:    lang.texts("Zmiana motywacji między ankietą początkową i końcową", "Change of motivation between the first and the last questionnaire"),
		Subtitle: lang.texts("Skala od 1 do 5", "Scale of 1 to 5"),
	}, Level: 0.95, Places: 2}, []ChangeRow{
		{Group: Total, Pairs: 15, Mean: Known(0.53), Interval: Known(Interval{0.21, 0.85}), Before: Known(3.2), After: Known(3.73)},
		{Group: Women, Pairs: 12, Mean: Known(0.7), Interval: Known(Interval{0.36, 1.04}), Before: Known(3.05), After: Known(3.75)},
		{Group: Men, Pairs: 2, Mean: Known(-0.25), Interval: Known(Interval{-0.61, 0.11}), Before: Known(3.75), After: Known(3.5)},
		{Group: NonBinary, Pairs: 1, Mean: Known(0.0)},
		{Name: lang.texts("Samoocena", "Self-esteem")},
	})
}

// changeSplits is made up: several splits, one group too small, the sides named.
func changeSplits(lang Lang) (*Chart, error) {
	return Change(ChangeOptions{Options: Options{
		ID: "change-splits", Lang: lang,
		Title:    lang.texts("Zmiana motywacji według grup", "Change of motivation by group"),
		Subtitle: lang.texts("Dane wymyślone", "Data are made up"),
	}, Level: 0.95, Places: 1, Method: "t", Unit: lang.texts("pkt", "points"), Fall: lang.texts("spadek", "fall"), Rise: lang.texts("wzrost", "rise")}, []ChangeRow{
		{Group: Total, Pairs: 74, Mean: Known(2.0), Interval: Known(Interval{1.1, 2.9}), Before: Known(27.1), After: Known(29.1)},
		{Split: lang.texts("Płeć", "Sex"), Group: Women, Pairs: 71, Mean: Known(2.2), Interval: Known(Interval{1.2, 3.2})},
		{Group: Men, Pairs: 3, Mean: NotAvailable[float64](lang.texts("potrzeba co najmniej 6 par", "at least 6 pairs are needed"))},
		{Split: lang.texts("Wiek w dniu przystąpienia", "Age at entry"), Name: lang.texts("18–29 lat", "18–29 years"), Pairs: 40, Mean: Known(-0.4), Interval: Known(Interval{-1.5, 0.7})},
		{Name: lang.texts("30 lat i więcej", "30 years and over"), Pairs: 34, Mean: Known(4.8), Interval: Known(Interval{3.4, 6.2})},
		{Name: lang.texts("wiek nieznany", "age not known")},
	})
}

func TestChangeGolden(t *testing.T) {
	golden(t, "change", change)
	golden(t, "change-splits", changeSplits)
}

func TestChangeSaysEveryRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := ChangeOptions{Options: Options{ID: "x", Lang: rapid.SampledFrom([]Lang{PL, EN}).Draw(t, "lang"), Title: "T"},
			Level: 0.9, Places: rapid.IntRange(0, 4).Draw(t, "places")}
		number := rapid.OneOf(rapid.Float64Range(-5, 5), rapid.Float64Range(-1e12, 1e12), rapid.Float64Range(-1e-9, 1e-9))
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) ChangeRow {
			r := ChangeRow{Name: "skala", Pairs: rapid.Int64Range(1, 1e12).Draw(t, "pairs"), Mean: Known(number.Draw(t, "mean"))}
			if rapid.Bool().Draw(t, "interval") {
				lo, hi := number.Draw(t, "lo"), number.Draw(t, "hi")
				r.Interval = Known(Interval{min(lo, hi), max(lo, hi)})
			}
			return r
		}), 1, 8).Draw(t, "rows")
		c, err := Change(o, rows)
		if err != nil {
			t.Fatalf("%v", err)
		}
		svg := svgBytes(t, c)
		checkSVG(t, c, svg)
		for _, r := range rows {
			wantShown(t, svg, o.Lang.signed(r.Mean.v, o.Places), "n = "+o.Lang.count(r.Pairs)+o.wantTail(r))
			if r.Interval.known {
				wantShown(t, svg, "["+o.Lang.bounds(r.Interval.v, o.Places)+"]")
			}
		}
	})
}

// wantTail is what stands behind n.
func (o ChangeOptions) wantTail(r ChangeRow) string {
	if r.Interval.known {
		return ""
	}
	return ", " + o.Lang.texts("bez przedziału", "no interval")
}

func TestChangeRefuses(t *testing.T) {
	ok := ChangeRow{Group: Women, Pairs: 2, Mean: Known(1.0), Interval: Known(Interval{0, 2})}
	for name, c := range map[string]struct {
		edit  func(*ChangeRow)
		level float64
		want  []string
	}{
		"NaN mean":        {func(r *ChangeRow) { r.Mean = Known(math.NaN()) }, 0.95, []string{"row 1", "mean change", "NaN"}},
		"infinite bound":  {func(r *ChangeRow) { r.Interval.v.Hi = math.Inf(1) }, 0.95, []string{"row 1", "upper bound", "+Inf"}},
		"NaN bound":       {func(r *ChangeRow) { r.Interval.v.Lo = math.NaN() }, 0.95, []string{"row 1", "lower bound"}},
		"NaN before":      {func(r *ChangeRow) { r.Before = Known(math.NaN()) }, 0.95, []string{"row 1", "mean before"}},
		"turned interval": {func(r *ChangeRow) { r.Interval = Known(Interval{2, 1}) }, 0.95, []string{"row 1", "from 2 down to 1"}},
		"negative pairs":  {func(r *ChangeRow) { r.Pairs = -1 }, 0.95, []string{"row 1", "number of pairs", "-1"}},
		"no pairs":        {func(r *ChangeRow) { r.Pairs = 0 }, 0.95, []string{"row 1", "no pairs"}},
		"no mean":         {func(r *ChangeRow) { r.Mean = Missing[float64]("") }, 0.95, []string{"row 1", "without a mean"}},
		"long rise":       {nil, 0.95, []string{"rise", "61 characters"}},
		"no level":        {func(*ChangeRow) {}, 0, []string{"row 1", "Level"}},
	} {
		t.Run(name, func(t *testing.T) {
			r, o := ok, ChangeOptions{Options: Options{ID: "x", Lang: EN, Title: "T"}, Level: c.level}
			if c.edit != nil {
				c.edit(&r)
			} else {
				o.Rise = strings.Repeat("ź", 61)
			}
			_, err := Change(o, []ChangeRow{r})
			wantError(t, err, c.want...)
		})
	}
}

func ExampleChange() {
	c, err := Change(ChangeOptions{Options: Options{ID: "change", Lang: PL, Title: "Zmiana motywacji"}, Level: 0.95, Places: 2}, []ChangeRow{
		{Group: Total, Pairs: 15, Mean: Known(0.53), Interval: Known(Interval{0.21, 0.85}), Before: Known(3.2), After: Known(3.73)},
		{Group: Men, Pairs: 1, Mean: Known(-0.5)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plainSpaces(c.Description()))
	// Output: Zmiana motywacji. Razem (przed 3,20, po 3,73): +0,53 [0,21; 0,85], n = 15; Mężczyźni: −0,50, n = 1, bez przedziału.
}
