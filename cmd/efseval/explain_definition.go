package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// definition explains an indicator.
func (p page) definition(e *explained) {
	set, d := e.sets[0], e.def
	p.title(d.Code, d.Name)
	p.line(evaluate.T(fmt.Sprintf("zestaw reguł %s, wersja %d: %s", set.Name, set.Version, set.Title.PL),
		fmt.Sprintf("rule set %s, version %d: %s", set.Name, set.Version, set.Title.EN)).In(p.lang), 1)
	if sure := d.NameSure.Say(evaluate.T(d.NameSure.PL, d.NameSure.EN).In(p.lang)); sure.PL != "" {
		p.line(evaluate.T("nazwa: "+sure.PL, "name: "+sure.EN).In(p.lang), 1)
	}
	if d.Fact {
		p.fact(d)
	} else {
		p.rule(set, d)
	}
	p.source(d)
	p.thresholds(set, d.Code)
	p.relations(set, d.Code)
	p.examples(set, d, e.examples)
	if !d.Fact {
		p.head("SQL", "SQL")
		p.line(fmt.Sprintf("efseval sql %s --set %s", d.Code, set.Name), 1)
	}
}

// source says on what an indicator rests, and where it departs from it.
func (p page) source(d *indicators.Definition) {
	p.head("Podstawa", "Source")
	p.say(d.Source.SayClause(), 1)
	if d.Source.Mark != "" {
		p.line(evaluate.T("skąd wiadomo: ", "how it is known: ").In(p.lang)+said(d.Source.SayMark(), p.lang), 1)
	}
	p.head("Odstępstwo od rozporządzenia", "Delta from the regulation")
	if d.Delta == (datasets.Label{}) {
		p.line(evaluate.T("nie stwierdzono", "none known").In(p.lang), 1)
	} else {
		p.say(d.Delta, 1)
	}
	if d.Note != (datasets.Label{}) {
		p.head("Uwaga", "Note")
		p.say(d.Note, 1)
	}
}

// fact explains a number that the project states.
func (p page) fact(d *indicators.Definition) {
	p.head("Jak jest liczony", "How it is counted")
	p.line(evaluate.T(fmt.Sprintf("liczba, którą podaje projekt (%s); nie wynika z wierszy eksportu: efseval count … --fact %s=LICZBA", d.Unit.Label().PL, d.Code),
		fmt.Sprintf("a number that the project states (%s); it does not follow from the rows of an export: efseval count … --fact %s=NUMBER", d.Unit.Label().EN, d.Code)).In(p.lang), 1)
}

// rule explains who is eligible and who counts.
func (p page) rule(set *indicators.Set, d *indicators.Definition) {
	p.head("Kiedy jest obserwowany", "When it is observed")
	p.say(set.SayWhen(d), 1)
	p.head("Kto może go osiągnąć (mianownik)", "Who is eligible (denominator)")
	p.say(recordsOf(set, d), 1)
	if !d.Eligible.Everyone {
		eligible := set.Clauses(&d.Eligible)
		p.clause(datasets.Label{PL: "a wśród nich te, gdzie", EN: "and of those where"}, &eligible, 1)
	}
	p.head("Kto się liczy (licznik)", "Who counts (numerator)")
	if d.Achieved.Everyone {
		p.line(evaluate.T("każde uczestnictwo z mianownika", "every participation of the denominator").In(p.lang), 1)
	} else {
		achieved := set.Clauses(&d.Achieved)
		p.clause(datasets.Label{PL: "z mianownika te uczestnictwa, gdzie", EN: "of the denominator the participations where"}, &achieved, 1)
	}
	p.head("Parametry zestawu reguł", "Parameters of the rule set")
	for _, parameter := range set.SayParameters(d) {
		p.line(fmt.Sprintf("– %s: %s (%s)", said(parameter.Name, p.lang), said(parameter.Value, p.lang), parameter.Key), 1)
	}
	p.columns(set, d)
}

// recordsOf says which participations an indicator is counted from.
func recordsOf(set *indicators.Set, d *indicators.Definition) datasets.Label {
	switch {
	case d.Records == indicators.AllRecords:
		return datasets.Label{PL: "wszystkie uczestnictwa, także o rekordzie niepełnym", EN: "all participations, also those whose record is incomplete"}
	case len(set.Parameters.CompleteRecord) == 0:
		return datasets.Label{PL: "wszystkie uczestnictwa", EN: "all participations"}
	}
	return datasets.Label{PL: "uczestnictwa o rekordzie pełnym", EN: "participations with a complete record"}
}

// columns names what an export must have, and what it may.
func (p page) columns(set *indicators.Set, d *indicators.Definition) {
	needed, optional := needsOf(set, d)
	if len(needed)+len(optional) == 0 {
		return
	}
	p.head("Kolumny eksportu", "Columns of the export")
	for _, need := range needed {
		p.line("– "+said(set.SayNeeds([]string{need}), p.lang), 1)
	}
	for _, need := range optional {
		p.line("– "+said(set.SayNeeds([]string{need}), p.lang)+evaluate.T("; nieobowiązkowa", "; not required").In(p.lang), 1)
	}
}

// needsOf are the columns of both criteria, each once.
func needsOf(set *indicators.Set, d *indicators.Definition) (needed, optional []string) {
	for _, c := range []*indicators.Criterion{&d.Eligible, &d.Achieved} {
		needs, err := set.Needs(c)
		if err != nil {
			continue // a set that was loaded compiles
		}
		for _, n := range needs {
			for _, name := range columnsOfNeed(n) {
				switch {
				case slices.Contains(needed, name):
				case !n.Optional:
					needed = append(needed, name)
				case !slices.Contains(optional, name):
					optional = append(optional, name)
				}
			}
		}
	}
	return needed, slices.DeleteFunc(optional, func(o string) bool { return slices.Contains(needed, o) })
}

// columnsOfNeed are the columns of a need that can be met in one way, else its ways as one.
func columnsOfNeed(n indicators.Need) []string {
	if len(n.Ways) == 1 {
		return n.Ways[0]
	}
	return []string{n.String()}
}

// thresholds are the shares that the indicator must reach, by subgroup.
func (p page) thresholds(set *indicators.Set, code string) {
	first := true
	for _, t := range set.Thresholds {
		if t.Code != code {
			continue
		}
		if first {
			p.head("Progi; kto mieści się w kilku grupach, liczy się w każdej", "Thresholds; who fits several groups counts in each")
			first = false
		}
		percent := evaluate.Localize(t.AtLeast.String(), p.lang)
		p.line(fmt.Sprintf("– %s: %s %s%% (%s; %s)", said(t.Name, p.lang), evaluate.T("co najmniej", "at least").In(p.lang), percent,
			said(t.Source.SayClause(), p.lang), said(t.Source.SayMark(), p.lang)), 1)
	}
	if d := set.Definition(code); d.Stage.IsResult() && lacksThresholds(set) {
		p.head("Progi", "Thresholds")
		p.line(noThresholds(set).In(p.lang), 1)
	}
}

// relations are the invariants that the figure takes part in.
func (p page) relations(set *indicators.Set, code string) {
	for i, v := range set.Relations(code) {
		if i == 0 {
			p.head("Relacje, które każda tabela musi zachować, dla każdej płci", "Relations that every table must keep, for each sex")
		}
		p.line(fmt.Sprintf("– %s (%s)", strings.ReplaceAll(v.String(), "<=", "≤"), said(v.SaySource(), p.lang)), 1)
	}
}
