package batch

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// contradiction is a project file that says two things at once, or nothing where something is needed.
type contradiction struct{ name, text, says string }

// A project file that contradicts itself or is misspelt is refused, with line, column and a caret. What only data can
// tell (a column of waves that is not there, a ledger that is the export) is not among these.
func TestContradictionsHaveAPlace(t *testing.T) {
	place := regexp.MustCompile(`project\.yaml:\d+:\d+: `)
	for _, c := range append(contradictoryProjects(), contradictorySurveys()...) {
		path := filepath.Join(t.TempDir(), "project.yaml")
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(path)
		switch {
		case err == nil:
			t.Errorf("%s: passes", c.name)
		case !strings.Contains(err.Error(), c.says):
			t.Errorf("%s: does not say %q: %v", c.name, c.says, err)
		case !place.MatchString(err.Error()) || !strings.Contains(err.Error(), "^"):
			t.Errorf("%s: has no place: %v", c.name, err)
		}
	}
}

// A fault has words in both languages, and both name the same place.
func TestContradictionsArePolishToo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "project.yaml")
	text := contradictoryHead + "participants: {file: p.csv}\ntargets: {participants: {total: 5, women: 7}}\n"
	_, err := Parse([]byte(text), path)
	var fault *Fault
	if !errors.As(err, &fault) {
		t.Fatalf("%v", err)
	}
	if got := fault.In(evaluate.PL); !strings.Contains(got, "project.yaml:5:43: targets.participants.women: to 7, więcej niż razem: 5") {
		t.Errorf("in Polish: %s", got)
	}
}

// contradictoryHead is what every project file begins with.
const contradictoryHead = "id: m\ntitle: {pl: a, en: b}\nrules: esf-plus-2021-2027\n"

func contradictoryProjects() []contradiction {
	head := contradictoryHead
	people := "participants: {file: p.csv, profile: generic}\n"
	return []contradiction{
		{"from after to", head + "period: {from: 2024-01-01, to: 2023-01-01}\n", "period.to: lies before"},
		{"months contradict", head + "period: {from: 2024-01-01, to: 2024-12-31, months: 3}\n", ""},
		{"months frac", head + "period: {months: 3.5}\n", "period.months: wants a whole number, not 3.5"},
		{"price years twice", head + "cost: {total: \"5 zł\", price_year: 2020, price_years: [2020]}\n", "price_years[0]: the amounts are taken for 2020 already"},
		{"per without cost amount", head + people + "cost: {per: [EECR03]}\n", ""},
		{"per twice", head + people + "cost: {total: \"5 zł\", per: [EECR03, EECR03]}\n", "cost.per[1]: \"EECR03\" stands there twice"},
		{"eu without total", head + "cost: {eu: \"5 zł\"}\n", ""},
		{"eu more than total", head + "cost: {total: \"5 zł\", eu: \"6 zł\"}\n", ""},
		{"target of an unknown indicator", head + people + "targets: {indicators: {EECR99: {total: 5}}}\n", "has no indicator EECR99; did you mean"},
		{"women and men above total", head + people + "targets: {participants: {total: 5, women: 3, men: 3}}\n", "is 5, but women and men add up to 6"},
		{"women above total", head + people + "targets: {participants: {total: 5, women: 7}}\n", "women: is 7, more than the total of 5"},
		{"women and men below total", head + people + "targets: {participants: {total: 9, women: 3, men: 3}}\n", "is 9, but women and men add up to 6"},
		{"empty target", head + people + "targets: {participants: {}}\n", "names no number"},
		{"negative target", head + people + "targets: {participants: {total: -3}}\n", ""},
		{"unknown profile", head + "participants: {file: p.csv, profile: sl2041}\n", "did you mean \"sl2014\"?"},
		{"profile of another schema", head + "participants: {file: p.csv, profile: generic-costs}\n", ""},
		{"no file", head + "participants: {profile: generic}\n", ""},
		{"unknown rules", strings.Replace(head, "esf-plus-2021-2027", "esf-2021", 1), ""},
		{"no rules", strings.Replace(head, "rules: esf-plus-2021-2027\n", "", 1), ""},
		{"no id", strings.Replace(head, "id: m\n", "", 1), "id: is"},
		{"no title", strings.Replace(head, "title: {pl: a, en: b}\n", "", 1), "title: is needed in both languages"},
		{"title in one language", strings.Replace(head, ", en: b", "", 1), ""},
		{"id twice", head + "id: x\n", ""},
		{"dates layout", head + "participants: {file: p.csv, dates: [yyyy-dd]}\n", ""},
		{"dates both orders", head + "participants: {file: p.csv, dates: [dd/MM/yyyy, MM/dd/yyyy]}\n", ""},
		{"decimal", head + "participants: {file: p.csv, decimal: x}\n", ""},
		{"encoding", head + "participants: {file: p.csv, encoding: latin}\n", "encoding: there is no encoding \"latin\""},
		{"promise", head + "participants: {file: p.csv, promise: twice}\n", ""},
		{"header row", head + "participants: {file: p.csv, header_row: -1}\n", ""},
		{"column of unknown field", head + "participants: {file: p.csv, columns: {sexx: [a]}}\n", ""},
		{"value of unknown term", head + "participants: {file: p.csv, values: {sex: {K: kobieta}}}\n", ""},
		{"values of unknown field", head + "participants: {file: p.csv, values: {sexx: {K: woman}}}\n", "values.sexx: there is no field \"sexx\"; did you mean \"sex\"?"},
		{"missing of unknown field", head + "participants: {file: p.csv, missing: {agee: [\"99\"]}}\n", ""},
		{"ignored and read", head + "participants: {file: p.csv, columns: {sex: [a]}, ignore: [a]}\n", "is to be read as sex and stands under ignore: too"},
		{"absolute", head + "participants: {file: /p.csv}\n", ""},
		{"field twice", head + "participants: {file: p.csv, fields: [{name: x, kind: flag}, {name: x, kind: flag}]}\n", "participants.fields: schema participants names field \"x\" twice"},
		{"field of schema", head + "participants: {file: p.csv, fields: [{name: sex, kind: flag}]}\n", "participants.fields: schema participants names field \"sex\" twice"},
		{"field kind", head + "participants: {file: p.csv, fields: [{name: x, kind: category}]}\n", ""},
		{"split unknown", head + people + "splits: [agee]\n", ""},
		{"split twice", head + people + "splits: [education, education]\n", ""},
		{"split without people", head + "splits: [education]\n", ""},
		{"published twice", head + people + "published: [{figure: participants/total, value: \"5\"}, {figure: participants/total, value: \"6\"}]\n", ""},
		{"published unpublished", head + people + "unpublished: [{figures: [participants/total], reason: {pl: a, en: b}}]\npublished: [{figure: participants/total, value: \"5\"}]\n", "unpublished[0] says that participants/total was not"},
		{"published kind", head + people + "published: [{figure: participants/total, value: \"5\", kind: guessed}]\n", ""},
		{"bound of nd", head + people + "published: [{figure: participants/total, value: n/d, bound: at_least}]\n", "bounds a number, and nothing was published"},
		{"unpublished empty", head + "unpublished: [{reason: {pl: a, en: b}}]\n", ""},
		{"except without split", head + "unpublished: [{figures: [participants/total], except: [participants/women], reason: {pl: a, en: b}}]\n", "are exceptions from split:"},
		{"fact id twice", head + "facts: [{id: a, number: 1, label: {pl: a, en: b}, value: {pl: a, en: b}}, {id: a, number: 2, label: {pl: a, en: b}, value: {pl: a, en: b}}]\n", "facts[1].id: a stands there twice"},
		{"fact of", head + "facts: [{id: a, number: 5, of: 2, label: {pl: a, en: b}, value: {pl: a, en: b}}]\n", ""},
		{"fact no label", head + "facts: [{value: {pl: a, en: b}}]\n", "facts[0].label: is needed in both languages"},
		{"indicator defined twice", head + people + "indicators: [{code: EECO01, name: {pl: a, en: b}, stage: output, achieved: {field: disability, in: [yes]}, source: {clause: a, mark: b}}]\n", ""},
		{"stated unknown", head + "indicator_facts: {EECO99: {total: 3}}\n", ""},
		{"stated contradiction", head + "indicator_facts: {EECO19: {total: 3, women: 5}}\n", ""},
		{"target group without people", head + "target_group: {criterion: {field: disability, in: [yes]}, text: {pl: a, en: b}, source: x}\n", ""},
		{"efficiency unknown", head + people + "efficiency: {rules: efficiency-2019}\n", ""},
		{"efficiency without people", head + "efficiency: {rules: efficiency-2016}\n", ""},
		{"rules that are of efficiency", strings.Replace(head, "esf-plus-2021-2027", "efficiency-2016", 1), "write efficiency: {rules: efficiency-2016}"},
		{"sample drawn more", head + people + "samples: {EECR05: {population: 5, drawn: 9, source: x}}\n", ""},
		{"sample of output", head + people + "samples: {EECO01: {population: 9, drawn: 5, source: x}}\n", ""},
		{"sample without people", head + "samples: {EECR05: {population: 9, drawn: 5, source: x}}\n", ""},
		{"at stake without target", head + people + "targets: {at_stake: {source: x, amounts: {participants: \"5 zł\"}}}\n", ""},
		{"corrections without people", head + "corrections: x.csv\n", ""},
		{"misspelt in participants", head + "participants: {file: p.csv, profil: generic}\n", ""},
		{"misspelt in target", head + people + "targets: {participants: {totl: 3}}\n", ""},
	}
}
