package batch

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/chart"
	"github.com/efseval/efseval/evaluate/report"
)

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
