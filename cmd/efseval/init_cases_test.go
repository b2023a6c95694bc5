package main

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const (
	sheetsBefore = "kod;p1;p2;p3\na1;1;2;3\na2;2;2;2\na3;1;3;4\na4;3;2;1\n"
	sheetsAfter  = "kod;p1;p2;p3\na1;2;3;3\na2;3;2;4\na3;2;4;5\na4;3;3;1\n"
	madeUpPeople = "Lp.;kod uczestnika;Imię i nazwisko;płeć;wiek;wykształcenie;status na rynku pracy;data rozpoczęcia udziału;data zakończenia udziału\n" +
		"1;P1;Osoba Zmyślona;K;33;isced3;bezrobotny;01.02.2023;03.04.2024\n2;P2;Osoba Zmyślona;M;44;isced2;inactive;02.02.2023;05.04.2024\n"
)

// initCases are files of many kinds: each by a name.
func initCases() map[string]initCase {
	cases := surveyCases()
	for name, c := range map[string]initCase{
		"costs alone": {files: map[string]string{"koszty.csv": "Zadanie;Kwota;Uwagi\nsala;1 200,50;\ntrener;3 400,00;\n"},
			says: []string{"koszty.csv: costs, profile generic-costs", "Kwota -> total amount"}, project: []string{"ledger:"}},
		"costs without a task": {files: map[string]string{"k.csv": "Nazwa wydatku;Kwota\nsala;1 200,50\ntrener;3 400,00\n"},
			project: []string{"task: [Nazwa wydatku] # guessed"}},
		"people by hand": {files: map[string]string{"u.csv": madeUpPeople},
			says:    []string{"u.csv: participants, profile generic", "płeć -> sex"},
			project: []string{"rules: esf-plus-2021-2027", "period: {from: 2023-02-01, to: 2024-04-05}", "K: woman", "bezrobotny: unemployed"}},
		"people in windows-1250":   {files: map[string]string{"u.csv": encoded(charmap.Windows1250.NewEncoder().String, madeUpPeople)}, says: []string{"windows-1250", "płeć -> sex"}},
		"people in iso-8859-2":     {files: map[string]string{"u.csv": encoded(charmap.ISO8859_2.NewEncoder().String, madeUpPeople)}, says: []string{"iso-8859-2", "płeć -> sex"}},
		"people in utf-16":         {files: map[string]string{"u.csv": encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String, madeUpPeople)}, says: []string{"utf-16le"}},
		"people of an old project": {files: map[string]string{"u.csv": strings.NewReplacer("2023", "2010", "2024", "2011").Replace(madeUpPeople)}, project: []string{"rules: po-kl-2007-2013", "Others: esf-2014-2020, esf-plus-2021-2027, wlwk-2014-2020"}},
		"dates with the month first": {files: map[string]string{"u.csv": "id,sex,age,entry_date,exit_date,labour_status\n1,woman,33,01/22/2023,12/31/2023,unemployed\n2,man,33,02/02/2023,12/30/2023,inactive\n"},
			project: []string{"dates: [dd.MM.yyyy, MM/dd/yyyy] # guessed", "from: 2023-01-22, to: 2023-12-31"}},
		"dates of either order": {files: map[string]string{"u.csv": "id,sex,age,entry_date,exit_date,labour_status\n1,woman,33,01/02/2023,12/11/2023,unemployed\n"}, run: exitUnreadable,
			says: []string{"date.order", "Next: efseval check project"}, project: []string{"2 dates with slashes may begin with the day or the month; ask"}},
		"somebody is still there": {files: map[string]string{"u.csv": "id;płeć;data rozpoczęcia;data zakończenia\n1;kobieta;2024-01-01;\n2;mężczyzna;2024-01-01;2024-03-01\n"},
			project: []string{"period: {from: 2024-01-01} # not everybody has a date of exit"}},
		"people with faults": {files: map[string]string{"u.csv": "id;płeć;wiek;data rozpoczęcia\n1;kobieta;200;2024-01-01\n2;SECRET;20;2024-13-01\n"}, run: exitUnreadable,
			says: []string{"value.out-of-range", "u.csv:2:3", "The data have errors"}},
		"people whom no profile knows": {files: map[string]string{"u.csv": "Nr ewid.;Imię i nazwisko;Płeć;Status rynku pracy;Grupa;Start\n1;Osoba Zmyślona;kobieta;osoba bezrobotna;a;01.02.2023\n2;Osoba Zmyślona;mężczyzna;osoba bezrobotna;b;02.02.2023\n"},
			says:    []string{"profile drafted in profile.yaml", "not placed: Nr ewid.; Imię i nazwisko; Grupa; Start"},
			project: []string{"profile: ./profile.yaml # a draft"}},
		"an empty file":         {files: map[string]string{"leer.csv": ""}, code: exitUnreadable, says: []string{"leer.csv: the file is empty"}},
		"no table":              {files: map[string]string{"list.csv": "Droga Zmyślona Osobo,\n\npiszę do Ciebie\n"}, code: exitUnreadable},
		"rows without headers":  {files: map[string]string{"x.csv": "00000000000;SECRET;1944-05-14\n00000000000;SECRET;1944-05-14\n"}, code: exitUnreadable, says: []string{"no header row"}},
		"unknown columns":       {files: map[string]string{"x.csv": "a;b\nSECRET;x\nSECRET;y\n"}, code: exitUnreadable, says: []string{"its 2 columns are no table that is known", "efseval profile draft x.csv"}},
		"text named a workbook": {files: map[string]string{"x.xlsx": "a;b\n1;2\n"}, code: exitUnreadable, says: []string{"not an XLSX workbook"}},
		"people twice":          {files: map[string]string{"u1.csv": madeUpPeople, "u2.csv": madeUpPeople}, code: exitUsage, says: []string{"u1.csv and u2.csv are both participants", "efseval init another-folder u2.csv"}},
	} {
		cases[name] = c
	}
	return cases
}

// surveyCases are questionnaires in the shapes that programs and offices give them.
func surveyCases() map[string]initCase {
	words := strings.NewReplacer(";1", ";nie", ";2", ";raczej nie", ";3", ";raczej tak", ";4", ";tak", ";5", ";tak")
	long := "Kod uczestnika;Pomiar;Czy wierzysz w siebie?;Czy masz plan?\na1;przed;nie;tak\na2;przed;nie;nie\na1;po;tak;tak\na2;po;nie;tak\n"
	return map[string]initCase{
		"before and after in files": {files: map[string]string{"po.csv": sheetsAfter, "przed.csv": sheetsBefore}, pairs: "4",
			says: []string{"survey survey: 3 questions (p1 … p3), answers 1–5", "before and after by the names of files"}, project: []string{"range: [1, 5]", `file: "../przed.csv"`}},
		"answers in words": {files: map[string]string{"po.csv": words.Replace(sheetsAfter), "przed.csv": words.Replace(sheetsBefore)}, pairs: "4",
			project: []string{"range: [1, 4]", "raczej nie: 2", "# reversed: [p1]"}},
		"answers behind numbers": {files: map[string]string{"po.csv": strings.ReplaceAll(sheetsAfter, ";3", ";3 - raczej tak"), "przed.csv": strings.ReplaceAll(sheetsBefore, ";3", ";3 - raczej tak")}, pairs: "4",
			project: []string{`"3 - raczej tak": 3`}},
		"yes and no in rows": {files: map[string]string{"ankieta.csv": long}, pairs: "2", says: []string{"by the column of waves"}, project: []string{"range: [0, 1]", "nie: 0", "tak: 1"}},
		"numbered waves in rows": {files: map[string]string{"a.csv": "Identyfikator;Moment;Q1;Q2\n7;T1;1;4\n8;T1;2;3\n7;T2;2;5\n8;T2;3;3\n"}, pairs: "2",
			project: []string{"code: [Identyfikator] # guessed", "wave: [Moment] # guessed", "T1: pre", "T2: post"}},
		"waves in columns":       {files: map[string]string{"a.csv": "kod;p1_przed;p2_przed;p1_po;p2_po\na;1;2;3;4\nb;2;2;2;3\n"}, pairs: "2", says: []string{"before and after by the headers"}},
		"three waves in columns": {files: map[string]string{"a.csv": "kod,p1_t1,p2_t1,p1_t2,p2_t2,p1_t3,p2_t3\na,1,2,3,4,5,4\nb,2,2,2,3,4,4\n"}, pairs: "2", project: []string{"later:", "name: wave-3"}},
		"waves by their dates": {files: map[string]string{"f1.csv": "Sygnatura czasowa,Kod,Ocena [siebie],Ocena [innych]\n2024/02/20 3:15:12 PM GMT+1,A1,3,4\n2024/02/20 4:15:12 PM GMT+1,A2,2,4\n",
			"f2.csv": "Sygnatura czasowa,Kod,Ocena [siebie],Ocena [innych]\n2023/11/20 3:15:12 PM GMT+1,A1,2,4\n2023/11/20 4:15:12 PM GMT+1,A2,1,4\n"}, pairs: "2",
			says: []string{"profile google-forms", "waves: 2 (f2.csv, f1.csv); before and after guessed from the dates"}},
		"waves by nothing but their order": {files: map[string]string{"f1.csv": sheetsBefore, "f2.csv": sheetsAfter}, pairs: "4", says: []string{"guessed from the order of the files; check"}},
		"one wave alone":                   {files: map[string]string{"przed.csv": sheetsBefore}, says: []string{"as a comment only: there is one measurement"}, project: []string{"# surveys:"}},
		"a question against the others": {files: map[string]string{"po.csv": "kod;p1;p2;p3;p4\na;5;5;1;5\nb;4;4;2;4\nc;1;2;4;1\nd;2;2;4;3\n", "przed.csv": "kod;p1;p2;p3;p4\na;4;5;1;4\nb;3;3;3;3\nc;1;1;5;2\nd;2;2;4;1\n"}, pairs: "4",
			says: []string{"a hint: p3 runs against the others"}, project: []string{"# A hint: these questions run against the others", "[p3]", "# reversed:"}},
		"a slip of the pen among answers": {files: map[string]string{"po.csv": sheetsAfter, "przed.csv": sheetsBefore + "a5;55;1;2\na6;1;1;1\na7;1;2;2\n"}, run: exitUnreadable, says: []string{"answer."}},
	}
}

func encoded(encode func(string) (string, error), text string) string {
	out, err := encode(text)
	if err != nil {
		panic(err) // the made-up texts have letters of the encoding only
	}
	return out
}
