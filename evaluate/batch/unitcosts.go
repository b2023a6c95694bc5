package batch

import (
	"fmt"
	"math/big"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/cost"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

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
	people, done := evaluate.T("na uczestnika", "per participant"), evaluate.T("na kończącego udział", "per completer")
	monthly := evaluate.T("na uczestnikomiesiąc", "per participant-month")
	return []evaluate.Figure{
		r.unit(s, "cost/per-participant", people, cost.Whole, "participants/total", 1),
		r.residue(s),
		r.unit(s, "cost/eu-per-participant", people, cost.OfEU, "participants/total", 1),
		r.unit(s, "cost/rest-per-participant", people, cost.Other, "participants/total", 1),
		r.monthly(r.unit(s, "cost/per-participant-month", monthly, cost.Whole, "participants/total", int64(r.project.months()))),
		r.unit(s, "cost/per-completer", done, cost.Whole, "participants/completed", 1),
		r.unit(s, "cost/eu-per-completer", done, cost.OfEU, "participants/completed", 1),
	}
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
	grosze, _ := of.Of(s.Amounts)
	f := cost.Per(id, label, grosze, n*factor).From(s.source).RestsOn(counted, "cost/total").
		By(evaluate.T("kwota / liczba osób; zaokrąglenie w górę od połowy grosza dopiero przy wydruku",
			"amount / number of persons; rounded half-up to the grosz only when printed"))
	return r.atMost(f, counted)
}

// residue is what the unit cost, rounded to the grosz and multiplied back, leaves of the total.
func (r *run) residue(s spent) evaluate.Figure {
	const id = "cost/rounding-residue"
	label := evaluate.T("reszta z zaokrąglenia kosztu na uczestnika", "residue of rounding the cost per participant")
	f := r.unit(s, id, evaluate.Text{}, cost.Whole, "participants/total", 1)
	if f.Status != evaluate.Known {
		return evaluate.Unavailable(id, label, evaluate.Zloty, f.Reason)
	}
	n, _, _ := r.count("participants/total")
	return evaluate.NewFigure(id, label, evaluate.Grosze(cost.Residue(s.Total, n)), evaluate.Zloty).From(s.source).RestsOn("participants/total", "cost/total").
		By(evaluate.T("wartość − liczba uczestników × koszt zaokrąglony do grosza", "total − participants × cost rounded to the grosz"))
}

// atMost marks a unit cost as an upper bound where the number of people is "at least" so many:
// a result that the programme words so, or a plan worded so that stands for the people.
func (r *run) atMost(f evaluate.Figure, counted string) evaluate.Figure {
	p, ok := r.claimOf(counted)
	if f.Status != evaluate.Known || !ok || p.Bound != "at_least" || !r.confirmed[counted] {
		return f
	}
	if p.kind() == report.ClaimPlanned {
		return f.Bounded(evaluate.UpperBound, evaluate.T(
			"górna granica: cel sformułowano „co najmniej "+p.Value+"” osób", "an upper bound: the target is worded \"at least "+p.Value+"\" (co najmniej) persons"))
	}
	return f.Bounded(evaluate.UpperBound, evaluate.T(
		"górna granica: program podaje „co najmniej "+p.Value+"” osób", "an upper bound: the programme says \"at least "+p.Value+"\" (co najmniej) persons"))
}

func (r *run) claimOf(figure string) (Published, bool) {
	for _, p := range r.project.Published {
		if p.Figure == figure {
			return p, true
		}
	}
	return Published{}, false
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
			}
			figures = append(figures, f)
		}
	}
	return figures
}

// rate is a conversion of money.
type rate struct {
	by     *big.Rat
	unit   evaluate.Unit
	label  evaluate.Text
	source string
}

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
	figures := r.inEuro(s, rate{by: eur.Inv(eur), unit: evaluate.Euro, source: rates.EURSource,
		label: evaluate.T(fmt.Sprintf("w euro po średnim kursie %d", k.PriceYear), fmt.Sprintf("in euro at the mean rate of %d", k.PriceYear))})
	for _, year := range append([]int{k.PriceYear}, k.PriceYears...) {
		f, err := r.inLatestPrices(s, rates, year)
		if err != nil {
			return nil, err
		}
		figures = append(figures, f)
	}
	return figures, nil
}

func (r *run) inEuro(s spent, by rate) []evaluate.Figure {
	return []evaluate.Figure{
		r.convert(s, "cost/eur/total", evaluate.T("wartość projektu", "total cost"), cost.Whole, "", by),
		r.convert(s, "cost/eur/eu", evaluate.T("wkład UE", "EU contribution"), cost.OfEU, "", by),
		r.convert(s, "cost/eur/per-participant", evaluate.T("koszt na uczestnika", "cost per participant"), cost.Whole, "participants/total", by),
	}
}

// inLatestPrices is the cost per participant in prices of the last year of the index, taking the
// amounts to be in prices of a year. The id names the year where it is not the project's own.
func (r *run) inLatestPrices(s spent, rates *cost.Rates, year int) (evaluate.Figure, error) {
	latest := rates.LatestPrices()
	factor, err := rates.PriceFactor(year, latest)
	id := fmt.Sprintf("cost/prices-%d/per-participant", latest)
	if year != r.project.Cost.PriceYear {
		id += fmt.Sprintf("-from-%d", year)
	}
	by := rate{by: factor, unit: evaluate.Zloty, source: rates.CPISource,
		label: evaluate.T(fmt.Sprintf("w cenach %d r. (kwoty z %d r.)", latest, year), fmt.Sprintf("in prices of %d (amounts of %d)", latest, year))}
	return r.convert(s, id, evaluate.T("koszt na uczestnika", "cost per participant"), cost.Whole, "participants/total", by), err
}

// convert gives an amount, or an amount for each person counted by a figure, at a rate.
func (r *run) convert(s spent, id string, label evaluate.Text, of cost.Numerator, counted string, by rate) evaluate.Figure {
	label = evaluate.T(label.PL+" "+by.label.PL, label.EN+" "+by.label.EN)
	f := r.amount(s, id, label, of, 1)
	f.Unit = by.unit
	if f.Status != evaluate.Known || by.by == nil {
		return f
	}
	n, ok, why := int64(1), true, evaluate.Text{}
	if counted != "" {
		n, ok, why = r.count(counted)
	}
	if !ok {
		return evaluate.Unavailable(id, label, by.unit, why)
	}
	grosze, _ := of.Of(s.Amounts)
	f = evaluate.NewFigure(id, label, cost.Converted(grosze, n, by.by), by.unit).From(by.source).
		By(evaluate.T("kwota × przelicznik, ułamki dokładne", "amount × rate, exact fractions"))
	if f.Status == evaluate.Known {
		f = f.Warn(evaluate.NewWarning("prices.approximate", evaluate.T("przybliżenie: wydatki rozkładają się na kilka lat", "approximate: the spending is spread over several years")))
	}
	if counted == "" {
		return f.RestsOn("cost/total")
	}
	return r.atMost(f.RestsOn("cost/total", counted), counted)
}
