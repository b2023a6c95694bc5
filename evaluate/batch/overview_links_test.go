package batch

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/report"
)

// Every link of index.html leads to a file that the run wrote, whatever outputs were selected.
func TestEveryLinkOfTheOverviewLeadsSomewhere(t *testing.T) {
	other := map[string]string{}
	for name, text := range madeUpInputs {
		other[name] = strings.Replace(text, "id: verified", "id: other", 1)
	}
	projects := []string{filepath.Join(filled(t, madeUpInputs), ProjectFile), filepath.Join(filled(t, other), ProjectFile)}
	for _, selected := range []report.Outputs{nil, {report.HTML}, {report.Figures}} {
		dir := t.TempDir()
		done, err := RunAll(context.Background(), projects, dir, 1, Options{Version: "test", Outputs: selected})
		if err != nil || done.Outcomes[0].Err != nil || done.Outcomes[1].Err != nil {
			t.Fatal(err, done)
		}
		page, err := os.ReadFile(filepath.Join(dir, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		links := regexp.MustCompile(`href="([^"#:]+)[#"]`).FindAllSubmatch(page, -1)
		if len(links) < 4 {
			t.Fatalf("%v: %d links", selected, len(links))
		}
		for _, link := range links {
			if _, err := os.Stat(filepath.Join(dir, string(link[1]))); err != nil {
				t.Errorf("%v: %v", selected, err)
			}
		}
	}
}
