package chart

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// flow is made up.
func flow(lang Lang) (*Chart, error) {
	return Flow(Options{
		ID: "flow", Lang: lang,
		Title: lang.texts("Przebieg udziału w projekcie", "Participant flow"),
	}, []Stage{
		{lang.texts("Rozpoczęło", "Began"), Known[int64](1090)},
		{lang.texts("Ukończyło zgodnie ze ścieżką", "Finished as planned"), Known[int64](871)},
		{lang.texts("Przerwało", "Broke off"), Known[int64](104)},
		{lang.texts("Kontynuuje", "Continue"), Known[int64](115)},
		{lang.texts("Wróciło", "Came back"), Value[int64]{}},
	})
}

func TestFlowGolden(t *testing.T) { golden(t, "flow", flow) }

func TestFlowSaysEveryStage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]Lang{PL, EN}).Draw(t, "lang")
		stages := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Stage {
			return Stage{"x" + rapid.String().Draw(t, "name"), Known(rapid.Int64Range(0, 1e12).Draw(t, "n"))}
		}), 1, maxRows).Draw(t, "stages")
		c, err := Flow(Options{ID: "x", Lang: lang, Title: "T"}, stages)
		if err != nil {
			t.Fatalf("%v", err)
		}
		svg := svgBytes(t, c)
		checkSVG(t, c, svg)
		for _, s := range stages {
			wantShown(t, svg, lang.count(s.N.v))
		}
	})
}

func TestFlowRefuses(t *testing.T) {
	o := Options{ID: "x", Lang: EN, Title: "T"}
	_, err := Flow(o, nil)
	wantError(t, err, "no rows")
	_, err = Flow(o, []Stage{{"a", Known[int64](1)}, {" \n", Known[int64](-1)}})
	wantError(t, err, "row 2 has no name", "row 2: n is -1")
}

func ExampleFlow() {
	c, err := Flow(Options{ID: "flow", Lang: PL, Title: "Przebieg udziału"}, []Stage{
		{"Rozpoczęło", Known[int64](1839)},
		{"Ukończyło", Known[int64](670)},
		{"Przerwało", Value[int64]{}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plainSpaces(c.Description()))
	// Output: Przebieg udziału. Rozpoczęło: 1 839; Ukończyło: 670; Przerwało: brak danych.
}
