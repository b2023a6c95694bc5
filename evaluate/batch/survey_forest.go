package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/chart"
	"github.com/efseval/efseval/evaluate/report"
)

// forestBlock sets the standardised changes of several scales side by side; none for a single one.
func (r *run) forestBlock() ([]report.Block, error) {
	if len(r.surveys) < 2 {
		return nil, nil
	}
	t := &report.Table{ID: "change-forest", Title: evaluate.T("Wszystkie skale: d_z", "All scales: d_z"),
		Columns: []evaluate.Text{evaluate.T("skala", "scale"), evaluate.T("pary", "pairs"), evaluate.Same("d_z"), evaluate.T("średnia zmiana", "mean change"), evaluate.T("p Wilcoxona", "Wilcoxon p")}}
	for _, m := range r.surveys {
		p := m.prefix()
		t.Rows = append(t.Rows, r.row(m.survey.Title, false, p+"/pairs", p+"/change/dz", p+"/change/mean", p+"/change/p-wilcoxon"))
	}
	t.Notes = append(t.Notes, evaluate.T("Kilka skal to kilka testów, a skale różnią się tym, co mierzą: to nie jest ranking.", "Several scales are several tests, and scales differ in what they measure: this is no ranking."))
	c, err := r.draw("change-forest", t.Title, r.madeUpNote(), func(o chart.Options) (*chart.Chart, error) {
		lang := evaluate.Lang(o.Lang)
		var rows []chart.ForestRow
		for _, m := range r.surveys {
			rows = append(rows, r.forestRow(m.prefix(), m.survey.Title.In(lang), chart.Other, false, lang))
			for _, g := range m.groups {
				if g.sex {
					rows = append(rows, r.forestRow(m.prefix()+"/"+g.ID, g.Label.In(lang), sexColour(g.ID), true, lang))
				}
			}
		}
		return chart.Forest(chart.ForestOptions{Options: o, Effect: evaluate.T("d_z: średnia zmiana / odchylenie standardowe zmian", "d_z: mean change / standard deviation of the changes").In(lang), Symbol: "d_z",
			Level: level, Method: evaluate.T("niecentralne t", "noncentral t").In(lang), Places: 2, Clip: 3,
			Fall: evaluate.T("spadek", "fall").In(lang), Rise: evaluate.T("wzrost", "rise").In(lang)}, rows)
	})
	return []report.Block{block(c, t)}, err
}

func (r *run) forestRow(prefix, name string, g chart.Group, sub bool, lang evaluate.Lang) chart.ForestRow {
	pairs, _, _ := r.count(prefix + "/pairs")
	d, _ := r.figures.Get(prefix + "/change/dz")
	return chart.ForestRow{Group: g, Name: name, Sub: sub, N: pairs, Effect: realValue(d, lang), Interval: intervalValue(d)}
}
