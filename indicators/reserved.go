package indicators

import (
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// ReservedCodes lists the figures that every table has besides its indicators, in its order.
func ReservedCodes() []string { return []string{Participants, GrandTotal, Leavers, Completed} }

func isReserved(code string) bool { return slices.Contains(ReservedCodes(), code) }

// reservedNames are the names of the figures that every table has.
var reservedNames = map[string]datasets.Label{
	Participants: {PL: "Uczestnicy (rekordy pełne)", EN: "Participants (complete records)"},
	GrandTotal:   {PL: "Wszystkie osoby objęte wsparciem", EN: "Grand total of persons supported"},
	Leavers:      {PL: "Zakończyli udział", EN: "Left the project"},
	Completed:    {PL: "Zakończyli udział zgodnie z planem", EN: "Finished as planned"},
}

// NameOf is the name of a figure: of an indicator, or of one that every table has; zero for a code
// that the set does not have.
func (s *Set) NameOf(code string) datasets.Label {
	if name, reserved := reservedNames[code]; reserved {
		return name
	}
	if d := s.Definition(code); d != nil {
		return d.Name
	}
	return datasets.Label{}
}

// SayReserved says how a figure that every table has is counted, and what its denominator is; zero for
// another code.
func (s *Set) SayReserved(code string) datasets.Label {
	complete := s.sayComplete()
	switch code {
	case GrandTotal:
		return datasets.Label{
			PL: "wszystkie uczestnictwa, także o rekordzie niepełnym; każda osoba raz w projekcie",
			EN: "all participations, also those whose record is incomplete; each person once in a project",
		}
	case Participants:
		return datasets.Label{PL: complete.PL + "; każda osoba raz w projekcie; mianownik: wszystkie osoby objęte wsparciem",
			EN: complete.EN + "; each person once in a project; denominator: the grand total"}
	case Leavers:
		return datasets.Label{PL: complete.PL + ", w których znana jest data zakończenia udziału; mianownik: uczestnicy",
			EN: complete.EN + " with a known date of exit; denominator: the participants"}
	case Completed:
		said := s.Say(&s.Parameters.Completers)
		return datasets.Label{
			PL: complete.PL + ", w których: " + said.PL + "; gdzie eksport ma kolumnę daty zakończenia udziału, musi ona być znana; mianownik: uczestnicy",
			EN: complete.EN + " in which: " + said.EN + "; where the export has a column for the date of exit, the date must be known; denominator: the participants"}
	}
	return datasets.Label{}
}

// SayNeeds names the columns of needs written as in [Row.Without] and [Need.String].
func (s *Set) SayNeeds(needs []string) datasets.Label {
	var pl, en []string
	for _, n := range needs {
		need := parseNeed(n)
		l := need.label(s.schema)
		pl, en = append(pl, l.PL), append(en, l.EN)
	}
	return datasets.Label{PL: strings.Join(pl, ", "), EN: strings.Join(en, ", ")}
}

// sayComplete says which records enter the totals.
func (s *Set) sayComplete() datasets.Label {
	if len(s.Parameters.CompleteRecord) == 0 {
		return datasets.Label{PL: "wszystkie uczestnictwa (zestaw reguł nie zna rekordów niepełnych)", EN: "all participations (the rule set knows no incomplete records)"}
	}
	fields := s.sayVariables()
	return datasets.Label{PL: "uczestnictwa o rekordzie pełnym (" + fields.PL + ")", EN: "participations with a complete record (" + fields.EN + ")"}
}
