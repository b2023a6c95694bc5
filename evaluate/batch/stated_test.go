package batch

import (
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

const facts = `indicators:
  - {code: SITES, name: {pl: Dostosowane obiekty, en: Adapted objects}, stage: output, unit: objects, fact: true, source: {clause: made up, mark: made up}}
  - {code: DIGITAL, name: {pl: Szkolenia cyfrowe, en: Digital training}, stage: output, fact: true, source: {clause: made up, mark: made up}}
  - {code: UNTOLD, name: {pl: Niepodane, en: Not told}, stage: output, unit: projects, fact: true, source: {clause: made up, mark: made up}}
`

// What a project states is in its report with or without an export, and is never made up by it.
func TestStatedIndicators(t *testing.T) {
	stated := facts + "indicator_facts: {SITES: {total: 3}, DIGITAL: {total: 3, women: 2, men: 1}}\ntargets: {source: made up, indicators: {SITES: {total: 4}}}\n" +
		"synthetic: {statement: {pl: zmyślone, en: made up}}\n"
	with := strings.Replace(madeUpProject, "people-made-up", "people-synthetic", 1) + stated + strings.Replace(fivePeople, "people-made-up", "people-synthetic", 1)
	for name, text := range map[string]string{
		"with an export": with, "without": strings.Replace(madeUpProject, "participants: {file: people-made-up.csv}\n", "", 1) + stated,
	} {
		r := runText(t, text)
		if !slices.ContainsFunc(r.Sections, func(s report.Section) bool { return s.ID == "indicators" && len(s.Blocks) > 0 }) {
			t.Errorf("%s: what was stated is in no table", name)
		}
		for id, want := range map[string]string{
			"indicator/SITES/total": "3", "indicator/SITES/women": "no figure", "indicator/DIGITAL/total": "3", "indicator/DIGITAL/women": "2",
			"indicator/DIGITAL/men": "1", "indicator/UNTOLD/total": "not available", "indicator/SITES/total/share": "no figure",
		} {
			if got := value(r, id); got != want {
				t.Errorf("%s: %s is %s, want %s", name, id, got, want)
			}
		}
		if len(r.Targets) != 1 || r.Targets[0].Verdict != "not_reached" || value(r, "target/SITES/total") != "75.00%" {
			t.Errorf("%s: %+v", name, r.Targets)
		}
		if f, _ := r.Figures.Get("indicator/SITES/total"); f.MadeUp || f.Unit != evaluate.Units || !strings.Contains(f.Method.EN, "unit: objects") {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

func TestStatedIndicatorsAreHeldToTheRuleSet(t *testing.T) {
	_, err := Load(writeProject(t, t.TempDir(), madeUpProject+facts+`indicator_facts:
  SITES: {women: 3}
  DIGITAL: {total: -1}
  EECO02: {total: 5}
  SITE: {total: 1}
`+fivePeople))
	for _, want := range []string{"indicator_facts.SITES: ", "have no sex", "must not be negative", "EECO02 of esf-plus-2021-2027 is counted from the export", `did you mean "SITES"`, "project.yaml:11:12"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the fault does not say %q:\n%v", want, err)
		}
	}
}
