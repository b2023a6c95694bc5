package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/efseval/efseval/evaluate"
)

// A brief that was put aside is taken up whole: all of it is equal, a figure with its warnings and its interval.
func TestBriefTakenUpEqual(t *testing.T) {
	for _, e := range sampleEntries(t) {
		e.Brief.Outputs = Outputs{HTML, JSON, Figures}
		text, err := e.Brief.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var got Brief
		if err := got.UnmarshalBinary(text); err != nil {
			t.Fatal(err)
		}
		equal := cmp.Options{cmp.AllowUnexported(evaluate.Figures{}, evaluate.Value{}), cmpopts.EquateEmpty()}
		if diff := cmp.Diff(*e.Brief, got, equal); diff != "" {
			t.Errorf("%s (-put aside +taken up):\n%s", e.Folder, diff)
		}
		if err := got.UnmarshalBinary(text[:len(text)-2]); err == nil || !strings.Contains(err.Error(), "JSON") {
			t.Errorf("half of it: %v", err)
		}
	}
}
