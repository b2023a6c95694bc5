package batch

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A key is taken raw or in hexadecimal; what is none, or stands where the reports go, is a Fault
// that shows nothing of it.
func TestReadKey(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	raw := "made up: thirty-two bytes of key"
	out := filepath.Join(dir, "out")
	for text, want := range map[string]string{raw: raw, strings.Repeat("0aFf", 16) + "\n": strings.Repeat("\x0a\xff", 16)} {
		if key, err := ReadKey(put("key", text), out); err != nil || string(key) != want {
			t.Errorf("%q: %q, %v", text, key, err)
		}
	}
	inside := put("out/project/key", raw)
	link := filepath.Join(dir, "link")
	if err := os.Symlink(inside, link); err != nil {
		t.Skip(err)
	}
	for path, output := range map[string]string{
		put("short", raw[1:]):                         out,
		put("short-hex", strings.Repeat("0aff", 15)):  out,
		put("long", strings.Repeat("made up ", 1000)): out,
		filepath.Join(dir, "none"):                    out,
		dir:                                           out,
		inside:                                        out,
		link:                                          out,
		put("beside", raw):                            dir,
	} {
		key, err := ReadKey(path, output)
		var fault *Fault
		if key != nil || !errors.As(err, &fault) || bytes.Contains([]byte(err.Error()), []byte("thirty")) || strings.Contains(err.Error(), "0aff") {
			t.Errorf("%s: %q, %v", filepath.Base(path), key, err)
		}
	}
}
