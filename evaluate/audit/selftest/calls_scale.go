package selftest

import (
	"fmt"

	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/evaluate/stats"
)

// questionnaire is the input of reliability: the answers of everybody to each item, an item a list.
type questionnaire struct {
	Items [][]float64 `yaml:"items"`
	Level float64     `yaml:"level"`
}

func reliability(in questionnaire) (answers, error) {
	r, err := stats.CronbachAlpha(in.Items, in.Level)
	if err != nil {
		return nil, err
	}
	halves, err := stats.OddEven(in.Items)
	a := answers{"alpha": r.Alpha, "standardized": r.Standardized, "measurement": r.Measurement, "mean-r": r.MeanR, "lambda6": r.Lambda6,
		"half-r": halves.R, "spearman-brown": halves.SpearmanBrown, "guttman": halves.Guttman}
	a.interval("", r.Interval)
	return a, err
}

func items(in questionnaire) (answers, error) {
	all, err := stats.ItemAnalysis(in.Items)
	a := answers{}
	for i, item := range all {
		a[fmt.Sprintf("rest-%d", i+1)], a[fmt.Sprintf("total-%d", i+1)] = item.Rest, item.Total
		a[fmt.Sprintf("alpha-without-%d", i+1)] = item.AlphaWithout
	}
	return a, err
}

func omega(in questionnaire) (answers, error) {
	o, err := stats.OmegaTotal(in.Items, stats.MaximumLikelihood)
	return answers{"total": o.Total, "observed": o.Observed, "standardized": o.Standardized}, err
}

// filled is the input of scoring one sheet; an answer that is null was left blank.
type filled struct {
	Low      float64    `yaml:"low"`
	High     float64    `yaml:"high"`
	Reversed []int      `yaml:"reversed"` // items counted from 1
	How      string     `yaml:"how"`
	Missing  int        `yaml:"missing"`
	Answers  []*float64 `yaml:"answers"`
}

func score(in filled) (answers, error) {
	key, err := scale.Key{Items: len(in.Answers), Low: in.Low, High: in.High, Step: 1, How: scale.How(in.How), Missing: in.Missing}.Reverse(in.Reversed...)
	if err != nil {
		return nil, err
	}
	if err := key.Check(); err != nil {
		return nil, err
	}
	var given []scale.Answer
	for _, a := range in.Answers {
		if a == nil {
			given = append(given, scale.Answer{})
			continue
		}
		given = append(given, scale.Answer{Value: *a, Given: true})
	}
	s := key.Score(given)
	a := answers{"scored": s.Scored, "prorated": s.Prorated, "blank": s.Blank, "faults": len(s.Faults)}
	if s.Scored {
		a["score"] = s.Score
	}
	return a, nil
}
