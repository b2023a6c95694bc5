package batch

import (
	"errors"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
	"github.com/efseval/efseval/indicators"
)

// stated checks the indicators that the project states instead of having them counted.
func (c *checker) stated() {
	p := c.project
	for _, code := range sortedKeys(p.Stated) {
		if err := p.set.CheckFacts(map[string]indicators.Fact{code: p.Stated[code]}); err != nil {
			c.fault("$."+indicators.FactsKey+"."+code, "%v", plainCause(err))
		}
	}
}

// efficiency checks the criterion that the project is held to.
func (c *checker) efficiency() {
	p := c.project
	if p.Efficiency == nil {
		return
	}
	if p.Participants == nil {
		c.fault("$.efficiency", "there are no participants to hold to it; take it out")
	}
	if len(p.set.Thresholds) > 0 {
		c.fault("$.efficiency", "the rule set %s has thresholds already; name the criterion once, as rules: or as efficiency:", p.set.Name)
	}
	set, err := p.efficiencySet(p.adapted)
	if err != nil {
		c.faults = append(c.faults, err)
		return
	}
	p.eff = set
}

// plainCause is a fault of a rule set without the place, which the project file has.
func plainCause(err error) error {
	var f *indicators.Fault
	if errors.As(err, &f) {
		return errors.New(strings.TrimPrefix(f.Message, "parameters: "))
	}
	return errors.New(polish.Plain(err))
}

// factFigures names what the project stated, by group. It comes from the project file and not from the
// export, so it is not made up where the export is; and it is there without an export too.
func (r *run) factFigures(t *indicators.Table) []evaluate.Figure {
	var figures []evaluate.Figure
	for _, row := range t.Indicators {
		if !row.Fact {
			continue
		}
		d := r.set.Definition(row.Code)
		for i, g := range t.Groups {
			if g == indicators.UnknownSex || g == indicators.NonBinary && !row.Cells[i].Available || g != indicators.Total && d.Unit != indicators.Persons {
				continue
			}
			figures = append(figures, r.factFigure(d, g, row.Cells[i]))
		}
	}
	return figures
}

func (r *run) factFigure(d *indicators.Definition, g indicators.Group, c indicators.Cell) evaluate.Figure {
	id, label, unit := indicatorID(d.Code, g), labelOf(d, g), evaluate.Units
	if d.Unit == indicators.Persons {
		unit = evaluate.Persons
	}
	if !c.Available {
		return evaluate.Unavailable(id, label, unit, text(c.Why))
	}
	words := text(d.Unit.Label())
	return evaluate.NewFigure(id, label, evaluate.Count(int(c.Num)), unit).From(d.Source.Clause).
		By(evaluate.T(d.Code+": podane w pliku projektu (jednostka: "+words.PL+"), nie liczone z eksportu",
			d.Code+": stated in the project file (unit: "+words.EN+"), not counted from the export"))
}

// tableOf is the table that knows an indicator: that of the export, or of what the project stated where
// there is no export; nil where nothing is known.
func (r *run) tableOf(code string) *indicators.Table {
	if d := r.set.Definition(code); r.table == nil && d != nil && d.Fact {
		return r.told
	}
	return r.table
}

// statedIndicators files what the project stated where it has no export to count.
func (r *run) statedIndicators() error {
	counter, err := indicators.NewCounter(r.set, indicators.Options{Facts: r.project.Stated})
	if err != nil {
		return err
	}
	if len(r.project.Stated) == 0 {
		return nil
	}
	r.told = counter.Table()
	return r.add(r.factFigures(r.told)...)
}
