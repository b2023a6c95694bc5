package main

import (
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// examples show the rule on made-up people.
func (p page) examples(set *indicators.Set, d *indicators.Definition) {
	examples := set.Examples(d.Code)
	if len(examples) == 0 {
		return
	}
	p.head("Przykłady (osoby są wymyślone)", "Examples (the people are made up)")
	for _, e := range examples {
		p.line("– "+strings.Join(personWords(set, e.Person, p.lang), "; "), 1)
		verdict := verdictWords(&e)
		if why := said(e.Why, p.lang); why != "" {
			p.line(said(verdict, p.lang)+": "+why, 2)
		} else {
			p.say(verdict, 2)
		}
	}
}

func verdictWords(e *indicators.Example) datasets.Label {
	switch {
	case e.Achieved:
		return datasets.Label{PL: "liczy się", EN: "counts"}
	case e.Eligible:
		return datasets.Label{PL: "nie liczy się, jest w mianowniku", EN: "does not count, is in the denominator"}
	}
	return datasets.Label{PL: "nie liczy się, nie ma jej w mianowniku", EN: "does not count, is not in the denominator"}
}

// personWords are the fields of a person in the order of the schema, each with its value in words.
func personWords(set *indicators.Set, person map[string]string, lang evaluate.Lang) []string {
	var words []string
	for i := range set.Schema().Fields {
		f := &set.Schema().Fields[i]
		value, given := person[f.Name]
		if !given {
			continue
		}
		words = append(words, said(f.Label, lang)+": "+valueWords(f, value, lang))
	}
	return words
}

// valueWords are the terms of a value, those of a set parted by "|".
func valueWords(f *datasets.Field, value string, lang evaluate.Lang) string {
	if f.Vocabulary == nil {
		return value
	}
	var terms []string
	for term := range strings.SplitSeq(value, "|") {
		if code, ok := f.Vocabulary.Code(term); ok {
			t := f.Vocabulary.Term(code)
			term = evaluate.T(t.PL, t.EN).In(lang)
		}
		terms = append(terms, term)
	}
	return strings.Join(terms, ", ")
}
