package stats

import (
	"math"
)

// McNemarTest is the outcome of [McNemar].
type McNemarTest struct {
	Up, Down int
	// Exact is the binomial p, the headline for small numbers; Mid is the mid-p.
	Exact, Mid Maybe
	// Plain and Corrected are chi-square approximations on 1 degree of freedom,
	// without and with the continuity correction.
	Plain, Corrected ChiSquareP
	// Odds is Up/Down, the odds of moving up among those who moved, with its
	// exact interval; undefined (NoFall) where nobody moved down.
	Odds         Maybe
	OddsInterval Interval
	// G is Cohen's g, Up/(Up+Down) - 1/2: positive for a rise.
	G    Maybe
	Need Need
}

// ChiSquareP is a chi-square statistic, its degrees of freedom and its p.
type ChiSquareP struct {
	Value, P Maybe
	DF       int
}

func chiSquareP(value float64, df int) ChiSquareP {
	return ChiSquareP{Value: defined(value), DF: df, P: defined(chiSquareTail(value, float64(df)))}
}

func noChiSquareP(why Reason, df int) ChiSquareP {
	return ChiSquareP{Value: undefined(why), DF: df, P: undefined(why)}
}

// McNemar tests whether as many people went up (no before, yes after) as down,
// of those who changed at all (McNemar 1947). With b up, c down, n = b + c:
//
//	Exact      2 P(X <= min(b,c)), X binomial (n, 1/2), at most 1
//	Mid        Exact - P(X = b); 1 - P(X = b)/2 where b = c (Fagerland et al. 2013)
//	Plain      (b-c)^2/n
//	Corrected  (|b-c|-1)^2/n, 0 where b = c (Edwards 1948)
//
// The interval of the odds b/c is that of Clopper and Pearson for b of n turned
// into odds; above 1 without end it is undefined (NoFall). Where nobody changed
// all is undefined (NobodyMoved). Negative counts and an impossible level are errors.
// R: binom.test(b, b+c), mcnemar.test(correct = FALSE and TRUE).
func McNemar(up, down int, level float64) (McNemarTest, error) {
	shares, err := ClopperPearson(up, up+down, level)
	if err != nil {
		return McNemarTest{}, err
	}
	t := McNemarTest{Up: up, Down: down, Need: needForMcNemar(level)}
	if up+down == 0 {
		u := undefined(NobodyMoved)
		t.Exact, t.Mid, t.Odds, t.G = u, u, u, u
		t.Plain, t.Corrected = noChiSquareP(NobodyMoved, 1), noChiSquareP(NobodyMoved, 1)
		t.OddsInterval = noInterval(NobodyMoved, level)
		return t, nil
	}
	t.binomial()
	b, c, n := float64(up), float64(down), float64(up+down)
	t.Plain = chiSquareP((b-c)*(b-c)/n, 1)
	excess := max(0, math.Abs(b-c)-1)
	t.Corrected = chiSquareP(excess*excess/n, 1)
	t.G = defined((b - c) / (2 * n))
	t.Odds, t.OddsInterval = undefined(NoFall), noInterval(NoFall, level)
	if down > 0 {
		low, high := shares.Lo.Value, shares.Hi.Value
		t.Odds, t.OddsInterval = defined(b/c), interval(low/(1-low), high/(1-high), level)
	}
	return t, nil
}

func (t *McNemarTest) binomial() {
	x := binomial{n: t.Up + t.Down, p: 0.5}
	here := x.at(t.Up)
	t.Exact = defined(min(1, 2*x.atMost(min(t.Up, t.Down))))
	t.Mid = defined(t.Exact.Value - here)
	if t.Up == t.Down {
		t.Mid = defined(1 - here/2)
	}
}

// NeedForMcNemar is the number of people who changed from which the exact p can
// reach 1-level at all. An impossible level is an error.
func NeedForMcNemar(level float64) (Need, error) {
	if err := checkLevel(level); err != nil {
		return Need{}, err
	}
	return needForMcNemar(level), nil
}

func needForMcNemar(level float64) Need {
	n := needForSigns(level, "an exact McNemar p")
	n.Of = "people who changed"
	return n
}
