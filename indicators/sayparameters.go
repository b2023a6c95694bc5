package indicators

import (
	"cmp"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Parameter is a parameter of a rule set in words: what it is and its value here.
type Parameter struct {
	Key   string // as in the YAML of the set
	Name  datasets.Label
	Value datasets.Label
}

// SayParameters lists the parameters that an indicator rests on, in a fixed order; the windows and
// conventions that play no part in it are left out. A nil definition asks for all of the set.
func (s *Set) SayParameters(d *Definition) []Parameter {
	rests := s.restsOn(d)
	var out []Parameter
	add := func(is bool, key, pl, en string, value datasets.Label) {
		if is {
			out = append(out, Parameter{key, datasets.Label{PL: pl, EN: en}, value})
		}
	}
	p := s.Parameters
	add(rests.longTerm, "long_term_unemployed", "bezrobocie długotrwałe", "long-term unemployment", p.LongTerm.spell())
	add(rests.age, "age", "wiek", "age", p.Age.say())
	add(rests.immediate, "immediate_days", "okno rezultatu bezpośredniego", "window of immediate results",
		datasets.Label{PL: days(p.ImmediateDays).PL + " po dniu zakończenia udziału", EN: days(p.ImmediateDays).EN + " after the day of leaving"})
	add(rests.longerTerm, "longer_term_months", "pomiar rezultatu długoterminowego", "when longer-term results are observed",
		datasets.Label{PL: months(p.LongerTermMonths).PL + " po dniu zakończenia udziału", EN: months(p.LongerTermMonths).EN + " after the day of leaving"})
	add(rests.efficiency && p.EfficiencyMonths > 0, "efficiency_months", "okno kryterium efektywności", "window of the efficiency criterion",
		datasets.Label{PL: months(p.EfficiencyMonths).PL + " po dniu zakończenia udziału", EN: months(p.EfficiencyMonths).EN + " after the day of leaving"})
	add(d == nil || d.Records != AllRecords, "complete_record", "rekord pełny", "complete record", s.sayVariables())
	add(true, "genders", "podział według płci", "breakdown by sex", s.sayGenders())
	return out
}

// endingFields are not known on the day of entry.
var endingFields = []string{"exit_date", "completed", "flow", "exit_situation", "later_situation"}

// rests is what an indicator rests on besides its fields.
type rests struct {
	longTerm, age, immediate, longerTerm bool
	efficiency                           bool
	own                                  bool // a window of its own
	ending                               bool // whether or how the participation ended
}

func (s *Set) restsOn(d *Definition) rests {
	if d == nil {
		return rests{longTerm: true, age: true, immediate: true, longerTerm: true, efficiency: true}
	}
	var r rests
	for _, c := range []*Criterion{&d.Eligible, &d.Achieved} {
		r.look(c)
		for _, code := range s.Uses(c) {
			if used := s.Definition(code); used != nil {
				r.look(&used.Eligible)
				r.look(&used.Achieved)
			}
		}
	}
	r.age = r.age || r.longTerm && s.Parameters.LongTerm.MonthsUnder25 != s.Parameters.LongTerm.MonthsFrom25
	r.immediate = r.immediate || d.Stage == ImmediateResult && !r.own
	r.longerTerm = r.longerTerm || d.Stage == LongerTermResult
	return r
}

func (r *rests) look(c *Criterion) {
	r.longTerm = r.longTerm || c.LongTermUnemployed
	r.age = r.age || c.Age != nil
	r.immediate = r.immediate || c.Within == Immediate
	r.longerTerm = r.longerTerm || c.Within == LongerTerm
	r.efficiency = r.efficiency || c.Within == Efficiency
	r.own = r.own || c.Within == Efficiency || c.Days != nil || c.Months != nil
	r.ending = r.ending || slices.Contains(endingFields, cmp.Or(c.Field, c.Known))
	for _, parts := range [][]Criterion{c.All, c.Any} {
		for i := range parts {
			r.look(&parts[i])
		}
	}
	if c.Not != nil {
		r.look(c.Not)
	}
}

func (a AgeConvention) say() datasets.Label {
	if a == YearDifference {
		return datasets.Label{PL: "rok przystąpienia minus rok urodzenia", EN: "year of entry less year of birth"}
	}
	return datasets.Label{PL: "lata ukończone w dniu przystąpienia", EN: "completed years on the day of entry"}
}

func (s *Set) sayVariables() datasets.Label {
	var pl, en []string
	for _, field := range s.Parameters.CompleteRecord {
		l := s.labelOf(field)
		pl, en = append(pl, l.PL), append(en, l.EN)
	}
	if len(pl) == 0 {
		return datasets.Label{PL: "zestaw reguł nie zna rekordów niepełnych", EN: "the rule set knows no incomplete records"}
	}
	return datasets.Label{PL: "znane pola: " + strings.Join(pl, ", "), EN: "known: " + strings.Join(en, ", ")}
}

func (s *Set) sayGenders() datasets.Label {
	var pl, en []string
	for _, g := range s.Groups() {
		if g != Total && g != UnknownSex {
			pl, en = append(pl, g.Label().PL), append(en, g.Label().EN)
		}
	}
	return datasets.Label{PL: strings.Join(pl, ", "), EN: strings.Join(en, ", ")}
}
