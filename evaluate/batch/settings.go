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
	p := r.set.Parameters
	var out []report.Fact
	add := func(labelPL, labelEN, valuePL, valueEN string) {
		out = append(out, report.Fact{Label: evaluate.T(labelPL, labelEN), Value: evaluate.T(valuePL, valueEN)})
	}
	same := func(labelPL, labelEN, value string) { add(labelPL, labelEN, value, value) }
	more, moreEN := "co najmniej", "at least"
	if p.LongTerm.Strict {
		more, moreEN = "więcej niż", "more than"
	}
	add("długotrwałe bezrobocie", "long-term unemployment",
		fmt.Sprintf("%s %d mies. (poniżej 25 lat), %s %d mies. (od 25 lat)", more, p.LongTerm.MonthsUnder25, more, p.LongTerm.MonthsFrom25),
		fmt.Sprintf("%s %d months (below 25), %s %d months (25 and over)", moreEN, p.LongTerm.MonthsUnder25, moreEN, p.LongTerm.MonthsFrom25))
	if p.Age == indicators.CompletedYears {
		add("wiek", "age", "lata ukończone w dniu przystąpienia", "completed years on the day of entry")
	} else {
		add("wiek", "age", "różnica lat", "difference of years")
	}
	out = append(out, report.Fact{Label: evaluate.T("rekord pełny wymaga", "a complete record needs"), Value: r.fieldNames(p.CompleteRecord)})
	same("płcie zestawu reguł", "genders of the rule set", strings.Join(p.Genders, ", "))
	same("okno rezultatów bezpośrednich (dni po zakończeniu, włącznie)", "window of immediate results (days after leaving, inclusive)", fmt.Sprint(p.ImmediateDays))
	same("rezultaty długoterminowe (miesiące po zakończeniu)", "longer-term results (months after leaving)", fmt.Sprint(p.LongerTermMonths))
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
	for _, s := range r.settings() {
		t.Rows = append(t.Rows, report.Row{Label: s.Label, Cells: []report.Cell{report.W(s.Value)}})
	}
	return t
}
