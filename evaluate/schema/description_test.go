package schema_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/schema"
)

type inner struct {
	Count int `yaml:"count"`
}

type file struct {
	Name  string  `yaml:"name"`
	Share float64 `yaml:"share"`
	Inner *inner  `yaml:"inner"`
}

const words = `
file:
  name: {pl: Nazwa., en: Name.}
  share: {pl: Część., en: Share.}
  inner: {pl: Wnętrze., en: Inside.}
inner:
  count: {pl: Ile., en: How many.}
`

func described(words string) schema.Description {
	return schema.Description{Root: reflect.TypeFor[file](), ID: "https://example.org/file", Title: evaluate.T("Plik", "File"), YAML: true, Words: []byte(words)}
}

// A key without words, words without a key, and words in one language are faults of the description.
func TestDescriptionIsHeldToTheTypes(t *testing.T) {
	if _, err := described(words).JSON(evaluate.EN); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ words, want string }{
		{strings.Replace(words, "  share: {pl: Część., en: Share.}\n", "", 1), "file.share has no description"},
		{words + "  size: {pl: Jak duże., en: How large.}\n", "inner.size is described, and no file has such a key"},
		{strings.Replace(words, ", en: Name.", "", 1), "file.name is described in one language"},
	} {
		if _, err := described(c.words).JSON(evaluate.EN); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	d := described(words)
	d.Closed = map[string][]string{"file.kind": {"a"}}
	if _, err := d.JSON(evaluate.EN); err == nil || !strings.Contains(err.Error(), "file.kind is described") {
		t.Errorf("values of a key that is not there: %v", err)
	}
}

func TestSchemaOfASmallFile(t *testing.T) {
	d := described(words)
	d.Required = map[string][]string{"file": {"name"}}
	d.Closed = map[string][]string{"file.name": {"one", "two"}}
	got, err := d.JSON(evaluate.PL)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"title": "Plik"`, `"description": "Ile."`, `"additionalProperties": false`, "\"required\": [\n    \"name\"\n  ]", "\"enum\": [\n        \"one\",\n        \"two\"\n      ]"} {
		if !strings.Contains(string(got), want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}
