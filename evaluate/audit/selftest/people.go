package selftest

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/cases"
)

// people counts the made-up people of indicators/cases, a part for each rule set.
func (o *Outcome) people(ctx context.Context) error {
	all, err := cases.All()
	if err != nil {
		return err
	}
	for _, name := range indicators.SetNames() {
		set, err := indicators.LoadSet(name)
		if err != nil {
			return err
		}
		p := Part{Group: Indicators, Title: text(set.Title)}
		for i := range all {
			if all[i].Set != name {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			c, err := counted(&all[i], set)
			if err != nil {
				return fmt.Errorf("selftest: %s: %w", all[i].Name, err)
			}
			p.Cases = append(p.Cases, c)
		}
		if len(p.Cases) > 0 {
			o.Parts = append(o.Parts, p)
		}
	}
	return nil
}

// counted counts one case; its source are the clauses of the indicators it asks about.
func counted(c *cases.Case, set *indicators.Set) (Case, error) {
	values, err := c.Values()
	if err != nil {
		return Case{}, err
	}
	out := Case{ID: c.Name, What: text(c.Title), Source: clauses(c, set), Tolerance: usual}
	for _, v := range values {
		out.Values = append(out.Values, Value{Name: v.What, Expected: v.Want, Computed: v.Got, Passed: v.Want == v.Got})
	}
	return out, nil
}

// clauses are those of the indicators that a case asks about, each once.
func clauses(c *cases.Case, set *indicators.Set) evaluate.Text {
	var found []string
	for _, code := range c.Codes() {
		if d := set.Definition(code); d != nil && d.Source.Clause != "" && !slices.Contains(found, d.Source.Clause) {
			found = append(found, d.Source.Clause)
		}
	}
	byHand := evaluate.T("policzone ręcznie: indicators/cases/"+c.Name+".case", "counted by hand: indicators/cases/"+c.Name+".case")
	return evaluate.Same(strings.Join(found, "; ")).Joined(" – ", byHand)
}

func text(l datasets.Label) evaluate.Text { return evaluate.T(l.PL, l.EN) }
