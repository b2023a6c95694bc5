package parquetfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// TestUnreadable tells what is wrong with a file, and what to do.
func TestUnreadable(t *testing.T) {
	whole, err := os.ReadFile(write(t, people()))
	if err != nil {
		t.Fatal(err)
	}
	broken := append([]byte(nil), whole...)
	for i := 4; i < len(broken)/2; i++ {
		broken[i] = 0xFF
	}
	none, err := os.ReadFile(write(t, []person{}))
	if err != nil {
		t.Fatal(err)
	}
	type nested struct {
		Sex []string `parquet:"sex,list"`
	}
	list, err := os.ReadFile(write(t, []nested{{[]string{"woman"}}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		text []byte
		want string
	}{
		{"empty", nil, "the file is empty; export it again"},
		{"text", []byte("id;sex\nSYN-1;woman\n"), "this is not a Parquet file; if it is text, give it the ending .csv"},
		{"only the mark", []byte("PAR1"), "the file is damaged or cut off; download or export it again"},
		{"cut in half", whole[:len(whole)/2], "the file is damaged or cut off"},
		{"damaged inside", broken, "the file is damaged or cut off"},
		{"no rows", none, "empty export"},
		{"nested", list, `a nested column cannot be read: "sex"; write its members as columns of their own`},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "people.parquet")
			if err := os.WriteFile(path, c.text, 0o600); err != nil {
				t.Fatal(err)
			}
			_, _, _, err := read(t, path, profile(t, "generic", "tags"))
			var u *datasets.Unreadable
			if !errors.As(err, &u) || !strings.Contains(err.Error(), "people.parquet: "+c.want) || u.Next == "" {
				t.Errorf("error %v; want Unreadable with %q", err, c.want)
			}
		})
	}
}
