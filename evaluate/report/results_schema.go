package report

import (
	_ "embed"
	"encoding/json"
	"reflect"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/schema"
)

//go:embed results.keys.yaml
var resultsKeyWords []byte

// ResultsSchema is the JSON Schema (draft 2020-12) of results.json, [SchemaID], with the description of
// every key in a language.
func ResultsSchema(l evaluate.Lang) ([]byte, error) {
	return schema.Description{
		Root: reflect.TypeFor[results](), ID: "https://github.com/efseval/efseval/schema/results", Words: resultsKeyWords, Prefix: "json",
		Title: evaluate.T("Wyniki efseval (results.json)", "Results of efseval (results.json)"),
		Kinds: map[reflect.Type]string{reflect.TypeFor[json.Number](): "number"},
		Closed: map[string][]string{
			"results.schema":     {SchemaID},
			"figure.status":      {string(evaluate.Known), string(evaluate.NotAvailable), string(evaluate.Suppressed)},
			"figure.unit":        unitNames(),
			"claim.unit":         unitNames(),
			"figure.bound":       {string(evaluate.UpperBound), string(evaluate.LowerBound)},
			"figure.floating":    numberNames[:],
			"claim.floating":     {"published", "computed"},
			"claim.kind":         {string(ClaimPublished), string(ClaimPlanned), string(ClaimDerived), string(ClaimAbsent)},
			"claim.verdict":      {string(Reproduced), string(Differs), string(CannotCompute)},
			"attainment.verdict": {string(TargetReached), string(TargetNotReached), string(TargetCannotTell)},
			"met.kind":           {"date", "number"},
			"rule.severity":      severities(),
			"problems.severity":  severities(),
		},
	}.JSON(l)
}

func unitNames() (names []string) {
	for _, u := range evaluate.AllUnits() {
		names = append(names, string(u))
	}
	return names
}

func severities() []string {
	return []string{string(datasets.Error), string(datasets.Warning), string(datasets.Note)}
}
