package batch

import (
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// step is one condition on participations, in words, and who meets it: by a criterion, by a cell of the
// table, or a set that was worked out already.
type step struct {
	text evaluate.Text
	by   *indicators.Criterion
	of   *cell
	in   members
	base bool // what is left after it is the denominator
	open bool // it leads to the totals that every report shows
}

// stepsTo are the conditions that a count of people puts on participations, one after the other; none
// for other figures.
func (t *tracer) stepsTo(id string, counted members) []step {
	if p := t.partOf(id); p != nil {
		return t.partSteps(p, counted)
	}
	if d, by := t.basisOf(id); d != nil {
		return append(t.indicatorSteps(d, indicators.Total, false), step{text: by.words(), in: counted})
	}
	if d, g, rest := t.indicatorOf(id); d != nil {
		return t.indicatorSteps(d, g, rest == "share")
	}
	if name, is := strings.CutPrefix(id, "participants/"); is {
		return t.participantSteps(name, counted)
	}
	if name, is := strings.CutPrefix(id, "flow/"); is {
		return t.flowSteps(name, counted)
	}
	return nil
}

// indicatorSteps go by the parts of both criteria, as an auditor would with a spreadsheet.
func (t *tracer) indicatorSteps(d *indicators.Definition, g indicators.Group, share bool) []step {
	var steps []step
	if d.Records != indicators.AllRecords {
		steps = t.completeSteps()
	}
	steps = append(steps, t.groupStep(g)...)
	steps = append(steps, t.parts(&d.Eligible)...)
	if share && len(steps) == 0 {
		steps = []step{t.by(&indicators.Criterion{Everyone: true})}
	}
	if share {
		steps[len(steps)-1].base = true
	}
	return append(steps, t.parts(&d.Achieved)...)
}

func (t *tracer) participantSteps(name string, counted members) []step {
	last := func(pl, en string) []step {
		return append(t.completeSteps(), step{text: evaluate.T(pl, en), in: counted})
	}
	switch name {
	case "grand-total":
		return nil
	case "incomplete":
		return []step{{text: evaluate.T("brak co najmniej jednej zmiennej pełnego rekordu", "lacks at least one variable of a complete record"), in: counted}}
	case "left":
		return append(t.completeSteps(), t.known("exit_date"))
	case "completed":
		return t.completedSteps()
	case "not-completed":
		return last("nie stwierdzono ukończenia", "not stated to have finished")
	}
	g, err := indicators.ParseGroup(name)
	if err != nil {
		return nil
	}
	return append(t.completeSteps(), t.groupStep(g)...)
}

func (t *tracer) completedSteps() []step {
	steps := t.completeSteps()
	if t.run.cell(indicators.Leavers, indicators.Total).Available {
		steps = append(steps, t.known("exit_date"))
	}
	return append(steps, t.parts(&t.rules().Parameters.Completers)...)
}

func (t *tracer) flowSteps(name string, counted members) []step {
	if t.run.set.Definition(flowCodes[0]) != nil {
		if i := slices.Index(flowStages[:], name); i >= 0 {
			return t.indicatorSteps(t.run.set.Definition(flowCodes[i]), indicators.Total, false)
		}
		return []step{{text: evaluate.T("nie odnotowano, jak przebiegał udział", "it is not recorded how the participation went"), in: counted}}
	}
	switch name {
	case "finished":
		return t.completedSteps()
	case "broke-off":
		return append(t.completeSteps(), t.known("exit_date"), step{text: evaluate.T("nie stwierdzono ukończenia zgodnie ze ścieżką", "not stated to have finished as planned"), in: counted})
	case "continues":
		return append(t.completeSteps(), step{text: evaluate.T("bez daty zakończenia udziału", "no date of exit"), in: counted})
	}
	return t.completeSteps()
}

// completeSteps ask for each variable of a complete record.
func (t *tracer) completeSteps() []step {
	var steps []step
	for _, field := range t.rules().Parameters.CompleteRecord {
		s := t.known(field)
		s.open = true
		steps = append(steps, s)
	}
	return steps
}

func (t *tracer) known(field string) step { return t.by(&indicators.Criterion{Known: field}) }

func (t *tracer) by(c *indicators.Criterion) step {
	return step{text: text(t.rules().Say(c)), by: c}
}

// groupStep asks for the sex; everybody is in the total.
func (t *tracer) groupStep(g indicators.Group) []step {
	if g == indicators.Total {
		return nil
	}
	l := g.Label()
	return []step{{text: evaluate.T("płeć: "+l.PL, "sex: "+l.EN), of: &cell{code: indicators.GrandTotal, group: g}}}
}

// parts takes a criterion that joins others by "and" apart, and a reference to another indicator into
// that one's criteria.
func (t *tracer) parts(c *indicators.Criterion) []step {
	switch {
	case c.Everyone:
		return nil
	case c.All != nil:
		var steps []step
		for i := range c.All {
			steps = append(steps, t.parts(&c.All[i])...)
		}
		return steps
	case c.Indicator != "":
		d := t.rules().Definition(c.Indicator)
		steps := append(t.parts(&d.Eligible), t.parts(&d.Achieved)...)
		for i := range steps {
			steps[i].text = evaluate.T(c.Indicator+": "+steps[i].text.PL, c.Indicator+": "+steps[i].text.EN)
		}
		return steps
	}
	return []step{t.by(c)}
}
