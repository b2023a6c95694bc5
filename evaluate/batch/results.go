package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// resultsSum adds the results that the project file gives unit costs for. The sum is of results,
// not of persons: somebody may have a job and a qualification. So its share of the participants,
// and of those who finished, is the most that the share of persons with a result can be.
func (r *run) resultsSum() []evaluate.Figure {
	if r.project.Cost == nil || len(r.project.Cost.Per) < 2 {
		return nil
	}
	var sum int64
	var rests []string
	for _, code := range r.project.Cost.Per {
		id := indicatorID(code, indicators.Total)
		n, ok, _ := r.count(id)
		if !ok {
			return nil
		}
		sum += n
		rests = append(rests, id)
	}
	label := evaluate.T("suma rezultatów (nie osób)", "sum of results (not of persons)")
	figures := []evaluate.Figure{evaluate.NewFigure("results/sum", label, evaluate.Count(int(sum)), evaluate.Units).RestsOn(rests...).
		By(evaluate.T("suma liczebności; jedna osoba może mieć kilka rezultatów", "sum of the counts; one person may have several results"))}
	for _, of := range []struct {
		id, counted string
		label       evaluate.Text
	}{
		{"results/sum/share-of-participants", "participants/total", evaluate.T("najwyżej taki odsetek uczestników z rezultatem", "at most this share of participants with a result")},
		{"results/sum/per-completed", "participants/completed", evaluate.T("najwyżej taki odsetek w relacji do kończących", "at most this share relative to completers")},
	} {
		if n, ok, _ := r.count(of.counted); ok {
			figures = append(figures, mostShare(of.id, of.label, sum, n).RestsOn("results/sum", of.counted))
		}
	}
	return figures
}

func mostShare(id string, label evaluate.Text, sum, of int64) evaluate.Figure {
	f := evaluate.NewFigure(id, label, evaluate.Ratio(sum, of), evaluate.Share).
		WithShare(evaluate.Count(int(sum)), evaluate.Count(int(of))).WithN(int(of)).By(quotient())
	if f.Status != evaluate.Known {
		return f
	}
	return f.Bounded(evaluate.UpperBound, evaluate.T("górna granica: rezultatów jednej osoby nie da się odliczyć", "an upper bound: several results of one person cannot be taken off"))
}
