package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// plantedProject writes a project of a participants file with everything beside it: a ledger of costs, answer
// sheets, corrections; somebody planted in each. more is appended to the participants of the project file.
func plantedProject(t *testing.T, dir, file, profile, more string) string {
	t.Helper()
	who := plantedPeople()
	putCosts(t, filepath.Join(dir, "koszty.csv"))
	putAnswers(t, filepath.Join(dir, "pre.csv"), 0)
	putAnswers(t, filepath.Join(dir, "post.csv"), 1)
	return put(t, filepath.Join(dir, "project.yaml"), fmt.Sprintf(`# Pyta o to %[1]s, tel. %[2]s, %[3]s
id: %[4]s # %[5]s
title: {pl: Wymyślony, en: Made up}
rules: esf-plus-2021-2027
period: {from: 2023-01-01, to: 2023-12-31}
participants:
  file: %[6]s # %[7]s
  profile: %[8]s
  ignore: [%[1]q, %[7]q]
  values: {sex: {%[1]q: woman}, labour_status: {%[5]q: unemployed}}
%[9]s
cost:
  total: "2 469,12 zł"
  source: umowa
  ledger: {file: koszty.csv, profile: generic, ignore: [Wykonawca, Kontakt]}
surveys:
  - name: motivation
    title: {pl: Motywacja, en: Motivation}
    scale: {range: [1, 5], score: mean}
    pre: {file: pre.csv, profile: generic, items: [P1, P2, P3], ignore: [Co zmienić?]}
    post: {file: post.csv, profile: generic, items: [P1, P2, P3], ignore: [Co zmienić?]}
splits: [age_band, stage]
`, who[0].name(), who[0].phone, who[0].mail, filepath.Base(dir), who[1].pesel, file, who[1].name(), profile, more))
}

// putCosts writes a ledger whose contractors and remarks name people.
func putCosts(t *testing.T, path string) {
	who := plantedPeople()
	put(t, path, csvText(t, [][]string{
		{"Lp.", "Zadanie", "Kategoria", "Rodzaj kosztu", "Data", "Kwota ogółem", "w tym EFS", "Uwagi", "Nr dokumentu", "Wykonawca", "Kontakt"},
		{"1", "Zadanie 1", "umowa zlecenia " + who[0].name(), "bezpośrednie", "2023-02-01", "1 234,56", "1 000,00", who[0].pesel, "FV " + who[0].last, who[0].name(), who[0].mail},
		{"2", "Zadanie 2", "zwrot dojazdu: " + who[1].name() + ", " + who[1].street, "pośrednie", "2023-03-01", "1 234,56", "1 000,00", who[1].phone, who[1].code, who[1].name(), who[1].mail},
	}))
}

// putAnswers writes sheets whose codes are names, numbers and addresses, and whose open answers tell of people.
func putAnswers(t *testing.T, path string, wave int) {
	table := [][]string{{"Kod uczestnika", "Płeć", "Data", "Imię", "E-mail", "P1", "P2", "P3", "Co zmienić?", "Uwagi"}}
	for i, p := range plantedPeople() {
		for k, code := range []string{p.name(), p.pesel, p.mail, p.code, p.phone} {
			n := i + k
			table = append(table, []string{code, [...]string{"kobieta", "mężczyzna"}[n%2], "2023-01-1" + fmt.Sprint(n%9+wave), p.first, p.mail,
				fmt.Sprint(1 + n%3 + wave), fmt.Sprint(1 + n*2%3 + wave), fmt.Sprint(2 + wave), p.cells()[10], p.name()})
		}
	}
	put(t, path, csvText(t, table))
}

// faultyAnswers plants what cannot be read, sheets twice, and sheets that contradict each other.
func faultyAnswers(t *testing.T, path string) {
	who := plantedPeople()
	var text strings.Builder
	text.WriteString("Kod uczestnika;Płeć;Data;P1;P2;P3;" + who[2].name() + "\n")
	for i, cell := range plantedCells() {
		row := []string{who[0].name(), "kobieta", "2023-01-10", "1", "2", "3", cell}
		row[i%7] = cell
		text.WriteString(strings.Join(row, ";") + "\n")
	}
	put(t, path, text.String())
}

// corrections is a ledger of lines; the last three columns are the evaluator's own words.
func corrections(lines ...string) string {
	return "key;field;old value;new value;reason;who;date\n" + strings.Join(lines, "\n") + "\n"
}
