package stats_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// recommended is what degenerate_behaviour.json recommends, in its order: mean, t
// and d_z; exact p dropping zeros and by Pratt; sign p; rank-biserial.
var recommended = map[string][7]string{
	"all_zero_n9":      {"0", noVariance, noVariance, noNonZero, noNonZero, noNonZero, noNonZero},
	"constant_diff_n9": {"1", noVariance, noVariance, "0.00390625", "0.00390625", "0.00390625", "1"},
	"one_pair":         {"2", "undefined (n<2)", "undefined (n<2)", "1", "1", "1", "1"},
	"one_nonzero_of_6": {"-0.16666666666666666", "-1", "-0.4082482904638631", "1", "1", "1", "-1"},
	"two_pairs":        {"2", noVariance, noVariance, "0.5", "0.5", "0.5", "1"},
	"no_pairs":         {noPairs, noPairs, noPairs, noPairs, noPairs, noPairs, noPairs},
}

const (
	noVariance = "undefined (no variance)"
	noNonZero  = "undefined (no non-zero differences)"
	noPairs    = "undefined (no complete pairs)"
)

// differences reads a list, or the single number that stands for a list of one.
type differences []float64

func (d *differences) UnmarshalJSON(text []byte) error {
	if len(text) > 0 && text[0] == '[' {
		return json.Unmarshal(text, (*[]float64)(d))
	}
	*d = differences{0}
	return json.Unmarshal(text, &(*d)[0])
}

func TestFactsDegenerate(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(referenceDir(t), "02_paired", "degenerate_behaviour.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Cases map[string]map[string]json.RawMessage
	}
	if err := json.Unmarshal(text, &file); err != nil || len(file.Cases) != len(recommended) {
		t.Fatalf("%d cases, want %d (%v)", len(file.Cases), len(recommended), err)
	}
	for name, c := range file.Cases {
		want, known := recommended[name]
		if !known {
			t.Errorf("no recommendation is held for case %s", name)
		}
		var d differences
		if err := json.Unmarshal(c["differences"], &d); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := degenerate(t, d)
		for i, what := range []string{"mean", "t", "d_z", "exact p", "Pratt p", "sign p", "rank-biserial"} {
			says(t, name+", "+what, got[i], want[i])
		}
		for i, call := range []string{"exactRankTests wilcox.exact p", "coin wilcoxsign_test exact Pratt p", "R binom.test(pos, pos+neg) p"} {
			var p float64
			if json.Unmarshal(c[call], &p) == nil { // else the words of an error
				near(t, name+", "+call, got[3+i], p, 1e-14)
			}
		}
	}
}

func degenerate(t *testing.T, d []float64) [7]stats.Maybe {
	zero := make([]float64, len(d))
	m := must[stats.MeanChange](t)(stats.StandardizedMeanChange(zero, d, 0.95))
	r := must[stats.TTest](t)(stats.PairedT(zero, d, 0.95))
	exact := func(z stats.Zeros) stats.Maybe {
		return must[stats.SignedRankTest](t)(stats.SignedRank(d, stats.SignedRankOptions{Zeros: z})).Exact.Two
	}
	return [7]stats.Maybe{
		r.Mean, r.T, m.DZ, exact(stats.Drop), exact(stats.Pratt),
		must[stats.SignTestResult](t)(stats.SignTest(d)).PTwo,
		must[stats.RankEffect](t)(stats.RankBiserial(d, stats.Drop, 0.95)).R,
	}
}
