package batch

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// basisFigures say what a result rests on: of how many the date of the result lies within its window, and
// of how many the export records only the situation, which is then taken to be that of the window.
func (r *run) basisFigures(d *indicators.Definition, row indicators.Row) []evaluate.Figure {
	i := slices.Index(r.table.Groups, indicators.Total)
	if row.Basis == nil || !row.Cells[i].Available {
		return nil
	}
	name, id, c := text(d.Name), indicatorID(d.Code, indicators.Total), row.Cells[i]
	of := func(part, pl, en string, n int64) evaluate.Figure {
		return evaluate.NewFigure(id+"/"+part, evaluate.T(name.PL+": "+pl, name.EN+": "+en), evaluate.Count(int(n)), evaluate.Persons).
			WithShare(evaluate.Count(int(n)), evaluate.Count(int(c.Num))).From(d.Source.Clause).
			By(evaluate.T("rezultat o znanej dacie, w oknie + rezultat z samej zapisanej sytuacji = rezultat", "result with a date, within the window + result from the situation recorded alone = result"))
	}
	return []evaluate.Figure{of("on-date", "według daty rezultatu", "by the date of the result", row.Basis[i].OnDate),
		of("on-situation", "według zapisanej sytuacji, bez daty", "by the situation recorded, without a date", row.Basis[i].OnSituation)}
}

// saysBasis adds to a result that part of it, or all, rests on situations without a date.
func (r *run) saysBasis(f evaluate.Figure, row indicators.Row) evaluate.Figure {
	i := slices.Index(r.table.Groups, indicators.Total)
	if f.Status != evaluate.Known || row.Basis == nil || row.Basis[i].OnSituation == 0 {
		return f
	}
	n, all := row.Basis[i].OnSituation, row.Cells[i].Num
	if n == all {
		return f.Warn(evaluate.NewWarning("basis.situation", evaluate.T("opiera się na zapisanej sytuacji, bez dat rezultatu", "rests on the situation recorded, without dates of the result")))
	}
	return f.Warn(evaluate.NewWarning("basis.situation", evaluate.T(
		fmt.Sprintf("z tego %d z %d na podstawie zapisanej sytuacji, bez daty rezultatu", n, all),
		fmt.Sprintf("of these %d of %d rest on the situation recorded, without a date of the result", n, all))))
}
