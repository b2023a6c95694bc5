package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
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
	return append(steps, t.parts(&t.run.set.Parameters.Completers)...)
}

func (t *tracer) flowSteps(name string, counted members) []step {
	if t.run.set.Definition(flowCodes[0]) != nil {
		for i, stage := range []string{"began", "finished", "broke-off", "continues"} {
			if stage == name {
				return t.indicatorSteps(t.run.set.Definition(flowCodes[i]), indicators.Total, false)
			}
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
	for _, field := range t.run.set.Parameters.CompleteRecord {
		s := t.known(field)
		s.open = true
		steps = append(steps, s)
	}
	return steps
}

func (t *tracer) known(field string) step { return t.by(&indicators.Criterion{Known: field}) }

func (t *tracer) by(c *indicators.Criterion) step {
	return step{text: text(t.run.set.Say(c)), by: c}
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
		d := t.run.set.Definition(c.Indicator)
		steps := append(t.parts(&d.Eligible), t.parts(&d.Achieved)...)
		for i := range steps {
			steps[i].text = evaluate.T(c.Indicator+": "+steps[i].text.PL, c.Indicator+": "+steps[i].text.EN)
		}
		return steps
	}
	return []step{t.by(c)}
}

// filters carries the steps out one after the other, from the rows that were read on. What is left at
// the end must be the set that is counted.
func (t *tracer) filters(id string, steps []step, counted members) ([]audit.Filter, error) {
	left := t.people.everyone()
	out := t.merged(left)
	meets, err := t.meeting(steps)
	if err != nil {
		return nil, err
	}
	for i, s := range steps {
		left = left.and(meets[i])
		f := audit.Filter{Text: s.text, Base: s.base, Withheld: !s.open && i < len(steps)-1 && t.withholds()}
		if !f.Withheld {
			f.Rows, f.Units = t.people.rowsOf(left), left.count()
		}
		out = append(out, f)
	}
	if left.without(counted).count()+counted.without(left).count() > 0 {
		return nil, fmt.Errorf("batch: the filters of %s leave %d participations and it counts %d; this is a fault of efseval", id, left.count(), counted.count())
	}
	return out, nil
}

// withholds tells whether the project names figures that were not published: what is left on the way
// to another figure may be one of them.
func (t *tracer) withholds() bool { return len(t.run.project.Missing) > 0 }

// merged are the filters before the first condition: rows read, rows set aside, rows of a person
// brought together.
func (t *tracer) merged(everyone members) []audit.Filter {
	account := t.account()
	rows := account.Read
	out := []audit.Filter{{Text: evaluate.T("wiersze przeczytane", "rows read"), Rows: rows, Unmerged: true}}
	for _, s := range account.Aside {
		rows -= s.Rows
		out = append(out, audit.Filter{Rows: rows, Unmerged: true, Text: evaluate.T(
			fmt.Sprintf("bez odłożonych: %s (%d)", s.Record.PL, s.Rows), fmt.Sprintf("without those set aside: %s (%d)", s.Record.EN, s.Rows))})
	}
	words := evaluate.T("wiersze jednej osoby połączone w uczestnictwo", "rows of a person brought together as a participation")
	if account.Several > 0 {
		words = evaluate.T(fmt.Sprintf("%s (z kilku wierszy: %d)", words.PL, account.Several), fmt.Sprintf("%s (of several rows: %d)", words.EN, account.Several))
	}
	return append(out, audit.Filter{Text: words, Rows: t.people.rowsOf(everyone), Units: everyone.count()})
}

// account is what became of the rows of the participants.
func (t *tracer) account() datasets.Accounting {
	for _, in := range t.run.inputs {
		if strings.HasPrefix(in.Role, "participants") {
			return in.Accounting
		}
	}
	return datasets.Accounting{}
}

// meeting works out who meets each step, all criteria at one time.
func (t *tracer) meeting(steps []step) ([]members, error) {
	asked, err := t.asking(steps)
	if err != nil {
		return nil, err
	}
	out := make([]members, len(steps))
	for i, s := range steps {
		switch {
		case s.by != nil:
			out[i], err = asked.in(total(stepCode(i)))
		case s.of != nil:
			out[i], err = t.people.in(*s.of)
		default:
			out[i] = s.in
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// asking are the people with the criteria of the steps worked out, each an indicator of its own; nil
// where no step has one.
func (t *tracer) asking(steps []step) (*people, error) {
	var asked []indicators.Definition
	for i, s := range steps {
		if s.by != nil {
			name := datasets.Label{PL: s.text.PL, EN: s.text.EN}
			asked = append(asked, indicators.Definition{Code: stepCode(i), Name: name, Stage: indicators.Output, Records: indicators.AllRecords, Achieved: *s.by})
		}
	}
	if len(asked) == 0 {
		return nil, nil
	}
	set, err := t.run.set.With(asked...)
	if err != nil {
		return nil, err
	}
	return newPeople(set, t.people.batches)
}

func stepCode(i int) string { return fmt.Sprintf("TRACE-STEP-%d", i) }

// rowsOf is the number of input rows of the members of a set.
func (p *people) rowsOf(m members) (rows int) {
	p.each(m, func(_ int, b *datasets.Batch, row int) { rows += len(b.Lines(row)) })
	return rows
}
