package batch

import (
	"path/filepath"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

func tracerOf(t *testing.T, name string) *Tracer {
	t.Helper()
	p, err := Load(filepath.Join("..", "..", "examples", name, ProjectFile))
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := NewTracer(t.Context(), p, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return tracer
}

// Every figure of the five programmes can be followed: to rows, to lines of the project file, to other
// figures, or to the reason why there is no value.
func TestEveryFigureOfTheExamplesIsTraced(t *testing.T) {
	for _, name := range names() {
		tracer := tracerOf(t, name)
		for _, f := range tracer.Figures().All() {
			out, err := tracer.Trace(f.ID)
			if err != nil {
				t.Errorf("%s: %s: %v", name, f.ID, err)
				continue
			}
			nothing := len(out.Rows)+len(out.Parts)+len(out.Stated)+len(out.Filters) == 0
			if f.Status == evaluate.Known && nothing && !(f.Value.Exact() && f.Value.Float() == 0) {
				t.Errorf("%s: nothing is told of %s, which is %s", name, f.ID, f.Value)
			}
			if f.Status != evaluate.Known && (len(out.Rows) > 0 || f.Reason.EN == "") {
				t.Errorf("%s: %s has no value: rows %d, reason %q", name, f.ID, len(out.Rows), f.Reason.EN)
			}
		}
	}
}
