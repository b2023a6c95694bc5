package batch

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// madeUpLedger corrects people who do not exist: words, a day, a number, a cell to blank. Old and new stand as
// the export writes them.
var madeUpLedger = [][]string{
	{"key", "field", "old value", "new value", "reason", "who", "date"},
	{"SYN-PAL-001", "sex", "Mężczyzna", "Kobieta", "made up", "EW", "2022-01-10"},
	{"SYN-PAL-002", "exit_date", "2021-10-27", "2021-10-28", "made up", "EW", "2022-01-10"},
	{"SYN-PAL-002", "age", "18", "19", "made up", "EW", "2022-01-11"},
	{"SYN-PAL-004", "municipality", "Katowice", "", "made up", "KZ", "2022-01-12"},
}

// The same corrections give the same figures too: whatever the order of the lines, their separator and the name of
// the file, and whatever the export is written as.
func TestSameCorrectionsSameBytes(t *testing.T) {
	tables := tablesOf(t, "katowice-pal")
	var want map[string][]byte
	for round := range 6 {
		format := []string{"csv", "xlsx", "parquet"}[round%3]
		random := rand.New(rand.NewPCG(uint64(round), 17))
		file := rewritten(t, "katowice-pal", tables, format, random)
		name := []string{LedgerFile, "poprawki.csv"}[round%2]
		writeLedger(t, file, name, []rune{';', ','}[round/2%2], table{above: madeUpLedger[:1], rows: madeUpLedger[1:]}.shuffled(random))
		got := figuresOf(t, []string{file}, 1)
		if round == 0 {
			want = got
			if results := got["katowice-pal/results.json"]; !bytes.Contains(results, []byte(`"corrections": {"entries":4,"cells":4,"rows":3`)) {
				t.Fatal("the ledger was not applied")
			}
		}
		for name := range want {
			if !bytes.Equal(got[name], want[name]) {
				t.Errorf("round %d, %s: %s differs:\n%s", round, format, name, firstDifference(want[name], got[name]))
			}
		}
	}
}

// writeLedger writes a ledger beside a project file, which states it where its name is another than the usual one.
func writeLedger(t *testing.T, project, name string, comma rune, lines table) {
	t.Helper()
	var text strings.Builder
	w := csv.NewWriter(&text)
	w.Comma = comma
	if err := w.WriteAll(append(lines.above, lines.rows...)); err != nil {
		t.Fatal(err)
	}
	writeFiles(t, filepath.Dir(project), map[string]string{name: text.String()})
	if name == LedgerFile {
		return
	}
	stated, err := os.ReadFile(project)
	if err != nil {
		t.Fatal(err)
	}
	writeFiles(t, filepath.Dir(project), map[string]string{ProjectFile: fmt.Sprintf("%s\ncorrections: %s\n", stated, name)})
}
