package indicators

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Say puts a criterion in words, Polish and English: short enough for a footnote, whole enough
// for an auditor. Indicators are named by their codes.
func (s *Set) Say(c *Criterion) datasets.Label {
	switch {
	case c.All != nil:
		return s.sayParts(c.All, " oraz ", " and ")
	case c.Any != nil:
		return s.sayParts(c.Any, " lub ", " or ")
	case c.Not != nil:
		part := s.Say(c.Not)
		if len(c.Not.All) > 1 || len(c.Not.Any) > 1 {
			part = datasets.Label{PL: "(" + part.PL + ")", EN: "(" + part.EN + ")"}
		}
		return datasets.Label{PL: "nie stwierdzono: " + part.PL, EN: "not known to be: " + part.EN}
	case c.Field != "":
		return s.sayField(c)
	case c.Age != nil:
		return c.Age.say()
	case c.LongTermUnemployed:
		return s.Parameters.LongTerm.say()
	case c.Indicator != "":
		return datasets.Label{PL: c.Indicator, EN: c.Indicator}
	case c.Known != "":
		f := s.labelOf(c.Known)
		return datasets.Label{PL: "znana wartość pola „" + f.PL + "”", EN: "the " + f.EN + " is known"}
	}
	return datasets.Label{PL: "każdy uczestnik", EN: "every participant"}
}

func (s *Set) sayParts(parts []Criterion, pl, en string) datasets.Label {
	var wordsPL, wordsEN []string
	for i := range parts {
		l := s.Say(&parts[i])
		if len(parts) > 1 {
			l = datasets.Label{PL: bracket(l.PL, &parts[i]), EN: bracket(l.EN, &parts[i])}
		}
		wordsPL, wordsEN = append(wordsPL, l.PL), append(wordsEN, l.EN)
	}
	return datasets.Label{PL: strings.Join(wordsPL, pl), EN: strings.Join(wordsEN, en)}
}

// bracket keeps all, any and a list of terms apart from what stands around them.
func bracket(words string, c *Criterion) string {
	if len(c.All) > 1 || len(c.Any) > 1 || len(c.In)+len(c.Has)+len(c.HasAll) > 1 {
		return "(" + words + ")"
	}
	return words
}

func (s *Set) labelOf(field string) datasets.Label {
	if f := s.schema.Field(field); f != nil {
		return f.Label
	}
	return datasets.Label{PL: field, EN: field}
}

func (s *Set) sayField(c *Criterion) datasets.Label {
	f := s.labelOf(c.Field)
	var out datasets.Label
	switch {
	case c.In != nil:
		out = s.sayTerms(c, f, c.In, "lub", "or")
	case c.Has != nil:
		out = s.sayTerms(c, f, c.Has, "lub", "or")
	case c.HasAll != nil:
		out = s.sayTerms(c, f, c.HasAll, "oraz", "and")
	case c.Before != "" || c.From != "":
		out = c.sayBetween(f)
	default:
		out = s.sayWindow(c, f)
	}
	if c.OrMissing {
		if c.In == nil && c.Has == nil && c.HasAll == nil {
			return datasets.Label{PL: out.PL + " (brak daty nie wyklucza)", EN: out.EN + " (a missing date does not exclude)"}
		}
		out.PL, out.EN = out.PL+" (brak wartości nie wyklucza)", out.EN+" (no value does not exclude)"
	}
	return out
}

// sayTerms names the terms after their field, several in quotes: some hold a comma or an "or" of
// their own.
func (s *Set) sayTerms(c *Criterion, f datasets.Label, terms []string, pl, en string) datasets.Label {
	var wordsPL, wordsEN []string
	field := s.schema.Field(c.Field)
	for _, code := range terms {
		term := datasets.Term{PL: code, EN: code}
		if field != nil && field.Vocabulary != nil {
			if i, ok := field.Vocabulary.Code(code); ok {
				term = field.Vocabulary.Term(i)
			}
		}
		if len(terms) > 1 {
			term.PL, term.EN = "„"+term.PL+"”", "\""+term.EN+"\""
		}
		wordsPL, wordsEN = append(wordsPL, term.PL), append(wordsEN, term.EN)
	}
	return datasets.Label{PL: f.PL + ": " + listed(wordsPL, pl), EN: f.EN + ": " + listed(wordsEN, en)}
}

// listed joins words as a sentence does: a, b or c.
func listed(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}

func (c *Criterion) sayBetween(f datasets.Label) datasets.Label {
	if c.From != "" {
		f.PL, f.EN = f.PL+" nie wcześniej niż "+c.From, f.EN+" on or after "+c.From
	}
	switch {
	case c.Before != "" && c.From != "":
		f.PL, f.EN = f.PL+" i przed "+c.Before, f.EN+" and before "+c.Before
	case c.Before != "":
		f.PL, f.EN = f.PL+" przed "+c.Before, f.EN+" before "+c.Before
	}
	return f
}

func (s *Set) sayWindow(c *Criterion, f datasets.Label) datasets.Label {
	days, months := 0, 0
	switch {
	case c.Days != nil:
		days = *c.Days
	case c.Months != nil:
		months = *c.Months
	default:
		days, months, _ = s.Parameters.window(c.Within) // an unknown window is refused when the set is made
	}
	if c.Months != nil || months > 0 {
		return datasets.Label{
			PL: fmt.Sprintf("%s od dnia przystąpienia do %d mies. po zakończeniu udziału", f.PL, months),
			EN: fmt.Sprintf("%s from the day of entry to %d months after leaving", f.EN, months),
		}
	}
	return datasets.Label{
		PL: fmt.Sprintf("%s od dnia przystąpienia do %d. dnia po zakończeniu udziału", f.PL, days),
		EN: fmt.Sprintf("%s from the day of entry to day %d after leaving", f.EN, days),
	}
}

func (b *AgeBand) say() datasets.Label {
	switch {
	case b.From != nil && (b.To != nil || b.Below != nil):
		to := 0
		if b.To != nil {
			to = *b.To
		} else {
			to = *b.Below - 1
		}
		return datasets.Label{PL: fmt.Sprintf("wiek od %d do %d lat", *b.From, to), EN: fmt.Sprintf("aged %d to %d", *b.From, to)}
	case b.From != nil:
		return datasets.Label{PL: fmt.Sprintf("wiek co najmniej %d lat", *b.From), EN: fmt.Sprintf("aged %d or more", *b.From)}
	case b.Below != nil:
		return datasets.Label{PL: fmt.Sprintf("wiek poniżej %d lat", *b.Below), EN: fmt.Sprintf("aged below %d", *b.Below)}
	case b.To != nil:
		return datasets.Label{PL: fmt.Sprintf("wiek najwyżej %d lat", *b.To), EN: fmt.Sprintf("aged %d or less", *b.To)}
	}
	return datasets.Label{PL: "w każdym wieku", EN: "of any age"}
}

func (l LongTerm) say() datasets.Label {
	spell := l.spell()
	return datasets.Label{
		PL: "osoba długotrwale bezrobotna: tak oznaczona w eksporcie albo nieprzerwanie bez pracy przed przystąpieniem " + spell.PL,
		EN: "long-term unemployed: marked so in the export, or out of work without a break before entry for " + spell.EN,
	}
}

// spell says how long somebody must have been unemployed.
func (l LongTerm) spell() datasets.Label {
	pl, en := "co najmniej", "at least"
	if l.Strict {
		pl, en = "ponad", "more than"
	}
	if l.MonthsUnder25 == l.MonthsFrom25 {
		return datasets.Label{PL: fmt.Sprintf("%s %d mies.", pl, l.MonthsFrom25), EN: fmt.Sprintf("%s %d months", en, l.MonthsFrom25)}
	}
	return datasets.Label{
		PL: fmt.Sprintf("%s %d mies. (poniżej 25 lat) lub %s %d mies. (od 25 lat)", pl, l.MonthsUnder25, pl, l.MonthsFrom25),
		EN: fmt.Sprintf("%s %d months (below 25) or %s %d months (25 and over)", en, l.MonthsUnder25, en, l.MonthsFrom25),
	}
}
