package parquetfile

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzOpen reads any bytes as Parquet: no panic.
func FuzzOpen(f *testing.F) {
	text, err := os.ReadFile(write(f, people()))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add(text[:len(text)/2])
	p := profile(f, "generic", "tags")
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(t.TempDir(), "fuzz.parquet")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, p)
		if err != nil {
			return
		}
		for _, err := range s.Batches() {
			if err != nil {
				break
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	})
}
