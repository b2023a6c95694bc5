package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// basis is what a part of a result rests on, as ids have it, see [run.basisFigures].
type basis string

const (
	onDate      basis = "on-date"
	onSituation basis = "on-situation"
)

func (b basis) words() evaluate.Text {
	if b == onDate {
		return evaluate.T("rezultat o znanej dacie, w oknie", "result with a date, within the window")
	}
	return evaluate.T("rezultat z samej zapisanej sytuacji, bez daty", "result from the situation recorded alone, without a date")
}

// basisOf is the result that a figure tells the basis of; nil for any other figure.
func (t *tracer) basisOf(id string) (*indicators.Definition, basis) {
	d, g, rest := t.indicatorOf(id)
	if by := basis(rest); d != nil && g == indicators.Total && (by == onDate || by == onSituation) {
		return d, by
	}
	return nil, ""
}

// restingOn are those who meet a result by its date, or by the situation recorded alone.
func (t *tracer) restingOn(d *indicators.Definition, by basis) (members, error) {
	dated := cell{code: d.Code, group: indicators.Total, dated: true}
	if by == onDate {
		return t.people.in(dated)
	}
	return t.minus(total(d.Code), dated)
}
