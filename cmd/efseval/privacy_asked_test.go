package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What reads no data has nobody to tell of, beside data as without: definitions, SQL, schemas, manuals, completions.
func TestNothingAskedWithoutDataTellsWhoSomebodyIs(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newSpy(t)
	put(t, "people.csv", csvText(t, layoutOf(t, "sm-efs").clean(18)))
	plantedProject(t, ".", "people.csv", "sm-efs", "")
	put(t, "out/empty", "")
	for _, line := range []string{"explain", "explain CR04 --lang pl", "explain --json", "explain participants CO01 --json", "selftest --verbose", "selftest --json", "schema project --lang pl",
		"schema results", "schema manifest", "man", "man run", "completion bash", "completion zsh", "version --json", "profile list --json", "profile show sm-efs", "check --rules --json", "help run",
		"sql --set esf-plus-2021-2027 --dialect sqlite", "sql --set esf-2014-2020 --dialect clickhouse --by age_band --lang pl", "sql --ddl --dialect postgresql",
		"sql --ddl --dialect duckdb --column Powiat", "sql grand-total --set esf-plus-2021-2027 --dialect trino --by column:Powiat",
		"key new out/a.key", "key print out/a.key", "__complete count people.csv --by c", "__complete trace . p", "__complete run p", "__complete init out/x people.csv --l"} {
		s.run("%s", line)
	}
	s.files("out")
	t.Logf("exit codes %v, %d bytes scanned", s.codes, s.bytes)
}

// A table is split by no column that holds persons: not by one whose header says so, not by one whose values do, not
// by one that each row or each person has its own of, also where the rows of a person count as they stand.
func TestNoSplitNamesPersons(t *testing.T) {
	t.Chdir(t.TempDir())
	s := newSpy(t)
	people, table := plantedPeople(), [][]string{{"person", "sex", "age", "entry_date", "project", "Sprawa", "Kontakt", "Kto", "Uwaga", "Rejon"}}
	for n := range 24 {
		p := people[n%3]
		table = append(table, []string{p.code, "kobieta", "30", fmt.Sprintf("2023-01-%02d", n+1), fmt.Sprintf("PL-QX-%d", n/3), p.name(), p.mail, p.first, p.street, []string{"północ", "południe"}[n%2]})
	}
	file := put(t, "people.csv", csvText(t, table))
	s.badUsage = true
	for _, column := range []string{"Sprawa", "Kontakt", "Kto", "Uwaga", "person", "column:Sprawa"} {
		for _, how := range []string{"", "--json", "--csv --rows participations", "--lang pl --promise clustered"} {
			if code := s.run("count %s --profile generic --set esf-plus-2021-2027 --ignore * --by %s %s", file, column, how); code != exitUsage {
				t.Errorf("--by %s %s ends with %d", column, how, code)
			}
		}
		if code := s.run("export %s --profile generic --ignore * --column %s -o out-%s.csv", file, strings.TrimPrefix(column, "column:"), strings.TrimPrefix(column, "column:")); code != exitUsage && column != "person" {
			t.Errorf("--column %s ends with %d", column, code)
		}
		s.from(file, "count - --profile generic --set esf-plus-2021-2027 --ignore * --by age_band,%s --tolerate-faults", column)
	}
	if code := s.run("count %s --profile generic --set esf-plus-2021-2027 --ignore * --by Rejon", file); code != exitDone {
		t.Errorf("a column of groups ends with %d", code)
	}
	if found, err := filepath.Glob("*.csv"); err != nil || len(found) > 2 { // that of the person that is there, by pseudonym
		t.Errorf("left behind: %v %v", found, err)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	s.files(".")
}

// A server that quotes a cell in its refusal, or answers with one where a count should stand, is not repeated.
func TestNoServerTellsWhoSomebodyIs(t *testing.T) {
	s, who := newSpy(t), plantedPeople()
	for i, answer := range []string{
		"Code: 38. DB::Exception: Cannot parse string '" + who[0].name() + "' as Date: while executing 'FUNCTION toDate(entry_date)'. (CANNOT_PARSE_DATE)",
		"Code: 691. DB::Exception: Unknown element '" + who[1].pesel + "' for enum: maybe you meant: ['" + who[1].mail + "']. (UNKNOWN_ELEMENT_OF_ENUM)",
		"Code: 6. DB::Exception: Cannot parse input: expected \"}\" before: \"" + who[2].phone + ", " + who[2].street + "\\n\" (CANNOT_PARSE_INPUT)",
		"<html><body>" + who[0].name() + "</body></html>",
		`{"meta": [{"name": "name"}, {"name": "value"}], "data": [["` + who[0].name() + `", "` + who[0].pesel + `"]]}`,
		`{"meta": [{"name": "sex"}], "data": [["` + who[0].name() + `"`,
	} {
		status := http.StatusOK
		if strings.HasPrefix(answer, "Code") {
			status = http.StatusInternalServerError
		}
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			fmt.Fprint(w, answer)
		}))
		for _, how := range []string{"", "--json", "--csv --lang pl", "--by column:Powiat"} {
			if code := s.run("count --on clickhouse://%s/esf --set esf-plus-2021-2027 %s", strings.TrimPrefix(server.URL, "http://"), how); code != exitUnreadable {
				t.Errorf("answer %d %s ends with %d", i, how, code)
			}
		}
		server.Close()
	}
}
