package indicators

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// reference finds the folder of third-party reference cases, or skips.
func reference(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("EFSEVAL_REFERENCE"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if found := filepath.Join(dir, "shared", "reference"); isDir(found) {
			return found
		}
	}
	t.Skip("the reference cases (shared/reference) are not here; set EFSEVAL_REFERENCE")
	return ""
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// syntheticProfile reads the made-up participants of case 11. Their long-term unemployed are a
// status of their own; ISCED 5 to 8 are one group; a qualification is a situation upon leaving.
const syntheticProfile = `
name: reference-synthetic
version: 1
schema: participants
rows: person
columns:
  - {field: person, header: [id]}
  - {field: sex, header: [plec], values: {K: woman, M: man}}
  - {field: birth_date, header: [data_ur]}
  - {field: entry_date, header: [data_start]}
  - {field: exit_date, header: [data_koniec]}
  - {field: labour_status, header: [status_start], values: {zatrudniony: employed, bezrobotny: unemployed, bezrobotny_dlugotrwale: unemployed, bierny: inactive}}
  - {field: labour_status_detail, header: [status_start], values: {zatrudniony: missing, bezrobotny: missing, bezrobotny_dlugotrwale: long_term_unemployed, bierny: missing}}
  - {field: education, header: [isced], values: {"0": isced0, "1": isced1, "2": isced2, "3": isced3, "4": isced4, "5": isced5_8, "6": isced5_8, "7": isced5_8, "8": isced5_8}}
  - {field: disability, header: [niepelnosprawnosc]}
  - {field: third_country_national, header: [kraj_trzeci]}
  - {field: foreign_background, header: [obce_pochodzenie]}
  - {field: minority, header: [mniejszosc]}
  - {field: homeless, header: [bezdomnosc]}
  - {field: area, header: [wies], values: {"1": rural, "0": urban}}
  - {field: exit_situation, header: [status_4tyg], values: {zatrudniony: employment, bezrobotny: other, bierny: none, edukacja: education, poszukuje_pracy: job_search}}
  - {field: exit_situation, header: [kwalifikacje], values: {"1": qualification, "0": missing}}
  - {field: later_situation, header: [status_6mies], values: {zatrudniony: employment, bezrobotny: other, bierny: none, brak_danych: missing}}
`

// Counts made by pandas 1.5.3 and by plain Python over synthetic participants; see the
// provenance in the file.
func TestReferenceCountsOfESFPlus(t *testing.T) {
	dir := filepath.Join(reference(t), "11_esf_real")
	var want struct {
		Persons int64            `json:"persons"`
		Values  map[string]int64 `json:"values"`
	}
	if err := json.Unmarshal([]byte(readFile(t, filepath.Join(dir, "indicators_synthetic.expected.json"))), &want); err != nil {
		t.Fatal(err)
	}
	b := batchOf(t, parseProfile(t, syntheticProfile), readFile(t, filepath.Join(dir, "indicators_synthetic.csv")))
	table := tableOf(t, mustLoad(t, "esf-plus-2021-2027"), participations(t, b)...)
	if c := cell(t, table, Participants, Total); c.Num != want.Persons || c.Den != want.Persons {
		t.Errorf("participants %s, want %d", c.text(), want.Persons)
	}
	groups := map[string]Group{"K": Women, "M": Men, "total": Total}
	for _, id := range slices.Sorted(maps.Keys(want.Values)) {
		code, group, _ := strings.Cut(id, ".")
		if c := cell(t, table, code, groups[group]); !c.Available || c.Num != want.Values[id] {
			t.Errorf("%s = %s, want %d", id, c.text(), want.Values[id])
		}
	}
	t.Logf("%d reference counts", len(want.Values))
	for _, v := range table.Check() {
		t.Error(v)
	}
}
