package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// attained is a target of the project: achieved / target, and what was counted for it.
type attained struct{ figure, counted string }

// attainments gives the verdict on each target and each threshold of the efficiency criterion, from the
// figures as the report shows them: one that was taken off, because the programme did not publish it,
// must not be told by its verdict.
func (r *run) attainments() []report.Attainment {
	var out []report.Attainment
	for _, a := range r.attained {
		told := report.Attainment{Figure: a.figure, Counted: a.counted, Planned: a.figure + "/planned"}
		told.Verdict, told.Why = r.verdict(a)
		out = append(out, told)
	}
	for _, line := range criteria(r.efficiencyTable()) {
		told := report.Attainment{Figure: line.path + "/total/share", Counted: line.path + "/total", Planned: line.path + "/total/threshold"}
		if told.Verdict, told.Why = r.held(line); line.held != nil {
			out = append(out, told)
		}
	}
	return out
}

// verdict compares whole numbers. A number worded "at least" that lies below its target says neither
// that the target was reached nor that it was missed.
func (r *run) verdict(a attained) (report.TargetVerdict, evaluate.Text) {
	planned, _ := r.figures.Get(a.figure + "/planned")
	counted, ok := r.figures.Get(a.counted)
	reached, _ := r.figures.Get(a.figure)
	switch {
	case !ok:
		return report.TargetCannotTell, reached.Reason
	case counted.Status != evaluate.Known || planned.Status != evaluate.Known:
		return report.TargetCannotTell, counted.Reason
	case counted.Value.Float() >= planned.Value.Float():
		return report.TargetReached, evaluate.Text{}
	case counted.Bound == evaluate.LowerBound:
		return report.TargetCannotTell, evaluate.T("osiągnięta liczba jest dolną granicą", "the number achieved is a lower bound")
	case reached.Bound == evaluate.LowerBound:
		return report.TargetCannotTell, evaluate.T("policzono tylko próbę, a cel dotyczy całej populacji", "only the sample was counted, and the target is of the whole population")
	}
	return report.TargetNotReached, evaluate.Text{}
}

// verdictCell is the cell of the verdict on a target; the zero Cell where nothing was planned.
func (r *run) verdictCell(figure string) report.Cell {
	for _, a := range r.attained {
		if a.figure == figure {
			verdict, _ := r.verdict(a)
			return report.W(verdict.Words())
		}
	}
	return report.Cell{}
}
