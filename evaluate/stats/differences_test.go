package stats_test

import (
	"errors"
	"math"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

func TestDecimalTies(t *testing.T) {
	pre, post := []float64{2.1, 1.0, 4.0}, []float64{2.4, 1.3, 3.7}
	if post[0]-pre[0] == post[1]-pre[1] {
		t.Fatal("the case shows nothing: these differences tie in binary too")
	}
	d := must[stats.Differences](t)(stats.DecimalDifferences(pre, post))
	if !d.Exact || d.Decimals != 1 || d.Values[0] != 0.3 || d.Values[1] != 0.3 || d.Values[2] != -0.3 {
		t.Errorf("got %+v", d)
	}
}

func TestDecimalDifferencesOfMeans(t *testing.T) {
	// Means of three answers: 7/3 - 5/3 and 5/3 - 3/3 differ in binary.
	pre, post := []float64{5.0 / 3, 3.0 / 3}, []float64{7.0 / 3, 5.0 / 3}
	d := must[stats.Differences](t)(stats.DecimalDifferences(pre, post))
	if d.Exact || d.Unit != 1e-8 || d.Values[0] != d.Values[1] || math.Abs(d.Values[0]-2.0/3) > 1e-8 {
		t.Errorf("got %+v", d)
	}
}

func TestDecimalDifferencesOfLongNumbers(t *testing.T) {
	d := must[stats.Differences](t)(stats.DecimalDifferences([]float64{1e15 + 0.5, 2}, []float64{1e15 + 1, 2}))
	if d.Exact { // 1e16 tenths are beyond what float64 keeps exactly
		t.Errorf("got %+v", d)
	}
}

func TestFaultyInput(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	call := func(_ any, err error) error { return err }
	for name, c := range map[string]struct{ got, want error }{
		"lengths":     {call(stats.PairedT([]float64{1}, []float64{1, 2}, 0.95)), stats.ErrLength},
		"NaN":         {call(stats.PairedT([]float64{1, nan}, []float64{1, 2}, 0.95)), stats.ErrNotFinite},
		"infinity":    {call(stats.SignedRank([]float64{inf}, stats.SignedRankOptions{})), stats.ErrNotFinite},
		"overflow":    {call(stats.DecimalDifferences([]float64{-1e308}, []float64{1.7e308})), stats.ErrNotFinite},
		"level 95":    {call(stats.HodgesLehmann([]float64{1}, 95)), stats.ErrLevel},
		"level NaN":   {call(stats.Wilson(1, 2, nan)), stats.ErrLevel},
		"empty mean":  {call(stats.Mean(nil)), stats.ErrEmpty},
		"3 of 2":      {call(stats.ClopperPearson(3, 2, 0.95)), stats.ErrCount},
		"share of 2":  {call(stats.BinomialTest(1, 2, 2)), stats.ErrCount},
		"short item":  {call(stats.CronbachAlpha([][]float64{{1, 2}, {1}}, 0.95)), stats.ErrLength},
		"NaN item":    {call(stats.ItemAnalysis([][]float64{{1, 2}, {1, nan}})), stats.ErrNotFinite},
		"describe":    {call(stats.Describe([]float64{nan})), stats.ErrNotFinite},
		"need":        {call(stats.NeedForSignedRank(1)), stats.ErrLevel},
		"superiority": {call(stats.PairedSuperiority([]float64{nan})), stats.ErrNotFinite},
		"sign test":   {call(stats.SignTest([]float64{nan})), stats.ErrNotFinite},
		"effect":      {call(stats.RankBiserial([]float64{nan}, stats.Drop, 0.95)), stats.ErrNotFinite},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: error is %v, want %v", name, c.got, c.want)
		}
	}
}
