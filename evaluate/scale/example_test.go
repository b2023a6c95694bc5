package scale_test

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/scale"
)

// A sheet of the self-esteem scale as it was typed in, scored by the key of its coding, and its sten for the population
// that the caller names.
func ExampleLoad() {
	key, err := scale.Load("ses-1-agree")
	if err != nil {
		fmt.Println(err)
		return
	}
	reader, err := key.Reader()
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet := reader.Score([]string{"2", "2", "2", "2", "3", "2", "3", "1 - zdecydowanie zgadzam się", "2", "2"})
	fmt.Println("score", sheet.Score)
	norm, err := key.Norm("pl-14-18")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(norm.Sten(sheet.Score))
	_, err = key.Norm("adults")
	fmt.Println(err)
	// Output:
	// score 24
	// 4 <nil>
	// scale: no norm: key ses-1-agree has no table for the population "adults"; it has ["pl-14-18"]
}

// A questionnaire of a project's own. What the ready key leaves open is said in code; a file could say it as well.
func ExampleAnalyse() {
	key, err := scale.Load("likert-1-5")
	if err != nil {
		fmt.Println(err)
		return
	}
	if key, err = key.Reverse(4); err != nil {
		fmt.Println(err)
		return
	}
	if key, err = key.Toward(scale.Higher); err != nil {
		fmt.Println(err)
		return
	}
	reader, err := key.Reader()
	if err != nil {
		fmt.Println(err)
		return
	}
	var sheets []scale.Sheet
	for _, cells := range [][]string{ // made-up people
		{"1", "2", "2 - raczej nie", "5"}, {"2", "2", "3", "4"}, {"5", "4", "5", "1"}, {"3", "4", "3", "3"},
		{"4", "4", "5", "2"}, {"2", "1", "2", "5"}, {"1", "1", "2", "5"}, {"4", "5", "4", "3"},
	} {
		sheets = append(sheets, reader.Score(cells))
	}
	a, err := scale.Analyse(sheets, key, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range a.Figures("survey/motivation", "pre", evaluate.T("motywacja", "motivation")) {
		switch f.ID {
		case "survey/motivation/alpha/pre", "survey/motivation/omega/pre", "survey/motivation/item/4/item-rest/pre", "survey/motivation/ceiling/pre":
			fmt.Println(f.Label.EN+":", f.Text(evaluate.EN))
		}
	}
	// Output:
	// motivation: Cronbach's alpha before: 0.967
	// motivation: McDonald's omega before: 0.968
	// motivation: share at the highest possible score before: 0.00%
	// motivation, item 4: correlation with the rest of the items before: 0.952
}

// A key a non-programmer can write.
func ExampleParse() {
	key, err := scale.Parse([]byte(`
name: wlasna
title: {pl: ankieta motywacji, en: motivation questionnaire}
items: 5
range: [1, 5]
step: 1
direction: higher
reversed: [2, 5]
score: mean
minimum_answered: 0.8
answers:
  - {value: 4, words: [raczej tak]}
  - {value: 5, words: [tak, zdecydowanie tak]}
blank: [nie dotyczy]
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	reader, err := key.Reader()
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet := reader.Score([]string{"4 - raczej tak", "2", "Tak", "", "1"})
	fmt.Println(sheet.Score, sheet.Prorated)
	sheet = reader.Score([]string{"4 - raczej tak", "2", "Tak", "7", "1"})
	for _, fault := range sheet.Faults {
		fmt.Println(fault.Text(key).EN)
	}
	// Output:
	// 4.5 true
	// the answer to item 4 lies outside the scale 1–5; correct it, or the range of the key
}
