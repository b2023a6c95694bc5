package batch

import (
	_ "embed"
	"reflect"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/evaluate/schema"
	"github.com/efseval/efseval/indicators"
)

// ProjectSchemaID names the JSON Schema of project.yaml.
const ProjectSchemaID = "https://github.com/efseval/efseval/schema/project"

//go:embed project.keys.yaml
var projectKeyWords []byte

// ProjectSchema is the JSON Schema (draft 2020-12) of project.yaml, with the description of every key in a
// language. An editor with a YAML language server shows and completes keys by it:
//
//	# yaml-language-server: $schema=project.schema.json
//
// It knows keys, kinds of value and lists of words; what keys say together (dates in order, women and men
// that add up, codes of the rule set) only [Load] can tell.
func ProjectSchema(l evaluate.Lang) ([]byte, error) {
	d := schema.Description{
		Root: reflect.TypeFor[Project](), ID: ProjectSchemaID, YAML: true, Words: projectKeyWords,
		Title:    evaluate.T("Plik projektu efseval (project.yaml)", "Project file of efseval (project.yaml)"),
		Required: requiredKeys(),
		Whole:    bilingualKeys(),
		Closed:   closedKeys(),
		Pattern:  writtenKeys(),
		Numbers:  boundedKeys(),
		Kinds:    map[reflect.Type]string{reflect.TypeFor[datasets.Kind](): "string", reflect.TypeFor[decimal.Decimal](): "number"},
	}
	var err error
	d.Open, err = offeredKeys()
	if err != nil {
		return nil, err
	}
	return d.JSON(l)
}

// requiredKeys are those without which no project file is read.
func requiredKeys() map[string][]string {
	return map[string][]string{
		"project": {"id", "title", "rules"}, "survey": {"name", "title", "pre", "post"}, "laterWave": {"name", "title", "file", "items"}, "wave": {"file", "items"},
		"participants": {"file"}, "input": {"file"},
		"question": {"name", "title", "pre", "post", "categories"}, "precision": {"value", "source"},
		"targetGroup": {"criterion", "text", "source"}, "efficiency": {"rules"}, "atStake": {"source", "amounts"},
		"published": {"figure", "value"}, "missing": {"reason"}, "synthetic": {"statement"},
	}
}

// bilingualKeys are the texts that must be there in both languages.
func bilingualKeys() map[string][]string {
	both := map[string][]string{}
	for _, place := range []string{"project.title", "synthetic.statement", "survey.title", "laterWave.title", "question.title", "missing.reason", "targetGroup.text"} {
		both[place] = []string{"pl", "en"}
	}
	return both
}

// closedKeys are the keys whose values are words of a list.
func closedKeys() map[string][]string {
	return map[string][]string{
		"project.rules":                 indicators.SetNames(),
		"efficiency.rules":              efficiencySets(),
		"extra.kind":                    kindWords(datasets.Flag, datasets.Count, datasets.Number, datasets.Date, datasets.Text, datasets.Money, datasets.Identifier),
		"input.promise":                 {"", string(datasets.Clustered), string(datasets.Once), "none"},
		"parameters.age":                {string(indicators.CompletedYears), string(indicators.YearDifference)},
		"scaleKey.score":                {"", "mean", "sum"},
		"scaleKey.direction":            {"", string(scale.Higher), string(scale.Lower)},
		"published.kind":                {"", "published", "planned", "derived"},
		"published.bound":               {"", "at_least"},
		"missing.split":                 {"", "sex"},
		"indicators.definition.stage":   {string(indicators.Output), string(indicators.ImmediateResult), string(indicators.LongerTermResult)},
		"indicators.definition.records": {"", string(indicators.CompleteRecords), string(indicators.AllRecords)},
		"indicators.definition.unit":    {"", string(indicators.Persons), string(indicators.Projects), string(indicators.Entities), string(indicators.Objects)},
		"indicators.criterion.within":   {"", string(indicators.Immediate), string(indicators.LongerTerm), string(indicators.Efficiency)},
	}
}

// offeredKeys are the keys for which an editor offers words, and others stand too: profiles and scale keys
// may be files, dimensions fields.
func offeredKeys() (map[string][]string, error) {
	fields, err := datasets.ReadSchema("participants")
	if err != nil {
		return nil, err
	}
	set, err := indicators.LoadSet(indicators.SetNames()[0])
	if err != nil {
		return nil, err
	}
	if set, err = set.For(fields); err != nil {
		return nil, err
	}
	dimensions := set.DimensionNames()
	return map[string][]string{
		"input.profile":              append([]string{"generic"}, profiles.Names()...),
		"input.encoding":             {"utf-8", "utf-16", "windows-1250", "iso-8859-2", "ibm852"},
		"scaleKey.key":               scale.Keys(),
		"project.splits":             dimensions,
		"survey.by":                  dimensions,
		"survey.covariates":          dimensions,
		"parameters.complete_record": fields.Names(),
		"indicators.criterion.field": fields.Names(),
		"indicators.criterion.known": fields.Names(),
	}, nil
}

// writtenKeys are the keys whose text has a form.
func writtenKeys() map[string]string {
	name := folderSafe.String()
	return map[string]string{
		"project.id": name, "survey.name": name, "laterWave.name": name, "question.name": name,
	}
}

// boundedKeys are the keys whose number has bounds.
func boundedKeys() map[string]schema.Range {
	return map[string]schema.Range{
		"period.months": {Min: "0", Max: "1200"}, "scaleKey.answered": {Min: "0", Max: "1"}, "scaleKey.missing": {Min: "0"},
		"sample.population": {Min: "0"}, "sample.drawn": {Min: "0"}, "sample.level": {Min: "0", Max: "1"},
		"precision.value": {Min: "0", Max: "1"}, "target.total": {Min: "0"}, "target.women": {Min: "0"}, "target.men": {Min: "0"},
	}
}

func kindWords(kinds ...datasets.Kind) (out []string) {
	for _, k := range kinds {
		out = append(out, k.String())
	}
	return slices.Sorted(slices.Values(out))
}
