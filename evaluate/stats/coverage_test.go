//go:build coverage

package stats_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// How often intervals hold the truth, by simulation: go test -tags coverage -run Coverage -v.
// It takes a minute and is not run with the other tests. A share fails where it misses
// its level by four standard errors.

const simulated = 4000

// sample draws n pairs whose differences are mean/sd = 0.5 with pre and post
// correlated 0.5: normal, or answers of 1 to 5.
type sample func(r *rand.Rand, n int) (pre, post []float64)

func normalPairs(r *rand.Rand, n int) (pre, post []float64) {
	for range n {
		a := r.NormFloat64()
		pre = append(pre, a)
		post = append(post, 0.5+a/2+math.Sqrt(0.75)*r.NormFloat64()) // sd of the difference is 1
	}
	return pre, post
}

func lopsidedPairs(r *rand.Rand, n int) (pre, post []float64) {
	for range n {
		a := r.NormFloat64()
		pre = append(pre, a)
		post = append(post, a+r.ExpFloat64()-0.5) // differences with mean 0.5, sd 1
	}
	return pre, post
}

func answerPairs(r *rand.Rand, n int) (pre, post []float64) {
	for range n {
		a := r.NormFloat64()
		b := 0.5 + a/2 + math.Sqrt(0.75)*r.NormFloat64()
		pre, post = append(pre, answer(a)), append(post, answer(b))
	}
	return pre, post
}

func answer(latent float64) float64 { return min(5, max(1, math.Round(3+latent))) }

// covered is the share of samples whose interval holds the truth.
func covered(t *testing.T, draw sample, n int, truth float64, of func(pre, post []float64) stats.Interval) float64 {
	t.Helper()
	held := 0
	r := rand.New(rand.NewPCG(uint64(n), 1)) // one stream: neighbouring seeds are not independent
	for range simulated {
		pre, post := draw(r, n)
		i := of(pre, post)
		if i.Lo.Defined && i.Lo.Value <= truth && truth <= i.Hi.Value {
			held++
		}
	}
	return float64(held) / simulated
}

// standardError is that of a share of simulated samples near 0.95.
var standardError = math.Sqrt(0.95 * 0.05 / simulated)

func difference(pre, post []float64) []float64 {
	d := make([]float64, len(pre))
	for i := range d {
		d[i] = post[i] - pre[i]
	}
	return d
}

func TestCoverageT(t *testing.T) {
	for _, n := range []int{5, 10, 20, 100} {
		share := covered(t, normalPairs, n, 0.5, func(pre, post []float64) stats.Interval {
			return must[stats.TTest](t)(stats.DifferenceT(difference(pre, post), 0.95)).Interval
		})
		t.Logf("t, normal, n %d: %.4f", n, share)
		if math.Abs(share-0.95) > 4*standardError {
			t.Errorf("t interval at n %d covers %v", n, share)
		}
	}
}

// At normal pairs d_z is 0.5 and its interval exact.
func TestCoverageDZ(t *testing.T) {
	for _, n := range []int{5, 20} {
		share := covered(t, normalPairs, n, 0.5, func(pre, post []float64) stats.Interval {
			return must[stats.MeanChange](t)(stats.StandardizedMeanChange(pre, post, 0.95)).DZInterval
		})
		t.Logf("d_z, normal, n %d: %.4f", n, share)
		if math.Abs(share-0.95) > 4*standardError {
			t.Errorf("d_z interval at n %d covers %v", n, share)
		}
	}
}

// The Hodges-Lehmann interval holds what Achieved says, for any symmetric differences.
func TestCoverageHodgesLehmann(t *testing.T) {
	for _, n := range []int{6, 10, 20, 60} {
		achieved := 0.0
		share := covered(t, normalPairs, n, 0.5, func(pre, post []float64) stats.Interval {
			h := must[stats.Shift](t)(stats.HodgesLehmann(difference(pre, post), 0.95))
			achieved = h.Achieved.Value
			return h.Interval
		})
		t.Logf("Hodges-Lehmann, normal, n %d: %.4f, says %.4f", n, share, achieved)
		if math.Abs(share-achieved) > 4*standardError {
			t.Errorf("Hodges-Lehmann interval at n %d covers %v, says %v", n, share, achieved)
		}
	}
}

// The median's interval holds at least its level, for lopsided differences too.
func TestCoverageMedian(t *testing.T) {
	for _, n := range []int{6, 20, 60} {
		share := covered(t, lopsidedPairs, n, math.Ln2-0.5, func(pre, post []float64) stats.Interval {
			return must[stats.QuantileChange](t)(stats.Quantile(difference(pre, post), 0.5, 0.95)).Interval
		})
		t.Logf("median, lopsided, n %d: %.4f", n, share)
		if share < 0.95-4*standardError {
			t.Errorf("median interval at n %d covers %v", n, share)
		}
	}
}

// Newcombe's interval of a change of share: 0.3 before, 0.55 after.
func TestCoverageShares(t *testing.T) {
	for _, n := range []int{12, 30, 100} {
		held, wald := 0, 0
		r := rand.New(rand.NewPCG(uint64(n), 1))
		for range simulated {
			var c [4]int // yes, up, down, no: 0.22, 0.33, 0.08, 0.37
			for range n {
				switch u := r.Float64(); {
				case u < 0.22:
					c[0]++
				case u < 0.55:
					c[1]++
				case u < 0.63:
					c[2]++
				default:
					c[3]++
				}
			}
			h := must[stats.ShareChange](t)(stats.PairedShares(c[0], c[1], c[2], c[3], 0.95))
			if h.Newcombe.Lo.Value <= 0.25 && 0.25 <= h.Newcombe.Hi.Value {
				held++
			}
			if h.Wald.Lo.Value <= 0.25 && 0.25 <= h.Wald.Hi.Value {
				wald++
			}
		}
		share := float64(held) / simulated
		t.Logf("share, n %d: Newcombe %.4f, Wald %.4f", n, share, float64(wald)/simulated)
		if share < 0.94-4*standardError {
			t.Errorf("Newcombe interval at n %d covers %v", n, share)
		}
	}
}

// What NeedForBCa tells: the bootstrap falls short in small samples.
func TestCoverageBCa(t *testing.T) {
	least := map[int]float64{10: 0.87, 20: 0.91, 50: 0.93}
	for _, n := range []int{10, 20, 50} {
		for name, draw := range map[string]sample{"normal": normalPairs, "lopsided": lopsidedPairs} {
			share := covered(t, draw, n, 0.5, func(pre, post []float64) stats.Interval {
				o := stats.BCaOptions{Resamples: 1000, Seed: 1}
				return must[stats.BCaInterval](t)(stats.BCa(difference(pre, post), meanOf, o)).Interval
			})
			t.Logf("BCa of the mean, %s, n %d: %.4f", name, n, share)
			if name == "normal" && share < least[n]-4*standardError {
				t.Errorf("BCa at n %d covers %v", n, share)
			}
		}
		truth := map[string]float64{"d_z": 0.5, "d_av": 0.5}
		for _, name := range []string{"d_z", "d_av"} {
			share := covered(t, normalPairs, n, truth[name], func(pre, post []float64) stats.Interval {
				c := must[stats.MeanChangeIntervals](t)(stats.MeanChangeBCa(pre, post, stats.BCaOptions{Resamples: 1000, Seed: 1}))
				if name == "d_z" {
					return c.DZ.Interval
				}
				return c.DAv.Interval
			})
			t.Logf("BCa of %s, normal, n %d: %.4f", name, n, share)
		}
	}
}

// The tests hold their level where nothing changed, on answers with ties and zeros:
// exact ones are at most 0.05.
func TestCoverageLevel(t *testing.T) {
	for _, n := range []int{8, 15, 40} {
		var drop, pratt, permutation, sign int
		r := rand.New(rand.NewPCG(uint64(n), 1))
		for range simulated {
			pre, post := make([]float64, n), make([]float64, n)
			for i := range n {
				a := r.NormFloat64()
				pre[i], post[i] = answer(0.7*a+0.7*r.NormFloat64()), answer(0.7*a+0.7*r.NormFloat64())
			}
			d := difference(pre, post)
			p := func(z stats.Zeros) float64 {
				e := must[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{Zeros: z})).Exact.Two
				return e.Value + one(!e.Defined)
			}
			m := must[stats.PermutationTest](t)(stats.PermutationMean(d, stats.PermutationOptions{})).PTwo
			g := must[stats.SignTestResult](t)(stats.SignTest(d)).PTwo
			drop += int(one(p(stats.Drop) <= 0.05))
			pratt += int(one(p(stats.Pratt) <= 0.05))
			permutation += int(one(m.Defined && m.Value <= 0.05))
			sign += int(one(g.Defined && g.Value <= 0.05))
		}
		for name, k := range map[string]int{"Wilcoxon": drop, "Pratt": pratt, "permutation": permutation, "sign": sign} {
			share := float64(k) / simulated
			t.Logf("%s at n %d rejects %.4f", name, n, share)
			if share > 0.05+4*standardError {
				t.Errorf("%s at n %d rejects %v of true hypotheses at 0.05", name, n, share)
			}
		}
	}
}
