package prepost

import (
	"strconv"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// namer gives the figures of one change their ids and labels.
type namer struct {
	prefix string
	about  evaluate.Text
	n      int
	level  float64
}

func (n namer) label(pl, en string) evaluate.Text {
	return evaluate.T(n.about.PL+": "+pl, n.about.EN+": "+en)
}

func (n namer) count(id, pl, en string, k int, u evaluate.Unit) evaluate.Figure {
	if n.n == 0 && u != evaluate.Pairs {
		return evaluate.Unavailable(n.prefix+"/"+id, n.label(pl, en), u, Because(stats.NoPairs))
	}
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Count(k), u).WithN(n.n)
}

func (n namer) maybe(id, pl, en string, m stats.Maybe, u evaluate.Unit) evaluate.Figure {
	if !m.Defined {
		return evaluate.Unavailable(n.prefix+"/"+id, n.label(pl, en), u, n.because(m))
	}
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Real(m.Value), u).WithN(n.n)
}

// because is why a statistic is undefined: first of all that there is no pair.
func (n namer) because(m stats.Maybe) evaluate.Text {
	if n.n == 0 {
		return Because(stats.NoPairs)
	}
	return Because(m.Why)
}

// ranks is a rank sum with zeros dropped; without pairs there is none.
func (n namer) ranks(id, pl, en string, sum float64) evaluate.Figure {
	if n.n == 0 {
		return evaluate.Unavailable(n.prefix+"/"+id, n.label(pl, en), evaluate.RankSum, Because(stats.NoPairs))
	}
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Real(sum), evaluate.RankSum).WithN(n.n)
}

// interval is the interval of a statistic, absent where it is undefined.
func (n namer) interval(i stats.Interval) evaluate.Interval {
	if !i.Lo.Defined || !i.Hi.Defined {
		return evaluate.Interval{}
	}
	out, err := evaluate.NewInterval(evaluate.Real(i.Lo.Value), evaluate.Real(i.Hi.Value), i.Level)
	if err != nil {
		return evaluate.Interval{}
	}
	return out
}

// pBelow is "p below 0.05" at a level of 0.95: what a test must be able to reach, in words behind the name
// of the test.
func (n namer) pBelow(pl, en string) evaluate.Text {
	alpha := strconv.FormatFloat(1-n.level, 'g', 4, 64)
	return evaluate.T(pl+" poniżej "+evaluate.Localize(alpha, evaluate.PL), en+" below "+evaluate.Localize(alpha, evaluate.EN))
}
