package main

import (
	"strings"
	"testing"
)

// A ledger of corrections holds the values that identify people, in its keys and old and new values, and in any
// other column when columns are shifted. A project file that is wrong shows the line that is.
func TestNoLedgerTellsWhoSomebodyIs(t *testing.T) {
	t.Chdir(t.TempDir())
	s, who := newSpy(t), plantedPeople()
	s.badUsage = true
	clean := layoutOf(t, "sm-efs").clean(9)
	ledgers := map[string]string{
		"identities": corrections(
			who[0].pesel+";person;"+who[0].pesel+";"+who[1].pesel+";pomyłka w numerze;EW;2024-02-01",
			who[1].code+";municipality;Katowice;Mikołów;z karty;EW;2024-02-01"),
		"shifted": corrections(
			who[0].name()+";"+who[1].name()+";"+who[0].mail+";x;z karty;EW;2024-02-01",
			who[0].pesel+";labour_status;"+who[1].name()+";"+who[2].name()+";z karty;EW;2024-02-01",
			who[0].pesel+" row "+who[1].phone+";age;30;"+who[1].pesel+";z karty;EW;"+who[0].born[1],
			who[2].mail+";age;"+who[2].phone+";"+who[2].street+";z karty;EW;"+who[0].name(),
			`"`+who[1].name()+";age;30;31;z karty;EW;2024-02-01"),
		"no header":   who[0].name() + ";" + who[0].pesel + ";" + who[1].name() + ";" + who[1].pesel + "\n",
		"other words": strings.Replace(corrections(who[0].pesel+";age;30;31;z karty;EW;2024-02-01"), "new value", who[2].name(), 1),
	}
	for name, ledger := range ledgers {
		dir := "in/" + strings.ReplaceAll(name, " ", "-")
		put(t, dir+"/people.csv", csvText(t, clean))
		plantedProject(t, dir, "people.csv", "sm-efs", "")
		put(t, dir+"/corrections.csv", ledger)
		for _, lang := range []string{"pl", "en"} {
			s.run("run %s -o out/%s --outputs json,problems,html,markdown --tolerate-faults --lang %s", dir, lang, lang)
			s.run("check %s --lang %s", dir, lang)
			s.run("check %s --json --lang %s", dir, lang)
		}
	}
	s.files("out")
	if s.codes[exitDone] == 0 || s.codes[exitUnreadable] == 0 {
		t.Errorf("exit codes %v: want some that could be done and some that could not", s.codes)
	}
}

// What is wrong in a project file is shown with its line and those around it: comments are not.
func TestNoProjectFileTellsItsComments(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newSpy(t)
	s.badUsage = true
	put(t, "people.csv", csvText(t, layoutOf(t, "sm-efs").clean(3)))
	text := plantedProject(t, ".", "people.csv", "sm-efs", "")
	var good string // without what the keys and values themselves say: an excerpt shows those
	for line := range strings.Lines(read(t, text)) {
		if !strings.Contains(line, "  ignore: ") && !strings.Contains(line, "  values: ") {
			good += line
		}
	}
	for _, wrong := range [][2]string{{"title:", "titel:"}, {"rules: esf-plus-2021-2027", "rules: esf"}, {"id: ", "id: [ "}, {"profile: sm-efs", "profile: sm"}, {"  file: people.csv", "  file: people.csw"}, {"period: {from", "period: {form"}} {
		put(t, "project.yaml", strings.Replace(good, wrong[0], wrong[1], 1))
		for _, lang := range []string{"pl", "en"} {
			if code := s.run("run project.yaml -o out --lang %s", lang); code != exitUsage && code != exitUnreadable {
				t.Errorf("%s: exit code %d", wrong[1], code)
			}
			s.run("check project.yaml --json --lang %s", lang)
		}
	}
}
