package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// provoked are command lines that cannot be carried out, each for a reason of its own. Files lie in a folder of
// their own, see [spoiled].
const provoked = `
runn
runn examples
run --foo
run -Z
run
run gone
run gone/project.yaml
run project.yaml --jobs 0
run project.yaml --jobs x
run project.yaml --jobs
run project.yaml --fail-on x
run project.yaml -o
run project.yaml --now yesterday
run project.yaml
run broken.yaml
run keys.yaml
run empty
check
check --rules x
check - -
check people.csv
check project.yaml --margin -1
check project.yaml --profile sm-efs
check gone.yaml
count
count gone.csv
count people.csv --profile sm-efs --set esf-plus-2021-2027
count people.csv --profile nope --set esf-plus-2021-2027
count empty.csv --profile sm-efs --set esf-plus-2021-2027
count numbers.csv --set esf-2014-2020
count quote.csv --profile sm-efs --set esf-plus-2021-2027
count bad.xlsx --profile sm-efs --set esf-plus-2021-2027
count old.xlsx --profile sm-efs --set esf-plus-2021-2027
count bad.parquet --profile canonical --set esf-plus-2021-2027
count empty --profile sm-efs --set esf-plus-2021-2027
count bad.csv.gz --profile sm-efs --set esf-plus-2021-2027
count people.csv --profile sm-efs --set esf-plus-2021-2027 --encoding nope
count people.csv --set esf-plus-2021-2027 --by sexx
count people.csv --fact x --set esf-plus-2021-2027
count people.csv --rows x --set esf-plus-2021-2027
count --on x --set esf-plus-2021-2027
count people.csv --timeout 5m --set esf-plus-2021-2027
count --json=maybe people.csv
explain NOPE
trace out
trace gone participants/women
trace a b --json --csv
verify gone
verify gone --jobs 0
diff gone gone
export
export people.csv -o x.txt --profile sm-efs
export people.csv --profile sm-efs --project ?? -o x.csv
survey
survey a.csv
survey a.csv b.csv --json --csv
survey a.csv b.csv --id kod --items p1-p9 --min 5 --max 1
survey a.csv b.csv --id kod --items p1-p9
survey a.csv b.csv --items p1-p9 --min 1 --max 5
survey a.csv b.csv --id kod --min 1 --max 5
survey a.csv b.csv --id kod --items p1-p9 --min 1 --max 5 --sd 2
sql --set esf-2014-2020 --dialect nope
sql --set nope --dialect duckdb
profile show nope
profile show
profile draft gone.csv
schema nope
completion nope
selftest nope
key new people.csv
`

// englishWords are those that no Polish message holds, names in quotes and options aside.
var englishWords = regexp.MustCompile(`(?i)(^|[ (])(the|is|are|not|no|file|there|name|this|of|and|with|want|unknown|cannot|must|must be|did|see|column|header|row|flag|invalid|check the)[ ,;:.)]`)

var quotedName = regexp.MustCompile(`(?m)^ *>? *\d+ \|.*$|"[^"]*"|efseval [a-z]+|[^ ]*/[^ ]*`)

func TestNoEnglishUnderLangPolish(t *testing.T) {
	t.Chdir(spoiled(t))
	for _, line := range strings.Split(strings.TrimSpace(provoked), "\n") {
		for _, args := range [][]string{append(strings.Fields(line), "--lang", "pl"), append([]string{"--lang=pl"}, strings.Fields(line)...)} {
			if line == "run project.yaml --jobs" || line == "run project.yaml -o" { // these would take --lang
				args = append([]string{"--lang=pl"}, strings.Fields(line)...)
			}
			var out, told bytes.Buffer
			if code := efseval(args, &out, &told); code == exitDone || code == exitInternal {
				t.Errorf("%s: exit %d: %s", line, code, told.String())
			}
			if found := englishWords.FindString(quotedName.ReplaceAllString(told.String(), "X")); found != "" || told.Len() == 0 {
				t.Errorf("%s: %q in\n%s", line, found, told.String())
			}
			if strings.HasPrefix(line, "runn") {
				break
			}
		}
	}
}

// spoiled is a folder of files that cannot be read, each in another way.
func spoiled(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"people.csv": "a;b\n1;2\n", "empty.csv": "", "numbers.csv": "1;2\n3;4\n", "quote.csv": "PESEL;Płeć\n\"1;K\n", "a.csv": "kod;p1\n1;2\n", "b.csv": "kod;p1\n1;2\n",
		"bad.xlsx": "PK\x03\x04", "old.xlsx": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "bad.parquet": "PAR1", "bad.csv.gz": "\x1f\x8b\x08",
		"project.yaml": "id: Ą\nrules: esf-plus-2021\nperiod: {from: 2020-13-01, to: 2019-01-01}\nparticipants:\n  file: /people.csv\n  profile: nope\n",
		"broken.yaml":  "id: [a\n", "keys.yaml": "idd: a\n", "empty/x": "",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAskedLang(t *testing.T) {
	t.Setenv(langVariable, "")
	t.Setenv("LC_ALL", "C")
	for line, want := range map[string]string{"": "en", "run --lang pl": "pl", "--lang=pl run": "pl", "--lang pl --lang en": "en", "run -- --lang pl": "en", "run --lang de": "en"} {
		if got := askedLang(strings.Fields(line)); string(got) != want {
			t.Errorf("%q: %s, want %s", line, got, want)
		}
	}
	t.Setenv(langVariable, "pl")
	if askedLang(nil) != "pl" {
		t.Error("not by " + langVariable)
	}
}
