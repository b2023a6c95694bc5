package indicators

import (
	"strings"

	"github.com/efseval/efseval/datasets"
)

// SayClause is the clause in both languages.
func (s Source) SayClause() datasets.Label {
	return datasets.Label{PL: sourcePhrases.Replace(s.Clause), EN: s.Clause}
}

// SayMark says in both languages how the rule is known. The keys of sources stay as they are.
func (s Source) SayMark() datasets.Label {
	return datasets.Label{PL: sourcePhrases.Replace(s.Mark), EN: s.Mark}
}

// SaySource is the source of the relation in both languages.
func (v Invariant) SaySource() datasets.Label {
	return datasets.Label{PL: sourcePhrases.Replace(v.Source), EN: v.Source}
}

// sourcePhrases are the words in which the definitions cite, in Polish. Of two that begin alike the
// longer stands first. A remark that is not here stays English.
var sourcePhrases = strings.NewReplacer(
	"guidelines after October/November 2016", "wytyczne po październiku/listopadzie 2016",
	"guidelines of 2015, in force until autumn 2016", "wytyczne z 2015 r., obowiązujące do jesieni 2016",
	"guidelines of 2015", "wytyczne z 2015 r.",
	"guidelines:", "wytyczne:",
	"(of which employment)", "(w tym zatrudnieniowa)",
	"(the ESF+ guidelines were not found)", "(wytycznych EFS+ nie znaleziono)",
	"definition in outline sourced:", "definicja w zarysie ze źródła:",
	"denominator from knowledge, medium", "mianownik z wiedzy własnej, pewność średnia",
	"(PI 9i), denominator", "(PI 9i), mianownik",
	"efektywności, denominator", "efektywności, mianownik",
	"the name is ours", "nazwa jest nasza",
	"(at least one of the two)", "(co najmniej jedno z dwojga)",
	"(for 2014-2020 sourced:", "(dla 2014-2020 ze źródła:",
	"horizontal", "horyzontalny",
	"direct result", "rezultat bezpośredni",
	"long-term result (as CR06)", "rezultat długoterminowy (jak CR06)",
	"PI 9i, output", "PI 9i, produkt",
	"by definition", "z definicji",
	"before 2.8.2018", "przed 2.8.2018",
	"Regulation (EU)", "rozporządzenie (UE)",
	"Annex", "załącznik",
	"PO KL, table", "PO KL, tabela",
	"validation rules", "reguły walidacji",
	"from knowledge, medium-high", "z wiedzy własnej, pewność dość wysoka",
	"from knowledge, high", "z wiedzy własnej, pewność wysoka",
	"from knowledge, medium", "z wiedzy własnej, pewność średnia",
	"from knowledge, low", "z wiedzy własnej, pewność niska",
	"sourced:", "ze źródła:",
	"(ISCED 0: medium)", "(ISCED 0: średnia)",
	"(who is eligible)", "(kto jest uprawniony)",
	"(12 months for all ages)", "(12 miesięcy w każdym wieku)",
	"(EU level)", "(poziom UE)",
	"(direct and indirect benefit differ)", "(korzyść bezpośrednia i pośrednia to nie to samo)",
	"(incomplete records count)", "(rekordy niepełne się liczą)",
	"(absent from the consolidated text)", "(brak w tekście skonsolidowanym)",
	"(beneficiary or partner)", "(beneficjent lub partner)",
	"(each entity once per operation)", "(każdy podmiot raz w projekcie)",
	"(the sums; the wording of the name is ours)", "(sumy; brzmienie nazwy jest nasze)",
	"(snapshot)", "(stan w dniu, nie w okresie)",
	"a union is at most the sum", "część wspólna liczy się raz: nie więcej niż suma",
	"by continuity with", "przez ciągłość z",
	"delta of", "odstępstwo przy",
)

// Say says how sure the wording of a name is, from one of the words of [NameSure]; empty where it is
// not said.
func (NameSure) Say(sure string) datasets.Label {
	pl := map[string]string{"high": "wysoka", "medium-high": "dość wysoka", "medium": "średnia", "low": "niska"}
	switch {
	case sure == "sourced":
		return datasets.Label{PL: "przeczytana w źródle", EN: "read in a source"}
	case pl[sure] != "":
		return datasets.Label{PL: "z wiedzy własnej, pewność " + pl[sure], EN: "from knowledge, " + sure + " confidence"}
	}
	return datasets.Label{PL: sure, EN: sure}
}

// SayWhen says when an indicator is observed, by its stage and the windows of the rule set.
func (s *Set) SayWhen(d *Definition) datasets.Label {
	p := s.Parameters
	switch d.Stage {
	case ImmediateResult:
		if rests := s.restsOn(d); rests.own && !rests.immediate {
			return datasets.Label{PL: "rezultat bezpośredni: sytuacja po zakończeniu udziału, w czasie, który podaje licznik",
				EN: "immediate result: the situation after leaving, within the time that the numerator says"}
		}
		return datasets.Label{
			PL: "rezultat bezpośredni: sytuacja od dnia zakończenia udziału do " + days(p.ImmediateDays).PL + " po nim włącznie",
			EN: "immediate result: the situation from the day of leaving to " + days(p.ImmediateDays).EN + " after it, inclusive"}
	case LongerTermResult:
		return datasets.Label{
			PL: "rezultat długoterminowy: sytuacja " + months(p.LongerTermMonths).PL + " po dniu zakończenia udziału; w krótszym miesiącu liczy się jego ostatni dzień",
			EN: "longer-term result: the situation " + months(p.LongerTermMonths).EN + " after the day of leaving; in a shorter month its last day counts"}
	}
	if s.restsOn(d).ending {
		return datasets.Label{PL: "produkt: według tego, czy i jak zakończył się udział; pozostałe cechy z dnia przystąpienia",
			EN: "output: by whether and how the participation ended; other characteristics as on the day of entry"}
	}
	return datasets.Label{PL: "produkt: stan w dniu przystąpienia do projektu, czyli pierwszej formy wsparcia",
		EN: "output: the situation on the day of entry into the project, that of the first support"}
}

func days(n int) datasets.Label {
	return datasets.Label{PL: datasets.PolishCount(n, "dnia", "dni", "dni"), EN: datasets.EnglishCount(n, "day", "days")}
}

func months(n int) datasets.Label {
	return datasets.Label{PL: datasets.PolishCount(n, "miesiąc", "miesiące", "miesięcy"), EN: datasets.EnglishCount(n, "month", "months")}
}
