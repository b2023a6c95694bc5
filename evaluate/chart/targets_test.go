package chart

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// targetRows are those of the KATOWICE-PAL programme, and made-up ones for what
// else can happen.
func targetRows(lang Lang) []TargetRow {
	return []TargetRow{
		{Group: Total, Achieved: Known[int64](60), Target: Known[int64](60)},
		{Group: Women, Achieved: Known[int64](37), Target: Known[int64](37)},
		{Group: Men, Achieved: Known[int64](23), Target: Known[int64](23)},
		{Name: lang.texts("Reintegracja: grupa żółta", "Reintegration: yellow group"), Achieved: Known[int64](8), Target: Known[int64](20)},
		{Name: lang.texts("Powyżej celu", "Above target"), Achieved: Known[int64](31), Target: Known[int64](20)},
		{Name: lang.texts("Osoby z niepełnosprawnościami", "People with disabilities"), Achieved: Known[int64](5)},
		{Group: NonBinary, Target: Known[int64](1)},
		{Group: UnknownSex, Achieved: Missing[int64](lang.texts("ukryto", "suppressed"))},
	}
}

func targets(lang Lang) (*Chart, error) {
	return Targets(Options{
		ID: "targets", Lang: lang,
		Title:    lang.texts("Uczestnicy wobec celu", "Participants against target"),
		Subtitle: lang.texts("Stan na 31.12.2022 r.", "As of 31 December 2022"),
		Note:     lang.texts("Cel: „co najmniej”. Wiersze od czwartego są zmyślone: zażółć gęślą jaźń.", "Target: “at least”. Rows from the fourth on are made up."),
	}, targetRows(lang))
}

func TestTargetsGolden(t *testing.T) { golden(t, "targets", targets) }

func TestTargetsSayEveryValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]Lang{PL, EN}).Draw(t, "lang")
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) TargetRow {
			r := TargetRow{Group: Group(rapid.IntRange(1, 5).Draw(t, "group"))}
			r.Achieved = Known(rapid.Int64Range(0, 1e12).Draw(t, "achieved"))
			if rapid.Bool().Draw(t, "has target") {
				r.Target = Known(rapid.Int64Range(0, 1e12).Draw(t, "target"))
			}
			return r
		}), 1, 12).Draw(t, "rows")
		c, err := Targets(Options{ID: "x", Lang: lang, Title: "T"}, rows)
		if err != nil {
			t.Fatalf("%v", err)
		}
		svg := svgBytes(t, c)
		checkSVG(t, c, svg)
		for _, r := range rows {
			want := lang.count(r.Achieved.v)
			if r.Target.known {
				want += " " + lang.texts("z", "of") + " " + lang.count(r.Target.v)
			}
			wantShown(t, svg, want)
		}
	})
}

func TestTargetsRefuse(t *testing.T) {
	o := Options{ID: "x", Lang: PL, Title: "T"}
	one := Known[int64](1)
	for name, c := range map[string]struct {
		rows []TargetRow
		want []string
	}{
		"empty":            {nil, []string{"chart x", "no rows"}},
		"negative":         {[]TargetRow{{Group: Men, Achieved: one}, {Group: Women, Achieved: Known[int64](-3)}}, []string{"row 2", "achieved", "-3"}},
		"negative target":  {[]TargetRow{{Group: Men, Achieved: one, Target: Known[int64](-1)}}, []string{"row 1", "target", "-1"}},
		"no person's size": {[]TargetRow{{Group: Men, Achieved: Known[int64](math.MaxInt64)}}, []string{"row 1", "must be 0 to"}},
		"no name":          {[]TargetRow{{Achieved: one}}, []string{"row 1", "no name"}},
		"too many":         {make([]TargetRow, 61), []string{"61 rows", "split"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Targets(o, c.rows)
			wantError(t, err, c.want...)
		})
	}
}

// A missing count must not look like a count of zero.
func TestTargetsMissingIsNoBar(t *testing.T) {
	make := func(v Value[int64]) []byte {
		c, err := Targets(Options{ID: "x", Lang: PL, Title: "T", Description: "D"}, []TargetRow{{Group: Women, Achieved: v}})
		if err != nil {
			t.Fatal(err)
		}
		return svgOf(t, c)
	}
	wantShown(t, make(Value[int64]{}), "brak danych")
	wantShown(t, make(Missing[int64]("ukryto")), "ukryto")
	wantShown(t, make(Known[int64](0)), "Kobiety 0")
}

func ExampleTargets() {
	c, err := Targets(Options{ID: "targets", Lang: PL, Title: "Uczestnicy wobec celu"}, []TargetRow{
		{Group: Total, Achieved: Known[int64](60), Target: Known[int64](60)},
		{Group: Women, Achieved: Known[int64](37), Target: Known[int64](37)},
		{Group: Men, Achieved: Known[int64](23)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plainSpaces(c.Description()))
	// Output: Uczestnicy wobec celu. Razem: 60 z 60; Kobiety: 37 z 37; Mężczyźni: 23.
}
