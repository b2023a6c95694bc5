package selftest

import (
	"github.com/efseval/efseval/evaluate/stats"
)

// ofGroup is the input of a share: k of n.
type ofGroup struct {
	K      int     `yaml:"k"`
	N      int     `yaml:"n"`
	Target float64 `yaml:"target"`
	Level  float64 `yaml:"level"`
}

func share(in ofGroup) (answers, error) {
	a := answers{}
	for name, interval := range map[string]func(int, int, float64) (stats.Interval, error){
		"wilson-": stats.Wilson, "wilson-corrected-": stats.WilsonCorrected, "clopper-pearson-": stats.ClopperPearson,
		"agresti-coull-": stats.AgrestiCoull, "jeffreys-": stats.Jeffreys, "wald-": stats.Wald,
	} {
		i, err := interval(in.K, in.N, in.Level)
		if err != nil {
			return nil, err
		}
		a.interval(name, i)
	}
	return a, nil
}

func shareTarget(in ofGroup) (answers, error) {
	exact, err := stats.BinomialTest(in.K, in.N, in.Target)
	if err != nil {
		return nil, err
	}
	score, err := stats.ShareAgainst(in.K, in.N, in.Target)
	return answers{"p-exact": exact.PTwo, "p-exact-above": exact.PGreater, "difference": score.Difference, "z": score.Z, "p": score.P, "h": score.H}, err
}

// ofTwo is the input of two groups: x1 of n1 and x2 of n2.
type ofTwo struct {
	X1    int     `yaml:"x1"`
	N1    int     `yaml:"n1"`
	X2    int     `yaml:"x2"`
	N2    int     `yaml:"n2"`
	Level float64 `yaml:"level"`
}

func twoShares(in ofTwo) (answers, error) {
	s, err := stats.CompareShares(in.X1, in.N1, in.X2, in.N2, in.Level)
	if err != nil {
		return nil, err
	}
	exact, err := stats.FisherExact(in.X1, in.N1, in.X2, in.N2, in.Level)
	if err != nil {
		return nil, err
	}
	risk, err := stats.RiskRatio(in.X1, in.N1, in.X2, in.N2, in.Level)
	if err != nil {
		return nil, err
	}
	odds, err := stats.OddsRatio(in.X1, in.N1, in.X2, in.N2, in.Level)
	a := answers{"difference": s.Difference, "chi2": s.ChiSquare.Statistic, "p": s.ChiSquare.P, "chi2-yates": s.Yates.Statistic, "p-yates": s.Yates.P,
		"phi": s.Phi, "fisher-p": exact.PTwo, "risk-ratio": risk.Ratio, "odds-ratio": odds.Ratio}
	a.interval("newcombe-", s.Newcombe)
	a.interval("wald-", s.Wald)
	a.interval("risk-ratio-", risk.Interval)
	a.interval("odds-ratio-", odds.Interval)
	return a, err
}

func table(in categories) (answers, error) {
	t, err := stats.Contingency(in.Counts)
	if err != nil {
		return nil, err
	}
	exact, err := stats.FisherTable(in.Counts)
	return answers{"chi2": t.ChiSquare.Statistic, "df": t.ChiSquare.DF, "p": t.ChiSquare.P, "g": t.LikelihoodRatio.Statistic, "v": t.V, "p-exact": exact}, err
}

// supposed is the input of counts against known shares.
type supposed struct {
	Observed []int     `yaml:"observed"`
	Shares   []float64 `yaml:"shares"`
}

func countsAndShares(in supposed) (answers, error) {
	f, err := stats.ChiSquareFit(in.Observed, in.Shares)
	if err != nil {
		return nil, err
	}
	exact, err := stats.Multinomial(in.Observed, in.Shares)
	return answers{"chi2": f.ChiSquare, "df": f.DF, "p": f.P, "p-exact": exact}, err
}

// planned is the input of what is worked out before a study.
type planned struct {
	Margin     float64 `yaml:"margin"`
	Population int     `yaml:"population"`
	Sample     int     `yaml:"sample"`
	Level      float64 `yaml:"level"`
	Effect     float64 `yaml:"effect"`
	Power      float64 `yaml:"power"`
	P1         float64 `yaml:"p1"`
	P2         float64 `yaml:"p2"`
}

func sampleSize(in planned) (answers, error) {
	n, err := stats.SampleSize(in.Margin, in.Level, in.Population)
	if err != nil {
		return nil, err
	}
	unlimited, err := stats.UnlimitedSample(in.Margin, in.Level)
	if err != nil {
		return nil, err
	}
	margin, err := stats.Margin(n, in.Population, in.Level)
	return answers{"sample": n, "unlimited": unlimited, "margin": margin}, err
}

func powerOfT(in planned) (answers, error) {
	power, err := stats.PairedTPower(in.Sample, in.Effect, in.Level, stats.BothSides)
	if err != nil {
		return nil, err
	}
	two, err := stats.TwoSampleTPower(in.Sample, in.Sample, in.Effect, in.Level, stats.BothSides)
	if err != nil {
		return nil, err
	}
	need, err := stats.PairedTSample(in.Effect, in.Power, in.Level, stats.BothSides)
	return answers{"paired": power, "two-groups": two, "pairs-needed": need.N}, err
}

func powerOfShares(in planned) (answers, error) {
	h, err := stats.CohenH(in.P1, in.P2)
	if err != nil {
		return nil, err
	}
	p, err := stats.TwoSharesPower(in.P1, in.P2, in.Sample, in.Level)
	return answers{"h": h, "arcsine": p.Arcsine, "normal": p.Normal}, err
}
