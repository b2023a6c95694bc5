package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// say picks one of two wordings.
func say(pl, en string, l evaluate.Lang) string { return evaluate.T(pl, en).In(l) }

// both is a text for a reader of either language: "płeć / sex", or once where it is the same.
func both(t evaluate.Text) string {
	if t.PL == t.EN {
		return t.PL
	}
	return t.PL + " / " + t.EN
}

// monthsText counts months: 1 miesiąc, 2 miesiące, 5 miesięcy, 22 miesiące.
func monthsText(n int) evaluate.Text {
	pl, en := "miesięcy", "months"
	switch last := n % 10; {
	case n == 1:
		pl, en = "miesiąc", "month"
	case last >= 2 && last <= 4 && (n%100 < 12 || n%100 > 14):
		pl = "miesiące"
	}
	number := strconv.Itoa(n) + "\u00a0"
	return evaluate.T(number+pl, number+en)
}

// dateText prints yyyy-MM-dd, yyyy-MM or yyyy as people of each language write it. What is none
// of these is printed as it is.
func dateText(iso string) evaluate.Text {
	parts := strings.Split(iso, "-")
	if len(parts) == 1 || len(parts) > 3 {
		return evaluate.Same(iso)
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil || month < 1 || month > 12 {
		return evaluate.Same(iso)
	}
	names := [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	t := evaluate.T(parts[1]+"."+parts[0], names[month-1]+" "+parts[0])
	if len(parts) == 3 {
		t = evaluate.T(parts[2]+"."+t.PL, strings.TrimLeft(parts[2], "0")+" "+t.EN)
	}
	return t
}

// periodText is the time of a project; empty where nothing is known of it.
func periodText(p Project) evaluate.Text {
	var t evaluate.Text
	from, to := dateText(p.From), dateText(p.To)
	switch {
	case p.From != "" && p.From == p.To:
		t = from
	case p.From != "" && p.To != "":
		t = from.Joined(" – ", to)
	case p.From != "":
		t = evaluate.T("od "+from.PL, "from "+from.EN)
	case p.To != "":
		t = evaluate.T("do "+to.PL, "until "+to.EN)
	}
	if !p.PeriodWords.Empty() {
		return p.PeriodWords
	}
	if p.Months == 0 {
		return t
	}
	months := monthsText(p.Months)
	if t.Empty() {
		return months
	}
	return evaluate.T(t.PL+" ("+months.PL+")", t.EN+" ("+months.EN+")")
}

// ruleText names the rule set of a project and its version.
func ruleText(p Project) evaluate.Text {
	if p.RuleSet == "" {
		return evaluate.Text{}
	}
	return evaluate.T(
		p.RuleSet+", wersja\u00a0"+strconv.Itoa(p.RuleVersion), p.RuleSet+", version\u00a0"+strconv.Itoa(p.RuleVersion))
}

// titleLines is the title block: what was evaluated, of whom, when, by which rules and program.
// What is not known is told as such.
func titleLines(r *Report) []Fact {
	p := r.Project
	lines := []Fact{
		{evaluate.T("Program", "Programme"), p.Programme},
		{evaluate.T("Beneficjent", "Beneficiary"), p.Beneficiary},
		{evaluate.T("Okres realizacji", "Period"), periodText(p)},
		{evaluate.T("Rodzaj liczb", "Kind of figures"), p.Kind},
		{evaluate.T("Zestaw reguł", "Rule set"), ruleText(p)},
		{evaluate.T("Program obliczeniowy", "Computed with"), evaluate.Same(strings.TrimSpace("efseval " + r.Version))},
	}
	if len(r.Overrides) > 0 {
		lines = append(lines, Fact{evaluate.T("Parametry zmienione w pliku projektu", "Parameters changed in the project file"), overridesText(r.Overrides)})
	}
	if r.Generated != "" {
		lines = append(lines, Fact{evaluate.T("Data sporządzenia", "Date of the report"), dateText(r.Generated)})
	}
	for i := range lines {
		if lines[i].Value.Empty() {
			lines[i].Value = evaluate.T("brak danych", "not available")
		}
	}
	return lines
}

// daggerText is the one explanation of the mark of made-up figures.
var daggerText = evaluate.T(
	"przy liczbie znaczy: obliczona ze zmyślonych danych o osobach i niepotwierdzona żadną ogłoszoną wielkością. Nie mówi nic o prawdziwych uczestnikach.",
	"at a number means: computed from made-up data on persons and confirmed by no published total. It says nothing of the real participants.")

// anyMadeUp tells whether a figure carries that mark.
func anyMadeUp(r *Report) bool {
	return slices.ContainsFunc(r.Figures.All(), func(f evaluate.Figure) bool { return f.MadeUp })
}
