package report

import (
	"strconv"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// Rule is a check of the participants, whether it could be carried out and what it found.
type Rule struct {
	Code     string
	Severity datasets.Severity
	Text     evaluate.Text
	Source   string // mark of the bibliography, as machines have it
	Ran      bool
	Found    int           // problems with its code
	Lacks    []Lacking     // columns it could have used and the export does not have
	Unasked  evaluate.Text // what else was not known, as the period of the project; else empty
	Said     evaluate.Text // Source in words; empty where it says all that there is
}

// from is where the rule comes from, for people.
func (r *Rule) from() evaluate.Text {
	if r.Said.Empty() {
		return evaluate.Same(r.Source)
	}
	return r.Said
}

// Lacking is a field that the export has no column for.
type Lacking struct {
	Field string
	Label evaluate.Text
}

// CountFound fills in how often each rule found something.
func CountFound(rules []Rule, problems []datasets.Problem) {
	n := map[string]int{}
	for _, p := range problems {
		n[p.Rule]++
	}
	for i := range rules {
		rules[i].Found = n[rules[i].Code]
	}
}

// rulesPart says which checks found something, how many found nothing, and which could not be
// carried out. Where no participants were checked there is no such part.
func rulesPart(r *Report) part {
	p := part{id: "data-checks", title: evaluate.T("Sprawdzenia danych", "Data checks")}
	if len(r.Rules) == 0 {
		return p
	}
	hits, silent, idle, places := 0, 0, 0, 0
	for _, rule := range r.Rules {
		switch {
		case rule.Found > 0:
			hits, places = hits+1, places+rule.Found
		case rule.Ran:
			silent++
		default:
			idle++
		}
	}
	n := strconv.Itoa
	p.lead = []evaluate.Text{evaluate.T(
		"Uczestników sprawdzono według "+n(len(r.Rules))+" reguł: coś znalazło "+n(hits)+" (miejsc: "+n(places)+"), niczego nie znalazło "+n(silent)+", nie dało się przeprowadzić "+n(idle)+". Reguła niczego nie poprawia i nikogo nie odrzuca.",
		"Participants were checked by "+n(len(r.Rules))+" rules: "+n(hits)+" found something (places: "+n(places)+"), "+n(silent)+" found nothing, "+n(idle)+" could not be carried out. A rule corrects nothing and rejects nobody.")}
	for _, g := range []*grid{hitsGrid(r.Rules), idleGrid(r.Rules)} {
		if len(g.rows) > 0 {
			p.pieces = append(p.pieces, piece{grid: g})
		}
	}
	if hits > 0 {
		p.file = problemsFile(r)
	}
	return p
}

func hitsGrid(rules []Rule) *grid {
	g := &grid{
		id: "rules-found", title: evaluate.T("Reguły, które coś znalazły", "Rules that found something"),
		columns: []evaluate.Text{evaluate.T("Reguła", "Rule"), evaluate.T("Waga", "Severity"), evaluate.T("Ile razy", "Times"),
			evaluate.T("Źródło", "Source")},
	}
	for _, r := range rules {
		if r.Found > 0 {
			g.rows = append(g.rows, line{code: r.Code, label: r.Text, entries: []entry{severityEntry(r.Severity), number(r.Found), words(r.from())}})
		}
	}
	return g
}

// idleGrid says what was missing, and which rules wanted it: a line for each column that the export
// does not have and for whatever else was not known.
func idleGrid(rules []Rule) *grid {
	g := &grid{
		id: "rules-not-run", title: evaluate.T("Czego zabrakło regułom", "What rules were lacking"),
		columns: []evaluate.Text{evaluate.T("Brakuje", "Missing"),
			evaluate.T("Reguły nieprzeprowadzone", "Rules not carried out"), evaluate.T("Reguły przeprowadzone częściowo", "Rules carried out in part")},
	}
	place := map[evaluate.Text]int{}
	add := func(missing evaluate.Text, r *Rule) {
		i, known := place[missing]
		if !known {
			i = len(g.rows)
			place[missing] = i
			g.rows = append(g.rows, line{label: missing, entries: []entry{{}, {}}})
		}
		e := &g.rows[i].entries[0]
		if r.Ran {
			e = &g.rows[i].entries[1]
		}
		e.words = e.words.Joined(", ", evaluate.Same(r.Code))
	}
	for i := range rules {
		if r := &rules[i]; !r.Unasked.Empty() {
			add(r.Unasked, r)
		}
		for _, l := range rules[i].Lacks {
			add(evaluate.T("kolumna „"+l.Label.PL+"”", "column “"+l.Label.EN+"”"), &rules[i])
		}
	}
	return g
}

// jsonRule is a check in results.json.
type jsonRule struct {
	Code     string            `json:"rule"`
	Severity datasets.Severity `json:"severity"`
	Text     evaluate.Text     `json:"text"`
	Source   string            `json:"source"`
	Said     *evaluate.Text    `json:"source_words,omitempty"`
	Ran      bool              `json:"ran"`
	Found    int               `json:"found"`
	Lacks    []jsonLacking     `json:"lacks,omitempty"` // fields without a column
	Unasked  *evaluate.Text    `json:"unasked,omitempty"`
}

type jsonLacking struct {
	Field string        `json:"field"`
	Label evaluate.Text `json:"label"`
}

func ruleJSON(r Rule) jsonRule {
	j := jsonRule{Code: r.Code, Severity: r.Severity, Text: r.Text, Source: r.Source, Ran: r.Ran, Found: r.Found}
	for _, l := range r.Lacks {
		j.Lacks = append(j.Lacks, jsonLacking(l))
	}
	j.Said, j.Unasked = given(r.Said), given(r.Unasked)
	return j
}

func (j jsonRule) rule() Rule {
	r := Rule{Code: j.Code, Severity: j.Severity, Text: j.Text, Source: j.Source, Ran: j.Ran, Found: j.Found}
	for _, l := range j.Lacks {
		r.Lacks = append(r.Lacks, Lacking(l))
	}
	r.Said, r.Unasked = textOf(j.Said), textOf(j.Unasked)
	return r
}
