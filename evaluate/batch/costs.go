package batch

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/cost"
	"github.com/efseval/efseval/indicators"
)

// spent is what is known of the cost of a project.
type spent struct {
	cost.Amounts
	known  bool
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
	figures := r.amountFigures(s)
	figures = append(figures, r.perPerson(s)...)
	figures = append(figures, r.perResult(s)...)
	converted, err := r.otherPrices(s)
	if err != nil {
		return err
	}
	figures = append(figures, converted...)
	if k := r.project.Cost; k != nil && k.Ledger != nil {
		figures = r.madeUp(k.Ledger.File, append(figures, r.taskFigures()...))
	}
	return r.add(figures...)
}

// spent is the amount stated or summed; where both are given they must be the same.
func (r *run) spent() (spent, error) {
	k := r.project.Cost
	if k == nil {
		return spent{reason: evaluate.T("program nie opublikował budżetu", "the programme published no budget")}, nil
	}
	s := spent{source: k.Source, known: true}
	if k.Total != "" {
		total, err := parseMoney(k.Total)
		if err != nil {
			return s, err
		}
		s.Total = total
	}
	if k.EU != "" {
		eu, err := parseMoney(k.EU)
		if err != nil {
			return s, err
		}
		s.EU, s.EUKnown = eu, true
	}
	if k.Ledger == nil {
		return s, nil
	}
	return r.withLedger(s, *k)
}

func (r *run) withLedger(s spent, k Cost) (spent, error) {
	batches, input, err := r.project.collect("costs", *k.Ledger, "costs", nil)
	if err != nil {
		return s, err
	}
	r.addInput(input)
	r.ledger = &cost.Ledger{}
	for _, b := range batches {
		r.problems = append(r.problems, b.Problems...)
		if len(errorsOf(b.Problems)) == 0 {
			err = errors.Join(err, r.ledger.Add(b))
		}
	}
	if err != nil {
		return s, err
	}
	if len(errorsOf(r.problems)) > 0 {
		return s, nil // told by refuse, or tolerated: then the stated amounts count
	}
	sum := r.ledger.Sum
	if k.Total == "" {
		s.Amounts = sum
		return s, nil
	}
	agrees := sum.Total == s.Total && (!s.EUKnown || !sum.EUKnown || sum.EU == s.EU)
	return s, r.check("costs.ledger", evaluate.T("zestawienie kosztów sumuje się do wartości projektu", "the ledger sums to the value of the project"), agrees,
		both(func(l evaluate.Lang) string {
			return zl(sum.Total, l) + " = " + zl(s.Total, l) + "; " + zl(sum.EU, l) + " = " + zl(s.EU, l)
		}))
}

func zl(grosze int64, l evaluate.Lang) string {
	return evaluate.Zloty.Format(evaluate.Grosze(grosze), l)
}

// both builds a text in each language.
func both(in func(evaluate.Lang) string) evaluate.Text {
	return evaluate.T(in(evaluate.PL), in(evaluate.EN))
}

func (r *run) amountFigures(s spent) []evaluate.Figure {
	months := int64(r.project.months())
	return []evaluate.Figure{
		r.amount(s, "cost/total", evaluate.T("wartość projektu", "total cost"), cost.Whole, 1),
		r.amount(s, "cost/eu", evaluate.T("wkład UE (EFS)", "EU contribution (ESF)"), cost.OfEU, 1),
		r.euShare(s, "cost/eu-share", evaluate.T("udział UE", "EU share"), cost.OfEU),
		r.amount(s, "cost/rest", evaluate.T("pozostałe środki krajowe", "remaining national money"), cost.Other, 1),
		r.euShare(s, "cost/rest-share", evaluate.T("udział pozostałych środków", "share of remaining money"), cost.Other),
		r.monthly(r.amount(s, "cost/per-month", evaluate.T("koszt na miesiąc", "cost per month"), cost.Whole, months), months),
	}
}

// amount is the cost of a numerator for each of n; n 1 is the amount itself.
func (r *run) amount(s spent, id string, label evaluate.Text, of cost.Numerator, n int64) evaluate.Figure {
	grosze, ok := of.Of(s.Amounts)
	switch {
	case !s.known:
		return evaluate.Unavailable(id, label, evaluate.Zloty, s.reason)
	case !ok:
		return evaluate.Unavailable(id, label, evaluate.Zloty, evaluate.T("nie podano podziału na środki UE i krajowe", "the split into EU and national money was not given"))
	case n == 1:
		return evaluate.NewFigure(id, label, evaluate.Grosze(grosze), evaluate.Zloty).From(s.source)
	}
	return cost.Per(id, label, grosze, n).From(s.source)
}

// monthly takes the value of a monthly figure away where the length of the project is not known.
func (r *run) monthly(f evaluate.Figure, months int64) evaluate.Figure {
	if months == 0 && r.project.Cost != nil {
		return f.Because(evaluate.T("nie podano czasu trwania projektu", "the length of the project was not given"))
	}
	return f
}

func (r *run) euShare(s spent, id string, label evaluate.Text, of cost.Numerator) evaluate.Figure {
	part := r.amount(s, id, label, of, 1)
	if part.Status != evaluate.Known {
		return evaluate.Unavailable(id, label, evaluate.Share, part.Reason)
	}
	grosze, _ := of.Of(s.Amounts)
	return evaluate.NewFigure(id, label, evaluate.Ratio(grosze, s.Total), evaluate.Share).
		WithShare(evaluate.Grosze(grosze), evaluate.Grosze(s.Total)).From(s.source).By(quotient())
}

// count is the number of a figure that the run has already, and why not.
func (r *run) count(id string) (n int64, ok bool, why evaluate.Text) {
	f, found := r.figures.Get(id)
	if !found || f.Status != evaluate.Known {
		return 0, false, f.Reason
	}
	return int64(f.Value.Float()), true, evaluate.Text{}
}

// perPerson gives costs per participant, participant-month and completer.
func (r *run) perPerson(s spent) []evaluate.Figure {
	people := evaluate.T("na uczestnika", "per participant")
	months := int64(r.project.months())
	figures := []evaluate.Figure{
		r.unit(s, "cost/per-participant", people, cost.Whole, "participants/total", 1),
		r.unit(s, "cost/eu-per-participant", people, cost.OfEU, "participants/total", 1),
		r.unit(s, "cost/rest-per-participant", people, cost.Other, "participants/total", 1),
		r.monthly(r.unit(s, "cost/per-participant-month", evaluate.T("na uczestnikomiesiąc", "per participant-month"), cost.Whole, "participants/total", months), months),
	}
	for i := range figures {
		figures[i] = r.atMostByTarget(figures[i])
	}
	done := evaluate.T("na kończącego udział", "per completer")
	return append(figures, r.unit(s, "cost/per-completer", done, cost.Whole, "participants/completed", 1),
		r.unit(s, "cost/eu-per-completer", done, cost.OfEU, "participants/completed", 1))
}

// unit is a numerator over a count that the run has as a figure, times a factor (months).
func (r *run) unit(s spent, id string, per evaluate.Text, of cost.Numerator, counted string, factor int64) evaluate.Figure {
	label := evaluate.T(of.Words().PL+" "+per.PL, of.Words().EN+" "+per.EN)
	n, ok, why := r.count(counted)
	if f := r.amount(s, id, label, of, 1); f.Status != evaluate.Known {
		return f
	}
	if !ok {
		return evaluate.Unavailable(id, label, evaluate.Zloty, why)
	}
	f := r.amount(s, id, label, of, 0)
	if n*factor != 0 {
		f = r.amount(s, id, label, of, n*factor)
		if n*factor == 1 {
			f = f.WithShare(f.Value, evaluate.Count(1))
		}
	}
	return f.By(evaluate.T("kwota / liczba osób; zaokrąglenie w górę od połowy grosza dopiero przy wydruku",
		"amount / number of persons; rounded half-up to the grosz only when printed"))
}

// atMostByTarget marks a unit cost as an upper bound where the number of people is a target
// worded "at least".
func (r *run) atMostByTarget(f evaluate.Figure) evaluate.Figure {
	t := r.project.Targets
	if f.Status != evaluate.Known || !t.AtLeast || t.Participants == nil || t.Participants.Total == nil {
		return f
	}
	return f.Bounded(evaluate.UpperBound, evaluate.T(
		fmt.Sprintf("górna granica: cel sformułowano „co najmniej %d” osób", *t.Participants.Total),
		fmt.Sprintf("an upper bound: the target is worded \"at least %d\" (co najmniej) persons", *t.Participants.Total)))
}

// perResult gives the cost per person with each result that the project file names.
func (r *run) perResult(s spent) []evaluate.Figure {
	k := r.project.Cost
	if k == nil {
		return nil
	}
	var figures []evaluate.Figure
	for _, code := range k.Per {
		d := r.set.Definition(code)
		per := evaluate.T("na osobę: "+code+" "+d.Name.PL, "per person: "+code+" "+d.Name.EN)
		for _, of := range []cost.Numerator{cost.Whole, cost.OfEU} {
			id := map[cost.Numerator]string{cost.Whole: "cost/per-indicator/", cost.OfEU: "cost/eu-per-indicator/"}[of] + code
			f := r.unit(s, id, per, of, indicatorID(code, indicators.Total), 1)
			if f.Status == evaluate.Known {
				f = f.Warn(cost.NotAdditive())
				if why, bounded := k.AtMost[code]; bounded {
					f = f.Bounded(evaluate.UpperBound, why)
				}
			}
			figures = append(figures, f)
		}
	}
	return figures
}

// taskFigures names the cost of every task of the ledger.
func (r *run) taskFigures() []evaluate.Figure {
	if r.ledger == nil {
		return nil
	}
	var figures []evaluate.Figure
	for i, t := range r.ledger.Tasks {
		id := taskID(i)
		figures = append(figures, evaluate.NewFigure(id, evaluate.Same(t.Name), evaluate.Grosze(t.Total), evaluate.Zloty),
			evaluate.NewFigure(id+"/share", evaluate.T(t.Name+": udział w kosztach", t.Name+": share of the cost"), evaluate.Ratio(t.Total, r.ledger.Sum.Total), evaluate.Share).
				WithShare(evaluate.Grosze(t.Total), evaluate.Grosze(r.ledger.Sum.Total)).By(quotient()))
	}
	return figures
}

func taskID(i int) string { return fmt.Sprintf("cost/task-%02d", i+1) }

// otherPrices gives the cost in euro and in prices of the last year of the index, where the
// project file says which year's prices the amounts are in.
func (r *run) otherPrices(s spent) ([]evaluate.Figure, error) {
	k := r.project.Cost
	if k == nil || k.PriceYear == 0 {
		return nil, nil
	}
	rates, err := cost.LoadRates()
	if err != nil {
		return nil, err
	}
	eur, err := rates.EUR(k.PriceYear)
	if err != nil {
		return nil, err
	}
	latest := rates.LatestPrices()
	factor, err := rates.PriceFactor(k.PriceYear, latest)
	if err != nil {
		return nil, err
	}
	toEUR := rate{by: eur.Inv(eur), unit: evaluate.Euro, source: rates.EURSource,
		label: evaluate.T(fmt.Sprintf("w euro po średnim kursie %d", k.PriceYear), fmt.Sprintf("in euro at the mean rate of %d", k.PriceYear))}
	toLatest := rate{by: factor, unit: evaluate.Zloty, source: rates.CPISource,
		label: evaluate.T(fmt.Sprintf("w cenach %d r.", latest), fmt.Sprintf("in prices of %d", latest))}
	return r.converted(s, toEUR, toLatest, latest), nil
}

// rate is a conversion of money.
type rate struct {
	by     *big.Rat
	unit   evaluate.Unit
	label  evaluate.Text
	source string
}

func (r *run) converted(s spent, eur, prices rate, latest int) []evaluate.Figure {
	n, ok, _ := r.count("participants/total")
	figures := []evaluate.Figure{
		convert(s, "cost/eur/total", evaluate.T("wartość projektu", "total cost"), cost.Whole, 1, eur),
		convert(s, "cost/eur/eu", evaluate.T("wkład UE", "EU contribution"), cost.OfEU, 1, eur),
	}
	if ok {
		label := evaluate.T("koszt na uczestnika", "cost per participant")
		figures = append(figures, r.atMostByTarget(convert(s, "cost/eur/per-participant", label, cost.Whole, n, eur)),
			r.atMostByTarget(convert(s, fmt.Sprintf("cost/prices-%d/per-participant", latest), label, cost.Whole, n, prices)))
	}
	return figures
}

func convert(s spent, id string, label evaluate.Text, of cost.Numerator, n int64, by rate) evaluate.Figure {
	label = evaluate.T(label.PL+" "+by.label.PL, label.EN+" "+by.label.EN)
	grosze, ok := of.Of(s.Amounts)
	if !ok {
		return evaluate.Unavailable(id, label, by.unit, evaluate.T("nie podano podziału na środki UE i krajowe", "the split into EU and national money was not given"))
	}
	return evaluate.NewFigure(id, label, cost.Converted(grosze, n, by.by), by.unit).From(by.source).
		By(evaluate.T("kwota × przelicznik, ułamki dokładne", "amount × rate, exact fractions")).
		Warn(evaluate.NewWarning("prices.approximate", evaluate.T("przybliżenie: wydatki rozkładają się na kilka lat", "approximate: the spending is spread over several years")))
}
