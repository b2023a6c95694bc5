package stats_test

import (
	"errors"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// A made-up table of three categories; testdata/paired_transitions.R has the calls.
func threeWays() stats.Transitions {
	return stats.Transitions{Categories: []string{"a", "b", "c"}, Counts: [][]int{{9, 4, 1}, {2, 7, 6}, {0, 3, 8}}, N: 40}
}

func TestTransitionsAsR(t *testing.T) {
	table := threeWays()
	b := must[stats.BowkerTest](t)(stats.Bowker(table))
	near(t, "Bowker", b.All.Value, 2.6666666666666665, 1e-15) // 4/6 + 1/1 + 9/9
	near(t, "Bowker p", b.All.P, 0.44592169836312323, 1e-14)
	s := must[stats.StuartMaxwellTest](t)(stats.StuartMaxwell(table))
	near(t, "Stuart-Maxwell", s.Value, 2.57971014492753348, 1e-13)
	near(t, "Stuart-Maxwell p", s.P, 0.27531068029717476, 1e-13)
	o := must[stats.NormalP](t)(stats.MarginalScores(table))
	near(t, "scores", o.Z, 1.60591013709393216, 1e-14) // coin has pre less post
	near(t, "scores p", o.P, 0.10829365589900912, 1e-14)
}

// A category that nobody enters or leaves changes nothing but Bowker's pairs.
func TestTransitionsOfAnIdleCategory(t *testing.T) {
	table := threeWays()
	wider := stats.Transitions{Categories: []string{"a", "b", "c", "d"}, N: 45, Counts: [][]int{{9, 4, 1, 0}, {2, 7, 6, 0}, {0, 3, 8, 0}, {0, 0, 0, 5}}}
	s := must[stats.StuartMaxwellTest](t)(stats.StuartMaxwell(wider))
	near(t, "Stuart-Maxwell", s.Value, 2.57971014492753348, 1e-13)
	if s.DF != 2 {
		t.Errorf("df %d, want 2", s.DF)
	}
	b := must[stats.BowkerTest](t)(stats.Bowker(wider))
	if b.All.Value.Why != stats.EmptyPair || b.All.DF != 6 || b.Unmoved != 3 || b.NonEmpty.DF != 3 {
		t.Errorf("%+v", b)
	}
	near(t, "Bowker of the pairs with moves", b.NonEmpty.Value, must[stats.BowkerTest](t)(stats.Bowker(table)).All.Value.Value, 1e-15)
}

func TestMcNemarMiddle(t *testing.T) {
	m := must[stats.McNemarTest](t)(stats.McNemar(3, 3, 0.95))
	near(t, "exact", m.Exact, 1, 0)
	near(t, "mid", m.Mid, 0.84375, 1e-15) // 1 - 20/64/2; coin's midpvalue
	near(t, "corrected", m.Corrected.Value, 0, 0)
	up := must[stats.McNemarTest](t)(stats.McNemar(5, 0, 0.95))
	if up.Odds.Why != stats.NoFall || up.OddsInterval.Hi.Why != stats.NoFall || up.Need.N != 6 || up.Need.Met(5) {
		t.Errorf("%+v", up)
	}
	down := must[stats.McNemarTest](t)(stats.McNemar(0, 5, 0.95))
	near(t, "odds of only falls", down.Odds, 0, 0)
	near(t, "their lower end", down.OddsInterval.Lo, 0, 0)
}

// Where nobody moved there is no p, and where there is nobody nothing at all.
func TestTransitionsWithoutMoves(t *testing.T) {
	for want, table := range map[stats.Reason]stats.Transitions{
		stats.NobodyMoved: must[stats.Transitions](t)(stats.CountTransitions([]string{"a", "b"}, []string{"a", "b"}, nil)),
		stats.NoPairs:     must[stats.Transitions](t)(stats.CountTransitions(nil, nil, []string{"a", "b"})),
	} {
		b := must[stats.BowkerTest](t)(stats.Bowker(table))
		s := must[stats.StuartMaxwellTest](t)(stats.StuartMaxwell(table))
		o := must[stats.NormalP](t)(stats.MarginalScores(table))
		for _, m := range []stats.Maybe{b.All.P, b.NonEmpty.P, s.P, o.P, o.Z} {
			if m.Defined || m.Why != want {
				t.Errorf("%v, want %q", m, want)
			}
		}
	}
	m := must[stats.McNemarTest](t)(stats.McNemar(0, 0, 0.95))
	if m.Exact.Why != stats.NobodyMoved || m.Odds.Why != stats.NobodyMoved || m.Corrected.P.Why != stats.NobodyMoved {
		t.Errorf("%+v", m)
	}
	h := must[stats.ShareChange](t)(stats.PairedShares(0, 0, 0, 0, 0.95))
	if h.Diff.Why != stats.NoPairs || h.Newcombe.Lo.Why != stats.NoPairs {
		t.Errorf("%+v", h)
	}
	alone := stats.Transitions{Categories: []string{"a"}, Counts: [][]int{{3}}, N: 3}
	if k := must[stats.Agreement](t)(stats.Kappa(alone)); k.Plain.Why != stats.NoVariance {
		t.Errorf("%+v", k)
	}
	// All moved from one category to the other: the margins move, V has rank 1.
	all := stats.Transitions{Categories: []string{"a", "b"}, Counts: [][]int{{0, 4}, {0, 0}}, N: 4}
	near(t, "all moved", must[stats.StuartMaxwellTest](t)(stats.StuartMaxwell(all)).Value, 4, 1e-14)
}

func TestTransitionsRefuse(t *testing.T) {
	faulty := func(_ any, err error) error { return err }
	for what, c := range map[string]struct{ got, want error }{
		"lengths":  {faulty(stats.CountTransitions([]string{"a"}, nil, nil)), stats.ErrLength},
		"unknown":  {faulty(stats.CountTransitions([]string{"a"}, []string{"x"}, []string{"a"})), stats.ErrCount},
		"twice":    {faulty(stats.CountTransitions(nil, nil, []string{"a", "a"})), stats.ErrCount},
		"ragged":   {faulty(stats.Bowker(stats.Transitions{Counts: [][]int{{1, 2}, {3}}, N: 6})), stats.ErrLength},
		"negative": {faulty(stats.StuartMaxwell(stats.Transitions{Counts: [][]int{{-1}}, N: -1})), stats.ErrCount},
		"wrong N":  {faulty(stats.Kappa(stats.Transitions{Counts: [][]int{{1}}, N: 2})), stats.ErrCount},
		"scores":   {faulty(stats.MarginalScores(stats.Transitions{Counts: [][]int{{1}}, N: 2})), stats.ErrCount},
		"McNemar":  {faulty(stats.McNemar(-1, 2, 0.95)), stats.ErrCount},
		"shares":   {faulty(stats.PairedShares(1, 1, -1, 1, 0.95)), stats.ErrCount},
		"level":    {faulty(stats.McNemar(1, 2, 1)), stats.ErrLevel},
		"need":     {faulty(stats.NeedForMcNemar(0)), stats.ErrLevel},
		"p of 2":   {faulty(stats.AdjustP([]stats.Maybe{number(2)}, stats.Holm)), stats.ErrCount},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", what, c.got, c.want)
		}
	}
	for m := stats.Holm; m <= stats.BenjaminiYekutieli; m++ {
		if back := must[stats.Adjustment](t)(stats.ParseAdjustment(m.String())); back != m {
			t.Errorf("%v reads back as %v", m, back)
		}
	}
	if _, err := stats.ParseAdjustment("fdr"); err == nil {
		t.Error("an unknown adjustment was accepted")
	}
	if _, err := stats.AdjustP(nil, 9); err == nil {
		t.Error("an adjustment number 9 was accepted")
	}
}
