package prepost_test

import (
	"fmt"
	"maps"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/evaluate/stats"
)

// The way of a questionnaire from its cells to figures: a key scores the sheets, Match pairs them by code, Compare works out the change, and
// Figures names it. The people are made up.
func Example() {
	key, err := scale.Load("gses")
	if err != nil {
		fmt.Println(err)
		return
	}
	reader, err := key.Reader()
	if err != nil {
		fmt.Println(err)
		return
	}
	wave := func(cells map[string]string) (sheets []prepost.Sheet) {
		for _, code := range slices.Sorted(maps.Keys(cells)) {
			scored := reader.Score(slices.Repeat([]string{cells[code]}, 10)) // each gave one answer to all ten questions
			sheets = append(sheets, prepost.Sheet{Code: code, Score: scored.Score, Scored: scored.Scored, Place: code, Index: len(sheets)})
		}
		return sheets
	}
	pairs, err := prepost.Match(
		wave(map[string]string{"S-01": "raczej nie", "S-02": "2", "S-03": "raczej tak", "S-04": "1"}),
		wave(map[string]string{"s01": "tak", "S 02": "3 - raczej tak", "S-03": "raczej tak"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	said, _ := key.Said("test-retest")
	sd, _ := key.Said("sd")
	change, err := prepost.Compare(pairs.Matched, prepost.Options{Yardstick: &prepost.Yardstick{
		Reliability: stats.Maybe{Value: said.Value, Defined: true}, SD: sd.Value, Source: evaluate.T("GSES: powtórny pomiar", "GSES: test-retest")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d pairs, %d of them by codes written differently; %d only before\n", len(pairs.Matched), len(pairs.Folded), pairs.OnlyPre)
	for _, f := range change.Figures("survey/efficacy", evaluate.T("skuteczność", "self-efficacy")) {
		switch f.ID {
		case "survey/efficacy/change/mean", "survey/efficacy/change/p-wilcoxon", "survey/efficacy/reliable/improved":
			fmt.Println(f.Label.EN+":", f.Unit.Format(f.Value, evaluate.EN))
		}
	}
	// Output:
	// 3 pairs, 2 of them by codes written differently; 1 only before
	// self-efficacy: mean change: 10.00
	// self-efficacy: Wilcoxon p (two-sided): 0.500
	// self-efficacy: reliably improved: 2
}
