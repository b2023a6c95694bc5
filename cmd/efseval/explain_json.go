package main

import (
	"io"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// explainSchema names the shape of the JSON that efseval explain prints. Fields are added under the
// same name; one that is renamed or taken away makes a new one.
const explainSchema = "efseval/explain/1"

type explainedJSON struct {
	Schema  string            `json:"schema"`
	Version string            `json:"version"`
	Sets    []explainSetJSON  `json:"sets,omitempty"` // without a code: what there is
	Figures []explainRuleJSON `json:"figures"`
}

type explainSetJSON struct {
	setJSON
	Period string     `json:"period"`
	Codes  []codeJSON `json:"codes"`
}

type codeJSON struct {
	Code string            `json:"code"`
	Name map[string]string `json:"name"`
}

type explainRuleJSON struct {
	Code       string            `json:"code"`
	Sets       []string          `json:"sets"`
	Name       map[string]string `json:"name"`
	NameSure   map[string]string `json:"name_sure,omitempty"`
	Stage      string            `json:"stage,omitempty"`
	Unit       string            `json:"unit,omitempty"`
	Fact       bool              `json:"fact,omitempty"`    // stated by the project, not counted
	Records    string            `json:"records,omitempty"` // complete or all
	Rule       map[string]string `json:"rule,omitempty"`    // of the figures that every table has
	When       map[string]string `json:"when,omitempty"`
	Eligible   *clauseJSON       `json:"eligible,omitempty"`
	Achieved   *clauseJSON       `json:"achieved,omitempty"`
	Parameters []parameterJSON   `json:"parameters,omitempty"`
	Needs      []string          `json:"needs,omitempty"`    // columns; "a or b + c"
	Optional   []string          `json:"optional,omitempty"` // columns it can do without
	Clause     map[string]string `json:"clause,omitempty"`
	Mark       map[string]string `json:"mark,omitempty"` // how it is known
	Delta      map[string]string `json:"delta,omitempty"`
	Note       map[string]string `json:"note,omitempty"`
	Thresholds []thresholdJSON   `json:"thresholds,omitempty"`
	Relations  []relationJSON    `json:"relations,omitempty"`
	Examples   []exampleJSON     `json:"examples,omitempty"`
}

// clauseJSON is a condition in words, or several that are joined: all, any or none of them.
type clauseJSON struct {
	Words map[string]string `json:"words,omitempty"`
	Join  string            `json:"join,omitempty"`
	Parts []clauseJSON      `json:"parts,omitempty"`
}

type parameterJSON struct {
	Key   string            `json:"key"`
	Value map[string]string `json:"value"`
}

type thresholdJSON struct {
	Name    map[string]string `json:"name"`
	AtLeast string            `json:"at_least_percent"` // exact
	Clause  string            `json:"clause"`
	Mark    string            `json:"mark"`
}

type relationJSON struct {
	Rule   string `json:"rule"`
	Source string `json:"source"`
}

type exampleJSON struct {
	Person   map[string]string `json:"person"` // field -> value in canonical terms
	Eligible bool              `json:"eligible"`
	Achieved bool              `json:"achieved"`
	Why      map[string]string `json:"why"`
}

func explainJSON(w io.Writer, sets []*indicators.Set, found []explained) error {
	out := explainedJSON{Schema: explainSchema, Version: version, Figures: []explainRuleJSON{}}
	for _, e := range found {
		out.Figures = append(out.Figures, e.json())
	}
	if len(found) == 0 {
		for _, s := range sets {
			out.Sets = append(out.Sets, setOf(s))
		}
	}
	return printJSON(w, out)
}

func setOf(s *indicators.Set) explainSetJSON {
	out := explainSetJSON{setJSON{Name: s.Name, Version: s.Version, Title: byLanguage(s.Title)}, s.Period, nil}
	for i := range s.Definitions {
		out.Codes = append(out.Codes, codeJSON{s.Definitions[i].Code, byLanguage(s.Definitions[i].Name)})
	}
	return out
}

func (e *explained) json() explainRuleJSON {
	set := e.sets[0]
	out := explainRuleJSON{Code: e.code, Name: byLanguage(set.NameOf(e.code))}
	for _, s := range e.sets {
		out.Sets = append(out.Sets, s.Name)
	}
	for _, v := range set.Relations(e.code) {
		out.Relations = append(out.Relations, relationJSON{v.String(), v.Source})
	}
	if e.def == nil {
		out.Rule = byLanguage(set.SayReserved(e.code))
		return out
	}
	out.define(set, e.def, e.examples)
	return out
}

func (out *explainRuleJSON) define(set *indicators.Set, d *indicators.Definition, examples []indicators.Example) {
	out.NameSure = map[string]string{"pl": d.NameSure.PL, "en": d.NameSure.EN}
	out.Stage, out.Unit, out.Fact = string(d.Stage), string(d.Unit), d.Fact
	out.Clause, out.Mark = someWords(d.Source.SayClause()), someWords(d.Source.SayMark())
	out.Delta, out.Note = someWords(d.Delta), someWords(d.Note)
	for _, t := range set.Thresholds {
		if t.Code == d.Code {
			out.Thresholds = append(out.Thresholds, thresholdJSON{byLanguage(t.Name), t.AtLeast.String(), t.Source.Clause, t.Source.Mark})
		}
	}
	for _, e := range examples {
		out.Examples = append(out.Examples, exampleJSON{e.Person, e.Eligible, e.Achieved, byLanguage(e.Why)})
	}
	if d.Fact {
		return
	}
	eligible, achieved := clauseOf(set.Clauses(&d.Eligible)), clauseOf(set.Clauses(&d.Achieved))
	out.Records, out.When, out.Eligible, out.Achieved = string(d.Records), byLanguage(set.SayWhen(d)), &eligible, &achieved
	out.Needs, out.Optional = needsOf(set, d)
	for _, p := range set.SayParameters(d) {
		out.Parameters = append(out.Parameters, parameterJSON{p.Key, byLanguage(p.Value)})
	}
}

func clauseOf(c indicators.Clause) clauseJSON {
	out := clauseJSON{Join: string(c.Join), Words: someWords(c.Words)}
	for _, part := range c.Parts {
		out.Parts = append(out.Parts, clauseOf(part))
	}
	return out
}

// someWords is a text by language, nil where there is none.
func someWords(l datasets.Label) map[string]string {
	if l == (datasets.Label{}) {
		return nil
	}
	return byLanguage(l)
}
