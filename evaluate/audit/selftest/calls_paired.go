package selftest

import (
	"github.com/efseval/efseval/evaluate/stats"
)

// series is the input of a computation on one list of numbers. Where Times is given, the values of Then follow
// Values so many times: NIST's made-up series are written so.
type series struct {
	Values []float64 `yaml:"values"`
	Then   []float64 `yaml:"then"`
	Times  int       `yaml:"times"`
	Level  float64   `yaml:"level"`
	Share  float64   `yaml:"share"`
	Zeros  string    `yaml:"zeros"`
}

func (s series) all() []float64 {
	x := s.Values
	for range s.Times {
		x = append(x, s.Then...)
	}
	return x
}

// beforeAfter is the input of a computation on pairs.
type beforeAfter struct {
	Pre     []float64 `yaml:"pre"`
	Post    []float64 `yaml:"post"`
	Level   float64   `yaml:"level"`
	Zeros   string    `yaml:"zeros"`
	Missing int       `yaml:"missing"`
}

func (p beforeAfter) differences() ([]float64, error) {
	d, err := stats.DecimalDifferences(p.Pre, p.Post)
	return d.Values, err
}

func describe(in series) (answers, error) {
	s, err := stats.Describe(in.all())
	return answers{"n": s.N, "mean": s.Mean, "sd": s.SD, "se": s.SE, "median": s.Median, "min": s.Min, "max": s.Max}, err
}

func pairedT(in beforeAfter) (answers, error) {
	t, err := stats.PairedT(in.Pre, in.Post, in.Level)
	a := answers{"n": t.N, "mean": t.Mean, "sd": t.SD, "se": t.SE, "t": t.T, "df": t.DF, "p": t.PTwo, "p-rise": t.PGreater, "p-fall": t.PLess}
	a.interval("", t.Interval)
	return a, err
}

func signedRank(in beforeAfter) (answers, error) {
	d, err := in.differences()
	if err != nil {
		return nil, err
	}
	zeros, err := stats.ParseZeros(in.Zeros)
	if err != nil {
		return nil, err
	}
	s, err := stats.SignedRank(d, stats.SignedRankOptions{Zeros: zeros})
	return answers{"non-zero": s.NonZero, "w+": s.WPlus, "w-": s.WMinus, "p-exact": s.Exact.Two, "p-exact-rise": s.Exact.Greater,
		"p-mid": s.Exact.Mid, "z": s.Normal.Z, "p-normal": s.Normal.P, "z-corrected": s.NormalCC.Z, "p-corrected": s.NormalCC.P}, err
}

func signTest(in series) (answers, error) {
	s, err := stats.SignTest(in.Values)
	return answers{"rises": s.Plus, "falls": s.Minus, "zeros": s.Zero, "p": s.PTwo, "p-rise": s.PGreater}, err
}

func permutation(in series) (answers, error) {
	p, err := stats.PermutationMean(in.Values, stats.PermutationOptions{})
	return answers{"how": p.How, "mean": p.Mean, "p": p.PTwo, "p-rise": p.PGreater}, err
}

func hodgesLehmann(in series) (answers, error) {
	s, err := stats.HodgesLehmann(in.Values, in.Level)
	a := answers{"estimate": s.Estimate, "achieved": s.Achieved, "k": s.K}
	a.interval("", s.Interval)
	return a, err
}

func meanChange(in beforeAfter) (answers, error) {
	m, err := stats.StandardizedMeanChange(in.Pre, in.Post, in.Level)
	a := answers{"r": m.R, "d_z": m.DZ, "g_z": m.GZ, "d_av": m.DAv, "g_av": m.GAv, "d_av-lakens": m.DAvLakens, "d_rm": m.DRM,
		"g_rm": m.GRM, "glass-pre": m.GlassPre, "j": m.J, "j-approximate": m.JApprox}
	a.interval("d_z-", m.DZInterval)
	a.interval("g_z-", m.GZInterval)
	return a, err
}

func rankBiserial(in series) (answers, error) {
	r, err := stats.RankBiserial(in.Values, stats.Drop, in.Level)
	a := answers{"r": r.R, "non-zero": r.NonZero}
	a.interval("", r.Interval)
	return a, err
}

func superiority(in series) (answers, error) {
	s, err := stats.PairedSuperiority(in.Values)
	return answers{"parametric": s.Parametric, "non-parametric": s.NonParametric}, err
}

func quantile(in series) (answers, error) {
	q, err := stats.Quantile(in.Values, in.Share, in.Level)
	a := answers{"estimate": q.Estimate, "achieved": q.Achieved}
	a.interval("", q.Interval)
	return a, err
}

func boundChange(in beforeAfter) (answers, error) {
	b, err := stats.BoundMeanChange(in.Pre, in.Post, in.Missing)
	return answers{"mean": b.Mean, "unchanged": b.Unchanged, "lowest": b.Lowest, "highest": b.Highest}, err
}
