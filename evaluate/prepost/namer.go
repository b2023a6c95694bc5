package prepost

import (
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
		why := m.Why
		if n.n == 0 {
			why = stats.NoPairs
		}
		return evaluate.Unavailable(n.prefix+"/"+id, n.label(pl, en), u, Because(why))
	}
	return evaluate.NewFigure(n.prefix+"/"+id, n.label(pl, en), evaluate.Real(m.Value), u).WithN(n.n)
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
