package batch

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
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

// answersCharts draw how the questions were answered before and after, [itemsPerChart] at a time. Where
// answers are not at most eleven steps, or nobody answered, there is no chart, and a table all the same. A
// scale of one question has neither: its change is that of the scale.
func (r *run) answersCharts(m *measured) ([]*report.Chart, error) {
	if len(m.items.Items) < 2 {
		return nil, nil
	}
	count := (len(m.items.Items) + itemsPerChart - 1) / itemsPerChart
	charts := make([]*report.Chart, count)
	for part := range charts {
		c, err := r.answersChart(m, part, count)
		if err != nil {
			return nil, err
		}
		charts[part] = c
	}
	return charts, nil
}

func (r *run) answersChart(m *measured, part, of int) (*report.Chart, error) {
	levels := m.levels()
	if len(levels) < 2 || len(levels) > 11 || m.overall.N == 0 {
		return nil, nil
	}
	name := "answers-" + m.id()
	title := m.survey.Title.Joined(": ", evaluate.T("odpowiedzi przed i po", "answers before and after"))
	if of > 1 {
		name, title = fmt.Sprintf("%s-%d", name, part+1), title.Joined("", evaluate.Same(fmt.Sprintf(" (%d/%d)", part+1, of)))
	}
	return r.draw(name, title, r.madeUpNote(), func(o chart.Options) (*chart.Chart, error) {
		words := make([]string, len(levels))
		for i, v := range levels {
			words[i] = m.levelName(v)
		}
		var items []chart.AnswerItem
		for i := part * itemsPerChart; i < min(len(m.items.Items), (part+1)*itemsPerChart); i++ {
			items = append(items, m.answerItem(i, levels))
		}
		return chart.Answers(chart.AnswersOptions{Options: o, Levels: words}, items)
	})
}

// levels are the answers that can be given, the lowest first; none where somebody answered between them.
func (m *measured) levels() (levels []float64) {
	step := m.answerStep()
	if (m.key.High-m.key.Low)/step > 1000 {
		return nil
	}
	for v := m.key.Low; v <= m.key.High; v += step {
		levels = append(levels, v)
	}
	for _, item := range m.answered {
		for _, v := range slices.Concat(item.Pre, item.Post) {
			if !slices.Contains(levels, v) {
				return nil
			}
		}
	}
	return levels
}

// levelName is the first word of the key for an answer, behind its number.
func (m *measured) levelName(v float64) string {
	name := strconv.FormatFloat(v, 'f', -1, 64)
	for _, w := range m.key.Answers {
		if w.Value == v && len(w.Words) > 0 {
			return name + " – " + w.Words[0]
		}
	}
	return name
}

// answerItem counts the answers to a question as they were given, of those who answered it both times.
func (m *measured) answerItem(i int, levels []float64) chart.AnswerItem {
	pairs := m.answered[i]
	item := chart.AnswerItem{Text: m.survey.Pre.Items[i], Reversed: m.reversed(i)}
	for _, answers := range [][]float64{pairs.Pre, pairs.Post} {
		counts := make([]int64, len(levels))
		for _, v := range answers {
			if m.reversed(i) {
				v = m.key.Low + m.key.High - v
			}
			if at := slices.Index(levels, v); at >= 0 {
				counts[at]++
			}
		}
		item.Counts = append(item.Counts, chart.Known(counts))
	}
	return item
}
