package batch

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/audit"
)

// Law: one digit changed anywhere in any output that is text is found, and named with its file and its place.
func TestOneDigitOfAnyOutputIsNamed(t *testing.T) {
	r := example(t, "wodzislaw-wilchwy")
	folder, err := Write(r, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	again := keptOutputs(t, r)
	texts := textsIn(t, folder)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(texts).Draw(t, "output")
		file := filepath.Join(folder, filepath.FromSlash(name))
		was, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		changed, at := otherDigit(t, was)
		if err := os.WriteFile(file, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := os.WriteFile(file, was, 0o600); err != nil {
				t.Fatal(err)
			}
		}()
		v, err := audit.Verify(folder, r, again)
		if name == manifestFile && err != nil && strings.Contains(err.Error(), name) {
			return // no JSON or no schema any more
		}
		if err != nil {
			t.Fatal(err)
		}
		isTold(t, v, name, at)
	})
}

func textsIn(t *testing.T, folder string) []string {
	t.Helper()
	return slices.DeleteFunc(filesIn(t, folder), func(name string) bool {
		return slices.Contains([]string{".png", ".xlsx", ".parquet"}, path.Ext(name))
	})
}

// otherDigit changes one digit of a text and tells its line.
func otherDigit(t *rapid.T, text []byte) (changed []byte, line int) {
	var digits []int
	for i, b := range text {
		if b >= '0' && b <= '9' {
			digits = append(digits, i)
		}
	}
	at := rapid.SampledFrom(digits).Draw(t, "at")
	changed = bytes.Clone(text)
	changed[at] = '0' + (changed[at]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
	return changed, 1 + bytes.Count(text[:at], []byte("\n"))
}

func isTold(t *rapid.T, v *audit.Verification, name string, line int) {
	one := verdictOf(v.Outputs, name)
	said := slices.ContainsFunc(one.Differences, func(d audit.Difference) bool {
		return d.Place != "" && (d.Stands == nil || d.Computed == nil || *d.Stands != *d.Computed)
	})
	// What another build says of itself cannot be told from a change: it is named and no difference.
	if !said || one.Answer != audit.IsDifferent && !(name == manifestFile && v.OtherBuild) {
		t.Fatalf("%s line %d: %s, %v", name, line, one.Answer, one.Differences)
	}
	for _, o := range v.Outputs {
		if o.Answer != audit.Match && o.Name != name {
			t.Fatalf("%s differs where only %s was changed", o.Name, name)
		}
	}
}
