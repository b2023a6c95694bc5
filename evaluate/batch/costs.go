package batch

import (
	"errors"
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/cost"
	"github.com/efseval/efseval/evaluate/polish"
	"github.com/efseval/efseval/evaluate/report"
)

// spent is what is known of the cost of a project.
type spent struct {
	cost.Amounts
	known  bool
	madeUp bool          // summed from a made-up ledger and stated nowhere
	reason evaluate.Text // why it is not known
	source string
}

// costs works out what the project cost, for each participant, completer and result. Without
// an amount every cost figure is not available, with the reason.
func (r *run) costs() error {
	s, err := r.spent()
	if err != nil {
		return err
	}
	if err := r.add(r.amountFigures(s)...); err != nil {
		return err
	}
	figures := append(r.perPerson(s), r.perResult(s)...)
	figures = append(figures, r.resultsSum()...)
	converted, err := r.otherPrices(s)
	if err != nil {
		return err
	}
	figures = append(figures, converted...)
	return r.add(append(figures, r.taskFigures()...)...)
}

// spent is the amount stated or summed; where both are given they must be the same.
func (r *run) spent() (spent, error) {
	k := r.project.Cost
	if k == nil {
		return spent{reason: evaluate.T("program nie opublikował budżetu", "the programme published no budget")}, nil
	}
	s := spent{source: k.Source, known: k.Total != ""}
	var err error
	if k.Total != "" {
		if s.Total, err = parseMoney(k.Total); err != nil {
			return s, err
		}
	}
	if k.EU != "" {
		if s.EU, err = parseMoney(k.EU); err != nil {
			return s, err
		}
		s.EUKnown = true
	}
	if k.Ledger == nil {
		return s, nil
	}
	return r.withLedger(s, *k)
}

// withLedger sums the ledger. One with faults is no ledger: a strict run refuses it, and where
// faults are tolerated only a stated total counts.
func (r *run) withLedger(s spent, k Cost) (spent, error) {
	batches, input, err := r.collect("costs", *k.Ledger, "costs", nil)
	if r.lost(err) {
		s.reason = evaluate.T("zestawienia kosztów nie da się odczytać", "the cost ledger cannot be read")
		return s, nil
	}
	if err != nil {
		return s, err
	}
	r.addInput(input)
	ledger, faulty, err := r.ledgerOf(batches)
	switch {
	case err != nil:
		s.reason = evaluate.T("zestawienie kosztów jest sprzeczne", "the cost ledger contradicts itself")
		return s, r.contradicted("costs.line", datasets.Label{PL: "wiersz zestawienia kosztów bez zadania lub kwoty albo z kwotą, która nie może być prawdziwa", EN: polish.Plain(err)}, err)
	case faulty:
		s.reason = evaluate.T("zestawienie kosztów ma nieczytelne komórki", "the cost ledger has cells that cannot be read")
		return s, nil
	}
	ledger.Sort()
	r.ledger = ledger
	r.trail.costs(batches)
	if err := r.checkLedger(s, ledger.Sum, k); err != nil {
		return s, err
	}
	if !s.known {
		s.Amounts, s.known, s.madeUp = ledger.Sum, true, r.project.Synthetic != nil && r.project.saysSynthetic(k.Ledger.File)
	}
	return s, nil
}

// ledgerOf adds up the lines of a ledger, and tells whether there are faults among its cells: what stands behind
// one is not added.
func (r *run) ledgerOf(batches []*datasets.Batch) (ledger *cost.Ledger, faulty bool, err error) {
	ledger = &cost.Ledger{}
	for _, b := range batches {
		r.problems = append(r.problems, b.Problems...)
		faulty = faulty || len(errorsOf(b.Problems)) > 0
		if !faulty {
			err = errors.Join(err, ledger.Add(b))
		}
	}
	return ledger, faulty, err
}

// checkLedger holds the ledger to itself and to what the project file states.
func (r *run) checkLedger(s spent, sum cost.Amounts, k Cost) error {
	within := !sum.EUKnown || sum.EU <= sum.Total
	if err := r.check("costs.eu-part", evaluate.T("część UE nie przekracza kosztów", "the EU part does not exceed the cost"), within,
		compared(sum.EU, sum.Total, within, "≤", ">")); err != nil {
		return err
	}
	if k.Total != "" {
		agrees := sum.Total == s.Total
		if err := r.check("costs.ledger", evaluate.T("zestawienie kosztów sumuje się do wartości projektu", "the ledger sums to the value of the project"), agrees,
			compared(sum.Total, s.Total, agrees, "=", "≠")); err != nil {
			return err
		}
	}
	if k.EU != "" && sum.EUKnown {
		agrees := sum.EU == s.EU
		return r.check("costs.ledger-eu", evaluate.T("część UE w zestawieniu sumuje się do wkładu UE", "the EU part of the ledger sums to the EU contribution"), agrees,
			compared(sum.EU, s.EU, agrees, "=", "≠"))
	}
	return nil
}

// compared writes two amounts and how they stand to each other.
func compared(a, b int64, holds bool, yes, no string) evaluate.Text {
	sign := no
	if holds {
		sign = yes
	}
	return both(func(l evaluate.Lang) string { return zl(a, l) + " " + sign + " " + zl(b, l) })
}

func zl(grosze int64, l evaluate.Lang) string {
	return evaluate.Zloty.Format(evaluate.Grosze(grosze), l)
}

// both builds a text in each language.
func both(in func(evaluate.Lang) string) evaluate.Text {
	return evaluate.T(in(evaluate.PL), in(evaluate.EN))
}

func (r *run) amountFigures(s spent) []evaluate.Figure {
	figures := []evaluate.Figure{
		r.amount(s, "cost/total", evaluate.T("wartość projektu", "total cost"), cost.Whole, 1),
		r.amount(s, "cost/eu", evaluate.T("wkład UE (EFS)", "EU contribution (ESF)"), cost.OfEU, 1),
		r.part(s, "cost/eu-share", evaluate.T("udział UE", "EU share"), cost.OfEU),
		r.amount(s, "cost/rest", evaluate.T("pozostałe środki krajowe", "remaining national money"), cost.Other, 1),
		r.part(s, "cost/rest-share", evaluate.T("udział pozostałych środków", "share of remaining money"), cost.Other),
		r.monthly(r.amount(s, "cost/per-month", evaluate.T("koszt na miesiąc", "cost per month"), cost.Whole, int64(r.project.months()))),
	}
	for i := range figures {
		figures[i].MadeUp = s.madeUp && figures[i].Status == evaluate.Known
	}
	return figures
}

// amount is the cost of a numerator for each of n; n 1 is the amount itself.
func (r *run) amount(s spent, id string, label evaluate.Text, of cost.Numerator, n int64) evaluate.Figure {
	grosze, ok := of.Of(s.Amounts)
	switch {
	case !s.known:
		return evaluate.Unavailable(id, label, evaluate.Zloty, s.reason)
	case !ok:
		return evaluate.Unavailable(id, label, evaluate.Zloty, notSplit())
	case n == 1:
		return evaluate.NewFigure(id, label, evaluate.Grosze(grosze), evaluate.Zloty).From(s.source)
	}
	return cost.Per(id, label, grosze, n).From(s.source)
}

func notSplit() evaluate.Text {
	return evaluate.T("nie podano podziału na środki UE i krajowe", "the split into EU and national money was not given")
}

// monthly takes the value of a monthly figure away where the length of the project is not known.
func (r *run) monthly(f evaluate.Figure) evaluate.Figure {
	if r.project.months() == 0 && r.project.Cost != nil {
		return f.Because(evaluate.T("nie podano czasu trwania projektu", "the length of the project was not given"))
	}
	return f
}

// part is the share of a numerator in the total.
func (r *run) part(s spent, id string, label evaluate.Text, of cost.Numerator) evaluate.Figure {
	amount := r.amount(s, id, label, of, 1)
	if amount.Status != evaluate.Known {
		return evaluate.Unavailable(id, label, evaluate.Share, amount.Reason)
	}
	grosze, _ := of.Of(s.Amounts)
	return evaluate.NewFigure(id, label, evaluate.Ratio(grosze, s.Total), evaluate.Share).
		WithShare(evaluate.Grosze(grosze), evaluate.Grosze(s.Total)).From(s.source).By(quotient())
}

// taskFigures names the cost of every task of the ledger. The id holds the name of the task, so
// that it does not change with the order of the lines.
func (r *run) taskFigures() []evaluate.Figure {
	if r.ledger == nil {
		return nil
	}
	var figures []evaluate.Figure
	ids := r.taskIDs()
	for i, t := range r.ledger.Tasks {
		figures = append(figures, evaluate.NewFigure(ids[i], evaluate.Same(t.Name), evaluate.Grosze(t.Total), evaluate.Zloty),
			evaluate.NewFigure(ids[i]+"/share", evaluate.T(t.Name+": udział w kosztach", t.Name+": share of the cost"), evaluate.Ratio(t.Total, r.ledger.Sum.Total), evaluate.Share).
				WithShare(evaluate.Grosze(t.Total), evaluate.Grosze(r.ledger.Sum.Total)).By(quotient()))
	}
	return r.madeUp([]string{r.project.Cost.Ledger.File}, figures)
}

// taskIDs are cost/task/<name> in the order of the tasks; names alike after folding are numbered.
func (r *run) taskIDs() []string {
	var ids []string
	for _, t := range r.ledger.Tasks {
		base := "cost/task/" + report.Slug(t.Name)
		id := base
		for n := 2; slices.Contains(ids, id); n++ {
			id = fmt.Sprintf("%s-%d", base, n)
		}
		ids = append(ids, id)
	}
	return ids
}
