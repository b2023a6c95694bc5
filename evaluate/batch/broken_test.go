package batch

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/chart"
)

// A fault of the program ends what it is in and nothing else, in whatever goroutine it is, and what it holds of the
// data is not told.
func TestAFaultOfTheProgramIsAnError(t *testing.T) {
	held := errors.New("Xyżbrzęcka 05922312340")
	r := &run{project: &Project{}, options: Options{}}
	_, drawn := r.draw("name", evaluate.T("t", "t"), evaluate.Text{}, func(chart.Options) (*chart.Chart, error) { panic(held) })
	beside := sideBySide(2, func(i int) error {
		if i == 1 {
			panic(held)
		}
		return nil
	})
	for name, err := range map[string]error{"a chart": drawn, "side by side": beside, "alone": datasets.Unbroken(func() error { panic(held) })} {
		if err == nil || !strings.Contains(err.Error(), "this is a fault of efseval (*errors.errorString), and nothing is written; please report it") || strings.Contains(err.Error(), "Xyż") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := datasets.Unbroken(func() error { return context.Canceled }); err != context.Canceled {
		t.Errorf("another error came through as %v", err)
	}
}
