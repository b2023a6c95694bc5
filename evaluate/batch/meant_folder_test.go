package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A folder of many proposes all of them, as many as a person reads; a misspelt name the nearest; anything else an example.
func TestFoldersThatMayBeMeantAreProposed(t *testing.T) {
	out := t.TempDir()
	add := func(name string) {
		if err := os.Mkdir(filepath.Join(out, name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(out, name, manifestFile), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	meant := func(folder string) string { return strings.ReplaceAll(meantFolder(folder).EN, out, "out") }
	if got := meant(out); got != ", as out/katowice-pal" {
		t.Error(got)
	}
	add("beta")
	if got := meant(out); got != "; did you mean out/beta?" {
		t.Error(got)
	}
	add("alfa")
	if got := meant(out); got != "; did you mean out/alfa or out/beta?" {
		t.Error(got)
	}
	if got := meant(filepath.Join(out, "betta")); got != "; did you mean out/beta?" {
		t.Error(got)
	}
	if got := meant(filepath.Join(out, "something-else")); got != ", as out/katowice-pal" {
		t.Error(got)
	}
	for i := range 10 {
		add(fmt.Sprint("c", i))
	}
	if got := meantFolder(out).PL; !strings.HasSuffix(strings.ReplaceAll(got, out, "out"), "out/c4 albo out/c5 (i jeszcze 4)?") {
		t.Error(got)
	}
}
