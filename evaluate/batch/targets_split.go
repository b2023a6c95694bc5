package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
	"github.com/efseval/efseval/indicators"
)

// splits sets the share of women that was achieved beside the one that the targets ask for: of the
// participants, and of every indicator that has a target.
func (r *run) splits() error {
	t := r.project.Targets
	if t.Participants != nil {
		if err := r.addSplit("participants", indicators.Participants, evaluate.T("uczestnicy", "participants"), *t.Participants); err != nil {
			return err
		}
	}
	for _, code := range sortedKeys(t.Indicators) {
		if d := r.set.Definition(code); d.Unit != indicators.Persons {
			continue // projects and objects have no sex
		}
		if err := r.addSplit(code, code, text(r.set.Definition(code).Name), t.Indicators[code]); err != nil {
			return err
		}
	}
	return nil
}

// addSplit names the share of women among women and men, targeted and achieved, and the exact
// binomial p of the second under the first.
func (r *run) addSplit(id, code string, name evaluate.Text, t Target) error {
	path := "target/" + id + "/women-share"
	targeted := labelled{path + "/planned", evaluate.T(name.PL+": odsetek kobiet według celów", name.EN+": share of women by the targets"), evaluate.Share}
	achieved := labelled{path, evaluate.T(name.PL+": osiągnięty odsetek kobiet", name.EN+": share of women achieved"), evaluate.Share}
	p := labelled{path + "/p-binomial", evaluate.T(name.PL+": p dokładne dwumianowe wobec podziału w celach", name.EN+": exact binomial p against the split of the targets"), evaluate.PValue}
	if t.Women == nil || t.Men == nil {
		return r.addAbsent(evaluate.T("cel nie jest podany osobno dla kobiet i mężczyzn", "the target is not given for women and men apart"), targeted, achieved, p)
	}
	planned, plannedAll := int64(*t.Women), int64(*t.Women)+int64(*t.Men)
	if err := r.add(womenOf(targeted, planned, plannedAll).From(r.project.Targets.Source)); err != nil {
		return err
	}
	women, okW, why := r.known(countedID(code, indicators.Women))
	men, okM, whyM := r.known(countedID(code, indicators.Men))
	if !okW || !okM {
		if okW {
			why = whyM
		}
		return r.addAbsent(why, achieved, p)
	}
	rests := []string{countedID(code, indicators.Women), countedID(code, indicators.Men)}
	if err := r.add(womenOf(achieved, women, women+men).WithN(int(women + men)).RestsOn(rests...)); err != nil {
		return err
	}
	f, err := splitTest(p, int(women), int(women+men), planned, plannedAll)
	if err != nil {
		return err
	}
	return r.add(f.RestsOn(path, path+"/planned"))
}

// addAbsent files figures that are not available, all for one reason.
func (r *run) addAbsent(reason evaluate.Text, figures ...labelled) error {
	for _, f := range figures {
		if err := r.add(f.absent(reason)); err != nil {
			return err
		}
	}
	return nil
}

func womenOf(l labelled, women, all int64) evaluate.Figure {
	return evaluate.NewFigure(l.id, l.label, evaluate.Ratio(women, all), l.unit).WithShare(evaluate.Count(int(women)), evaluate.Count(int(all))).
		By(evaluate.T("kobiety / (kobiety + mężczyźni)", "women / (women + men)"))
}

// known is a count and why there is none.
func (r *run) known(id string) (n int64, ok bool, why evaluate.Text) {
	f, found := r.figures.Get(id)
	if !found {
		return 0, false, evaluate.T("brak danych o uczestnikach", "no data on participants")
	}
	if f.Status != evaluate.Known {
		return 0, false, f.Reason
	}
	return int64(f.Value.Float()), true, evaluate.Text{}
}

// splitTest holds women of all against the share of women in the targets. Participants are no sample,
// so the p describes how far the two shares lie apart and decides nothing.
func splitTest(l labelled, women, all int, planned, plannedAll int64) (evaluate.Figure, error) {
	if all == 0 || plannedAll == 0 {
		return l.absent(evaluate.T("brak podstawy: nikogo nie policzono lub nie planowano", "no basis: nobody was counted or planned")), nil
	}
	test, err := stats.BinomialTest(women, all, float64(planned)/float64(plannedAll))
	if err != nil {
		return evaluate.Figure{}, err
	}
	return evaluate.NewFigure(l.id, l.label, evaluate.Real(test.PTwo.Value), l.unit).WithN(all).
		By(evaluate.T("dokładny dwustronny test dwumianowy: suma prawdopodobieństw wyników najwyżej tak prawdopodobnych jak osiągnięty",
			"exact two-sided binomial test: the sum of the probabilities of outcomes at most as probable as the one achieved")).
		Warn(evaluate.NewWarning("split.description", evaluate.T(
			"opis, nie ocena: uczestników nie losowano, a cel dla każdej płci brzmi „co najmniej”",
			"a description, not a verdict: participants were not drawn at random, and the target for each sex is a minimum"))), nil
}
