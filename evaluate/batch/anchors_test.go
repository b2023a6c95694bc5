package batch

import (
	"bytes"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// In both pages of every example each figure of figures.csv has its id as an anchor exactly once, and the number
// beside it is its own.
func TestEveryFigureHasItsAnchorOnce(t *testing.T) {
	for _, name := range names() {
		r := example(t, name)
		for _, l := range evaluate.Langs() {
			var page bytes.Buffer
			if err := report.WriteHTML(&page, r, l); err != nil {
				t.Fatal(err)
			}
			text := page.String()
			for _, f := range r.Figures.All() {
				if n := strings.Count(text, ` id="`+f.ID+`"`); n != 1 {
					t.Errorf("%s in %s: %s has %d anchors", name, l, f.ID, n)
				}
				if at := `<data id="` + f.ID + `" data-figure="` + f.ID + `" value="` + f.Value.String() + `"`; !strings.Contains(text, at) {
					t.Errorf("%s in %s: there is no %s", name, l, at)
				}
			}
		}
	}
}
