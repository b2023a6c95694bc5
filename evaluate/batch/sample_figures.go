package batch

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// labels names the figures of a sample, in their order.
func (s sampled) labels() []labelled {
	of := func(id, pl, en string, u evaluate.Unit) labelled {
		return labelled{s.path + "/" + id, evaluate.T(s.name.PL+": "+pl, s.name.EN+": "+en), u}
	}
	return []labelled{
		of("population", "populacja", "population", evaluate.Persons), of("drawn", "wylosowano", "drawn", evaluate.Persons),
		of("answered", "w próbie o znanej sytuacji", "in the sample with a known situation", evaluate.Persons),
		of("response", "odsetek odpowiedzi", "share of answers", evaluate.Share),
		of("required", "wymagana wielkość próby", "sample required", evaluate.Persons), of("margin", "osiągnięty margines błędu (±)", "margin reached (±)", evaluate.Share),
		of("share", "odsetek w próbie (przedział Wilsona)", "share in the sample (Wilson interval)", evaluate.Share),
		of("share-exact", "odsetek w próbie (przedział dokładny)", "share in the sample (exact interval)", evaluate.Share),
		of("estimate", "oszacowana liczba w populacji", "estimated number in the population", evaluate.Persons),
	}
}

func (s sampled) unavailable(why evaluate.Text) []evaluate.Figure {
	var out []evaluate.Figure
	for _, l := range s.labels() {
		out = append(out, l.absent(why))
	}
	return out
}

// figures are the size of the sample, whether that is enough, and the share with its intervals.
func (s sampled) figures() ([]evaluate.Figure, error) {
	l, n := s.labels(), int(s.known.Num)
	required, err := s.required()
	if err != nil {
		return nil, err
	}
	margin, err := stats.Margin(n, s.population, s.level())
	if err != nil {
		return nil, err
	}
	count := func(i, n int) evaluate.Figure {
		return evaluate.NewFigure(l[i].id, l[i].label, evaluate.Count(n), l[i].unit).From(s.Source)
	}
	out := []evaluate.Figure{count(0, s.population).By(s.populationRule()), s.drawnFigure(l[1]),
		count(2, n).By(evaluate.T("uprawnieni, którzy zakończyli udział, o znanej sytuacji po 6 miesiącach", "eligible persons who left and whose later situation is known")),
		s.response(l[3], n), count(4, required).By(s.requiredRule()), s.marginFigure(l[5], n, margin)}
	shares, err := s.shares(l[6], l[7], l[8], n)
	return append(out, shares...), err
}

func (s sampled) populationRule() evaluate.Text {
	if s.Population > 0 {
		return evaluate.T("podana w pliku projektu", "stated in the project file")
	}
	return evaluate.T("uprawnieni w eksporcie, którzy zakończyli udział", "those eligible in the export who left")
}

func (s sampled) drawnFigure(l labelled) evaluate.Figure {
	if s.drawn == 0 {
		return l.absent(evaluate.T("plik projektu nie podaje, ile osób wylosowano", "the project file does not say how many were drawn"))
	}
	return evaluate.NewFigure(l.id, l.label, evaluate.Count(s.drawn), l.unit).From(s.Source)
}

func (s sampled) response(l labelled, n int) evaluate.Figure {
	if s.drawn == 0 {
		return l.absent(s.drawnFigure(l).Reason)
	}
	return evaluate.NewFigure(l.id, l.label, evaluate.Ratio(int64(n), int64(s.drawn)), l.unit).
		WithShare(evaluate.Count(n), evaluate.Count(s.drawn)).RestsOn(s.path+"/answered", s.path+"/drawn").
		By(evaluate.T("o znanej sytuacji / wylosowani", "with a known situation / drawn"))
}

// requiredRule says the condition with its numbers.
func (s sampled) requiredRule() evaluate.Text {
	points, level := evaluate.Real(s.margin()).Percent(1), evaluate.Real(s.level()).Percent(1)
	return evaluate.T(
		fmt.Sprintf("n0 / (1 + (n0 − 1) / N), w górę, n0 = z² / (4 d²); d = %s punktu proc., poziom %s%%", evaluate.Localize(points, evaluate.PL), evaluate.Localize(level, evaluate.PL)),
		fmt.Sprintf("n0 / (1 + (n0 - 1) / N), rounded up, n0 = z² / (4 d²); d = %s percentage points, level %s%%", points, level))
}

func (s sampled) marginFigure(l labelled, n int, margin stats.Maybe) evaluate.Figure {
	if !margin.Defined {
		return l.absent(emptySample())
	}
	return evaluate.NewFigure(l.id, l.label, evaluate.Real(margin.Value), l.unit).WithN(n).RestsOn(s.path+"/answered", s.path+"/population").
		By(evaluate.T("z √(1/4 / n · (N − n) / (N − 1)): największy, jaki może być, z poprawką na skończoną populację", "z sqrt(1/4 / n · (N - n) / (N - 1)): the largest that it can be, with the finite population correction"))
}

// emptySample says that there is nobody to tell the population by.
func emptySample() evaluate.Text { return evaluate.T("próba jest pusta", "the sample is empty") }

// shares are the share in the sample with both intervals, and what it means for the population. Where
// everybody is known there is nothing to infer and no interval.
func (s sampled) shares(wilson, exact, estimate labelled, n int) ([]evaluate.Figure, error) {
	k := int(s.achieved.Num)
	share := func(l labelled, method evaluate.Text) evaluate.Figure {
		return evaluate.NewFigure(l.id, l.label, evaluate.Ratio(int64(k), int64(n)), l.unit).WithShare(evaluate.Count(k), evaluate.Count(n)).
			WithN(n).By(method).RestsOn("indicator/"+s.code+"/total", s.path+"/answered")
	}
	w := share(wilson, evaluate.T("przedział Wilsona dla odsetka, bez poprawki na skończoną populację (szerszy, niż trzeba)", "Wilson score interval of a share, without finite population correction (wider than needed)"))
	e := share(exact, evaluate.T("przedział dokładny Cloppera–Pearsona, bez poprawki na skończoną populację", "exact interval of Clopper and Pearson, without finite population correction"))
	total := evaluate.NewFigure(estimate.id, estimate.label, evaluate.Ratio(int64(k)*int64(s.population), int64(n)), estimate.unit).WithN(n).
		By(evaluate.T("odsetek w próbie × populacja; przedział Wilsona × populacja", "share in the sample × population; Wilson interval × population")).RestsOn(s.path+"/share", s.path+"/population")
	if n == 0 {
		empty := emptySample()
		return []evaluate.Figure{wilson.absent(empty), exact.absent(empty), estimate.absent(empty)}, nil
	}
	if n == s.population {
		all := evaluate.T("znani są wszyscy, więc nie ma przedziału", "all are known, so there is no interval")
		w, e, total = w.By(all), e.By(all), total.By(all)
		return []evaluate.Figure{w, e, total}, nil
	}
	var err error
	if w, err = withInterval(w, stats.Wilson, k, n, s.level(), 1); err != nil {
		return nil, err
	}
	if e, err = withInterval(e, stats.ClopperPearson, k, n, s.level(), 1); err != nil {
		return nil, err
	}
	total, err = withInterval(total, stats.Wilson, k, n, s.level(), float64(s.population))
	return []evaluate.Figure{w, e, total}, err
}

// withInterval adds the interval of a share k of n, times a factor.
func withInterval(f evaluate.Figure, of func(k, n int, level float64) (stats.Interval, error), k, n int, level, times float64) (evaluate.Figure, error) {
	i, err := of(k, n, level)
	if err != nil {
		return f, err
	}
	bounds, err := evaluate.NewInterval(evaluate.Real(i.Lo.Value*times), evaluate.Real(i.Hi.Value*times), level)
	return f.WithInterval(bounds), err
}
