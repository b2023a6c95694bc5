package chart

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// costs is a made-up ledger that sums to the 939 717,45 zł of KATOWICE-PAL.
func costs(lang Lang) (*Chart, error) {
	return Costs(Options{
		ID: "costs", Lang: lang,
		Title:    lang.texts("Koszt według zadań", "Cost by task"),
		Subtitle: lang.texts("Razem: 939 717,45 zł; podział na zadania jest zmyślony", "Total: PLN 939,717.45; the tasks are made up"),
	}, []CostRow{
		{lang.texts("Zadanie 1. Aktywizacja zawodowa i społeczna uczestników projektu oraz ich otoczenia w dzielnicach Wełnowiec-Józefowiec i Dąb",
			"Task 1. Vocational and social activation of the participants and those around them in the districts of Wełnowiec-Józefowiec and Dąb"), Known[int64](480_000_00)},
		{lang.texts("Praca środowiskowa (kluby społecznościowe)", "Community work (clubs)"), Known[int64](209_817_45)},
		{lang.texts("Zasiłki i pomoc w naturze", "Benefits and help in kind"), Known[int64](93_900_00)},
		{lang.texts("Koszty pośrednie", "Indirect costs"), Known[int64](156_000_00)},
		{lang.texts("Dostępność", "Accessibility"), Value[int64]{}},
	})
}

func TestCostsGolden(t *testing.T) { golden(t, "costs", costs) }

func TestCostsSayEveryTask(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]Lang{PL, EN}).Draw(t, "lang")
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) CostRow {
			grosze := rapid.OneOf(rapid.Int64Range(0, 200), rapid.Int64Range(0, 1e12), rapid.Int64Range(0, math.MaxInt64))
			return CostRow{"x" + rapid.String().Draw(t, "task"), Known(grosze.Draw(t, "grosze"))}
		}), 1, 20).Draw(t, "rows")
		c, err := Costs(Options{ID: "x", Lang: lang, Title: "T"}, rows)
		if err != nil {
			t.Fatalf("%v", err)
		}
		svg := svgBytes(t, c)
		checkSVG(t, c, svg)
		for _, r := range rows {
			wantShown(t, svg, lang.money(r.Grosze.v))
		}
	})
}

func TestCostsRefuse(t *testing.T) {
	o := Options{ID: "x", Lang: EN, Title: "T"}
	_, err := Costs(o, nil)
	wantError(t, err, "no rows")
	_, err = Costs(o, []CostRow{{"a", Known[int64](-1)}, {"", Known[int64](1)}})
	wantError(t, err, "row 1: cost is -1 grosze", "row 2 has no name")
}

// A name that has no room ends in an ellipsis, and stands whole in the description.
func TestCostsShortenNames(t *testing.T) {
	c, err := costs(PL)
	if err != nil {
		t.Fatal(err)
	}
	wantShown(t, svgOf(t, c), "uczestników projektu oraz…")
	if got, want := c.Description(), "Wełnowiec-Józefowiec i Dąb: 480"; !containsPlain(got, want) {
		t.Errorf("description %q does not hold the whole name", got)
	}
}

func ExampleCosts() {
	c, err := Costs(Options{ID: "costs", Lang: PL, Title: "Koszt według zadań"}, []CostRow{
		{"Szkolenia", Known[int64](798_759_83)},
		{"Zarządzanie", Known[int64](140_957_62)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plainSpaces(c.Description()))
	// Output: Koszt według zadań. Szkolenia: 798 759,83 zł; Zarządzanie: 140 957,62 zł.
}
