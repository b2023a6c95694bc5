package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
)

// validator holds documents to the schema of project.yaml.
func validator(t *testing.T, l evaluate.Lang) func(text []byte) error {
	t.Helper()
	raw, err := ProjectSchema(l)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("project.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("project.json")
	if err != nil {
		t.Fatal(err)
	}
	return func(text []byte) error {
		j, err := yaml.YAMLToJSON(text)
		if err != nil {
			return err
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(j))
		if err != nil {
			return err
		}
		return compiled.Validate(value)
	}
}

func exampleFiles(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "examples", "*", ProjectFile))
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d examples: %v", len(paths), err)
	}
	return paths
}

// What runs is what the schema describes, in both languages.
func TestExamplesKeepTheSchema(t *testing.T) {
	for _, l := range evaluate.Langs() {
		valid := validator(t, l)
		for _, path := range exampleFiles(t) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := valid(text); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}

// The schema says what a key means in the language that was asked for.
func TestSchemaSpeaksBothLanguages(t *testing.T) {
	for l, want := range map[evaluate.Lang]string{evaluate.PL: "Eksport uczestników.", evaluate.EN: "The export of participants."} {
		raw, err := ProjectSchema(l)
		if err != nil {
			t.Fatal(err)
		}
		var s struct {
			Schema     string                                  `json:"$schema"`
			Properties map[string]struct{ Description string } `json:"properties"`
		}
		if err := json.Unmarshal(raw, &s); err != nil {
			t.Fatal(err)
		}
		if got := s.Properties["participants"].Description; got != want || s.Schema != "https://json-schema.org/draft/2020-12/schema" {
			t.Errorf("%s: participants is %q in %s", l, got, s.Schema)
		}
		again, err := ProjectSchema(l)
		if err != nil || !bytes.Equal(raw, again) {
			t.Errorf("%s: made twice it is not the same: %v", l, err)
		}
	}
}

const small = "id: made-up\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-plus-2021-2027\n"

// What is wrong in itself is refused by the schema and by Load.
func TestSchemaAndLoadRefuse(t *testing.T) {
	valid := validator(t, evaluate.EN)
	if _, err := Parse([]byte(small), ProjectFile); err != nil || valid([]byte(small)) != nil {
		t.Fatalf("the smallest project is refused: %v, %v", err, valid([]byte(small)))
	}
	for _, wrong := range []string{
		strings.Replace(small, "id: made-up\n", "", 1),
		strings.Replace(small, "made-up", "Made up", 1),
		strings.Replace(small, ", en: Made up", "", 1),
		strings.Replace(small, "2021-2027", "2021-2028", 1),
		strings.Replace(small, "id:", "idd:", 1),
		small + "paricipants: {file: a.csv}\n",
		small + "participants: {fiel: a.csv}\n",
		small + "participants: a.csv\n",
		small + "participants: {profile: sm-efs}\n",
		small + "participants: {file: a.csv, promise: twice}\n",
		small + "participants: {file: a.csv, dates: dd.MM.yyyy}\n",
		small + "participants: {file: a.csv, header_row: third}\n",
		small + "participants: {file: a.csv, fields: [{name: x, kind: word}]}\n",
		small + "targets: {at_least: often}\n",
		small + "targets: {participants: {total: -1}}\n",
		small + "targets: {participants: {girls: 1}}\n",
		small + "period: {months: 1201}\n",
		small + "period: [2021-01-01]\n",
		small + "parameters: {age: biological}\n",
		small + "splits: age_band\n",
		small + "published: [{figure: participants/total, value: '60', kind: guessed}]\n",
		small + "published: [{figure: participants/total, value: '60', bound: at_most}]\n",
		small + "unpublished: [{split: age, reason: {pl: a, en: b}}]\n",
		small + "efficiency: {rules: esf-plus-2021-2027}\n",
		small + "surveys: [{name: m, title: {pl: a, en: b}, scale: {range: [1, 5], score: median}, pre: {file: a.csv, items: [P1]}, post: {file: b.csv, items: [P1]}}]\n",
		small + "surveys: [{name: m, title: {pl: a, en: b}, scale: {range: [1, 5], direction: up}, pre: {file: a.csv, items: [P1]}, post: {file: b.csv, items: [P1]}}]\n",
		small + "surveys: [{name: m, title: {pl: a, en: b}, scale: {range: [1, 5]}, pre: {file: a.csv}, post: {file: b.csv, items: [P1]}}]\n",
		small + "indicators: [{code: X, name: {pl: a, en: b}, stage: outputs, achieved: {everyone: true}, source: {clause: c, mark: m}}]\n",
		small + "indicators: [{code: X, name: {pl: a, en: b}, stage: output, achieved: {feild: sex, in: [woman]}, source: {clause: c, mark: m}}]\n",
		small + "indicators: [{code: X, name: {pl: a, en: b}, stage: output, achieved: {age: {under: 18}}, source: {clause: c, mark: m}}]\n",
		"[]\n", "null\n", "only words\n",
	} {
		if err := valid([]byte(wrong)); err == nil {
			t.Errorf("the schema takes:\n%s", strings.TrimPrefix(wrong, small))
		}
		if _, err := Parse([]byte(wrong), ProjectFile); err == nil {
			t.Errorf("Load takes:\n%s", strings.TrimPrefix(wrong, small))
		}
	}
}

// Of an example that was changed at random the schema and Load say the same: what Load takes the schema
// takes, and an unknown key or a value of the wrong kind that Load refuses the schema refuses.
func TestLawSchemaAndLoadAgree(t *testing.T) {
	valid := validator(t, evaluate.EN)
	paths := exampleFiles(t)
	rapid.Check(t, func(t *rapid.T) {
		path := rapid.SampledFrom(paths).Draw(t, "example")
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var doc any
		if err := yaml.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		doc = mutated(t, doc)
		if text, err = yaml.Marshal(doc); err != nil {
			t.Fatal(err)
		}
		_, loaded := Parse(text, path)
		validated := valid(text)
		switch {
		case loaded == nil && validated != nil:
			t.Fatalf("Load takes it, and the schema does not: %v\n%s", validated, text)
		case validated == nil && structural(loaded):
			t.Fatalf("the schema takes it, and Load does not: %v\n%s", loaded, text)
		}
	})
}

// structural tells whether a fault is an unknown key or a value of the wrong kind.
func structural(err error) bool {
	var f *Fault
	return errors.As(err, &f) && (strings.Contains(f.Message, "unknown key") || strings.HasPrefix(f.Message, "wants ") || strings.Contains(f.Message, "was used where"))
}

// mutated is a document with one value or key changed somewhere in it.
func mutated(t *rapid.T, v any) any {
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		if len(keys) == 0 {
			return v
		}
		key := rapid.SampledFrom(keys).Draw(t, "key")
		switch rapid.SampledFrom([]string{"deeper", "deeper", "deeper", "drop", "rename", "add", "replace"}).Draw(t, "change") {
		case "deeper":
			v[key] = mutated(t, v[key])
		case "drop":
			delete(v, key)
		case "rename":
			v[key+"s"] = v[key]
			delete(v, key)
		case "add":
			v[rapid.SampledFrom([]string{"x", "file", "id", "source", "total", "field", "values", "pl"}).Draw(t, "new")] = anyValue(t)
		case "replace":
			v[key] = anyValue(t)
		}
		return v
	case []any:
		if len(v) > 0 && rapid.IntRange(0, 3).Draw(t, "into the list") > 0 {
			i := rapid.IntRange(0, len(v)-1).Draw(t, "item")
			v[i] = mutated(t, v[i])
			return v
		}
	}
	return anyValue(t)
}

// anyValue is a value of any kind. A fraction and a list with an empty entry are not among them: the schema
// refuses them where a whole number and keys are wanted, and Load not everywhere.
func anyValue(t *rapid.T) any {
	return rapid.SampledFrom([]any{nil, 3, -1, "3", "x", "", true, []any{}, []any{"x"}, []any{1, 5}, map[string]any{}, map[string]any{"x": 1}, map[string]any{"pl": "a", "en": "b"}}).Draw(t, "value")
}
