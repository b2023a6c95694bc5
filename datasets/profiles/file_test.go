package profiles

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is wrong in a profile file is told at its place; of several unknown keys always the first, since the YAML
// library names any of them.
func TestFindTellsTheFirstUnknownKey(t *testing.T) {
	generic, err := Text("generic")
	if err != nil {
		t.Fatal(err)
	}
	for head, want := range map[string]string{
		"foo: 1\nbar: 2\nqwertyuiop: 3\n": `1:1: unknown key "foo"; efseval`,
		"qwertyuiop: 1\nfoo: 2\nbar: 3\n": `1:1: unknown key "qwertyuiop"; efseval profile show generic`,
		"headers: 1\nfoo: 2\nbar: 3\n":    `1:1: unknown key "headers"; did you mean "header"?`,
		"field: 1\nfoo: 2\nbar: 3\n":      `1:1: unknown key "field" here; it belongs`,
		"5: 1\n":                          `1:1: unknown field "5"`,
	} {
		path := filepath.Join(t.TempDir(), "profile.yaml")
		if err := os.WriteFile(path, append([]byte(head), generic...), 0o600); err != nil {
			t.Fatal(err)
		}
		for range 8 {
			_, err := Find(path, "")
			if got := strings.TrimPrefix(fmt.Sprint(err), path+":"); !strings.HasPrefix(got, want) {
				t.Fatalf("%q: %s, want %s", head, got, want)
			}
		}
	}
}
