package batch

import (
	"os"
	"path/filepath"
	"testing"
)

// Where folders cannot be exchanged, a run that was killed at any step leaves what the next one puts right: the old
// folder or the new one, whole, and nothing beside it.
func TestSweepAfterEachStepOfASwapInTwo(t *testing.T) {
	for step, want := range map[string]string{"before": "old", "set aside": "old", "in place": "new"} {
		dir := t.TempDir()
		folder, temp := filepath.Join(dir, "p"), filepath.Join(dir, tempPrefix+"1")
		placed(t, folder, "old")
		placed(t, filepath.Join(temp, freshPart), "new")
		aside := filepath.Join(temp, asidePart)
		switch step {
		case "set aside":
			if err := os.Mkdir(aside, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(folder, filepath.Join(aside, "p")); err != nil {
				t.Fatal(err)
			}
		case "in place":
			if err := swapInTwo(filepath.Join(temp, freshPart), folder, aside); err != nil {
				t.Fatal(err)
			}
		}
		p, err := claim(dir)
		if err != nil {
			t.Fatal(err)
		}
		p.release()
		if got := read(t, filepath.Join(folder, "f")); got != want {
			t.Errorf("killed when %s: the folder is the %s one, want the %s", step, got, want)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, tempPrefix+"*")); len(left) > 0 {
			t.Errorf("killed when %s: left behind %v", step, left)
		}
	}
}

// The old folder is not thrown away with the temporary one where it cannot go back to its place.
func TestWhatCannotGoBackIsKept(t *testing.T) {
	for name, cleared := range map[string]func(temp, dir string) error{
		"sweep": func(_, dir string) error { return sweep(dir) },
		"clear": clearTemp,
	} {
		dir := t.TempDir()
		temp := filepath.Join(dir, tempPrefix+"1")
		aside := filepath.Join(temp, asidePart, "p")
		placed(t, aside, "old")
		if err := os.Symlink("nowhere", filepath.Join(dir, "p")); err != nil { // a folder cannot be renamed onto it
			t.Skip(err)
		}
		if err := cleared(temp, dir); err == nil || read(t, filepath.Join(aside, "f")) != "old" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func placed(t *testing.T, folder, text string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	writeFiles(t, folder, map[string]string{"f": text})
}

// An exchange puts the new folder in place and leaves the old one to be removed; so does a swap in two.
func TestSwap(t *testing.T) {
	for name, swapped := range map[string]func(temp, folder string) error{
		"exchange": swap,
		"in two": func(temp, folder string) error {
			return swapInTwo(filepath.Join(temp, freshPart), folder, filepath.Join(temp, asidePart))
		},
	} {
		dir := t.TempDir()
		folder, temp := filepath.Join(dir, "p"), filepath.Join(dir, tempPrefix+"1")
		placed(t, folder, "old")
		placed(t, filepath.Join(temp, freshPart), "new")
		if err := swapped(temp, folder); err != nil || read(t, filepath.Join(folder, "f")) != "new" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A library that writes a report by itself cannot do so while a run holds the folder.
func TestWriteKeepsOutOfARun(t *testing.T) {
	dir := t.TempDir()
	p, err := claim(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := example(t, "wodzislaw-wilchwy")
	if _, err := Write(r, dir); err == nil {
		t.Error("a report was written into a folder that a run holds")
	}
	p.release()
	if _, err := Write(r, dir); err != nil {
		t.Error(err)
	}
}
