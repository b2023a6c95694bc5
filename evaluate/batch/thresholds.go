package batch

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
	"github.com/shopspring/decimal"
)

func thresholdID(i int, a indicators.Attained) string {
	return fmt.Sprintf("threshold/%s/%d", a.Threshold.Code, i+1)
}

// thresholdFigures name, for each threshold, the share reached in its subgroup and the share wanted.
func (r *run) thresholdFigures() []evaluate.Figure {
	var figures []evaluate.Figure
	for i, a := range r.table.Thresholds {
		id, label := thresholdID(i, a), r.thresholdLabel(a)
		c := a.Row.Cells[len(a.Row.Cells)-1]
		reached := r.share(id, label, c, c.Den)
		wanted := evaluate.NewFigure(id+"/least", evaluate.T(label.PL+" (próg)", label.EN+" (threshold)"), percent(a.Threshold.AtLeast), evaluate.Share).
			By(evaluate.T("próg jest osiągnięty od tej wartości włącznie", "the threshold is reached from this value on")).
			From(a.Threshold.Source.Clause + " (" + a.Threshold.Source.Mark + ")")
		figures = append(figures, reached, wanted)
	}
	return figures
}

// percent is a per cent as a ratio of whole numbers: 22.5 as 225 / 1000.
func percent(p decimal.Decimal) evaluate.Value {
	num, den := p, decimal.NewFromInt(100)
	if places := -p.Exponent(); places > 0 {
		num, den = num.Shift(places), den.Shift(places)
	}
	return evaluate.Ratio(num.IntPart(), den.IntPart())
}

func (r *run) thresholdLabel(a indicators.Attained) evaluate.Text {
	name := text(r.set.Definition(a.Threshold.Code).Name)
	return evaluate.T(name.PL+" – "+a.Threshold.Name.PL, name.EN+" – "+a.Threshold.Name.EN)
}

// thresholdTable sets the shares beside their thresholds; nil where the rule set has none.
func (r *run) thresholdTable() *report.Table {
	if len(r.table.Thresholds) == 0 {
		return nil
	}
	t := &report.Table{ID: "thresholds", Title: evaluate.T("Progi", "Thresholds"), Columns: []evaluate.Text{evaluate.T("wskaźnik i grupa", "indicator and group"),
		evaluate.T("osiągnięto", "achieved"), evaluate.T("próg", "threshold"), evaluate.T("ocena", "verdict")}}
	for i, a := range r.table.Thresholds {
		id := thresholdID(i, a)
		row := r.row(r.thresholdLabel(a), false, id, id+"/least")
		row.Code, row.Cells = a.Threshold.Code, append(row.Cells, report.W(r.verdict(id, a)))
		t.Rows = append(t.Rows, row)
	}
	return t
}

// verdict says nothing of a share that is withheld.
func (r *run) verdict(id string, a indicators.Attained) evaluate.Text {
	f, _ := r.figures.Get(id)
	switch v, _ := a.Verdict(); {
	case f.Status != evaluate.Known:
	case v == indicators.Reached:
		return evaluate.T("osiągnięty", "reached")
	case v == indicators.NotReached:
		return evaluate.T("nieosiągnięty", "not reached")
	}
	return evaluate.T("nie da się ustalić", "cannot be told")
}
