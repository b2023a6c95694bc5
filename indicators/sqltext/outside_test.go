package sqltext

import (
	"testing"

	"github.com/efseval/efseval/datasets"
)

// What is missing or a term is right, and everything else is counted once a row, by column.
func TestValuesOutsideTheVocabulariesAreCounted(t *testing.T) {
	db := openSQLite(t)
	for _, statement := range []string{
		`CREATE TABLE participants (sex TEXT, disability TEXT, exit_situation TEXT, municipality TEXT)`,
		`INSERT INTO participants VALUES ('woman', 'yes', '|employment|education|', 'K'), (NULL, NULL, NULL, NULL), ('', '', '', ''), ('man', 'refused', '||', 'x')`,
		`INSERT INTO participants VALUES ('K', 'tak', 'employment', 'x'), ('Man', 'no', '|employment|work|', 'x'), ('man', 'no', '|employment', 'x')`,
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	q, err := Outside(schema, Options{Dialect: SQLite, Table: "participants", Columns: []string{"sex", "disability", "exit_situation", "municipality"}})
	if err != nil {
		t.Fatal(err)
	}
	var sex, situation, disability, records int
	if err := db.QueryRow(q.Text).Scan(&sex, &situation, &disability, &records); err != nil {
		t.Fatalf("%v (fields %v)\n%s", err, q.Fields, q.Text)
	}
	if got, want := [...]int{sex, situation, disability, records}, [...]int{2, 3, 1, 7}; got != want {
		t.Errorf("sex, situation, disability, records: %v, want %v (fields %v)", got, want, q.Fields)
	}
}
