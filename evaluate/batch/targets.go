package batch

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// targets sets what was achieved against what was planned. Every report has the three figures
// for participants, known or not.
func (r *run) targets() error {
	t := r.project.Targets
	participants := Target{}
	if t.Participants != nil {
		participants = *t.Participants
	}
	if err := r.addTarget("participants", indicators.Participants, evaluate.T("uczestnicy", "participants"), participants, true); err != nil {
		return err
	}
	for _, code := range sortedKeys(t.Indicators) {
		if err := r.addTarget(code, code, text(r.set.Definition(code).Name), t.Indicators[code], false); err != nil {
			return err
		}
	}
	return r.splits()
}

// addTarget names planned number and achieved / planned for total, women and men. Groups
// without a planned number are told only where always is set.
func (r *run) addTarget(id, code string, name evaluate.Text, t Target, always bool) error {
	for _, g := range []struct {
		group indicators.Group
		plan  *float64
	}{{indicators.Total, t.Total}, {indicators.Women, t.Women}, {indicators.Men, t.Men}} {
		if g.plan == nil && !always {
			continue
		}
		l := g.group.Label()
		label := evaluate.T(name.PL+", "+l.PL+": osiągnięto / cel", name.EN+", "+l.EN+": achieved / target")
		path := "target/" + id + "/" + g.group.String()
		if g.plan == nil {
			reason := evaluate.T("program nie opublikował wartości docelowej", "the programme published no target")
			if err := r.add(evaluate.Unavailable(path, label, evaluate.Share, reason)); err != nil {
				return err
			}
			continue
		}
		if err := r.addReached(path, code, label, g.group, int64(*g.plan)); err != nil {
			return err
		}
		if err := r.addUnmet(id, name, g.group); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) addReached(path, code string, label evaluate.Text, g indicators.Group, plan int64) error {
	planned := evaluate.NewFigure(path+"/planned", evaluate.T(label.PL+" (cel)", label.EN+" (target)"), evaluate.Count(int(plan)), unitOf(r.set.Definition(code))).
		From(r.project.Targets.Source)
	counted := countedID(code, g)
	r.attained = append(r.attained, attained{figure: path, counted: counted})
	table := r.tableOf(code)
	if table == nil {
		return r.add(planned, evaluate.Unavailable(path, label, evaluate.Share, evaluate.T("brak danych o uczestnikach", "no data on participants")))
	}
	p := indicators.Target{Code: code, Group: g, AtLeast: plan}.Against(table)
	if p.Verdict == indicators.CannotTell {
		return r.add(planned, evaluate.Unavailable(path, label, evaluate.Share, text(p.Why)))
	}
	reached := evaluate.NewFigure(path, label, evaluate.Ratio(p.Achieved, plan), evaluate.Share).
		WithShare(evaluate.Count(int(p.Achieved)), evaluate.Count(int(plan))).
		By(evaluate.T("osiągnięto / cel; cel jest spełniony od 1", "achieved / target; the target is met from 1 on")).
		From(r.project.Targets.Source)
	if r.project.Targets.AtLeast {
		reached = reached.Warn(evaluate.NewWarning("target.at-least", evaluate.T(
			fmt.Sprintf("cel sformułowano „co najmniej %d”", plan), fmt.Sprintf("the target is worded \"at least %d\"", plan))))
	}
	if r.sampledPart(code) {
		reached = reached.Bounded(evaluate.LowerBound, evaluate.T("dolna granica: policzono tylko próbę", "a lower bound: only the sample was counted"))
	}
	return r.add(planned, reached.RestsOn(counted))
}

// countedID is the figure that a target is held against.
func countedID(code string, g indicators.Group) string {
	if code == indicators.Participants {
		return "participants/" + g.String()
	}
	return indicatorID(code, g)
}
