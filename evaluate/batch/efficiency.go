package batch

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// Efficiency is the efficiency criterion that a project is held to beside its rule set.
type Efficiency struct {
	Rules string `yaml:"rules"` // efficiency-2015, efficiency-2016, …
	// Thresholds stand in for those of the rule set, as the call has them. Where neither has any, the
	// shares are printed and no verdict: none is invented.
	Thresholds []indicators.Threshold `yaml:"thresholds"`
}

// efficiencySet is the rule set of the criterion with the parameters and thresholds of the project.
func (p *Project) efficiencySet(fields func(*indicators.Set) (*indicators.Set, error)) (*indicators.Set, error) {
	s, err := indicators.LoadSet(p.Efficiency.Rules)
	if err != nil || !strings.HasPrefix(p.Efficiency.Rules, "efficiency-") {
		return nil, p.fault("$.efficiency.rules", "%q is not a version of the efficiency criterion; there are %s", p.Efficiency.Rules, strings.Join(efficiencySets(), ", "))
	}
	if s, err = fields(s); err != nil {
		return nil, err
	}
	if len(p.Efficiency.Thresholds) == 0 {
		return s, nil
	}
	p.replaced = s.Thresholds
	if s, err = s.WithThresholds(p.Efficiency.Thresholds...); err != nil {
		return nil, p.fault("$.efficiency.thresholds", "%v", plainCause(err))
	}
	return s, nil
}

func efficiencySets() []string {
	var names []string
	for _, n := range indicators.SetNames() {
		if strings.HasPrefix(n, "efficiency-") {
			names = append(names, n)
		}
	}
	return names
}

// efficiencyTable is the table that holds the criterion: one of its own, or that of the project whose
// rule set it is or has thresholds; nil where there is none.
func (r *run) efficiencyTable() *indicators.Table {
	if r.efficiency == nil && r.table != nil && (isEfficiency(r.set) || len(r.set.Thresholds) > 0) {
		return r.table
	}
	return r.efficiency
}

func isEfficiency(s *indicators.Set) bool { return strings.HasPrefix(s.Name, "efficiency-") }

// heldTo is a line of the criterion: an indicator, of a subgroup or of all, and its threshold.
type heldTo struct {
	path string // efficiency/EMPLOYMENT-EFFICIENCY or efficiency/EMPLOYMENT-EFFICIENCY/subgroup-1
	def  *indicators.Definition
	of   evaluate.Text
	row  indicators.Row
	held *indicators.Attained // nil where no threshold is known
}

// criteria lists the lines: the thresholds in their order, and what has none. A subgroup is numbered
// in the order of the thresholds of its indicator.
func criteria(t *indicators.Table) []heldTo {
	if t == nil {
		return nil
	}
	var out []heldTo
	subgroups, whole := map[string]int{}, map[string]bool{}
	for i := range t.Thresholds {
		a := &t.Thresholds[i]
		line := heldTo{path: "efficiency/" + a.Threshold.Code, def: t.Set.Definition(a.Threshold.Code), of: text(a.Threshold.Name), row: a.Row, held: a}
		if a.Threshold.Of.Everyone && !whole[line.path] {
			whole[line.path] = true
		} else {
			subgroups[line.path]++
			line.path += fmt.Sprintf("/subgroup-%d", subgroups[line.path])
		}
		out = append(out, line)
	}
	for _, row := range t.Indicators {
		if d := t.Set.Definition(row.Code); isEfficiency(t.Set) && d.Stage.IsResult() && !whole["efficiency/"+row.Code] {
			out = append(out, heldTo{path: "efficiency/" + row.Code, def: d, of: evaluate.T("ogółem", "all"), row: row})
		}
	}
	return out
}

// efficiencyFigures names the counts and shares of the criterion by sex, and its thresholds.
func (r *run) efficiencyFigures() []evaluate.Figure {
	t := r.efficiencyTable()
	var figures []evaluate.Figure
	for _, line := range criteria(t) {
		for i, g := range t.Groups {
			if g == indicators.UnknownSex || g == indicators.NonBinary {
				continue // in the total
			}
			figures = append(figures, line.figures(t.Set, g, line.row.Cells[i])...)
		}
	}
	return figures
}

// figures are count and share of one group.
func (h heldTo) figures(set *indicators.Set, g indicators.Group, c indicators.Cell) []evaluate.Figure {
	l, name := g.Label(), text(h.def.Name)
	label := evaluate.T(name.PL+" ("+h.of.PL+"), "+l.PL, name.EN+" ("+h.of.EN+"), "+l.EN)
	share := evaluate.T(label.PL+": odsetek", label.EN+": share")
	id := h.path + "/" + g.String()
	if !c.Available {
		return []evaluate.Figure{evaluate.Unavailable(id, label, evaluate.Persons, text(c.Why)), evaluate.Unavailable(id+"/share", share, evaluate.Share, text(c.Why))}
	}
	eligible, achieved := set.Say(&h.def.Eligible), set.Say(&h.def.Achieved)
	rule := evaluate.T(h.def.Code+": spośród: "+eligible.PL+", osoby, które spełniają: "+achieved.PL, h.def.Code+": of those: "+eligible.EN+", persons who meet: "+achieved.EN)
	count := evaluate.NewFigure(id, label, evaluate.Count(int(c.Num)), evaluate.Persons).By(rule).From(h.def.Source.Clause)
	if delta := text(h.def.Delta); !delta.Empty() {
		count = count.Warn(evaluate.NewWarning("delta."+h.def.Code, delta))
	}
	return []evaluate.Figure{count, evaluate.NewFigure(id+"/share", share, evaluate.Ratio(c.Num, c.Den), evaluate.Share).
		WithShare(evaluate.Count(int(c.Num)), evaluate.Count(int(c.Den))).WithN(int(c.Den)).By(quotient()).From(h.def.Source.Clause)}
}

// addThresholds files the thresholds, which are the rule's and not counted, and that each is to be met.
func (r *run) addThresholds() error {
	for _, line := range criteria(r.efficiencyTable()) {
		if line.held == nil {
			continue
		}
		t, name, id := line.held.Threshold, text(line.def.Name), line.path+"/total/threshold"
		label := evaluate.T(name.PL+" ("+line.of.PL+"): próg", name.EN+" ("+line.of.EN+"): threshold")
		f := evaluate.NewFigure(id, label, percent(t.AtLeast), evaluate.Share).From(t.Source.Clause).
			By(evaluate.T("próg: co najmniej; źródło liczby: "+t.Source.Mark, "threshold: at least; how the number is known: "+t.Source.Mark))
		if err := r.add(f); err != nil {
			return err
		}
	}
	return nil
}

// percent is an exact share.
func percent(of decimal.Decimal) evaluate.Value {
	share := new(big.Rat).Quo(of.Rat(), big.NewRat(100, 1))
	return evaluate.Ratio(share.Num().Int64(), share.Denom().Int64())
}

// held gives the verdict on a line of the criterion, which is [indicators.Attained.Verdict] unless its
// share is not shown.
func (r *run) held(line heldTo) (report.TargetVerdict, evaluate.Text) {
	share, _ := r.figures.Get(line.path + "/total/share")
	if line.held == nil {
		return report.TargetCannotTell, r.noThreshold()
	}
	verdict, why := line.held.Verdict()
	if share.Status != evaluate.Known {
		return report.TargetCannotTell, share.Reason
	}
	return report.TargetVerdict(verdict), text(why)
}
