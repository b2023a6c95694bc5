package batch

import (
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/chart"
	"github.com/efseval/efseval/evaluate/report"
)

// changeChart draws the mean change of a survey, overall, by sex and by the splits that the project asked
// for; nil without a single pair.
func (r *run) changeChart(m *measured) (*report.Chart, error) {
	if m.overall.N == 0 {
		return nil, nil
	}
	title := evaluate.T(m.survey.Title.PL+": średnia zmiana po − przed", m.survey.Title.EN+": mean change after − before")
	return r.draw("change-"+m.id(), title, r.madeUpNote(), func(o chart.Options) (*chart.Chart, error) {
		lang := evaluate.Lang(o.Lang)
		rows := []chart.ChangeRow{r.changeRow(m.prefix(), chart.Total, lang)}
		split := ""
		for _, g := range m.groups {
			row := r.changeRow(m.prefix()+"/"+g.ID, sexColour(g.ID), lang)
			if !g.sex {
				heading, name, _ := strings.Cut(g.Label.In(lang), ": ")
				if row.Name = name; heading != split {
					row.Split, split = heading, heading
				}
			}
			rows = append(rows, row)
		}
		return chart.Change(chart.ChangeOptions{Options: o, Level: level, Places: 2, Method: "t",
			Unit: evaluate.T("pkt", "pts").In(lang), Fall: evaluate.T("spadek", "fall").In(lang), Rise: evaluate.T("wzrost", "rise").In(lang)}, rows)
	})
}

func sexColour(id string) chart.Group {
	switch id {
	case "women":
		return chart.Women
	case "men":
		return chart.Men
	}
	return chart.Other
}

func (r *run) changeRow(prefix string, g chart.Group, lang evaluate.Lang) chart.ChangeRow {
	pairs, _, _ := r.count(prefix + "/pairs")
	mean, _ := r.figures.Get(prefix + "/change/mean")
	row := chart.ChangeRow{Group: g, Pairs: pairs, Mean: realValue(mean, lang)}
	pre, _ := r.figures.Get(prefix + "/pre/mean")
	post, _ := r.figures.Get(prefix + "/post/mean")
	row.Before, row.After = realValue(pre, lang), realValue(post, lang)
	row.Interval = intervalValue(mean)
	return row
}

func intervalValue(f evaluate.Figure) chart.Value[chart.Interval] {
	if !f.Interval.Present() {
		return chart.Value[chart.Interval]{}
	}
	return chart.Known(chart.Interval{Lo: f.Interval.Lo.Float(), Hi: f.Interval.Hi.Float()})
}

// realValue is a figure as a chart has it, with the reason where there is none.
func realValue(f evaluate.Figure, lang evaluate.Lang) chart.Value[float64] {
	if f.Status != evaluate.Known {
		return chart.NotAvailable[float64](lowerFirst(strings.TrimSuffix(f.Reason.In(lang), ".")))
	}
	return chart.Known(f.Value.Float())
}

// distributionChart draws how the changes of persons are spread, with the band in which a change may be
// error; nil without a single pair.
func (r *run) distributionChart(m *measured) (*report.Chart, error) {
	if m.overall.N == 0 {
		return nil, nil
	}
	title := evaluate.T(m.survey.Title.PL+": rozkład zmian", m.survey.Title.EN+": distribution of changes")
	mean, _ := r.figures.Get(m.prefix() + "/change/mean")
	return r.draw("distribution-"+m.id(), title, r.madeUpNote(), func(o chart.Options) (*chart.Chart, error) {
		lang := evaluate.Lang(o.Lang)
		d := chart.DistributionOptions{Options: o, Step: m.step(), Places: 2, Mean: realValue(mean, lang), Unit: evaluate.T("pkt", "pts").In(lang)}
		if c := m.overall.Reliable; c != nil && c.Threshold.Defined && c.Threshold.Value > 0 {
			threshold, _ := r.figures.Get(m.prefix() + "/reliable/threshold")
			reliability, _ := r.figures.Get(m.prefix() + "/reliable/reliability")
			d.Threshold, d.Basis = realValue(threshold, lang), reliability.Method.In(lang)
		}
		return chart.Distribution(d, m.steps())
	})
}

// step is the least difference between two scores; 0 where it is not known, since somebody answered between
// the steps.
func (m *measured) step() float64 {
	if len(m.levels()) == 0 {
		return 0
	}
	if m.key.How == "sum" || len(m.survey.Pre.Items) == 0 {
		return m.answerStep()
	}
	return m.answerStep() / float64(len(m.survey.Pre.Items))
}

// answerStep is the difference between two neighbouring answers.
func (m *measured) answerStep() float64 {
	if m.key.Step == 0 {
		return 1
	}
	return m.key.Step
}

// steps count the changes, each value once, by what a change of so much is called.
func (m *measured) steps() []chart.ChangeStep {
	by := map[float64]*chart.ChangeStep{}
	for i, d := range m.overall.Changes {
		if by[d] == nil {
			by[d] = &chart.ChangeStep{Change: d, Class: m.class(i)}
		}
		by[d].N++
	}
	var out []chart.ChangeStep
	for _, d := range slices.Sorted(maps.Keys(by)) {
		out = append(out, *by[d])
	}
	return out
}

func (m *measured) class(i int) chart.ChangeClass {
	c := m.overall.Reliable
	if c == nil || c.RC == nil || !(c.Threshold.Value > 0) {
		return chart.NotClassified
	}
	better := c.RC[i] > 0
	if !m.key.HigherIsBetter() {
		better = !better
	}
	switch {
	case math.Abs(c.RC[i]) <= c.Critical:
		return chart.NotReliable
	case better:
		return chart.ReliablyBetter
	}
	return chart.ReliablyWorse
}
