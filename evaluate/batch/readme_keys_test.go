package batch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The keys that the README shows of a project file are read as they stand there.
func TestReadmeKeysAreRead(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(readme), "reports and manifest tell what was changed, from what to what:\n\n")
	if !found {
		t.Fatal("the README has no block of these keys")
	}
	block, _, _ := strings.Cut(after, "\n\n")
	file := filepath.Join(t.TempDir(), ProjectFile)
	text := "id: made-up\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-plus-2021-2027\nparticipants: {file: none.csv}\n" + strings.ReplaceAll(block, "    ", "")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	if p.Parameters == nil || p.Efficiency == nil || len(p.Stated) != 1 || len(p.Samples) != 1 || len(p.Splits) != 3 {
		t.Errorf("read as %+v", p)
	}
}
