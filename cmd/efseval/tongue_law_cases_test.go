package main

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
