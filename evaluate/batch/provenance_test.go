package batch

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// What was computed from made-up numbers is made up; what rests on published ones is not.
func TestMarkOfMadeUpDataFollowsTheNumbers(t *testing.T) {
	for name, want := range map[string]map[string]bool{
		"katowice-wlacz-sie": {
			"participants/total": false, "participants/grand-total": true, "cost/per-participant": false, "cost/per-completer": false,
			"indicator/CR04/total": false, "indicator/CR02/total": true, "flow/finished": false, "flow/broke-off": true,
			"cost/per-indicator/CR04": false, "indicator/CR03/total/share": false, "indicator/CR02/total/share": true,
		},
		"katowice-pal": {
			"participants/total": false, "participants/completed": true, "cost/per-participant": false, "cost/per-completer": true,
			"cost/total": false, "survey/motivation/change/mean": true, "participants/women-share": false, "participants/completed-share": true,
		},
		"wodzislaw-wilchwy": {
			"indicator/COMPETENCES/total": false, "indicator/COMPETENCES/total/share": false, "survey/motivation/improved": false, "survey/motivation/pairs": true,
		},
	} {
		r := example(t, name)
		for id, made := range want {
			f, ok := r.Figures.Get(id)
			if !ok || f.Status != evaluate.Known || f.MadeUp != made {
				t.Errorf("%s: %s: known %v, made up %v; want made up %v", name, id, f.Status, f.MadeUp, made)
			}
		}
	}
}

// A plan is not an achievement: where only the target was published, the report says that its
// being reached is made up.
func TestPlannedNumbersSaySo(t *testing.T) {
	r := example(t, "katowice-pal")
	for _, id := range []string{"participants/total", "participants/women", "target/participants/total", "target/participants/men"} {
		f, _ := r.Figures.Get(id)
		if !strings.Contains(f.Note().EN, "that it was reached is made up") {
			t.Errorf("%s says %q", id, f.Note().EN)
		}
	}
}

// A result worded "at least" is a lower bound and its unit cost an upper one.
func TestAtLeastResultsAreBounds(t *testing.T) {
	r := example(t, "katowice-wlacz-sie")
	count, _ := r.Figures.Get("indicator/CR04/total")
	cost, _ := r.Figures.Get("cost/per-indicator/CR04")
	other, _ := r.Figures.Get("cost/per-indicator/CR03")
	if count.Bound != evaluate.LowerBound || cost.Bound != evaluate.UpperBound || other.Bound != evaluate.ExactValue {
		t.Errorf("bounds %q, %q, %q", count.Bound, cost.Bound, other.Bound)
	}
}

// Where the split by sex was not published no byte of a report tells it: no figure, no chart.
func TestUnpublishedSplitBySexIsNowhere(t *testing.T) {
	for _, name := range []string{"katowice-wlacz-sie", "wodzislaw-wilchwy", "dabrowa-integra"} {
		r := example(t, name)
		for _, f := range r.Figures.All() {
			if bySex(f.ID) && f.Status == evaluate.Known && !strings.HasPrefix(f.ID, "indicator/SECONDARY-EDUCATION/") {
				t.Errorf("%s: %s is known", name, f.ID)
			}
		}
		for _, c := range chartsOf(r) {
			if bytes.Contains(c.SVG[evaluate.PL], []byte("Kobiety")) || strings.Contains(c.Alt.EN, "Women") {
				t.Errorf("%s: chart %s tells women from men", name, c.Name)
			}
		}
	}
}

func TestRunStopsWhenCancelled(t *testing.T) {
	p, err := Load(filepath.Join("..", "..", "examples", "wodzislaw-wilchwy", ProjectFile))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ctx, p, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run ended with %v", err)
	}
}
