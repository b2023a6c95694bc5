package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every schema that a package names is listed by version --json, but those of older versions that are read alone.
func TestVersionListsEverySchema(t *testing.T) {
	id, older := regexp.MustCompile(`^efseval/[a-z]+/[0-9]+$`), []string{"efseval/manifest/1", "efseval/manifest/2"}
	listed, named := schemaIDs(), map[string]bool{}
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if lit, is := n.(*ast.BasicLit); is && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil && id.MatchString(text) {
					named[text] = true
				}
			}
			return true
		})
	}
	for schema := range named {
		if !slices.Contains(listed, schema) && !slices.Contains(older, schema) {
			t.Errorf("version --json does not list %s", schema)
		}
	}
	for _, schema := range listed {
		if !named[schema] {
			t.Errorf("version --json lists %s, which nothing has", schema)
		}
	}
}

// What each command prints with --json begins with its schema, which version lists.
func TestEveryJSONNamesItsSchema(t *testing.T) {
	home := exampleAt(t)
	t.Chdir(home)
	var told bytes.Buffer
	if code := efseval([]string{"run", "project.yaml", "-o", "made"}, &told, &told); code != exitDone {
		t.Fatal(told.String())
	}
	out := filepath.Join("made", "katowice-pal")
	survey := "survey motywacja-pre-synthetic.csv motywacja-post-synthetic.csv --id Kod_uczestnika --items P1-P9 --min 1 --max 5 --json"
	for line, want := range map[string]string{
		"run project.yaml -o made --json":                 "efseval/run/",
		"check project.yaml --json":                       "efseval/check/",
		"check --rules --json":                            "efseval/rules/",
		"count people.csv --json":                         "efseval/count/",
		"explain CO01 --json":                             "efseval/explain/",
		"trace " + out + " cost/total --json":             "efseval/trace/",
		"verify " + out + " --json":                       "efseval/verify/",
		"diff " + out + " " + out + " --json":             "efseval/diff/",
		"profile list --json":                             "efseval/profiles/",
		"selftest money --json":                           "efseval/selftest/",
		"version --json":                                  "efseval/version/",
		"export people.csv -o t.csv --json":               "efseval/export/",
		"sql --set esf-2014-2020 --dialect duckdb --json": "efseval/sql/",
		"init new people.csv --json":                      "efseval/init/",
		"key new own.key --json":                          "efseval/key/",
		survey:                                            "efseval/results/",
	} {
		var printed, said bytes.Buffer
		if code := efseval(spaced(line), &printed, &said); code != exitDone {
			t.Errorf("%s: exit %d: %s", line, code, said.String())
			continue
		}
		var object struct {
			Schema string `json:"schema"`
		}
		if err := json.NewDecoder(&printed).Decode(&object); err != nil || !strings.HasPrefix(object.Schema, want) || !slices.Contains(schemaIDs(), object.Schema) {
			t.Errorf("%s: %s", line, fmt.Sprint(object.Schema, err))
		}
	}
}

// spaced are the words of a command line, in which _ stands for a blank within one.
func spaced(line string) []string {
	words := strings.Fields(line)
	for i, word := range words {
		words[i] = strings.ReplaceAll(word, "_", " ")
	}
	return words
}
