package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRunWritesEveryExample(t *testing.T) {
	folder := t.TempDir()
	var errors strings.Builder
	if code := run(folder, &errors); code != 0 {
		t.Fatalf("exit %d: %s", code, errors.String())
	}
	found, err := filepath.Glob(filepath.Join(folder, "*", "*-synthetic.*"))
	if err != nil || len(found) != 9 {
		t.Errorf("%d files written, want 9 (%v)", len(found), err)
	}
}

func TestRunTellsWhereItCannotWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var errors strings.Builder
	if code := run(file, &errors); code != 1 || !strings.Contains(errors.String(), "taken") {
		t.Errorf("exit %d, message %q; want 1 and the path", code, errors.String())
	}
}
