package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"pgregory.net/rapid"
)

// madeUpRow is a row of a made-up file, over one line or two.
type madeUpRow struct {
	person string // whose it is; empty: nobody's
	text   string
}

// madeUpFile is a made-up file of a project; its rows can be taken out.
type madeUpFile struct {
	name, header string
	rows         []madeUpRow
}

// lines are the lines on which the rows begin, the header standing on the first.
func (f *madeUpFile) lines() []int {
	line, out := 2, make([]int, len(f.rows))
	for i, r := range f.rows {
		out[i] = line
		line += strings.Count(r.text, "\n") + 1
	}
	return out
}

// kind tells questionnaires, whose two files are of the same persons, from other files.
func (f *madeUpFile) kind() string {
	first, _, _ := strings.Cut(f.header, ";")
	return first
}

func (f *madeUpFile) without(taken func(i int) bool) *madeUpFile {
	out := &madeUpFile{name: f.name, header: f.header}
	for i, r := range f.rows {
		if !taken(i) {
			out.rows = append(out.rows, r)
		}
	}
	return out
}

func (f *madeUpFile) write(dir string) error {
	text := f.header + "\n"
	for _, r := range f.rows {
		text += r.text + "\n"
	}
	return os.WriteFile(filepath.Join(dir, f.name), []byte(text), 0o600)
}

const lawProject = `id: law
title: {pl: Wymyślony, en: Made up}
rules: esf-2014-2020
period: {months: 12}
participants: {file: people.csv}
efficiency: {rules: efficiency-2016}
splits: ["age_band:18,25", municipality, support, stage, "age_band:30,municipality,support"]
samples:
  CR06: {source: made up}
  CR07: {population: 50, drawn: 40, margin: 10, source: plan próby}
indicators:
  - {code: SITES, name: {pl: Obiekty, en: Objects}, stage: output, unit: objects, fact: true, source: {clause: made up, mark: made up}}
  - {code: DIGITAL, name: {pl: Cyfrowe, en: Digital}, stage: output, fact: true, source: {clause: made up, mark: made up}}
indicator_facts: {SITES: {total: 3}, DIGITAL: {total: 3, women: 2, men: 1}}
targets:
  at_stake: {source: made up, amounts: {participants: "1 000,00", CO01: "70,00"}}
  participants: {total: 7, women: 4, men: 3}
  indicators:
    CO01: {total: 3, women: 2, men: 1}
    DIGITAL: {total: 4, women: 2, men: 2}
    CR04: {total: 2}
cost:
  ledger: {file: costs.csv}
  per: [CR01, CR04]
%sfacts:
  - {id: clubs, number: 3, of: 4, label: {pl: kluby, en: clubs}, value: {pl: "3", en: "3"}}
`

// lawSurveys are questionnaires of two to four items, each with another yardstick of a reliable change and
// other things beside it.
var lawSurveys = []string{`surveys:
  - name: will
    title: {pl: Wola, en: Will}
    scale: {range: [1, 5], missing: 1, reversed: [b], direction: lower}
    pre: {file: pre.csv, items: [a, b]}
    post: {file: post.csv, items: [a, b]}
    later: [{name: half-year, title: {pl: pół roku, en: half a year}, file: later.csv, items: [a, b]}]
    by: [education]
    leading_zeros: true
    categories: [{name: works, title: {pl: Praca, en: Work}, pre: works, post: works, categories: ["no", "yes"]}]
`, `surveys:
  - name: will
    title: {pl: Wola, en: Will}
    scale: {range: [1, 5], answered: 0.5, score: sum, reversed: [c]}
    pre: {file: pre.csv, items: [a, b, c]}
    post: {file: post.csv, items: [a, b, c]}
    later: [{name: half-year, title: {pl: pół roku, en: half a year}, file: later.csv, items: [a, b, c]}]
    by: ["age_band:18,25", status]
    covariates: [disability]
    reliability: {value: 0.8, source: made up}
    categories: [{name: works, title: {pl: Praca, en: Work}, pre: works, post: works, categories: ["no", maybe, "yes"], ordered: true}]
`, `surveys:
  - name: will
    title: {pl: Wola, en: Will}
    scale: {range: [1, 5], missing: 1, reversed: [b]}
    pre: {file: pre.csv, items: [a, b, c, d]}
    post: {file: post.csv, items: [a, b, c, d]}
    later: [{name: half-year, title: {pl: pół roku, en: half a year}, file: later.csv, items: [a, b, c, d]}]
    by: [status]
    reliability: {value: 0.8, sd: 0.7, source: made up}
    categories: [{name: works, title: {pl: Praca, en: Work}, pre: works, post: works, categories: ["no", "yes", maybe]}]
`}

// drawFiles makes the files of a project up: people with several rows, without an identifier, with gaps;
// families; sheets repeated, contradictory and without a code.
func drawFiles(t *rapid.T) []*madeUpFile {
	one := func(name string, of ...string) string { return rapid.SampledFrom(of).Draw(t, name) }
	people := &madeUpFile{name: "people.csv", header: "person;record;sex;age;education;labour_status;entry_date;exit_date;completed;exit_situation;disability;municipality;" +
		"employed_on;later_situation;supports;support_nature;disability_significant;social_effect"}
	for range rapid.IntRange(3, 12).Draw(t, "people") {
		person := one("person", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "")
		entry := one("entry", "2021-01-01", "2021-03-01", "2021-06-01", "")
		people.rows = append(people.rows, madeUpRow{person, strings.Join([]string{
			person, one("record", "participant", "participant", "participant", "participant", "household"), one("sex", "woman", "woman", "man", ""),
			one("age", "17", "24", "40", "60", ""), one("education", "isced0", "isced2", "isced3", "isced3", "isced5_8", ""),
			one("status", "unemployed", "unemployed", "inactive", "employed", ""), entry, one("exit", "2021-07-01", "2021-08-15", ""),
			one("completed", "yes", "no", ""), one("situation", "employment", "job_search", "employment|qualification", "none", ""),
			one("disability", "yes", "no", "refused", ""), one("place", "a", "\"b\nc\"", ""),
			one("work", "2021-07-05", "2021-12-01", "", ""), one("later", "employment", "improved_position", "none", "being_monitored", ""),
			one("support", "course", "course|counselling", "internship", ""), one("nature", "occupational", "social", "occupational|social", "occupational"),
			one("significant", "yes", "no", ""), one("effect", "yes", "no", ""),
		}, ";")})
	}
	costs := &madeUpFile{name: "costs.csv", header: "task;amount;eu"}
	for range rapid.IntRange(1, 5).Draw(t, "costs") {
		costs.rows = append(costs.rows, madeUpRow{"", one("task", "Alpha", "Beta", "Gamma") + ";" + one("amount", "100,00", "33,10", "7,77") + ";" + one("eu", "5,00", "6,00", "")})
	}
	files := []*madeUpFile{people, costs}
	for _, name := range []string{"pre.csv", "post.csv", "later.csv"} {
		files = append(files, drawSheets(t, name))
	}
	return files
}

// drawSheets makes the sheets of a wave up. P01 is P1 where a questionnaire passes over leading zeros.
func drawSheets(t *rapid.T, name string) *madeUpFile {
	one := func(name string, of ...string) string { return rapid.SampledFrom(of).Draw(t, name) }
	days := map[string][]string{"pre.csv": {"2021-01-01", "2021-01-02", ""}, "post.csv": {"2021-09-01", "2021-09-02", ""}, "later.csv": {"2022-03-01", ""}}[name]
	sheets := &madeUpFile{name: name, header: "code;sex;date;a;b;c;d;works"}
	for i := range rapid.SampledFrom([]int{12, 10, 8, 14, 4, 2, 1}).Draw(t, name) {
		own := fmt.Sprintf("P%d", i%10+1)
		code := one("code", own, own, own, own, own, "P1", "P01", "p3", "P3", "P7", "")
		cells := []string{code, one("s", "woman", "man", ""), one("day", days...)}
		for _, item := range []string{"a", "b", "c", "d"} {
			cells = append(cells, one(item, "1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "5", "1", "", "7"))
		}
		cells = append(cells, one("works", "no", "no", "yes", "Yes", "maybe", ""))
		sheets.rows = append(sheets.rows, madeUpRow{strings.ReplaceAll(strings.ToUpper(code), "0", ""), strings.Join(cells, ";")})
	}
	return sheets
}
