package files

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

// manyPeople are made up, and enough that no reader holds them all at once.
func manyPeople(t *testing.T, n int) []person {
	t.Helper()
	people := make([]person, n)
	for i := range people {
		people[i] = person{ID: fmt.Sprintf("SYN-%07d", i), Sex: "woman", Town: strings.Repeat("Dąbrowa ", 4)}
	}
	return people
}

// A file that changes between its first batch and its last is refused, whatever was read; nothing
// is lost in silence, and nothing panics or hangs.
func TestFileThatChangesWhileItIsRead(t *testing.T) {
	dir := t.TempDir()
	people := manyPeople(t, 150_000)
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(writeCSV(at("a.csv"), people), parquet.WriteFile(at("a.parquet"), people), writeXLSX(at("a.xlsx"), people[:70_000])); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("a.csv.gz"), pack(t, bytesOf(t, at("a.csv"))), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.csv", "a.parquet", "a.xlsx", "a.csv.gz"} {
		whole := bytesOf(t, at(name))
		for what, change := range map[string]func(path string) error{
			"truncated": func(path string) error { return os.Truncate(path, int64(len(whole)/2)) },
			"emptied":   func(path string) error { return os.Truncate(path, 0) },
			"grown":     func(path string) error { return os.WriteFile(path, append(whole, "SYN-9;man;;;;;\n"...), 0o600) },
			"removed":   os.Remove,
			"replaced": func(path string) error {
				return errors.Join(os.WriteFile(path+".new", whole, 0o600), os.Rename(path+".new", path))
			},
			"nothing": func(string) error { return nil },
		} {
			path := at("now-" + name)
			if err := os.WriteFile(path, whole, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := drainChanging(t, path, change)
			var u *datasets.Unreadable
			if changed := errors.Is(err, errChanged); changed != (what != "nothing") || changed && (!errors.As(err, &u) || u.Next == "") {
				t.Errorf("%s %s: %v", name, what, err)
			}
			if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Fatal(err)
			}
		}
	}
}

func drainChanging(t *testing.T, path string, change func(string) error) (rows int, err error) {
	t.Helper()
	s, err := Open(path, profile(t, "generic"))
	if err != nil {
		return 0, err
	}
	for b, err := range s.Batches() {
		if err != nil {
			return rows, errors.Join(err, s.Close())
		}
		if rows == 0 {
			if err := change(path); err != nil {
				t.Fatal(err)
			}
		}
		rows += b.Rows()
	}
	return rows, s.Close()
}

// What has no end, or never begins, is no file.
func TestPipesAndLinksAreRefused(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(os.Symlink("b.csv", at("a.csv")), os.Symlink("a.csv", at("b.csv")), os.Symlink("none.csv", at("c.csv"))); err != nil {
		t.Skip("no links here:", err)
	}
	for path, want := range map[string]string{"/dev/zero": "this is a device", at("a.csv"): "a link that leads to no file", at("c.csv"): "a link that leads to no file"} {
		if _, err := os.Lstat(path); err != nil {
			continue
		}
		_, err := Open(path, profile(t, "generic"))
		var u *datasets.Unreadable
		if !errors.As(err, &u) || !strings.Contains(err.Error(), want) || u.Next == "" {
			t.Errorf("%s: %v; want %s", path, err, want)
		}
	}
}

// A file or folder that may not be read is told as such. The right does not bind the superuser.
func TestNotPermitted(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("uid 0 may read everything; run as another user")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.csv")
	if err := errors.Join(os.WriteFile(path, []byte("id;sex\n"), 0o600), os.Chmod(path, 0)); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, profile(t, "generic")); err == nil || !strings.Contains(err.Error(), "not permitted") {
		t.Errorf("error %v", err)
	}
}
