package csvfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// changing does something to a file once some of it was read.
type changing struct {
	*os.File
	after  int
	change func()
}

func (c *changing) Read(p []byte) (int, error) {
	n, err := c.File.Read(p[:min(len(p), 1<<14)])
	if c.after -= n; c.after <= 0 && c.change != nil {
		c.change()
		c.change = nil
	}
	return n, err
}

// A file that is cut short, made longer or taken away while it is read gives the rows that were
// there when they were read, and ends.
func TestFileChangesWhileRead(t *testing.T) {
	const line, rows = "FE-1;;uwaga;SYN-1;Kobieta;34;Bytom;2024-02-29;kurs;x;Tak;Obywatelstwo polskie\n", 40_000
	whole := len(mixedHeader) + rows*len(line)
	for _, c := range []struct {
		name        string
		change      func(path string) error
		least, most int
	}{
		{"cut short", func(path string) error { return os.Truncate(path, int64(whole/2+7)) }, rows / 3, rows/2 + 1},
		{"emptied", func(path string) error { return os.Truncate(path, 0) }, 1, rows / 2},
		{"longer", func(path string) error { return appendTo(path, strings.Repeat(line, 1000)) }, rows, rows + 1000},
		{"taken away", os.Remove, rows, rows},
	} {
		path := filepath.Join(t.TempDir(), "people.csv")
		if err := os.WriteFile(path, []byte(mixedHeader+strings.Repeat(line, rows)), 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		s, err := newSource(&changing{file, whole / 3, func() {
			if err := c.change(path); err != nil {
				t.Error(err)
			}
		}}, "people.csv", profile(t, "sm-efs"))
		if err != nil {
			t.Fatal(err)
		}
		s.piece = 50_000
		for _, err := range s.Batches() {
			if err != nil {
				t.Error(c.name, err)
			}
		}
		if s.read < c.least || s.read > c.most {
			t.Errorf("%s: %d rows", c.name, s.read)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
}

func appendTo(path, text string) error {
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	if failed := file.Close(); err == nil {
		err = failed
	}
	return err
}
