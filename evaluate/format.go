package evaluate

import "strings"

// Unit says what a Figure is measured in.
type Unit string

// The units of figures.
const (
	Persons    Unit = "persons"
	Pairs      Unit = "pairs"
	Sheets     Unit = "sheets"     // questionnaires filled in
	Households Unit = "households" // families, never persons
	Units      Unit = "units"      // anything else counted whole
	Zloty      Unit = "PLN"
	Euro       Unit = "EUR"
	Share      Unit = "share" // between 0 and 1; printed as percent
	Points     Unit = "points"
	Months     Unit = "months"
	Statistic  Unit = "statistic" // t, W, d, g: no unit
	RankSum    Unit = "rank-sum"
	PValue     Unit = "p"
)

// AllUnits lists the units, those that are counted first.
func AllUnits() []Unit {
	return []Unit{Persons, Pairs, Sheets, Households, Units, Zloty, Euro, Share, Points, Months, Statistic, RankSum, PValue}
}

const nbsp = "\u00a0"

// places is the number of decimals a unit is printed with.
func (u Unit) places() int {
	switch u {
	case Zloty, Euro, Share, Points:
		return 2
	case Statistic, PValue:
		return 3
	case RankSum:
		return 1 // midranks are halves
	}
	return 0
}

// Format prints a value for people: Polish with decimal comma, NBSP between thousands and the
// unit ("939 717,45 zł", "61,67%"), English with point and comma ("PLN 939,717.45", "61.67%").
// A p below a thousandth is told as such. Absent is an en dash.
func (u Unit) Format(v Value, l Lang) string {
	if !v.Present() {
		return "–"
	}
	switch u {
	case Share:
		return Localize(v.Percent(2), l) + "%"
	case Zloty, Euro:
		return u.money(v, l)
	case PValue:
		if v.Float() < 0.001 {
			return "<" + nbsp + Localize("0.001", l)
		}
	}
	return Localize(v.Fixed(u.places()), l)
}

// money puts the currency where each language has it: "5 721,10 zł", "PLN 5,721.10".
func (u Unit) money(v Value, l Lang) string {
	amount := Localize(v.Fixed(2), l)
	if l == EN {
		return string(u) + nbsp + amount
	}
	return amount + nbsp + u.Name().PL
}

// Localize turns plain decimal text ("-1234567.5") into a language's form: thousands from
// 1 000 parted by NBSP in Polish and a comma in English.
func Localize(plain string, l Lang) string {
	point, group := ",", nbsp
	if l == EN {
		point, group = ".", ","
	}
	sign := ""
	if cut, negative := strings.CutPrefix(plain, "-"); negative {
		sign, plain = "\u2212", cut
	}
	whole, fraction, hasFraction := strings.Cut(plain, ".")
	var out strings.Builder
	out.WriteString(sign)
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteString(group)
		}
		out.WriteRune(digit)
	}
	if hasFraction {
		out.WriteString(point + fraction)
	}
	return out.String()
}

// Name is the unit in words, for table headings.
func (u Unit) Name() Text {
	switch u {
	case Persons:
		return T("osoby", "persons")
	case Pairs:
		return T("pary", "pairs")
	case Sheets:
		return T("ankiety", "questionnaires")
	case Households:
		return T("rodziny", "households")
	case Zloty:
		return T("zł", "PLN")
	case Euro:
		return Same("EUR")
	case Share:
		return T("udział", "share")
	case Points:
		return T("punkty", "points")
	case Months:
		return T("miesiące", "months")
	case RankSum:
		return T("suma rang", "rank sum")
	case PValue:
		return Same("p")
	case Statistic:
		return T("statystyka", "statistic")
	}
	return T("liczba", "number")
}
