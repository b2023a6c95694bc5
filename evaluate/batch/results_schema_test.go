package batch

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// validatorOf holds JSON documents to a schema.
func validatorOf(t *testing.T, schema func(evaluate.Lang) ([]byte, error)) func(text []byte) error {
	t.Helper()
	raw, err := schema(evaluate.PL)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("results.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("results.json")
	if err != nil {
		t.Fatal(err)
	}
	return func(text []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			return err
		}
		return compiled.Validate(value)
	}
}

// The results and the manifest of every example are what their schemas describe; changed by hand they are not.
func TestResultsKeepTheirSchema(t *testing.T) {
	valid, validManifest := validatorOf(t, report.ResultsSchema), validatorOf(t, audit.ManifestSchema)
	var last string
	for _, path := range exampleFiles(t) {
		p, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Run(t.Context(), p, Options{Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := report.WriteJSON(&out, r); err != nil {
			t.Fatal(err)
		}
		if err := valid(out.Bytes()); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		var manifest bytes.Buffer
		if err := audit.WriteManifest(&manifest, r, []audit.Output{{Name: "figures.csv", Size: 1, SHA256: "00"}}); err != nil {
			t.Fatal(err)
		}
		if err := validManifest(manifest.Bytes()); err != nil {
			t.Errorf("the manifest of %s: %v", path, err)
		}
		wrong := strings.Replace(manifest.String(), `"rule_set":`, `"ruleset":`, 1)
		if wrong == manifest.String() || validManifest([]byte(wrong)) == nil {
			t.Errorf("a key that no manifest has is taken")
		}
		if p.ID == "katowice-pal" {
			last = out.String()
		}
	}
	for _, c := range [][2]string{
		{report.SchemaID, "efseval/results/0"}, {`"status":"known"`, `"status":"guessed"`}, {`"unit":"persons"`, `"unit":"people"`},
		{`"verdict":"reproduced"`, `"verdict":"true"`}, {`"value":60`, `"value":"60"`}, {`"figures": [`, `"figure": [`},
		{`"id":"participants/total",`, ""}, {`"version": "test",`, ""}, {`"held":true`, `"held":"yes"`}, {`"rule_version":`, `"rule_release":`},
	} {
		wrong := strings.Replace(last, c[0], c[1], 1)
		if wrong == last {
			t.Errorf("%s is not in results.json", c[0])
		} else if valid([]byte(wrong)) == nil {
			t.Errorf("with %s in place of %s the schema takes it", c[1], c[0])
		}
	}
}
