package chart

// Lang is the language of the words and the number formats of a chart.
type Lang string

// The languages a chart can be drawn in.
const (
	PL Lang = "pl"
	EN Lang = "en"
)

// words are the texts a chart brings itself; all others are passed in.
type words struct {
	missing, of, target, achieved, people, total string
	change, interval, noInterval, pairs          string
	before, after, cost                          string
	money                                        [5]string // units of 1, 10³, 10⁶, 10⁹ and 10¹² zł
	groups                                       [6]string // by Group
}

// words returns the texts of the language; the language was checked by Options.
func (l Lang) words() words {
	if l == PL {
		return words{
			missing: "brak danych", of: "z", target: "cel", achieved: "osiągnięto",
			people: "liczba osób", total: "Liczba osób: ",
			change: "średnia zmiana (po − przed)", interval: "% przedział ufności",
			noInterval: "bez\u00a0przedziału", pairs: "n: liczba par",
			before: "przed", after: "po", cost: "koszt, ",
			money:  [5]string{"zł", "tys. zł", "mln zł", "mld zł", "bln zł"},
			groups: [6]string{"", "Razem", "Kobiety", "Mężczyźni", "Osoby niebinarne", "Płeć nieznana lub spoza zestawu reguł"},
		}
	}
	return words{
		missing: "not available", of: "of", target: "target", achieved: "achieved",
		people: "number of people", total: "Number of people: ",
		change: "mean change (after − before)", interval: "% confidence interval",
		noInterval: "no\u00a0interval", pairs: "n: number of pairs",
		before: "before", after: "after", cost: "cost, ",
		money:  [5]string{"PLN", "PLN thousand", "PLN million", "PLN billion", "PLN trillion"},
		groups: [6]string{"", "Total", "Women", "Men", "Non-binary", "Sex unknown or outside the rule set"},
	}
}

// Group says whom a row is about; it gives the row its colour and, where the
// row has no name of its own, its name.
type Group int

// The groups with a colour of their own. Other is any other group or scale and
// needs a name.
const (
	Other Group = iota
	Total
	Women
	Men
	NonBinary
	UnknownSex
)

// In returns the name of the group in the language, "" for Other.
func (g Group) In(lang Lang) string {
	if g < Other || g > UnknownSex {
		return ""
	}
	return lang.words().groups[g]
}

// named returns the name to print for a row: its own, or the group's.
func (g Group) named(own string, lang Lang) string {
	if name := clean(own); name != "" {
		return name
	}
	return g.In(lang)
}
