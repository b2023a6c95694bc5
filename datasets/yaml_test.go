package datasets

import (
	"strings"
	"testing"
)

// Texts that nobody can read are errors in words, also where the YAML library would panic; so are unknown keys.
func TestUnmarshalYAMLRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"items: !tag ":     "not YAML that can be read",
		"name: [":          "sequence end token",
		"name: a\nnone: b": "unknown field \"none\"",
	} {
		var into struct {
			Name  string `yaml:"name"`
			Items *[]int `yaml:"items"`
		}
		if err := UnmarshalYAML([]byte(text), &into); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// What the library would read over is an error with its place; a byte order mark is not.
func TestUnmarshalYAMLReadsAllOrNothing(t *testing.T) {
	type part struct {
		Women int `yaml:"women"`
	}
	type whole struct {
		Name  string            `yaml:"name"`
		Part  part              `yaml:"part"`
		Parts []part            `yaml:"parts"`
		Words map[string]string `yaml:"words"`
	}
	for text, want := range map[string]string{
		"\ufeffname: a\npart: {women: 3}":           "",
		"---\nname: a\n...\n":                       "",
		"name: a\nwords: {1: one, true: yes}":       "",
		"name: &n a\nwords: {x: *n}":                "",
		"name: a\npart: {women: 3, 5: 2}":           `2:18: unknown field "5"`,
		"name: a\n5: 2":                             `2:1: unknown field "5"`,
		"name: a\nparts:\n  - {women: 3}\n  - ~: 2": `4:5: unknown field "~"`,
		"c: 1\nb: 2\na: 3\nname: a":                 "[1:1] unknown field \"c\"", // the library names any of them
		"name: a\nparts: [{b: 1}, {a: 1}]\nz: 1":    "[2:10] unknown field \"b\"",
		"name: a\n---\nname: b":                     "3:5: a second document",
		"name: a\npart: {wom\xb3n: 3}":              "2:11: the file is not in UTF-8",
		"\xff\xfen\x00a\x00":                        "1:1: the file is not in UTF-8",
	} {
		var into whole
		err := UnmarshalYAML([]byte(text), &into)
		if want == "" && (err != nil || into.Name != "a") || want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)) {
			t.Errorf("%q: %v, %+v, want %q", text, err, into, want)
		}
	}
}

func TestCodesAndMembersOfAVocabulary(t *testing.T) {
	v := FlagVocabulary()
	if got := strings.Join(v.Codes(), " "); got != "yes no refused" {
		t.Errorf("codes are %q", got)
	}
	for mask, want := range map[uint64]string{0: "", 1: "yes", 5: "yes refused", 7: "yes no refused"} {
		if got := strings.Join(v.Members(mask), " "); got != want {
			t.Errorf("members of %b are %q, want %q", mask, got, want)
		}
	}
}
