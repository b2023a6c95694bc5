package batch

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

func TestPatternsOfUnpublishedFigures(t *testing.T) {
	for _, c := range []struct {
		pattern, id string
		want        bool
	}{
		{"participants/women", "participants/women", true},
		{"participants/women", "participants/women-share", false},
		{"indicator/*/women", "indicator/CR04/women", true},
		{"indicator/*/women", "indicator/CR04/women/share", false},
		{"indicator/FLOW-*/women", "indicator/CR04/women", false},
		{"indicator/**", "indicator/CR04/women/share", true},
		{"indicator/**", "indicator", false},
		{"cost/**", "indicator/CR04", false},
	} {
		if got := matches(c.pattern, c.id); got != c.want {
			t.Errorf("matches(%q, %q) = %v", c.pattern, c.id, got)
		}
	}
}

func TestAnswersToClaims(t *testing.T) {
	unit := evaluate.NewFigure("cost/per-participant", evaluate.T("koszt", "cost"), evaluate.GroszePer(93971745, 60), evaluate.Zloty)
	none := evaluate.Unavailable("cost/total", evaluate.T("koszt", "cost"), evaluate.Zloty, evaluate.T("brak budżetu", "no budget"))
	share := evaluate.NewFigure("participants/women-share", evaluate.T("kobiety", "women"), evaluate.Ratio(37, 60), evaluate.Share)
	for _, c := range []struct {
		figure evaluate.Figure
		claim  string
		want   report.Verdict
	}{
		{unit, "15 661,96 zł", report.Reproduced}, // half-up: 15661.9575
		{unit, "15 661,95 zł", report.Differs},
		{unit, "15 662", report.Reproduced}, // to the decimals that were published
		{unit, "n/d", report.Differs},
		{none, "n/d", report.Reproduced},
		{none, "0", report.CannotCompute}, // not available is never 0
		{share, "61,67%", report.Reproduced},
		{share, "61,66%", report.Differs},
		{share, "62%", report.Reproduced},
	} {
		number, err := parseClaim(c.claim)
		if err != nil {
			t.Fatalf("%s: %v", c.claim, err)
		}
		if got := answer(c.figure, number, Published{Value: c.claim, Source: "made up"}); got.Verdict != c.want {
			t.Errorf("%s claimed as %s: %s, want %s", c.figure.ID, c.claim, got.Verdict, c.want)
		}
	}
}

// What Polish offices print is read back as the same number of grosze.
func TestMoneyReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		grosze := rapid.Int64Range(0, 1e14).Draw(t, "grosze")
		printed := evaluate.Zloty.Format(evaluate.Grosze(grosze), evaluate.PL)
		if got, err := parseMoney(printed); err != nil || got != grosze {
			t.Fatalf("%s read as %d gr, %v; want %d", printed, got, err, grosze)
		}
		if got, err := parseClaim(printed); err != nil || !got.value.Equal(evaluate.Grosze(grosze)) {
			t.Fatalf("%s claimed as %s, %v", printed, got.value, err)
		}
	})
}

func TestClaimsThatAreNoNumbers(t *testing.T) {
	for _, text := range []string{"", "about sixty", "1.234", "61,67 %%", fmt.Sprint(1e30)} {
		if c, err := parseClaim(text); err == nil {
			t.Errorf("%q was read as %s", text, c.value)
		}
	}
}
