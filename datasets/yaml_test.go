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
