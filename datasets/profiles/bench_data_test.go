package profiles

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// benchScript finds the generator of the national export beside the reference data.
func benchScript(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		for _, path := range []string{filepath.Join(dir, "shared", "bench", "make-data.mjs"), filepath.Join(dir, "..", "shared", "bench", "make-data.mjs")} {
			if text, err := os.ReadFile(path); err == nil {
				return string(text)
			}
		}
		if dir == filepath.Dir(dir) {
			t.Skip("shared/bench/make-data.mjs is not beside this checkout")
		}
	}
}

// Every header the generator of the benchmark writes is known to sm-efs, and every value.
func TestBenchmarkDataAreReadable(t *testing.T) {
	script := benchScript(t)
	var header []string
	for _, m := range regexp.MustCompile(`as "([^"]+)"`).FindAllStringSubmatch(script, -1) {
		header = append(header, m[1])
	}
	if len(header) != 17 {
		t.Fatalf("found %d headers in the script, want 17", len(header))
	}
	b := bind(t, "sm-efs", header)
	for _, p := range b.Problems {
		t.Error(p)
	}
	for _, c := range b.Columns {
		if len(c.Fields) == 0 {
			t.Errorf("column %q feeds no field", c.Header)
		}
	}
	place := map[string]int{}
	for i, h := range header {
		place[h] = i
	}
	count := 0
	for _, line := range strings.Split(script, "\n") {
		column := ""
		if m := regexp.MustCompile(`as "([^"]+)"`).FindStringSubmatch(line); m != nil {
			column = m[1]
		} else if strings.Contains(line, "when 'Osoba b") {
			column = "w tym"
		} else if strings.Contains(line, "pick('osoba podjęła") {
			column = "Sytuacja osoby w momencie zakończenia udziału w projekcie"
		}
		if column == "" {
			continue
		}
		values := regexp.MustCompile(`pick\(([^)]*(?:\([^)]*\)[^)]*)*)\)\}|(?:then|else) '([^']+)'`).FindAllStringSubmatch(line, -1)
		for _, group := range values {
			for _, v := range regexp.MustCompile(`'([^']+)'`).FindAllStringSubmatch(group[0], -1) {
				count++
				batch := b.NewBatch()
				row := make([][]byte, len(header))
				row[place[column]] = []byte(v[1])
				b.Append(batch, 2, row)
				for _, p := range batch.Problems {
					t.Errorf("%s = %q: %v", column, v[1], p)
				}
			}
		}
	}
	if count < 30 {
		t.Errorf("only %d values were tried: the script's form has changed", count)
	}
}
