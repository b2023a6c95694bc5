package stats_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate/stats"
)

// Two thousand rises: 2^-2000 is below every float64, and is not called 0.
func TestExactFarTail(t *testing.T) {
	for n, want := range map[int]float64{1000: math.Ldexp(1, -999), 2000: 2 * math.SmallestNonzeroFloat64} {
		d := make([]float64, n)
		for i := range d {
			d[i] = float64(i + 1)
		}
		r := must[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{}))
		if r.Exact.Two.Value != want {
			t.Errorf("n %d: p is %v, want %v", n, r.Exact.Two, want)
		}
	}
}

// Where the rank total is odd, exactly half of the 2^n patterns lie below its
// middle. At n = 1501 the counts outgrow float64 and must be rescaled.
func TestExactHalf(t *testing.T) {
	const n = 1501
	d := make([]float64, n)
	below := n * (n + 1) / 4 // the middle, rounded down
	for rank := n; rank > 0; rank-- {
		d[rank-1] = -float64(rank)
		if rank <= below {
			d[rank-1] = float64(rank)
			below -= rank
		}
	}
	r := must[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{}))
	if r.WMinus-r.WPlus != 1 {
		t.Fatalf("W+ %v, W- %v", r.WPlus, r.WMinus)
	}
	near(t, "less", r.Exact.Less, 0.5, 1e-12)
}

func TestExactLimit(t *testing.T) {
	r := must[stats.SignedRankTest](t)(stats.SignedRank([]float64{1, 2, 3}, stats.SignedRankOptions{ExactUpTo: 2}))
	if r.Exact.Two.Why != stats.TooManyExact || !r.Normal.P.Defined {
		t.Errorf("exact %v, normal %v", r.Exact.Two, r.Normal.P)
	}
}

// Above the exact limit the rank of the interval is approximate: one person
// more must move it as the exact rank moves, by about n/2 less 1.96 times the
// growth of the standard deviation (19.4 at n = 2000). The approximation may
// miss by a few of a million ranks.
func TestWalshRankBeyondExact(t *testing.T) {
	at := func(n int) stats.Shift {
		return must[stats.Shift](t)(stats.HodgesLehmann(untiedDifferences(n), 0.95))
	}
	exact, beyond := at(2000), at(2001)
	if move := float64(beyond.K - exact.K); math.Abs(move-(1000.5-1.96*19.4)) > 5 {
		t.Errorf("K goes from %d to %d", exact.K, beyond.K)
	}
	if beyond.Achieved.Why != stats.TooManyExact || !beyond.Interval.Lo.Defined {
		t.Errorf("achieved %v, interval %v", beyond.Achieved, beyond.Interval)
	}
}

// The noncentral t against the other order of integration, over the normal
// variable in place of the chi-square one, by Simpson's rule:
//
//	P(T <= t) = Phi(-d) + integral_{-d} phi(z) P(chi2 >= df ((z+d)/t)^2) dz
func TestLawNoncentralT(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		df := float64(rapid.IntRange(1, 500).Draw(t, "df"))
		ncp := rapid.Float64Range(-8, 20).Draw(t, "ncp")
		x := rapid.Float64Range(0.5, 30).Draw(t, "t")
		f := func(z float64) float64 {
			r := (z + ncp) / x
			return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) * mathext.GammaIncRegComp(df/2, df*r*r/2)
		}
		want := distuv.UnitNormal.CDF(-ncp) + simpson(f, max(-ncp, -9), 9, 4000)
		got := stats.NoncentralT{DF: df, NCP: ncp}
		if math.Abs(got.CDF(x)-want) > 1e-9 {
			t.Fatalf("P(T <= %v) is %v, want %v", x, got.CDF(x), want)
		}
		if mirrored := (stats.NoncentralT{DF: df, NCP: -ncp}).CDF(-x); math.Abs(mirrored-(1-want)) > 1e-9 {
			t.Fatalf("mirrored %v, want %v", mirrored, 1-want)
		}
	})
}

func simpson(f func(float64) float64, low, high float64, steps int) float64 {
	if high <= low {
		return 0
	}
	h := (high - low) / float64(steps)
	sum := f(low) + f(high)
	for i := 1; i < steps; i++ {
		sum += f(low+h*float64(i)) * float64(2+2*(i%2))
	}
	return sum * h / 3
}

func TestNoncentralTCentral(t *testing.T) {
	for _, df := range []float64{1, 2, 9, 100} {
		for _, x := range []float64{-3, -0.2, 0, 1, 40} {
			want := distuv.StudentsT{Sigma: 1, Nu: df}.CDF(x)
			near(t, "central t", number(stats.NoncentralT{DF: df}.CDF(x)), want, 1e-13)
		}
	}
}

// The d_z interval holds what it promises: at its ends the t found lies on the
// edge of the tails.
func TestLawEffectInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pre, post := somePairs(t)
		r, err := stats.StandardizedMeanChange(pre, post, 0.9)
		if err != nil || !r.DZ.Defined {
			return
		}
		rootN := math.Sqrt(float64(r.N))
		at := func(d stats.Maybe) float64 {
			return stats.NoncentralT{DF: float64(r.N - 1), NCP: d.Value * rootN}.CDF(r.DZ.Value * rootN)
		}
		if math.Abs(at(r.DZInterval.Lo)-0.95) > 1e-11 || math.Abs(at(r.DZInterval.Hi)-0.05) > 1e-11 {
			t.Fatalf("%+v: %v and %v", r.DZInterval, at(r.DZInterval.Lo), at(r.DZInterval.Hi))
		}
	})
}

// Every binomial test up to n = 40 agrees with the plain sum of products.
func TestBinomialIsPlainSum(t *testing.T) {
	for _, p := range []float64{0, 0.1, 0.5, 0.55, 0.999, 1} {
		for n := 1; n <= 40; n++ {
			chance := chances(n, p)
			for k := range chance {
				got := must[stats.BinomialP](t)(stats.BinomialTest(k, n, p))
				var two, greater, less float64
				for i, c := range chance {
					two += c * one(c <= chance[k]*(1+1e-7))
					greater += c * one(i >= k)
					less += c * one(i <= k)
				}
				near(t, "two-sided", got.PTwo, two, 1e-12)
				near(t, "greater", got.PGreater, greater, 1e-12)
				near(t, "less", got.PLess, less, 1e-12)
			}
		}
	}
}

// chances are the probabilities of 0..n, product by product.
func chances(n int, p float64) []float64 {
	out := make([]float64, n+1)
	choose := 1.0
	for i := range out {
		out[i] = choose * math.Pow(p, float64(i)) * math.Pow(1-p, float64(n-i))
		choose *= float64(n-i) / float64(i+1)
	}
	return out
}
