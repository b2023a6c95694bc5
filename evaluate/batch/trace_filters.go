package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/indicators"
)

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
	set, err := t.rules().With(asked...)
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
