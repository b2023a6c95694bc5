package main

import (
	"slices"
	"testing"

	"github.com/efseval/efseval/datasets/recognise"
	"github.com/efseval/efseval/evaluate"
)

// The wave before points at one question, the wave after at an earlier one: they are told in the order of the sheet, each once.
func TestHintsStandInTheOrderOfTheQuestionnaire(t *testing.T) {
	items := []string{"Pyt1", "Pyt2", "Pyt3"}
	p := &initPlan{hints: map[string][]string{}, surveys: []initSurvey{{id: "s", Questionnaire: recognise.Questionnaire{Waves: []recognise.Wave{{Items: items}}}}}}
	for _, id := range []string{"survey/s/item/3/item-rest/pre", "survey/s/item/1/item-rest/post", "survey/s/item/3/item-rest/post", "survey/other/item/2/item-rest/pre"} {
		f := evaluate.NewFigure(id, evaluate.Same(id), evaluate.Count(0), evaluate.Persons)
		f.Warnings = []evaluate.Warning{evaluate.NewWarning("scale.maybe-unreversed", evaluate.Same("against"))}
		p.takeHint(f)
	}
	if want := []string{"Pyt1", "Pyt3"}; !slices.Equal(p.hints["s"], want) {
		t.Errorf("%v, want %v", p.hints["s"], want)
	}
}
