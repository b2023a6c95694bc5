package sqltext

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/canonical"
	"github.com/efseval/efseval/indicators"
)

// words are the functions that a text of each dialect may call, each of them in the documentation of the
// engine; COUNT, COALESCE, NULLIF and CAST are of the standard.
var words = map[Dialect][]string{
	DuckDB:     {"strpos"},
	PostgreSQL: {"strpos"},
	ClickHouse: {"addDays", "addMonths", "toDate", "position", "toString", "coalesce", "arrayJoin", "arrayFilter", "splitByChar", "if"},
	Trino:      {"strpos", "date_add"},
	Spark:      {"instr", "date_add", "add_months"},
	SQLite:     {"instr", "date", "min"},
}

var standard = []string{"COUNT", "COALESCE", "NULLIF", "CAST", "IN", "FILTER", "AND", "OR", "NOT", "FROM", "JOIN", "WHEN", "participants"}

var (
	quoted  = regexp.MustCompile("'(?:[^'\\\\]|''|\\\\.)*'|\"[^\"]*\"|`[^`]*`")
	comment = regexp.MustCompile(`(?m)--.*$`)
	called  = regexp.MustCompile(`(\w+) ?\(`)
)

func everyText(t *testing.T, each func(d Dialect, text string)) {
	t.Helper()
	for _, d := range Dialects() {
		for _, name := range indicators.SetNames() {
			set, err := indicators.LoadSet(name)
			if err != nil {
				t.Fatal(err)
			}
			by, err := set.Dimensions("age_band:18,55,support,stage,education")
			if err != nil {
				t.Fatal(err)
			}
			q, err := Count(set, nil, Options{Dialect: d, By: by, Lang: "pl"})
			if err != nil {
				t.Fatal(err)
			}
			each(d, q.Text)
		}
	}
}

// Every text has its brackets in pairs, ends once, and calls nothing that the engine does not document.
func TestTextsAreWhole(t *testing.T) {
	everyText(t, func(d Dialect, text string) {
		bare := quoted.ReplaceAllString(comment.ReplaceAllString(text, ""), "x")
		depth := 0
		for _, r := range bare {
			if r == '(' {
				depth++
			} else if r == ')' {
				depth--
			}
			if depth < 0 {
				t.Fatalf("%s: a bracket closes that none opened\n%s", d, text)
			}
		}
		if depth != 0 || strings.Count(bare, ";") != 1 || !strings.HasSuffix(text, ";\n") {
			t.Fatalf("%s: %d brackets open, %d ends\n%s", d, depth, strings.Count(bare, ";"), text)
		}
		for _, call := range called.FindAllStringSubmatch(bare, -1) {
			if !slices.Contains(words[d], call[1]) && !slices.Contains(standard, call[1]) {
				t.Errorf("%s: the text calls %s", d, call[1])
			}
		}
	})
}

// A comment ends with its line, whatever a name holds; a name and a text end where they are quoted.
func TestNothingEscapesItsQuotes(t *testing.T) {
	if got := oneLine("a\n; DROP\r\u2028x"); strings.ContainsAny(got, "\n\r\u2028") {
		t.Errorf("the comment %q goes on", got)
	}
	for d, want := range map[Dialect][2]string{
		PostgreSQL: {`"a""b\"`, `'a''b\'`}, DuckDB: {`"a""b\"`, `'a''b\'`}, Trino: {`"a""b\"`, `'a''b\'`},
		ClickHouse: {`"a\"b\\"`, `'a\'b\\'`}, Spark: {"`a\"b\\`", `'a\'b\\'`}, SQLite: {"`a\"b\\`", `'a''b\'`},
	} {
		if name, text := d.identifier(`a"b\`), d.text(`a'b\`); name != want[0] || text != want[1] {
			t.Errorf("%s: %s and %s, want %s", d, name, text, want)
		}
	}
	if got := SQLite.identifier("a`b"); got != "`a``b`" {
		t.Errorf("SQLite quotes a`b as %s", got)
	}
	for _, table := range []string{"", "a..b", "a\nb", "a.b.c.d"} {
		if _, err := SQLite.table(table); err == nil {
			t.Errorf("the table %q was taken", table)
		}
	}
}

// SQLite would take a name in double quotes that is no column for a text, and count it.
func TestAMissingColumnIsRefused(t *testing.T) {
	set, err := indicators.LoadSet("esf-2014-2020")
	if err != nil {
		t.Fatal(err)
	}
	q, err := Count(set, []string{"CO03"}, Options{Dialect: SQLite})
	if err != nil {
		t.Fatal(err)
	}
	db := openSQLite(t)
	if _, err := db.Exec("CREATE TABLE participants (sex TEXT, labour_status TEXT, age INTEGER)"); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Query(q.Text); err == nil || !strings.Contains(err.Error(), "education") {
		t.Errorf("a table without education: %v", err)
	}
}

// The columns are those that package canonical writes.
func TestColumnsAreThoseWritten(t *testing.T) {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	var written []string
	for _, c := range canonical.Columns(schema) {
		written = append(written, c.Name)
	}
	if got := Columns(schema); !slices.Equal(got, written) {
		t.Errorf("Columns() = %v, written are %v", got, written)
	}
	if slices.Contains(written, "birth_date") {
		t.Error("the date of birth is written")
	}
}

// Every dialect is read as it is named.
func TestDialectsAreReadAsNamed(t *testing.T) {
	for _, d := range Dialects() {
		if got, err := ParseDialect(string(d)); got != d || err != nil {
			t.Errorf("%s is read as %s: %v", d, got, err)
		}
	}
	if _, err := ParseDialect("oracle"); err == nil {
		t.Error("oracle was taken")
	}
}
