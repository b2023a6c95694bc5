package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
	"github.com/efseval/efseval/indicators"
)

// variable is one that a sample must represent (1304/2013, Annex I: employment status, age group,
// education; the household situation too, which exports seldom have).
type variable struct {
	id         string
	label      evaluate.Text
	categories []category
}

type category struct {
	id        string
	label     evaluate.Text
	criterion indicators.Criterion
}

func (v variable) code(of string, c category) string {
	return knownPrefix + of + " " + v.id + " " + c.id
}

// represented lists the variables with the categories of the rule set.
func (p *Project) represented() []variable {
	in := func(id, pl, en, field string, terms ...string) category {
		return category{id, evaluate.T(pl, en), indicators.Criterion{Field: field, In: terms}}
	}
	unknown := func(field string) category {
		return category{"unknown", evaluate.T("brak danych", "not known"), indicators.Criterion{Not: &indicators.Criterion{Known: field}}}
	}
	return []variable{
		{"labour-status", evaluate.T("status na rynku pracy", "labour-market status"), []category{
			in("unemployed", "bezrobotni", "unemployed", "labour_status", "unemployed", "unemployed_registered", "unemployed_unregistered"),
			in("inactive", "bierni zawodowo", "inactive", "labour_status", "inactive"), in("employed", "pracujący", "employed", "labour_status", "employed"), unknown("labour_status")}},
		{"age-group", evaluate.T("grupa wieku", "age group"), p.ageGroups()},
		{"education", evaluate.T("wykształcenie", "education"), []category{
			in("isced0-2", "ISCED 0-2", "ISCED 0-2", "education", "isced0", "isced1", "isced2", "isced1_2", "isced0_2"),
			in("isced3-4", "ISCED 3-4", "ISCED 3-4", "education", "isced3", "isced4", "isced3_4"), in("isced5-8", "ISCED 5-8", "ISCED 5-8", "education", "isced5_8"), unknown("education")}},
	}
}

// ageGroups are those of the output indicators: below 18, 18-29, 30-54, 55 and over in ESF+; below 25,
// 25-54, above 54 before it.
func (p *Project) ageGroups() []category {
	bounds := []int{25, 55}
	if p.set.Definition("EECO07") != nil {
		bounds = []int{18, 30, 55}
	}
	var out []category
	var known []indicators.Criterion
	for i := range len(bounds) + 1 {
		band := indicators.AgeBand{}
		id, label := "", evaluate.Text{}
		switch {
		case i == 0:
			band.Below, id = &bounds[0], "below-"+whole(int64(bounds[0]))
			label = evaluate.T("poniżej "+whole(int64(bounds[0]))+" lat", "below "+whole(int64(bounds[0])))
		case i == len(bounds):
			band.From, id = &bounds[i-1], whole(int64(bounds[i-1]))+"-and-over"
			label = evaluate.T(whole(int64(bounds[i-1]))+" lat i więcej", whole(int64(bounds[i-1]))+" and over")
		default:
			band.From, band.Below, id = &bounds[i-1], &bounds[i], whole(int64(bounds[i-1]))+"-"+whole(int64(bounds[i]-1))
			label = evaluate.T(id+" lat", id)
		}
		c := indicators.Criterion{Age: &band}
		known = append(known, c)
		out = append(out, category{id, label, c})
	}
	return append(out, category{"unknown", evaluate.T("brak danych", "not known"), indicators.Criterion{Not: &indicators.Criterion{Any: known}}})
}

// representation sets the sample beside those it was drawn from, variable by variable. Where the
// export is not the population there is nothing to set it beside.
func (r *run) representation(s sampled) ([]evaluate.Figure, error) {
	var out []evaluate.Figure
	for _, v := range r.project.represented() {
		figures, err := r.likeness(s, v)
		if err != nil {
			return nil, err
		}
		out = append(out, figures...)
	}
	return out, nil
}

// likeness compares sample and population by the categories of one variable that somebody is in, and tests how they fit.
func (r *run) likeness(s sampled, v variable) (out []evaluate.Figure, err error) {
	path := s.path + "/by/" + v.id
	p := labelled{path + "/p", evaluate.T(s.name.PL+": "+v.label.PL+", p zgodności próby z populacją", s.name.EN+": "+v.label.EN+", p of the sample fitting the population"), evaluate.PValue}
	if s.population != int(s.known.Den) {
		return []evaluate.Figure{p.absent(evaluate.T("eksport nie obejmuje całej podanej populacji", "the export is not the whole of the population stated"))}, nil
	}
	var observed []int
	var population []int64
	for _, c := range v.categories {
		cell := r.cell(v.code(s.code, c), indicators.Total)
		if !cell.Available {
			return append(out, p.absent(text(cell.Why))), nil
		}
		if cell.Den == 0 {
			continue
		}
		observed, population = append(observed, int(cell.Num)), append(population, cell.Den)
		out = append(out, s.compared(path+"/"+c.id, evaluate.T(s.name.PL+": "+c.label.PL, s.name.EN+": "+c.label.EN), cell)...)
	}
	if len(observed) == 0 {
		return out, nil
	}
	fitting, err := fit(p, observed, population)
	return append(out, fitting), err
}

// compared are the shares of a category in population and sample, and how far apart they lie.
func (s sampled) compared(path string, label evaluate.Text, c indicators.Cell) []evaluate.Figure {
	n, all := s.known.Num, s.known.Den
	share := func(id, pl, en string, part, of int64) evaluate.Figure {
		return evaluate.NewFigure(path+"/"+id, evaluate.T(label.PL+pl, label.EN+en), evaluate.Ratio(part, of), evaluate.Share).
			WithShare(evaluate.Count(int(part)), evaluate.Count(int(of))).WithN(int(of)).By(quotient())
	}
	points := evaluate.NewFigure(path+"/difference", evaluate.T(label.PL+": próba − populacja, punkty proc.", label.EN+": sample - population, percentage points"),
		evaluate.Ratio(100*(c.Num*all-c.Den*n), n*all), evaluate.Points).RestsOn(path+"/sample", path+"/population").
		By(evaluate.T("100 · (odsetek w próbie − odsetek w populacji)", "100 · (share in the sample - share in the population)"))
	return []evaluate.Figure{share("population", ": odsetek w populacji", ": share in the population", c.Den, all),
		share("sample", ": odsetek w próbie", ": share in the sample", c.Num, n), points}
}

// fit is Pearson's test, or the exact one where an expected count is below 5 and it can be had.
func fit(l labelled, observed []int, population []int64) (evaluate.Figure, error) {
	all, n := int64(0), 0
	for i := range population {
		all, n = all+population[i], n+observed[i]
	}
	shares := make([]float64, len(population))
	for i := range population {
		shares[i] = float64(population[i]) / float64(all)
	}
	test, err := stats.ChiSquareFit(observed, shares)
	if err != nil {
		return evaluate.Figure{}, err
	}
	p, method := test.P, evaluate.T("test zgodności χ² liczebności próby z odsetkami populacji", "chi-square test of the counts of the sample against the shares of the population")
	if test.P.Defined && test.LeastExpected < stats.PoorBelow {
		exact, err := stats.Multinomial(observed, shares)
		if err != nil {
			return evaluate.Figure{}, err
		}
		if exact.Defined {
			p, method = exact, evaluate.T("dokładny test wielomianowy (najmniejsza oczekiwana liczebność poniżej 5)", "exact multinomial test (the smallest expected count is below 5)")
		}
	}
	if !p.Defined {
		return l.absent(evaluate.T("nie ma czego porównać: próba jest pusta albo wszyscy są w jednej kategorii", "nothing to compare: the sample is empty, or all are in one category")), nil
	}
	return evaluate.NewFigure(l.id, l.label, evaluate.Real(p.Value), l.unit).WithN(n).By(method).
		Warn(evaluate.NewWarning("sample.finite", evaluate.T("test zakłada losowanie ze zwracaniem; próba bez zwracania z małej populacji bywa bliższa populacji, niż on oczekuje",
			"the test supposes drawing with replacement; a sample drawn without it from a small population tends to lie closer than it expects"))), nil
}
