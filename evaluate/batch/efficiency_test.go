package batch

import (
	"fmt"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/report"
)

// The worked example of the source (domain 3.4): 450 people finished, 400 with services of both natures and 50
// with social ones alone; 50 took up work, 350 + 40 reached a social effect. Of 25 people with a
// significant disability 3 took up work: 12 % to the person, which the threshold of 12 % just lets pass.
func efficiencyPeople() string {
	var out strings.Builder
	out.WriteString("== people-made-up.csv\nperson;sex;age;entry_date;exit_date;education;labour_status;completed;support_nature;disability_significant;employed_on;exit_situation;social_effect\n")
	for i := range 450 {
		nature, disabled, work, effect := "occupational|social", "nie", "", "nie"
		if i >= 400 {
			nature = "social"
		}
		if i < 25 {
			disabled = "tak"
		}
		if i < 3 || i >= 100 && i < 147 {
			work = "2018-08-30"
		}
		if i < 350 || i >= 400 && i < 440 {
			effect = "tak"
		}
		fmt.Fprintf(&out, "P%d;%s;30;2018-01-05;2018-06-30;isced3;unemployed;tak;%s;%s;%s;;%s\n", i, []string{"kobieta", "mężczyzna"}[i%2], nature, disabled, work, effect)
	}
	return out.String()
}

const efficiencyProject = "== project.yaml\nid: made-up\ntitle: {pl: Wymyślony, en: Made up}\nrules: wlwk-2014-2020\nparticipants: {file: people-made-up.csv}\n"

func verdictsOf(r *report.Report) map[string]report.TargetVerdict {
	out := map[string]report.TargetVerdict{}
	for _, a := range r.Targets {
		out[a.Figure] = a.Verdict
	}
	return out
}

func TestEfficiencyAgainstThresholds(t *testing.T) {
	r := runText(t, efficiencyProject+"efficiency: {rules: efficiency-2016}\n"+efficiencyPeople())
	for id, want := range map[string]string{
		"efficiency/EMPLOYMENT-EFFICIENCY/total": "50", "efficiency/EMPLOYMENT-EFFICIENCY/total/share": "12.50%", "efficiency/EMPLOYMENT-EFFICIENCY/total/threshold": "22.00%",
		"efficiency/SOCIAL-EFFICIENCY/total/share": "86.67%", "efficiency/SOCIAL-EFFICIENCY/total/threshold": "34.00%",
		"efficiency/EMPLOYMENT-EFFICIENCY/subgroup-1/total/share": "12.00%", "efficiency/EMPLOYMENT-EFFICIENCY/subgroup-1/total/threshold": "12.00%",
		"efficiency/EMPLOYMENT-EFFICIENCY/women/share": "13.00%", "efficiency/EMPLOYMENT-EFFICIENCY/men/share": "12.00%", // 26 and 24 of 200
	} {
		if got := value(r, id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	for id, want := range map[string]report.TargetVerdict{
		"efficiency/EMPLOYMENT-EFFICIENCY/total/share": report.TargetNotReached, "efficiency/SOCIAL-EFFICIENCY/total/share": report.TargetReached,
		"efficiency/EMPLOYMENT-EFFICIENCY/subgroup-1/total/share": report.TargetReached,
	} {
		if got := verdictsOf(r)[id]; got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// The window of three months is a parameter: work found after two months does not count within one, and the
// report says that it was changed.
func TestEfficiencyWindowOfTheProject(t *testing.T) {
	r := runText(t, efficiencyProject+"efficiency: {rules: efficiency-2016}\nparameters: {efficiency_months: 1}\n"+efficiencyPeople())
	if got := value(r, "efficiency/EMPLOYMENT-EFFICIENCY/total"); got != "0" {
		t.Errorf("within a month %s took up work, want 0", got)
	}
	if len(r.Overrides) != 1 || r.Overrides[0].Parameter != "efficiency_months" || r.Overrides[0].RuleSet.EN != "3" || r.Overrides[0].Project.EN != "1" {
		t.Errorf("changed parameters %+v", r.Overrides)
	}
	if f, _ := r.Figures.Get("efficiency/EMPLOYMENT-EFFICIENCY/total"); strings.Contains(f.Note().EN, "3 months") || strings.Contains(f.Note().PL, "3 miesiące") {
		t.Errorf("the note speaks of the window of the rule set: %s", f.Note())
	}
}

// Nothing lies within no months: it is refused at its line, and so is an indicator of the project that names the
// window of a rule set that has none. With the parameter it counts.
func TestNoEfficiencyWindow(t *testing.T) {
	own := "indicators:\n  - {code: WORK, name: {pl: Praca, en: Work}, stage: immediate_result, achieved: {field: employed_on, within: efficiency}, source: {clause: contract, mark: programme}}\n"
	for text, want := range map[string]string{
		"efficiency: {rules: efficiency-2016}\nparameters: {efficiency_months: 0}\n": "project.yaml:6:33: parameters.efficiency_months: ",
		own: "state the parameter efficiency_months",
	} {
		_, err := Load(writeProject(t, t.TempDir(), efficiencyProject+text+efficiencyPeople()))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "1 or more") {
			t.Errorf("%s does not say %s: %v", text, want, err)
		}
	}
	r := runText(t, efficiencyProject+"parameters: {efficiency_months: 2}\n"+own+efficiencyPeople())
	if got := value(r, "indicator/WORK/total"); got != "50" {
		t.Errorf("within two months %s took up work, want 50", got)
	}
}

// A version for which no threshold was found prints shares and no verdict, until the project has one.
func TestEfficiencyInventsNoThreshold(t *testing.T) {
	r := runText(t, efficiencyProject+"efficiency: {rules: efficiency-esf-plus}\n"+efficiencyPeople())
	if got := value(r, "efficiency/EMPLOYMENT-EFFICIENCY/total/share"); got != "12.50%" || len(r.Targets) != 0 {
		t.Errorf("%s, %v", got, r.Targets)
	}
	if got := value(r, "efficiency/EMPLOYMENT-EFFICIENCY/total/threshold"); got != "no figure" {
		t.Errorf("a threshold of %s out of nowhere", got)
	}
	r = runText(t, efficiencyProject+`efficiency:
  rules: efficiency-esf-plus
  thresholds:
    - {code: EMPLOYMENT-EFFICIENCY, name: {pl: ogółem, en: all}, at_least: 12.5, source: {clause: "regulamin, par. 3", mark: project}}
unpublished: [{figures: [efficiency/SOCIAL-EFFICIENCY/**], reason: {pl: nie, en: "no"}}]
`+efficiencyPeople())
	if got := verdictsOf(r); len(got) != 1 || got["efficiency/EMPLOYMENT-EFFICIENCY/total/share"] != report.TargetReached || value(r, "efficiency/EMPLOYMENT-EFFICIENCY/total/threshold") != "12.50%" {
		t.Errorf("%v", got)
	}
}

// Thresholds of the project replace all of the criterion's own, and the report says which.
func TestEfficiencyTellsReplacedThresholds(t *testing.T) {
	own := `efficiency:
  rules: efficiency-2016
  thresholds:
    - {code: EMPLOYMENT-EFFICIENCY, name: {pl: ogółem, en: all}, at_least: 12.5, source: {clause: "regulamin, par. 3", mark: project}}
`
	r := runText(t, efficiencyProject+own+efficiencyPeople())
	if len(r.Overrides) != 1 || r.Overrides[0].Parameter != "efficiency.thresholds" || r.Overrides[0].Project.PL != "EMPLOYMENT-EFFICIENCY – ogółem: 12,5%" ||
		!strings.Contains(r.Overrides[0].RuleSet.EN, "SOCIAL-EFFICIENCY – all: 34%") || strings.Count(r.Overrides[0].RuleSet.EN, "%") != 4 {
		t.Errorf("%+v", r.Overrides)
	}
	for _, s := range r.Sections {
		if s.ID == "efficiency" && (len(s.Blocks[0].Table.Notes) != 1 || !strings.Contains(s.Blocks[0].Table.Notes[0].EN, "replace all of the rule set")) {
			t.Errorf("%+v", s.Blocks[0].Table.Notes)
		}
	}
	if r = runText(t, efficiencyProject+"efficiency: {rules: efficiency-2016}\n"+efficiencyPeople()); len(r.Overrides) != 0 {
		t.Errorf("%+v", r.Overrides)
	}
}

func TestEfficiencySlips(t *testing.T) {
	for text, want := range map[string]string{
		"efficiency: {rules: esf-2014-2020}\n": `project.yaml:5:21: efficiency.rules: "esf-2014-2020" is not a version of the efficiency criterion; there are efficiency-2015,`,
		"efficiency: {rules: efficiency-2016, thresholds: [{code: EMPLOYMENT-EFFICENCY, at_least: 5}]}\n":        `did you mean "EMPLOYMENT-EFFICIENCY"`,
		"efficiency: {rules: efficiency-2016, thresholds: [{code: EMPLOYMENT-EFFICIENCY, at_last: 5}]}\n":        `did you mean "at_least"`,
		"efficiency: {rules: efficiency-2016, thresholds: [{code: EMPLOYMENT-EFFICIENCY, at_least: \"a lot\"}]}": `is not a number`,
	} {
		_, err := Load(writeProject(t, t.TempDir(), efficiencyProject+text+"\n"+efficiencyPeople()))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "^") {
			t.Errorf("%s does not say %s: %v", text, want, err)
		}
	}
}
