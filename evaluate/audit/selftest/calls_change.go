package selftest

import (
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/stats"
)

// drawn is the input of a computation that draws; the seed fixes the draws.
type drawn struct {
	Values    []float64 `yaml:"values"`
	Level     float64   `yaml:"level"`
	Resamples int       `yaml:"resamples"`
	Seed      uint64    `yaml:"seed"`
}

func bcaOfMean(in drawn) (answers, error) {
	return in.bca(func(x []float64) stats.Maybe {
		m, err := stats.Mean(x)
		if err != nil {
			return stats.Maybe{Why: stats.NoValues}
		}
		return stats.Maybe{Value: m, Defined: true}
	})
}

func (d drawn) bca(statistic func([]float64) stats.Maybe) (answers, error) {
	b, err := stats.BCa(d.Values, statistic, stats.BCaOptions{Level: d.Level, Resamples: d.Resamples, Seed: d.Seed})
	a := answers{"estimate": b.Estimate, "bias": b.Bias, "acceleration": b.Accel, "se": b.SE}
	a.interval("", b.Interval)
	return a, err
}

// measured is the input of reliable change.
type measured struct {
	Pre         []float64 `yaml:"pre"`
	Post        []float64 `yaml:"post"`
	Reliability float64   `yaml:"reliability"`
	SD          float64   `yaml:"sd"`
	WellMean    float64   `yaml:"well_mean"`
	WellSD      float64   `yaml:"well_sd"`
}

func reliableChange(in measured) (answers, error) {
	r, err := stats.ReliableChange(in.Pre, in.Post, stats.ReliableChangeOptions{Reliability: in.Reliability, SD: in.SD,
		Well: stats.Population{Mean: in.WellMean, SD: in.WellSD}})
	return answers{"se": r.SE, "s_diff": r.SDiff, "threshold": r.Threshold, "improved": r.Improved, "unchanged": r.Unchanged,
		"worsened": r.Worsened, "cut-a": r.CutA, "cut-b": r.CutB, "cut-c": r.CutC}, err
}

// moved is the input of tests of people who changed their answer.
type moved struct {
	Yes   int     `yaml:"yes"`
	Up    int     `yaml:"up"`
	Down  int     `yaml:"down"`
	No    int     `yaml:"no"`
	Level float64 `yaml:"level"`
}

func mcNemar(in moved) (answers, error) {
	m, err := stats.McNemar(in.Up, in.Down, in.Level)
	a := answers{"p-exact": m.Exact, "p-mid": m.Mid, "chi2": m.Plain.Value, "p": m.Plain.P, "chi2-corrected": m.Corrected.Value,
		"p-corrected": m.Corrected.P, "odds": m.Odds, "g": m.G}
	a.interval("odds-", m.OddsInterval)
	return a, err
}

func pairedShares(in moved) (answers, error) {
	s, err := stats.PairedShares(in.Yes, in.Up, in.Down, in.No, in.Level)
	a := answers{"before": s.Pre, "after": s.Post, "difference": s.Diff}
	a.interval("newcombe-", s.Newcombe)
	a.interval("wald-", s.Wald)
	return a, err
}

// categories is the input of tests of answers in categories: counts, a row for each answer before.
type categories struct {
	Names  []string `yaml:"names"`
	Counts [][]int  `yaml:"counts"`
}

func transitions(in categories) (answers, error) {
	t := stats.Transitions{Categories: in.Names, Counts: in.Counts}
	for _, row := range in.Counts {
		for _, n := range row {
			t.N += n
		}
	}
	margins, err := stats.StuartMaxwell(t)
	if err != nil {
		return nil, err
	}
	symmetry, err := stats.Bowker(t)
	if err != nil {
		return nil, err
	}
	kappa, err := stats.Kappa(t)
	if err != nil {
		return nil, err
	}
	scores, err := stats.MarginalScores(t)
	return answers{"stuart-maxwell": margins.Value, "stuart-maxwell-df": margins.DF, "stuart-maxwell-p": margins.P,
		"bowker": symmetry.All.Value, "bowker-df": symmetry.All.DF, "bowker-p": symmetry.All.P,
		"kappa": kappa.Plain, "kappa-quadratic": kappa.Quadratic, "scores-z": scores.Z, "scores-p": scores.P}, err
}

// sheets is the input of pairing: code of a person -> score.
type sheets struct {
	Pre  []sheet `yaml:"pre"`
	Post []sheet `yaml:"post"`
}

type sheet struct {
	Code  string   `yaml:"code"`
	Score *float64 `yaml:"score"`
}

func pairs(in sheets) (answers, error) {
	m, err := prepost.Match(scored(in.Pre), scored(in.Post))
	if err != nil {
		return nil, err
	}
	rose := 0
	for _, p := range m.Matched {
		if p.Post > p.Pre {
			rose++
		}
	}
	return answers{"pairs": len(m.Matched), "rose": rose, "only-before": m.OnlyPre, "only-after": m.OnlyPost, "without-score": m.Unscored}, nil
}

func scored(sheets []sheet) []prepost.Sheet {
	var out []prepost.Sheet
	for i, s := range sheets {
		p := prepost.Sheet{Code: s.Code, Index: i}
		if s.Score != nil {
			p.Score, p.Scored = *s.Score, true
		}
		out = append(out, p)
	}
	return out
}
