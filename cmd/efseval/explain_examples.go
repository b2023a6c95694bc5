package main

import (
	"maps"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// examples show the rule on made-up people: first what all of them have, then what each has besides.
func (p page) examples(set *indicators.Set, d *indicators.Definition, examples []indicators.Example) {
	if len(examples) == 0 {
		return
	}
	if d.Fact {
		p.head("Przykłady", "Examples")
	} else {
		p.head("Przykłady (osoby są wymyślone)", "Examples (the people are made up)")
	}
	common := commonTo(examples)
	if words := personWords(set, common, p.lang); len(words) > 0 && len(examples) > 1 {
		p.line(evaluate.T("każda z osób – ", "each of the people – ").In(p.lang)+strings.Join(words, "; "), 1)
	}
	for _, e := range examples {
		own := map[string]string{}
		for field, value := range e.Person {
			if _, all := common[field]; !all || len(examples) == 1 {
				own[field] = value
			}
		}
		p.example(personWords(set, own, p.lang), verdictWords(&e, d.Fact), e.Why)
	}
}

// example prints what a person has, and what becomes of her.
func (p page) example(words []string, verdict, why datasets.Label) {
	end := said(verdict, p.lang)
	if why != (datasets.Label{}) {
		end += ": " + said(why, p.lang)
	}
	if len(words) == 0 {
		p.line("– "+end, 1)
		return
	}
	p.line("– "+strings.Join(words, "; "), 1)
	p.line("→ "+end, 2)
}

// commonTo are the values that all the people have.
func commonTo(examples []indicators.Example) map[string]string {
	common := maps.Clone(examples[0].Person)
	for _, e := range examples[1:] {
		maps.DeleteFunc(common, func(field, value string) bool { return e.Person[field] != value })
	}
	return common
}

func verdictWords(e *indicators.Example, fact bool) datasets.Label {
	switch {
	case e.Achieved:
		return datasets.Label{PL: "liczy się", EN: "counts"}
	case fact:
		return datasets.Label{PL: "nie liczy się", EN: "does not count"}
	case e.Eligible:
		return datasets.Label{PL: "jest w mianowniku, ale się nie liczy", EN: "is in the denominator, but does not count"}
	}
	return datasets.Label{PL: "nie ma jej w mianowniku, więc się nie liczy", EN: "is not in the denominator, so does not count"}
}

// personWords are the fields of a person in the order of the schema, each with its value in words.
func personWords(set *indicators.Set, person map[string]string, lang evaluate.Lang) []string {
	var words []string
	for i := range set.Schema().Fields {
		f := &set.Schema().Fields[i]
		if value, given := person[f.Name]; given {
			words = append(words, said(f.Label, lang)+": "+valueWords(f, value, lang))
		}
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
