package report

import (
	"fmt"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// The report of these tests is of a project that does not exist; every number in it is made up.

var bi = evaluate.T

// sampleFigures has a figure of every kind: known, bound, not available, made up, suppressed,
// with interval, with notes, negative, below a thousandth, zero.
func sampleFigures() []evaluate.Figure {
	count := func(id, pl, en string, n int) evaluate.Figure {
		return evaluate.NewFigure(id, bi(pl, en), evaluate.Count(n), evaluate.Persons).
			By(bi("liczba uczestnictw", "number of participations")).From("ESF 2014-2020, Annex I")
	}
	share := func(id, pl, en string, a, b int64) evaluate.Figure {
		return evaluate.NewFigure(id, bi(pl, en), evaluate.Ratio(a, b), evaluate.Share).
			WithShare(evaluate.Ratio(a, 1), evaluate.Ratio(b, 1)).By(bi("licznik / mianownik", "numerator / denominator"))
	}
	atLeast := bi("cel brzmi „co najmniej 60”, więc koszt osoby wynosi najwyżej tyle", "the target is “at least 60”, so the cost of a person is at most this")
	madeUp := func(f evaluate.Figure) evaluate.Figure { f.MadeUp = true; return f }
	suppressed := evaluate.Unavailable("indicator/CO17/men", bi("Inne niekorzystne położenie, mężczyźni", "Other disadvantaged, men"), evaluate.Persons,
		bi("komórka mniejsza niż 5 osób", "a cell of fewer than 5 persons"))
	suppressed.Status = evaluate.Suppressed
	interval, _ := evaluate.NewInterval(evaluate.Real(0.21), evaluate.Real(0.85), 0.95)
	return []evaluate.Figure{
		count("participants/total", "Uczestnicy ogółem", "Participants in total", 60),
		count("participants/women", "Kobiety", "Women", 37),
		count("participants/men", "Mężczyźni", "Men", 23),
		share("participants/women-share", "Udział kobiet", "Share of women", 37, 60),
		share("target/participants/total", "Osiągnięto z celu, ogółem", "Achieved of the target, total", 60, 60),
		share("target/participants/women", "Osiągnięto z celu, kobiety", "Achieved of the target, women", 37, 36),
		share("target/participants/men", "Osiągnięto z celu, mężczyźni", "Achieved of the target, men", 23, 24),
		madeUp(count("indicator/CR04/total", "Pracujący po programie, ogółem", "In employment, total", 1106)).WithShare(evaluate.Count(1106), evaluate.Count(12839)),
		madeUp(count("indicator/CR04/women", "Pracujący po programie, kobiety", "In employment, women", 0)),
		evaluate.Unavailable("indicator/CR04/men", bi("Pracujący po programie, mężczyźni", "In employment, men"), evaluate.Persons, bi("brak podziału na płeć w eksporcie", "the export has no split by sex")),
		share("indicator/CO17/total", "Inne niekorzystne położenie, udział", "Other disadvantaged, share", 5, 839),
		evaluate.NewFigure("indicator/CO17/women", bi("Udział z niczego", "A share of nothing"), evaluate.Ratio(0, 0), evaluate.Share),
		suppressed,
		evaluate.NewFigure("cost/total", bi("Koszt całkowity", "Total cost"), evaluate.Grosze(93971745), evaluate.Zloty).From("umowa o dofinansowanie"),
		evaluate.NewFigure("cost/eu-share", bi("Udział UE", "EU share"), evaluate.Ratio(79875983, 93971745), evaluate.Share).WithShare(evaluate.Grosze(79875983), evaluate.Grosze(93971745)),
		evaluate.NewFigure("cost/per-participant", bi("Koszt na uczestnika", "Cost per participant"), evaluate.GroszePer(93971745, 60), evaluate.Zloty).
			WithShare(evaluate.Grosze(93971745), evaluate.Count(60)).By(bi("koszt całkowity / uczestnicy", "total cost / participants")).Bounded(evaluate.UpperBound, atLeast),
		evaluate.NewFigure("cost/per-indicator/CR04", bi("Koszt na osobę pracującą", "Cost per person in employment"), evaluate.GroszePer(93971745, 106), evaluate.Zloty).
			WithShare(evaluate.Grosze(93971745), evaluate.Count(106)).Bounded(evaluate.UpperBound, atLeast).
			Warn(evaluate.NewWarning("cost.not-additive", bi("kosztów różnych rezultatów nie wolno sumować", "costs per result are not additive"))),
		evaluate.NewFigure("survey/motivation/pairs", bi("Pary ankiet", "Pairs of questionnaires"), evaluate.Count(15), evaluate.Pairs),
		madeUp(evaluate.NewFigure("survey/motivation/change/mean", bi("Zmiana motywacji", "Change of motivation"), evaluate.Real(0.53), evaluate.Points).
			WithInterval(interval).WithN(15).By(bi("średnia różnic po − przed; przedział t", "mean of the differences after − before; t interval"))),
		madeUp(evaluate.NewFigure("survey/motivation/change/t", bi("Statystyka t", "t statistic"), evaluate.Real(-2.145), evaluate.Statistic).WithN(15)),
		madeUp(evaluate.NewFigure("survey/motivation/change/p-t", bi("Wartość p", "p value"), evaluate.Real(0.00004), evaluate.PValue).
			Warn(evaluate.NewWarning("n.small", bi("n = 15; do przedziału Wilcoxona potrzeba co najmniej 6 par", "n = 15; a Wilcoxon interval needs at least 6 pairs")))),
		evaluate.NewFigure("flow/families", bi("Rodziny", "Families"), evaluate.Count(10), evaluate.Households),
		evaluate.NewFigure("flow/months", bi("Czas trwania", "Duration"), evaluate.Count(24), evaluate.Months),
	}
}

// sample is a whole report. It fails the test where a figure does not fit.
func sample(tb testing.TB) *Report {
	tb.Helper()
	figures := &evaluate.Figures{}
	for _, f := range sampleFigures() {
		if err := figures.Add(f); err != nil {
			tb.Fatal(err)
		}
	}
	return &Report{
		Project: sampleProject(), Figures: figures, Sections: sampleSections(), Targets: sampleTargets(), Overrides: sampleOverrides(), Claims: sampleClaims(), Inputs: sampleInputs(),
		Checks: sampleChecks(), Problems: sampleProblems(), Rules: sampleRules(), Corrections: sampleCorrections(),
		Persons: &Persons{Linked: 58, KeyPrint: "00112233445566ff"}, Version: "1.0.0", Generated: "2026-01-31",
	}
}

func sampleTargets() []Attainment {
	of := func(group string, v TargetVerdict) Attainment {
		return Attainment{Figure: "target/participants/" + group, Counted: "participants/" + group, Planned: "target/participants/" + group + "/planned", Verdict: v}
	}
	unknown := of("men", TargetCannotTell)
	unknown.Why = bi("osiągnięta liczba jest dolną granicą", "the number achieved is a lower bound")
	return []Attainment{of("total", TargetReached), of("women", TargetNotReached), unknown}
}

func sampleOverrides() []Override {
	return []Override{{Parameter: "immediate_days", Label: bi("okno rezultatów bezpośrednich", "window of immediate results"), RuleSet: evaluate.Same("28"), Project: evaluate.Same("30")}}
}

func sampleProject() Project {
	return Project{
		ID: "przyklad", Title: bi("Program Aktywności Lokalnej „Przykład & Spółka”", "Local Activity Programme “Example & Co.”"),
		Programme: bi("RPO WSL 2014-2020, Działanie 9.1", "RPO WSL 2014-2020, measure 9.1"), Beneficiary: bi("Miasto Przykładowo – MOPS", "Town of Przykładowo – MOPS"),
		From: "2021-01-01", To: "2022-12-31", Months: 24, Kind: bi("plan (wartości docelowe)", "plan (target values)"), RuleSet: "esf-2014-2020", RuleVersion: 1,
		Synthetic: &Synthetic{
			Statement: bi("Eksport i ankiety wytworzył generator; żadna z tych osób nie istnieje.", "Export and questionnaires come from a generator; none of these people exists."),
			Matches:   []evaluate.Text{bi("uczestnicy: 60", "participants: 60"), bi("kobiety: 37", "women: 37"), bi("mężczyźni: 23", "men: 23"), bi("koszt: 939 717,45 zł", "cost: PLN 939,717.45")},
		},
		Facts: []Fact{
			{bi("Cel", "Goal"), bi("poprawa funkcjonowania społecznego", "better social functioning")},
			{bi("Produkt", "Product"), bi("3 kluby: „Strefa Rodzica”, „Strefa Młodzieży”, „Strefa Seniora”", "3 clubs: for parents, young people, seniors")},
		},
	}
}

func sampleSections() []Section {
	by := []evaluate.Text{bi("ogółem", "total"), bi("kobiety", "women"), bi("mężczyźni", "men")}
	columns := func(first evaluate.Text, more ...evaluate.Text) []evaluate.Text {
		return append([]evaluate.Text{first}, more...)
	}
	return []Section{
		{ID: "summary", Title: bi("Podsumowanie", "Summary"), Lead: []evaluate.Text{bi("Czy projekt osiągnął to, co obiecał.", "Whether the project achieved what it promised.")}, Blocks: []Block{{
			Chart: sampleChart("targets", bi("Uczestnicy wobec celu", "Participants against target")),
			Table: &Table{ID: "targets", Title: bi("Uczestnicy wobec celu według płci", "Participants against target by sex"), Columns: columns(bi("Wielkość", "Quantity"), by...), Rows: []Row{
				{Label: bi("Uczestnicy", "Participants"), Cells: []Cell{F("participants/total"), F("participants/women"), F("participants/men")}},
				{Label: bi("Udział", "Share"), Cells: []Cell{{}, F("participants/women-share"), {}}},
				{Label: bi("Osiągnięto z celu", "Achieved of the target"), Cells: []Cell{F("target/participants/total"), F("target/participants/women"), F("target/participants/men")}, Total: true},
			}},
		}}},
		{ID: "indicators", Title: bi("Wskaźniki", "Indicators"), Blocks: []Block{{Table: &Table{
			ID: "indicators-results", Title: bi("Wskaźniki rezultatu", "Result indicators"), Columns: columns(bi("Wskaźnik", "Indicator"), by...), Rows: []Row{
				{Code: "CR04", Label: bi("Osoby pracujące po opuszczeniu programu", "Participants in employment upon leaving"), Cells: []Cell{F("indicator/CR04/total"), F("indicator/CR04/women"), F("indicator/CR04/men")}},
				{Code: "CO17", Label: bi("Osoby w innej niekorzystnej sytuacji", "Other disadvantaged"), Cells: []Cell{F("indicator/CO17/total"), F("indicator/CO17/women"), F("indicator/CO17/men")}},
			}, Notes: []evaluate.Text{bi("Jedna osoba może mieć kilka rezultatów.", "One person may have several results.")}}}},
			Notes: []evaluate.Text{bi("Rodziny nie są uczestnikami.", "Families are not participants.")}},
		{ID: "cost", Title: bi("Koszty", "Cost"), Blocks: []Block{{Table: &Table{ID: "costs", Title: bi("Koszt projektu i jednostki", "Cost of the project and of a unit"),
			Columns: columns(bi("Pozycja", "Item"), bi("Wartość", "Value"), bi("Uwaga", "Remark")), Rows: []Row{
				{Label: bi("Koszt całkowity", "Total cost"), Cells: []Cell{F("cost/total"), W(bi("z umowy", "from the agreement"))}},
				{Label: bi("Udział UE", "EU share"), Cells: []Cell{F("cost/eu-share"), {}}},
				{Label: bi("Na uczestnika", "Per participant"), Cells: []Cell{F("cost/per-participant"), {}}},
				{Label: bi("Na osobę pracującą", "Per person in employment"), Cells: []Cell{F("cost/per-indicator/CR04"), {}}},
			}}}}},
		{ID: "change", Title: bi("Zmiana motywacji", "Change of motivation"), Blocks: []Block{{
			Chart: sampleChart("change", bi("Zmiana motywacji", "Change of motivation")),
			Table: &Table{ID: "change", Title: bi("Motywacja przed i po", "Motivation before and after"), Columns: columns(bi("Wielkość", "Quantity"), bi("Wartość", "Value")), Rows: []Row{
				{Label: bi("Pary", "Pairs"), Cells: []Cell{F("survey/motivation/pairs")}},
				{Label: bi("Średnia zmiana", "Mean change"), Cells: []Cell{F("survey/motivation/change/mean")}},
				{Label: bi("t", "t"), Cells: []Cell{F("survey/motivation/change/t")}},
				{Label: bi("p", "p"), Cells: []Cell{F("survey/motivation/change/p-t")}},
			}}}}},
	}
}

func sampleChart(name string, title evaluate.Text) *Chart {
	svg := map[evaluate.Lang][]byte{}
	for _, l := range evaluate.Langs() {
		id := name + "-" + string(l)
		svg[l] = fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" id="%s" role="img" aria-labelledby="%s-title %s-desc" width="100%%" viewBox="0 0 720 200"><title id="%s-title">%s</title><desc id="%s-desc">–</desc><rect x="120" y="20" width="520" height="40" fill="#123a6d"/><rect x="120" y="80" width="320" height="40" fill="#5b7fae"/><rect x="120" y="140" width="200" height="40" fill="#9fb6d3"/></svg>`,
			id, id, id, id, title.In(l), id)
	}
	return &Chart{Name: name, Title: title, Alt: title, SVG: svg}
}

func sampleClaims() []Claim {
	return []Claim{
		{Figure: "participants/total", Label: bi("Uczestnicy", "Participants"), Unit: evaluate.Persons, Published: evaluate.Count(60), Computed: evaluate.Count(60), Source: "program, s. 1", Verdict: Reproduced},
		{Figure: "cost/per-participant", Label: bi("Koszt na uczestnika", "Cost per participant"), Unit: evaluate.Zloty, Published: evaluate.Grosze(1566196), Computed: evaluate.GroszePer(93971745, 60), Decimals: 2, Source: "program, s. 2", Verdict: Reproduced},
		{Figure: "participants/women", Label: bi("Kobiety", "Women"), Unit: evaluate.Persons, Published: evaluate.Count(38), Computed: evaluate.Count(37), Source: "strona projektu", Verdict: Differs, Reason: bi("ogłoszono o 1 osobę więcej", "1 person more was published")},
		{Figure: "indicator/CR01/total", Label: bi("Poszukujący pracy", "Job-seeking"), Unit: evaluate.Persons, Published: evaluate.Count(26), Source: "strona projektu", Verdict: CannotCompute, Reason: bi("eksport nie ma sytuacji na wyjściu", "the export has no situation on leaving")},
		{Figure: "indicator/CR04/men", Label: bi("Pracujący mężczyźni", "Men in employment"), Unit: evaluate.Persons, Source: "program", Verdict: Reproduced, Reason: bi("nie opublikowano i nie podano", "not published and not given")},
	}
}

func sampleInputs() []Input {
	return []Input{
		{Role: "participants", Name: "data/uczestnicy-synthetic.csv", Size: 48213, SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Synthetic: true,
			Conclusions: datasets.Conclusions{File: "uczestnicy-synthetic.csv", Format: "csv", Encoding: "utf-8-bom", Separator: ";", HeaderRow: 1, Profile: "sm-efs"},
			Accounting:  datasets.Accounting{Read: 72, Counted: 62, Participations: 60, Several: 2, Aside: []datasets.SetAside{{Record: datasets.Term{Code: "household", PL: "rodzina", EN: "household"}, Rows: 10}}}},
		{Role: "survey/motivation/pre", Name: "data/ankieta.xlsx", Size: 9000, SHA256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
			Conclusions: datasets.Conclusions{File: "ankieta.xlsx", Format: "xlsx", Sheet: "Przed", HeaderRow: 3, Profile: "generic"}, Accounting: datasets.Accounting{Read: 15}},
	}
}

func sampleChecks() []Check {
	return []Check{
		{Rule: "sum-of-parts", Text: bi("kobiety + mężczyźni = ogółem", "women + men = total"), Held: true, Detail: bi("37 + 23 = 60", "37 + 23 = 60")},
		{Rule: "subset", Text: bi("podzbiór nie jest większy od zbioru", "a subset is not larger than its set"), Held: false, Detail: bi("1106 > 60", "1106 > 60")},
	}
}

func sampleProblems() []datasets.Problem {
	var all []datasets.Problem
	for i := range 12 {
		all = append(all, datasets.Problem{Position: datasets.Position{File: "uczestnicy-synthetic.csv", Row: 12 + i, Column: 4}, Field: "birth_date", Rule: datasets.RuleBadValue, Severity: datasets.Error,
			Message: datasets.Label{PL: "nie jest to data kalendarzowa", EN: "it is not a calendar date"}})
	}
	return append(all, datasets.Problem{Position: datasets.Position{File: "ankieta.xlsx", Sheet: "Przed", Row: 12, Column: 4}, Rule: datasets.RuleUnknownValue, Severity: datasets.Warning,
		Message: datasets.Label{PL: `wartości "ta… (4)" nie ma w słowniku; <b>popraw ją</b> | albo dopisz`, EN: `value "ta… (4)" is not in the dictionary; <b>correct it</b> | or add it`}})
}

// large is a report of the size of a real one: sixty indicators by sex with their shares, and
// two charts of 40 kB.
func large(tb testing.TB) *Report {
	tb.Helper()
	r := sample(tb)
	table := &Table{ID: "all-indicators", Title: bi("Wszystkie wskaźniki", "All indicators"), Columns: []evaluate.Text{bi("Wskaźnik", "Indicator"), bi("ogółem", "total"), bi("kobiety", "women"), bi("mężczyźni", "men"), bi("udział kobiet", "share of women")}}
	for i := range 60 {
		code := fmt.Sprintf("CX%02d", i)
		row := Row{Code: code, Label: bi("Wskaźnik o dość długiej nazwie", "An indicator of a rather long name")}
		for _, sex := range []string{"total", "women", "men", "women/share"} {
			f := evaluate.NewFigure("indicator/"+code+"/"+sex, row.Label, evaluate.Count(i*7), evaluate.Persons).By(bi("liczba osób, które spełniają warunek "+code, "persons who meet condition "+code)).From("ESF 2014-2020")
			if sex == "women/share" {
				f = evaluate.NewFigure(f.ID, row.Label, evaluate.Ratio(int64(i), 61), evaluate.Share).WithShare(evaluate.Count(i), evaluate.Count(61))
			}
			f.MadeUp = true
			if err := r.Figures.Add(f); err != nil {
				tb.Fatal(err)
			}
			row.Cells = append(row.Cells, F(f.ID))
		}
		table.Rows = append(table.Rows, row)
	}
	r.Sections = append(r.Sections, Section{ID: "outputs", Title: bi("Produkty", "Outputs"), Blocks: []Block{{Table: table}}})
	return r
}
