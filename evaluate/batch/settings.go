package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// settings are the parameters of the rule set and what the run was told: numbers that differ
// between periods and calls, so that every report says by which it counted.
func (r *run) settings() []report.Fact {
	var out []report.Fact
	counted := r.set.Parameters
	counted.EfficiencyMonths = r.efficiencyMonths()
	for _, p := range r.parameterFacts(counted) {
		if p.key != efficiencyKey || counted.EfficiencyMonths > 0 { // most projects are held to no such criterion
			out = append(out, report.Fact{Label: p.label, Value: p.value})
		}
	}
	add := func(labelPL, labelEN, valuePL, valueEN string) {
		out = append(out, report.Fact{Label: evaluate.T(labelPL, labelEN), Value: evaluate.T(valuePL, valueEN)})
	}
	if r.options.TolerateFaults {
		add("błędy w danych", "faults in the data", "tolerowane: nieczytelne komórki liczą się jako brak, pozostałe tak, jak je podano", "tolerated: cells that cannot be read count as missing, others as they stand")
	} else {
		add("błędy w danych", "faults in the data", "nietolerowane", "not tolerated")
	}
	if r.persons != nil {
		key := report.KeyText(r.persons.KeyPrint)
		add("klucz pseudonimów osób", "key of the pseudonyms of persons", key.PL, key.EN)
	}
	return out
}

// parameterFact is a parameter of a rule set in words.
type parameterFact struct {
	key          string
	label, value evaluate.Text
}

// parameterFacts says the parameters, always as many and in one order, so that two rule sets can be
// compared line by line.
func (r *run) parameterFacts(p indicators.Parameters) []parameterFact {
	more := evaluate.T("co najmniej", "at least")
	if p.LongTerm.Strict {
		more = evaluate.T("więcej niż", "more than")
	}
	age := evaluate.T("różnica lat", "difference of years")
	if p.Age == indicators.CompletedYears {
		age = evaluate.T("lata ukończone w dniu przystąpienia", "completed years on the day of entry")
	}
	return []parameterFact{
		{"long_term_unemployed", evaluate.T("długotrwałe bezrobocie", "long-term unemployment"), evaluate.T(
			fmt.Sprintf("%s %d mies. (poniżej 25 lat), %s %d mies. (od 25 lat)", more.PL, p.LongTerm.MonthsUnder25, more.PL, p.LongTerm.MonthsFrom25),
			fmt.Sprintf("%s %d months (below 25), %s %d months (25 and over)", more.EN, p.LongTerm.MonthsUnder25, more.EN, p.LongTerm.MonthsFrom25))},
		{"age", evaluate.T("wiek", "age"), age},
		{"complete_record", evaluate.T("rekord pełny wymaga", "a complete record needs"), r.fieldNames(p.CompleteRecord)},
		{"genders", evaluate.T("płcie zestawu reguł", "genders of the rule set"), r.genderNames(p.Genders)},
		{"immediate_days", evaluate.T("okno rezultatów bezpośrednich (dni po zakończeniu, włącznie)", "window of immediate results (days after leaving, inclusive)"), evaluate.Same(fmt.Sprint(p.ImmediateDays))},
		{"longer_term_months", evaluate.T("rezultaty długoterminowe (miesiące po zakończeniu)", "longer-term results (months after leaving)"), evaluate.Same(fmt.Sprint(p.LongerTermMonths))},
		{efficiencyKey, evaluate.T("okno kryterium efektywności (miesiące po zakończeniu)", "window of the efficiency criterion (months after leaving)"), monthsInWords(p.EfficiencyMonths)},
		{"age_bands", evaluate.T("przedziały wieku zaczynają się od (lat)", "bands of age begin at (years)"), bandsInWords(p.AgeBands)},
		{"completers", evaluate.T("kto zakończył zgodnie z planem", "who finished as planned"), text(r.set.Say(&p.Completers))},
	}
}

// efficiencyKey is the parameter of the window of the efficiency criterion.
const efficiencyKey = "efficiency_months"

// efficiencyMonths is that window as the project is counted: the criterion may have a rule set of its own.
func (r *run) efficiencyMonths() int {
	if t := r.efficiencyTable(); t != nil {
		return t.Set.Parameters.EfficiencyMonths
	}
	return r.set.Parameters.EfficiencyMonths
}

func monthsInWords(months int) evaluate.Text {
	if months == 0 {
		return evaluate.T("zestaw reguł go nie ma", "the rule set has none")
	}
	return evaluate.Same(fmt.Sprint(months))
}

// bandsInWords lists where the bands after the first begin.
func bandsInWords(edges []int) evaluate.Text {
	if len(edges) == 0 {
		return evaluate.T("zestaw reguł ich nie ma", "the rule set has none")
	}
	return evaluate.Same(strings.Trim(strings.ReplaceAll(fmt.Sprint(edges), " ", ", "), "[]"))
}

// genderNames are terms of the vocabulary of sex in words.
func (r *run) genderNames(terms []string) evaluate.Text {
	var names evaluate.Text
	sexes := r.set.Schema().Field("sex").Vocabulary
	for _, term := range terms {
		label := evaluate.Same(term)
		if code, ok := sexes.Code(term); ok {
			label = evaluate.T(sexes.Term(code).PL, sexes.Term(code).EN)
		}
		names = names.Joined(", ", label)
	}
	return names
}

// fieldNames are fields in words; none is a statement too.
func (r *run) fieldNames(fields []string) evaluate.Text {
	if len(fields) == 0 {
		return evaluate.T("niczego (zestaw reguł nie zna rekordów niepełnych)", "nothing (the rule set knows no incomplete records)")
	}
	var names evaluate.Text
	for _, name := range fields {
		label := evaluate.Same(name)
		if f := r.set.Schema().Field(name); f != nil {
			label = text(f.Label)
		}
		names = names.Joined(", ", label)
	}
	return names
}

// settingsTable shows them in the report.
func (r *run) settingsTable() *report.Table {
	t := &report.Table{ID: "parameters", Title: evaluate.T("Parametry, według których liczono", "Parameters of the count"),
		Columns: []evaluate.Text{evaluate.T("parametr", "parameter"), evaluate.T("wartość", "value")}}
	changed := map[evaluate.Text]evaluate.Text{} // label -> what the rule set says
	for _, o := range r.overrides() {
		changed[o.Label] = o.RuleSet
	}
	for _, o := range r.replacedThresholds() { // which have a table of their own
		delete(changed, o.Label)
	}
	if len(changed) > 0 {
		t.Columns = append(t.Columns, evaluate.T("zmieniono w pliku projektu; zestaw reguł mówi", "changed in the project file; the rule set says"))
	}
	for _, s := range r.settings() {
		row := report.Row{Label: s.Label, Cells: []report.Cell{report.W(s.Value)}}
		if len(changed) > 0 {
			row.Cells = append(row.Cells, report.W(changed[s.Label]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
