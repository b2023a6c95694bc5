package main

import (
	"slices"
	"strings"
	"testing"
)

// brokenExports are texts of a file of participants that no reader can make sense of, each with somebody
// where it breaks.
func brokenExports(t *testing.T) map[string]string {
	who := plantedPeople()
	l := layoutOf(t, "sm-efs")
	table := l.clean(6)
	text := csvText(t, table)
	header, rest, _ := strings.Cut(text, "\n")
	return map[string]string{
		"no-header":      rest,
		"name-first":     who[0].name() + ";" + who[1].name() + ";" + who[2].pesel + "\n" + text,
		"title":          "Lista: " + who[0].name() + ", " + who[0].mail + "\n\n" + text,
		"open-quote":     header + "\n\"" + who[0].name() + ";" + rest,
		"late-quote":     text + `PL;"` + who[1].name() + ";" + who[1].pesel + "\n",
		"stray-quote":    header + "\n" + strings.Replace(rest, who[0].last, who[0].last+`" `+who[0].pesel+`"`, 3),
		"broken-utf-8":   strings.ReplaceAll(text, who[0].last, who[0].last+"\xff\xfe"+who[0].last),
		"nul":            strings.ReplaceAll(text, who[1].name(), who[1].name()+"\x00"),
		"escapes":        strings.ReplaceAll(text, who[1].name(), "\x1b[31m"+who[1].name()+"\u202e"),
		"ragged":         text + strings.Join(plantedCells(), ";") + "\n" + who[0].name() + "\n",
		"commas":         strings.ReplaceAll(text, ";", ","),
		"html":           "<html><body><table><tr><td>" + who[0].name() + "</td></tr></table>" + who[0].pesel,
		"json":           `[{"imie": "` + who[0].first + `", "pesel": "` + who[0].pesel + `"}]`,
		"empty-header":   header + "\n",
		"twice-header":   header + ";" + who[0].name() + ";" + who[0].name() + "\n" + rest,
		"long":           header + "\n" + strings.Repeat(who[0].name(), 4000) + ";" + strings.Repeat(who[0].pesel, 500) + "\n" + rest,
		"formula":        strings.ReplaceAll(text, who[0].name(), "=HYPERLINK(\"mailto:"+who[0].mail+"\")"),
		"missing-column": strings.Replace(text, "Płeć", who[2].name(), 1),
		"near-column":    strings.Replace(text, "Płeć", "Pleç "+who[2].last, 1),
	}
}

func TestNoFaultTellsWhoSomebodyIs(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newSpy(t)
	put(t, "out/empty", "")
	texts := brokenExports(t)
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range texts {
			if !yield(name) {
				return
			}
		}
	}) {
		file := put(t, "in/"+name+"/people.csv", texts[name])
		plantedProject(t, "in/"+name, "people.csv", "sm-efs", "")
		s.run("check %s --profile sm-efs -o out/%s.csv", file, name)
		s.run("check %s --profile sm-efs --json --lang pl", file)
		s.run("export %s --profile sm-efs --tolerate-faults -o out/%s.table.csv", file, name)
		s.badUsage = true // it may be no profile's
		s.run("count %s --tolerate-faults --ignore *", file)
		s.run("init out/init-%s %s", name, file)
		s.run("profile draft %s", file)
		s.badUsage = false
	}
	s.run("run in -o out/strict --outputs json")
	s.run("run in -o out/runs --tolerate-faults --lang pl --outputs json,problems,markdown")
	s.files("out")
	t.Logf("exit codes %v, %d bytes scanned", s.codes, s.bytes)
}

// Sheets of a questionnaire are filled in by people, who write anything anywhere.
func TestNoAnswerTellsWhoSomebodyIs(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newSpy(t)
	putAnswers(t, "pre.csv", 0)
	putAnswers(t, "post.csv", 1)
	faultyAnswers(t, "faulty.csv")
	put(t, "out/empty", "")
	options := "--id kod_uczestnika --items P1,P2,P3 --min 1 --max 5"
	for _, files := range []string{"pre.csv post.csv", "post.csv pre.csv", "pre.csv faulty.csv"} {
		for _, how := range []string{"", "--json", "--csv", "--project", "--lang pl --tolerate-faults", "--json --tolerate-faults", "--sex Płeć --date Data --tolerate-faults"} {
			s.run("survey %s %s %s", files, options, how)
		}
	}
	s.badUsage = true
	for _, wrong := range []string{"--id Imię --items P1,P2 --min 1 --max 5", "--id kod_uczestnika --items P1-Uwagi --min 1 --max 5", "--id kod_uczestnika --items P1,P2,P9 --min 1 --max 5",
		"--id kod_uczestnika --items P1,P2,E-mail --answers nie=1,tak=2", "--id E-mail --items P1,P2 --min 1 --max 2", "--id kod_uczestnika --items P1,P2 --min 1 --max 5 --categories Imię:a,b", "--id kod_uczestnika --items P1,P2 --min 1 --max 5 --wave Imię", ""} {
		s.run("survey pre.csv post.csv %s", wrong)
		s.run("survey faulty.csv post.csv %s --lang pl", wrong)
	}
	for _, profile := range []string{"generic-answers", "google-forms", "ms-forms", "limesurvey", "generic-costs"} {
		l := layoutOf(t, profile, unknownHeaders()...)
		file := put(t, profile+".csv", csvText(t, l.faulty()))
		s.run("check %s --profile %s --json", file, profile)
		s.run("check %s --profile %s --lang pl -o out/%s.csv", file, profile, profile)
	}
	s.files("out")
	t.Logf("exit codes %v, %d bytes scanned", s.codes, s.bytes)
}
