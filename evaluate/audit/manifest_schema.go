package audit

import (
	_ "embed"
	"reflect"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/schema"
)

//go:embed manifest.keys.yaml
var manifestKeyWords []byte

// ManifestSchema is the JSON Schema (draft 2020-12) of manifest.json, [SchemaID], with the description of
// every key in a language.
func ManifestSchema(l evaluate.Lang) ([]byte, error) {
	return schema.Description{
		Root: reflect.TypeFor[manifest](), ID: "https://github.com/efseval/efseval/schema/manifest", Words: manifestKeyWords,
		Title:  evaluate.T("Manifest przebiegu efseval (manifest.json)", "Manifest of a run of efseval (manifest.json)"),
		Closed: map[string][]string{"manifest.schema": {SchemaID}},
	}.JSON(l)
}
