package stats_test

import (
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// What every paired method says of some pairs, and how it must answer when pre and
// post are swapped and when the scale is multiplied. laws_paired_test.go asks; a new
// method is one more line in measured.

// measure is one number that a method gives.
type measure struct {
	name  string
	value stats.Maybe
	swap  response
	unit  bool // in units of the answers: grows with the scale; else it stays
	drawn bool // by resampling: depends on the order of the people
}

// response says which measure of the swapped pairs, turned by what, must equal this one.
type response struct {
	name string
	turn func(float64) float64
}

func turnedSame(v float64) float64    { return v }
func turnedMinus(v float64) float64   { return -v }
func turnedOneLess(v float64) float64 { return 1 - v }
func turnedInverse(v float64) float64 { return 1 / v }

// measures collects the list; odd measures change their sign, even ones do not,
// a p of a rise trades places with that of a fall, as do the ends of an interval.
type measures struct {
	prefix string
	all    []measure
}

func (m *measures) add(name string, v stats.Maybe, other string, turn func(float64) float64, unit bool) {
	m.all = append(m.all, measure{name: m.prefix + name, value: v, swap: response{m.prefix + other, turn}, unit: unit})
}

func (m *measures) odd(name string, v stats.Maybe)     { m.add(name, v, name, turnedMinus, false) }
func (m *measures) even(name string, v stats.Maybe)    { m.add(name, v, name, turnedSame, false) }
func (m *measures) oddUnit(name string, v stats.Maybe) { m.add(name, v, name, turnedMinus, true) }
func (m *measures) evenUnit(name string, v stats.Maybe) {
	m.add(name, v, name, turnedSame, true)
}

// lopsided measures name one side, so swapping the sides asks another question.
func (m *measures) lopsided(name string, v stats.Maybe) { m.add(name, v, "", nil, false) }

func (m *measures) tails(greater, less stats.Maybe) {
	m.add("p greater", greater, "p less", turnedSame, false)
	m.add("p less", less, "p greater", turnedSame, false)
}

func (m *measures) ends(name string, i stats.Interval, turn func(float64) float64, unit bool) {
	m.add(name+" low", i.Lo, name+" high", turn, unit)
	m.add(name+" high", i.Hi, name+" low", turn, unit)
}

// measured asks every method.
func measured(t *rapid.T, pre, post []float64) []measure {
	d := ask(t)(stats.DecimalDifferences(pre, post)).Values
	m := &measures{}
	m.tTest(ask1[stats.TTest](t)(stats.PairedT(pre, post, 0.9)))
	for _, z := range []stats.Zeros{stats.Drop, stats.Pratt, stats.Split} {
		m.ranks(ask1[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{Zeros: z})))
		m.effect(ask1[stats.RankEffect](t)(stats.RankBiserial(d, z, 0.9)))
	}
	m.change(ask1[stats.MeanChange](t)(stats.StandardizedMeanChange(pre, post, 0.9)))
	m.signs(ask1[stats.SignTestResult](t)(stats.SignTest(d)))
	m.language(ask1[stats.CommonLanguage](t)(stats.CommonLanguageEffects(d, 0.9)))
	m.shift(ask1[stats.Shift](t)(stats.HodgesLehmann(d, 0.9)))
	m.median(ask1[stats.QuantileChange](t)(stats.Quantile(d, 0.5, 0.9)))
	m.permutation(ask1[stats.PermutationTest](t)(stats.PermutationMean(d, stats.PermutationOptions{Resamples: 50})))
	m.bootstrap(ask1[stats.MeanChangeIntervals](t)(stats.MeanChangeBCa(pre, post, stats.BCaOptions{Resamples: 99, Level: 0.8, Seed: 7})))
	m.answers(pre, post, t)
	return m.all
}

func ask(t *rapid.T) func(stats.Differences, error) stats.Differences {
	return ask1[stats.Differences](t)
}

func ask1[T any](t *rapid.T) func(T, error) T {
	return func(v T, err error) T {
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func (m *measures) tTest(r stats.TTest) {
	m.prefix = "t: "
	m.oddUnit("mean", r.Mean)
	m.evenUnit("sd", r.SD)
	m.evenUnit("se", r.SE)
	m.odd("t", r.T)
	m.even("df", r.DF)
	m.even("p", r.PTwo)
	m.tails(r.PGreater, r.PLess)
	m.ends("interval", r.Interval, turnedMinus, true)
}

func (m *measures) ranks(r stats.SignedRankTest) {
	m.prefix = "ranks " + r.Zeros.String() + ": "
	m.add("W+", number(r.WPlus), "W-", turnedSame, false)
	m.add("W-", number(r.WMinus), "W+", turnedSame, false)
	m.even("p", r.Exact.Two)
	m.even("mid", r.Exact.Mid)
	m.tails(r.Exact.Greater, r.Exact.Less)
	m.odd("z", r.Normal.Z)
	m.even("normal p", r.Normal.P)
	m.odd("z corrected", r.NormalCC.Z)
	m.even("corrected p", r.NormalCC.P)
}

func (m *measures) effect(r stats.RankEffect) {
	m.odd("rank-biserial", r.R)
	m.ends("rank-biserial", r.Interval, turnedMinus, false)
}

func (m *measures) change(r stats.MeanChange) {
	m.prefix = "change: "
	m.even("r", r.R)
	for name, v := range map[string]stats.Maybe{
		"d_z": r.DZ, "g_z": r.GZ, "d_av": r.DAv, "g_av": r.GAv, "d_av_lakens": r.DAvLakens, "d_rm": r.DRM, "g_rm": r.GRM,
	} {
		m.odd(name, v)
	}
	m.even("se of d_rm", r.SERM)
	m.even("se of d_av", r.SEAv)
	m.lopsided("Glass", r.GlassPre)
	m.lopsided("Glass corrected", r.GGlassPre)
	m.lopsided("se of Glass", r.SEGlassPre)
	m.ends("d_z", r.DZInterval, turnedMinus, false)
	m.ends("g_z", r.GZInterval, turnedMinus, false)
}

func (m *measures) signs(r stats.SignTestResult) {
	m.prefix = "signs: "
	m.even("p", r.PTwo)
	m.tails(r.PGreater, r.PLess)
}

func (m *measures) language(r stats.CommonLanguage) {
	m.prefix = "probability of a rise: "
	for name, v := range map[string]stats.Maybe{
		"normal": r.Same.Parametric, "counted": r.Same.NonParametric, "apart": r.Apart, "ranked": r.Ranked,
	} {
		m.add(name, v, name, turnedOneLess, false)
	}
	m.ends("normal", r.SameInterval, turnedOneLess, false)
	m.ends("apart", r.ApartInterval, turnedOneLess, false)
	m.ends("ranked", r.RankedInterval, turnedOneLess, false)
}

func (m *measures) shift(r stats.Shift) {
	m.prefix = "Hodges-Lehmann: "
	m.oddUnit("estimate", r.Estimate)
	m.ends("interval", r.Interval, turnedMinus, true)
	m.even("achieved", r.Achieved)
}

func (m *measures) median(r stats.QuantileChange) {
	m.prefix = "median: "
	m.oddUnit("estimate", r.Estimate)
	m.ends("interval", r.Interval, turnedMinus, true)
	m.even("achieved", r.Achieved)
}

func (m *measures) permutation(r stats.PermutationTest) {
	m.prefix = "permutation: "
	m.even("p", r.PTwo)
	m.tails(r.PGreater, r.PLess)
}

func (m *measures) bootstrap(r stats.MeanChangeIntervals) {
	from := len(m.all)
	for name, b := range map[string]stats.BCaInterval{"d_z": r.DZ, "d_av": r.DAv, "Lakens": r.DAvLakens, "d_rm": r.DRM} {
		m.prefix = "BCa of " + name + ": "
		m.odd("estimate", b.Estimate)
		m.odd("bias", b.Bias)
		m.odd("acceleration", b.Accel)
		m.even("se", b.SE)
		m.ends("interval", b.Interval, turnedMinus, false)
	}
	m.prefix = "BCa of Glass: "
	m.lopsided("Glass low", r.GlassPre.Interval.Lo)
	for i := from; i < len(m.all); i++ {
		m.all[i].drawn = true
	}
}

// answers takes the answers for categories.
func (m *measures) answers(pre, post []float64, t *rapid.T) {
	table := ask1[stats.Transitions](t)(stats.CountTransitions(codes(pre), codes(post), nil))
	b := ask1[stats.BowkerTest](t)(stats.Bowker(table))
	s := ask1[stats.StuartMaxwellTest](t)(stats.StuartMaxwell(table))
	k := ask1[stats.Agreement](t)(stats.Kappa(table))
	m.prefix = "transitions: "
	m.even("Bowker", b.All.Value)
	m.even("Bowker, non-empty", b.NonEmpty.P)
	m.even("Stuart-Maxwell", s.Value)
	m.even("Stuart-Maxwell p", s.P)
	m.even("kappa", k.Plain)
	up, down := 0, 0
	for i := range pre {
		if post[i] > pre[i] {
			up++
		} else if post[i] < pre[i] {
			down++
		}
	}
	c := ask1[stats.McNemarTest](t)(stats.McNemar(up, down, 0.9))
	m.prefix = "McNemar: "
	m.even("exact", c.Exact)
	m.even("mid", c.Mid)
	m.even("plain", c.Plain.Value)
	m.even("corrected", c.Corrected.P)
	m.odd("g", c.G)
	if up > 0 && down > 0 {
		m.add("odds", c.Odds, "odds", turnedInverse, false)
		m.ends("odds", c.OddsInterval, turnedInverse, false)
	}
	h := ask1[stats.ShareChange](t)(stats.PairedShares(3, up, down, 2, 0.9))
	m.prefix = "shares: "
	m.odd("difference", h.Diff)
	m.ends("Newcombe", h.Newcombe, turnedMinus, false)
	m.ends("Wald", h.Wald, turnedMinus, false)
}

func codes(x []float64) []string {
	out := make([]string, len(x))
	for i, v := range x {
		out[i] = number(v).String()
	}
	return out
}
