package batch

import (
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// Five made-up people: three women, two men; two women and a man found work.
const fivePeople = `== people-made-up.csv
person;sex;age;entry_date;exit_date;education;labour_status;exit_situation
A;kobieta;30;2021-01-05;2021-06-30;isced3;unemployed;employment
B;kobieta;40;2021-01-05;2021-06-30;isced2;unemployed;employment
C;kobieta;50;2021-01-05;2021-06-30;isced3;inactive;none
D;mężczyzna;30;2021-01-05;2021-06-30;isced3;unemployed;employment
E;mężczyzna;60;2021-01-05;2021-06-30;isced5_8;unemployed;none
`

func runText(t *testing.T, text string) *report.Report {
	t.Helper()
	p, err := Load(writeProject(t, t.TempDir(), text))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(t.Context(), p, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const madeUpProject = "== project.yaml\nid: made-up\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-plus-2021-2027\nparticipants: {file: people-made-up.csv}\n"

// value is what a figure prints in English.
func value(r *report.Report, id string) string {
	f, ok := r.Figures.Get(id)
	if !ok {
		return "no figure"
	}
	return f.Text(evaluate.EN)
}

func TestTargetsReadByAnAuditor(t *testing.T) {
	r := runText(t, madeUpProject+`targets:
  source: made up
  participants: {total: 8, women: 3, men: 5}
  indicators:
    EECR04: {total: 4}
    EECR03: {total: 0}
  at_stake: {source: "umowa, par. 5", amounts: {EECR04: "10 000,00 zł", participants: "1,00 zł"}}
published:
  - {figure: indicator/EECR04/total, value: "3", bound: at_least, source: made up}
`+fivePeople)
	for id, want := range map[string]string{
		"target/participants/total": "62.50%", "target/participants/total/unmet": "37.50%", "target/participants/total/at-stake": "PLN\u00a00.38", // 0.375 half-up
		"target/participants/women/unmet": "0.00%", "target/participants/men/unmet": "60.00%", "target/participants/men/at-stake": "no figure",
		"target/EECR04/total": "≥\u00a075.00%", "target/EECR04/total/unmet": "≤\u00a025.00%", "target/EECR04/total/at-stake": "≤\u00a0PLN\u00a02,500.00",
		"target/EECR03/total/unmet":               "not available",
		"target/participants/women-share/planned": "37.50%", "target/participants/women-share": "60.00%",
		// sum of dbinom(k, 5, 3/8) where it is at most dbinom(3, 5, 3/8): k = 0, 3, 4, 5: (3125 + 6750 + 2025 + 243) / 32768
		"target/participants/women-share/p-binomial": "0.371",
		"target/EECR04/women-share":                  "not available", "target/EECR04/women-share/planned": "not available",
	} {
		if got := value(r, id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	verdicts := map[string]report.TargetVerdict{}
	for _, a := range r.Targets {
		verdicts[a.Figure] = a.Verdict
	}
	for id, want := range map[string]report.TargetVerdict{"target/participants/total": report.TargetNotReached, "target/participants/women": report.TargetReached,
		"target/EECR04/total": report.TargetCannotTell, "target/EECR03/total": report.TargetReached} {
		if verdicts[id] != want {
			t.Errorf("%s: %s, want %s", id, verdicts[id], want)
		}
	}
}

// What the programme did not publish is not told by a verdict or by the money in proportion to it.
func TestHiddenCountsHaveNoVerdict(t *testing.T) {
	r := runText(t, madeUpProject+`targets: {source: made up, participants: {total: 5, women: 3, men: 2}}
unpublished: [{split: sex, reason: {pl: nie ogłoszono, en: not published}}]
`+fivePeople)
	for _, a := range r.Targets {
		want := report.TargetCannotTell
		if a.Figure == "target/participants/total" {
			want = report.TargetReached
		}
		if a.Verdict != want {
			t.Errorf("%s: %s, want %s", a.Figure, a.Verdict, want)
		}
	}
	for _, f := range r.Figures.All() {
		if bySex(f.ID) && f.Status == evaluate.Known && !strings.HasSuffix(f.ID, "/planned") {
			t.Errorf("%s shows %s", f.ID, f.Text(evaluate.EN))
		}
	}
}

func TestAtStakeWantsATarget(t *testing.T) {
	_, err := Load(writeProject(t, t.TempDir(), madeUpProject+`targets:
  participants: {women: 3}
  at_stake: {amounts: {participants: "1 zł", EECR04: "5 zł"}}
`+fivePeople))
	for _, want := range []string{"project.yaml:7:13", "source:", "no target in total for participants", "no target in total for EECR04"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the fault does not say %q:\n%v", want, err)
		}
	}
}
