package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// englishOnly are words of English messages that no Polish one has. The names of keys and terms (before, from, has, in)
// are the same in both languages and not among them.
var englishOnly = regexp.MustCompile(`(?i)(^|[ („])(the|is|are|was|were|has no|no|not|file|there|this|of|and|with|want|wants|unknown|cannot|must|did|see|column|line|row|header|flag|invalid|` +
	`expected|unexpected|missing|found|twice|only|both|which|that|its|it|be|by|for|one|character|value|nothing|say|name|choose|write|correct)([ ,;:.)]|$)`)

// ofPackages are the names by which packages begin a message for developers. The names that are keys of a project file
// too (indicators, cost) may stand behind a place, and no message begins with them.
var ofPackages = regexp.MustCompile(`(?m)^efseval: (indicators|cost|scale|schema): |(^|[:;] )(datasets|profiles|canonical|frame|sqltext|warehouse|cases|evaluate|stats|prepost|chart|report|audit|batch|polish|strconv\.\w+): `)

// sameInBoth are parts of messages that are not translated, each for a reason.
var sameInBoth = regexp.MustCompile(strings.Join([]string{
	`(?m)^ *>? *\d+ \|.*$`, // lines of the user's file
	`"[^"]*"`, `'[^']*'`,   // names and values in quotes
	`efseval [a-z]+`,                                                                 // commands to type
	`\S*[/.]\S+`,                                                                     // paths, file names, keys with their place
	`\S+: \S+: \[\.\.\.\]`,                                                           // YAML to type
	`(has|has_all|in|not|known|any|all): `, `\b(has|has_all|any|not|known|within)\b`, // the language of criteria
	`age: \S+ below, from albo to`,
	`key;field;old value;new value;reason;who;date`, // the header of a ledger
	`w columns: \S+`,                                // keys of a project file
	`ma rodzaj \S+, \S+, \S+, \S+ albo \S+`,         // kinds of fields, as they are written in fields:
	`są: \[[^\]]*\]`,                                // calls of selftest, as they are written in a file of cases
	`column:\S+`,                                    // a word of --by
}, "|"))

// mutations are project files with one thing wrong each: the line that is changed and what it becomes.
var mutations = [][2]string{
	{"id: katowice-pal", "id: Katowice PAL"}, {"rules: esf-2014-2020", "rules: esf-2014"}, {"rules: esf-2014-2020", "rules: efficiency-2016"},
	{"from: 2021-01-01", "from: 2023-01-01"}, {"from: 2021-01-01", "from: 2023-13-01"}, {"months: 24", "months: x"},
	{"months: 24", "months: -2"}, {"months: 24", "months: 99999999999999999999999"}, {"file: uczestnicy-sm-efs-synthetic.csv", "file: nope.csv"},
	{"file: uczestnicy-sm-efs-synthetic.csv", "file: /nope.csv"}, {"file: uczestnicy-sm-efs-synthetic.csv", "file: ."}, {"profile: sm-efs", "profile: sm-ef"},
	{"profile: sm-efs", "profile: sl2014"}, {"profile: sm-efs", "profile: generic-costs"}, {"profile: sm-efs", "{}"}, {"women: 37, men", "women: 38, men"},
	{"{total: 60, women", "{total: x, women"}, {"{total: 60, women: 37, men: 23}", "{total: -1}"}, {"{total: 60, women: 37, men: 23}", "{total: 1.5}"},
	{"at_least: true", "at_least: maybe"}, {`"939 717,45 zł"`, `"939 717,45x"`}, {`"939 717,45 zł"`, `"0"`}, {`"798 759,83 zł"`, `"998 759,83 zł"`},
	{"price_year: 2021", "price_year: 1901"}, {"range: [1, 5]", "range: [5, 1]"}, {"score: mean", "score: x"}, {"reversed: [P3, P8]", "reversed: [P3, P18]"},
	{"reversed: [P3, P8]", "reversed: [P3, P3]"}, {"reversed: [P3, P8]", "key: nope"}, {"reversed: [P3, P8]", "key: gses"}, {"reversed: [P3, P8]", "missing: 99"},
	{"items: [P1, P2, P3", "items: [P1, P2, P33"}, {"items: [P1, P2, P3,", "items: [P1, P2,"}, {"stage: output", "stage: x"}, {"has: [occupational]", "has: [ocupational]"},
	{"{field: support_nature,", "{fild: support_nature,"}, {"{field: support_nature,", "{field: support_natur,"}, {"has: [occupational]", "in: [occupational]"},
	{"{field: support_nature, has: [occupational]}", "{age: {below: x}}"}, {"{field: support_nature, has: [occupational]}", "{age: {from: 200}}"},
	{"{field: support_nature, has: [occupational]}", "{all: []}"}, {"{field: support_nature, has: [occupational]}", "{indicator: NOPE}"},
	{"{field: support_nature, has: [occupational]}", "{indicator: REINTEGRATION}"}, {"{field: support_nature, has: [occupational]}", "3"},
	{"code: REINTEGRATION", "code: CO01"}, {"code: REINTEGRATION", `code: "a b"`}, {"figure: participants/total", "figure: participants/totl"},
	{`value: "60"`, `value: "6x"`}, {"kind: planned", "kind: plan"}, {"bound: at_least", "bound: x"}, {"id: organisers, number: 3", "id: organisers, number: x"},
	{"id: organisers", "id: Organisers"}, {"id: organisers, ", ""}, {"ledger: {file: koszty-synthetic.csv, profile: generic}", "ledger: {file: koszty-synthetic.csv, profile: sm-efs}"},
	{"ledger: {file: koszty", "ledger: {file: README.md, x: koszty"}, {"file: koszty-synthetic.csv", "file: motywacja-pre-synthetic.csv"}, {"file: koszty-synthetic.csv", "file: project.yaml"},
	{"file: motywacja-post-synthetic.csv", `file: "-"`}, {"  profile: sm-efs", "  profile: sm-efs\n  encoding: nope"}, {"  profile: sm-efs", "  profile: sm-efs\n  encoding: utf-16"},
	{"  profile: sm-efs", "  profile: sm-efs\n  separator: xx"}, {"  profile: sm-efs", "  profile: sm-efs\n  header_row: 5"}, {"  profile: sm-efs", "  profile: sm-efs\n  dates: [x]"},
	{"  profile: sm-efs", "  profile: sm-efs\n  decimal: x"}, {"  profile: sm-efs", "  profile: sm-efs\n  columns: {nope: [x]}"}, {"  profile: sm-efs", "  profile: sm-efs\n  columns: {sex: [x]}"},
	{"  profile: sm-efs", "  profile: sm-efs\n  values: {sex: {x: y}}"}, {"  profile: sm-efs", "  profile: sm-efs\n  fields: [{name: x}]"}, {"  profile: sm-efs", "  profile: sm-efs\n  promise: x"},
	{"at_least: true", "at_least: true\n  at_stake: {}"}, {"at_least: true", "at_least: true\n  indicators: {NOPE: {total: 3}}"}, {"at_least: true", "at_least: true\n  indicators: {CO01: {total: 3, women: 5}}"},
	{"surveys:", "survey:"}, {"surveys:", "surveys: 3 #"}, {"", "splits: [nope]"}, {"", "splits: [age_band, age_band]"}, {"", `splits: ["age_band:x"]`}, {"", "splits: [{a: b}]"}, {"", "splits: [sex]"},
	{"", "spltis: [age_band]"}, {"", "parameters: {x: 1}"}, {"", "parameters: [x]"}, {"", "parameters: {complete_record: [x]}"}, {"", "parameters: {genders: [x]}"}, {"", "parameters: {genders: []}"},
	{"", "efficiency: {rules: nope}"}, {"", "target_group: {criterion: {age: {from: 20}}}"}, {"", "target_group: {text: {pl: a, en: b}, source: x, criterion: {age: {from: 200}}}"},
	{"", "corrections: {file: x}"}, {"", "corrections: nope.csv"}, {"", "confidence: 2"}, {"", "id: zwei"}, {"", "[a"}, {"", "  - a: b"}, {"", "\tx: 1"}, {"", `"x`}, {"", "x: *a"}, {"", "a: }"}, {"", "a: ]"},
	{"", "a: [b c: d"}, {"", "a: {b"}, {"", "a: 'x"}, {"", "- a"}, {"", "a: b: c"}, {"", "a: |9x"}, {"", "%YAML 9"}, {"", "@x: y"}, {"", "unpublished: [x]"}, {"", "samples: [{}]"},
}

// ledgers are lines of corrections.csv that cannot be applied.
var ledgers = []string{
	"S;age;77;78;r;w;x", "SYN-PAL-001;age;77;78;;w;2024-01-01", "SYN-PAL-001;age;77;78;r;;2024-01-01", "SYN-PAL-001;age;77;78;r;w;", ";age;77;78;r;w;2024-01-01",
	"SYN-PAL-001;;77;78;r;w;2024-01-01", "SYN-PAL-001;agee;77;78;r;w;2024-01-01", "SYN-PAL-001;age;76;78;r;w;2024-01-01", "SYN-PAL-001;age;77;x;r;w;2024-01-01",
	"SYN-PAL-001;age;77;77;r;w;2024-01-01", "SYN-PAL-999;age;77;78;r;w;2024-01-01", "row 3;age;77;78;r;w;2024-01-01", "SYN-PAL-001;age;77;78;a@b.pl;w;2024-01-01",
	"SYN-PAL-001;age;77;78;r;w;2024-01-01\nSYN-PAL-001;age;77;79;r;w;2024-01-01", "\"a;b;c", "a;b",
}

// wrongLines are command lines that cannot be carried out, in the folder of an example with its outputs in out and
// damaged ones in bent.
const wrongLines = `
run . --outputs x
run . --key nope
run . --key people.csv
run . -o people.csv
run . --now x
verify out --data nope
verify bent
trace out nope
trace out participants/womn
trace out participants/women --data nope
trace out participants/women --key nope
trace nope x
trace bent participants/women
diff out nope
diff out bent
diff out out --data1 x
diff out out --data1 x --data2 y
diff out out --fail-on x
init x nope.csv
init x people.csv people.csv
init x report-page.png
init x README.md
init .
key new people.csv
key new nope/x
key print people.csv
key show x
man x
man -o people.csv
man -o x run
version --jsn
help x
selftest x
selftest --cases nope
selftest --cases people.csv
selftest --cases cases.yaml
profile show x
profile draft nope
profile draft report-page.png
profile draft README.md
export people.csv -o nope/x.csv
export people.csv -o x.csv --set nope
export people.csv -o x.csv --column nope
export people.csv -o x.csv --key nope
export nope -o x.csv
count people.csv --set esf-2014-2020 --code NOPE
count people.csv --set esf-2014-2020 --by nope
count nope.csv --set esf-2014-2020 --by age_bond
count people.csv --set esf-2014-2020 --by age_band:x
count people.csv --set esf-2014-2020 --by age_band:25,20
count people.csv --set esf-2014-2020 --fact CO01=3
count people.csv --set esf-2014-2020 --dates x
count people.csv --set nope
count people.csv --profile project.yaml --set esf-2014-2020
count people.csv --profile sl2014 --set esf-2014-2020
count people.csv --encoding utf-16 --set esf-2014-2020
count . --set esf-2014-2020
count koszty-synthetic.csv --set esf-2014-2020
count --on postgres://u@127.0.0.1:1/d --set esf-2014-2020
count --on clickhouse://u@127.0.0.1:1/d --set esf-2014-2020
count --on postgres://u@127.0.0.1:1/d --set esf-2014-2020 --timeout x
survey motywacja-pre-synthetic.csv motywacja-post-synthetic.csv --id Kodd --items P1-P9 --min 1 --max 5
survey motywacja-pre-synthetic.csv motywacja-post-synthetic.csv --id Kod --items P1-P99 --min 1 --max 5
survey motywacja-pre-synthetic.csv motywacja-post-synthetic.csv --id Kod --items P1-P9 --key nope
survey motywacja-pre-synthetic.csv motywacja-post-synthetic.csv --id Kod --items P1-P9 --key nope.yaml
survey motywacja-pre-synthetic.csv motywacja-post-synthetic.csv --id Kod --items P1-P9 --min 1 --max 5 --reverse P77
survey motywacja-pre-synthetic.csv motywacja-post-synthetic.csv --id Kod --items P1-P9 --min 1 --max 5 --missing 20
survey motywacja-pre-synthetic.csv motywacja-post-synthetic.csv --id Kod --items P1-P9 --min x
survey nope nope2 --id a --items b --min 1 --max 2
check people.csv --profile sm-efs --from 2021-13-01
check people.csv --profile sm-efs --from 2021-01-02 --to 2021-01-01
check people.csv --profile sl2014
check report-page.png --profile sm-efs
check report-page.png --profile sm-efs --json
check . -o people.csv
explain CO
sql --set esf-2014-2020 --dialect duckdb NOPE
sql --set esf-2014-2020 --dialect duckdb --by nope
sql --set esf-2014-2020 --dialect duckdb --table a.b.c.d
`

// No message under --lang pl has English words in it, and none in either language the name of a package: over wrong
// project files, wrong ledgers of corrections and wrong command lines.
func TestMessagesKeepToTheLanguage(t *testing.T) {
	home := exampleAt(t)
	t.Run("projects", func(t *testing.T) {
		for _, m := range mutations {
			keepsTo(t, spoiledProject(t, home, m), []string{"check", "project.yaml"}, m[1])
		}
	})
	t.Run("ledgers", func(t *testing.T) {
		for _, lines := range ledgers {
			write(t, filepath.Join(home, "corrections.csv"), "key;field;old value;new value;reason;who;date\n"+lines+"\n")
			keepsTo(t, home, []string{"check", "."}, lines)
		}
		if err := os.Remove(filepath.Join(home, "corrections.csv")); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("calls", func(t *testing.T) {
		damagedOutputs(t, home)
		for line := range strings.SplitSeq(strings.TrimSpace(wrongLines), "\n") {
			keepsTo(t, home, strings.Fields(line), line)
		}
	})
}

// keepsTo carries a command line out in both languages and looks through what it says.
func keepsTo(t *testing.T, dir string, args []string, of string) {
	t.Helper()
	t.Chdir(dir)
	for _, l := range []evaluate.Lang{evaluate.PL, evaluate.EN} {
		var out, told bytes.Buffer
		code := efseval(append([]string{args[0], "--lang", string(l)}, args[1:]...), &out, &told)
		if code == exitDone || code == exitInternal {
			t.Errorf("%s: exit %d: %s", of, code, told.String())
		}
		bare := sameInBoth.ReplaceAllString(told.String(), "X")
		if found := englishOnly.FindString(bare); found != "" && l == evaluate.PL {
			t.Errorf("%s: %q in\n%s", of, found, told.String())
		}
		if found := ofPackages.FindString(told.String()); found != "" {
			t.Errorf("%s: the package %q in\n%s", of, found, told.String())
		}
	}
}

// exampleAt is a copy of an example.
func exampleAt(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "examples", "katowice-pal"))); err != nil {
		t.Fatal(err)
	}
	people, err := os.ReadFile(filepath.Join(dir, "uczestnicy-sm-efs-synthetic.csv"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "people.csv"), string(people))
	write(t, filepath.Join(dir, "cases.yaml"), "group: statistics\ncases:\n  - {id: a, what: {pl: a, en: a}, source: {pl: a, en: a}, call: nope, input: {}, expect: {x: 1}}\n")
	return dir
}

// spoiledProject is a folder like another with one thing of its project file changed.
func spoiledProject(t *testing.T, home string, change [2]string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(home)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "project.yaml")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), change[0]) {
		t.Fatalf("no %q in the project file", change[0])
	}
	after := strings.Replace(string(text), change[0], change[1], 1)
	if change[0] == "" {
		after = string(text) + change[1] + "\n"
	}
	write(t, path, after)
	return dir
}

// damagedOutputs writes the outputs of a run to out, and damaged ones to bent.
func damagedOutputs(t *testing.T, home string) {
	t.Helper()
	t.Chdir(home)
	for _, folder := range []string{"one", "two"} {
		var told bytes.Buffer
		if code := efseval([]string{"run", "project.yaml", "-o", folder}, &told, &told); code != exitDone {
			t.Fatal(told.String())
		}
	}
	for from, to := range map[string]string{"one": "out", "two": "bent"} {
		if err := os.Rename(filepath.Join(from, "katowice-pal"), to); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"figures.csv", "report.pl.html", "report.pl.md", "tables.xlsx", "figures.parquet", "results.json", "problems.csv"} {
		path := filepath.Join("bent", name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		write(t, path, string(text[:len(text)/2]))
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
