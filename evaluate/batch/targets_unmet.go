package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// addUnmet names the part of a target that was not reached, as the rule of proportionality reads it,
// and the money in that proportion where the project says what is at stake. It follows the figures of
// the target itself.
func (r *run) addUnmet(id string, name evaluate.Text, g indicators.Group) error {
	path := "target/" + id + "/" + g.String()
	l := g.Label()
	label := evaluate.T(name.PL+", "+l.PL+": część celu nieosiągnięta", name.EN+", "+l.EN+": part of the target not reached")
	f := r.unmet(path, label)
	if err := r.add(f); err != nil {
		return err
	}
	stake := r.project.Targets.AtStake
	if stake == nil || stake.Amounts[id] == "" || g != indicators.Total {
		return nil
	}
	return r.addStake(path, evaluate.T(name.PL+": kwota w proporcji do części nieosiągniętej", name.EN+": amount in proportion to the part not reached"), stake.Amounts[id])
}

// unmet is
//
//	max(0, target - achieved) / target
//
// No known figure where achieved / target is none.
func (r *run) unmet(path string, label evaluate.Text) evaluate.Figure {
	reached, _ := r.figures.Get(path)
	if reached.Status != evaluate.Known {
		return evaluate.Unavailable(path+"/unmet", label, evaluate.Share, reached.Reason)
	}
	planned := int64(reached.Denominator.Float())
	missing := max(0, planned-int64(reached.Numerator.Float()))
	f := evaluate.NewFigure(path+"/unmet", label, evaluate.Ratio(missing, planned), evaluate.Share).
		WithShare(evaluate.Count(int(missing)), evaluate.Count(int(planned))).RestsOn(append([]string{path + "/planned"}, reached.Rests...)...).
		By(proportionality()).From(r.project.Targets.Source)
	for _, id := range append([]string{path}, reached.Rests...) {
		if on, ok := r.figures.Get(id); ok && on.Bound == evaluate.LowerBound && missing > 0 {
			f = f.Bounded(evaluate.UpperBound, evaluate.T("górna granica: osiągnięto „co najmniej” tyle", "an upper bound: \"at least\" so many were achieved"))
		}
	}
	return f
}

// proportionality is the rule in words and how sure it is (domain 3.1).
func proportionality() evaluate.Text {
	return evaluate.T(
		"reguła proporcjonalności: (cel − osiągnięto) / cel, 0 gdzie cel osiągnięto; pewność reguły: z wiedzy, średnia do wysokiej",
		"rule of proportionality: (target - achieved) / target, 0 where the target is met; how sure the rule is: from knowledge, medium to high")
}

// addStake is
//
//	amount at stake · part not reached
func (r *run) addStake(path string, label evaluate.Text, amount string) error {
	unmet, _ := r.figures.Get(path + "/unmet")
	if unmet.Status != evaluate.Known {
		return r.add(evaluate.Unavailable(path+"/at-stake", label, evaluate.Zloty, unmet.Reason))
	}
	grosze, err := parseMoney(amount)
	if err != nil {
		return err
	}
	missing, planned := int64(unmet.Numerator.Float()), int64(unmet.Denominator.Float())
	f := evaluate.NewFigure(path+"/at-stake", label, evaluate.GroszePer(grosze*missing, planned), evaluate.Zloty).
		RestsOn(path + "/unmet").From(r.project.Targets.AtStake.Source).
		By(evaluate.T("kwota podana w pliku projektu × część celu nieosiągnięta; przeliczenie, nie decyzja o korekcie",
			"the amount stated in the project file × the part of the target not reached; a conversion, not a decision on a correction"))
	if unmet.Bound == evaluate.UpperBound {
		f = f.Bounded(evaluate.UpperBound, evaluate.T("górna granica: część nieosiągnięta jest górną granicą", "an upper bound: the part not reached is one"))
	}
	return r.add(f)
}
