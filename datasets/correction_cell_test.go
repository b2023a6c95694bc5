package datasets

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What was changed is told by line of the ledger; values only of fields that cannot name a person.
func TestCorrectedCellsTellNoValueOfAPerson(t *testing.T) {
	_, _, done, err := corrected(t, ledgerHeader+
		"SYN-3;entry_date;2/3/2020;2020-03-02;z listy obecności;EK;2024-01-06\n"+
		"SYN-2 row 3;supports;doradztwo|kurs;szkolenie;karta usług;EK;2024-01-05\n"+
		"SYN-1;disability;Omowa;odmowa;literówka;EK;2024-01-05\n"+
		"SYN-1;sex;kobieta;mężczyzna;z dowodu;MN;2024-01-05\n"+
		"SYN-1;municipality;Bytom;Ruda;z deklaracji;EK;2024-01-05\n", correctedRows)
	if err != nil {
		t.Fatal(err)
	}
	at := func(row, column int) Position { return Position{File: "people.csv", Row: row, Column: column} }
	want := []CorrectedCell{
		{Line: 2, At: at(5, 4), Field: "entry_date", Shown: true, New: "2020-03-02", Reason: "z listy obecności", Who: "EK", Day: 19728},
		{Line: 3, At: at(3, 6), Field: "supports", Shown: true, Old: "counselling|course", New: "training", Reason: "karta usług", Who: "EK", Day: 19727},
		{Line: 4, At: at(2, 5), Field: "disability", Reason: "literówka", Who: "EK", Day: 19727},
		{Line: 5, At: at(2, 2), Field: "sex", Shown: true, Old: "woman", New: "man", Reason: "z dowodu", Who: "MN", Day: 19727},
		{Line: 6, At: at(2, 7), Field: "municipality", Reason: "z deklaracji", Who: "EK", Day: 19727},
	}
	if diff := cmp.Diff(want, done.Entries); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Two lines for one cell contradict each other, whichever way they name it and in either order.
func TestTwoCorrectionsOfOneCell(t *testing.T) {
	lines := []string{"SYN-1;age;34;35;r;w;2024-01-05\n", "SYN-1 row 2;age;35;36;r;w;2024-01-05\n"}
	for _, text := range []string{lines[0] + lines[1], lines[1] + lines[0]} {
		_, _, done, err := corrected(t, ledgerHeader+text, correctedRows)
		if err == nil || done.Cells != 0 || !strings.Contains(err.Error(), "corrections.csv:2: people.csv:2: age: line 3 corrects the same cell") ||
			!strings.Contains(err.Error(), "corrections.csv:3: people.csv:2: age: line 2 corrects the same cell") {
			t.Errorf("%v, %d cells", err, done.Cells)
		}
	}
}

// A row without an identifier has no other key than its number.
func TestCorrectionOfARowWithoutIdentifier(t *testing.T) {
	rows := append([][]string{{"", "kobieta", "34", "01.02.2020", "nie", "kurs", "Bytom"}}, correctedRows...)
	out, _, done, err := corrected(t, ledgerHeader+"row 2;age;34;35;r;w;2024-01-05\n", rows)
	if err != nil || done.Cells != 1 || !strings.Contains(out[0], " 35 ") {
		t.Errorf("%v: %+v %v", err, done, out[0])
	}
}

func TestLedgersThatCannotBeRead(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "no header row",
		"key;field;old value;new value\n":    `no column "reason"`,
		ledgerHeader + "a;\"b;c\n":           "correct the quotes",
		ledgerHeader + "S\xB3;age;1;2;r;w;x": "not UTF-8",
		ledgerHeader + "S;age;1;2;r;w;2024-01-05\nS;age;2;3;r;w;2024-01-05\n": "corrections.csv:3: line 2 corrects the same field of the same record",
	} {
		if _, err := ledger(t, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want %q", text, err, want)
		}
	}
	if _, err := ReadCorrections(filepath.Join(t.TempDir(), "none.csv")); err == nil {
		t.Error("a ledger that is not there was read")
	}
	c, err := ledger(t, "\uFEFFkto,data,klucz,pole,stara wartość,nowa wartość,powód\r\nEK,05.01.2024,SYN-1,age,34,35,\"pomyłka, wpis\"\r\n")
	if err != nil || c.Len() != 1 || c.entries[0].new != "35" {
		t.Errorf("Polish headers, commas: %+v, %v", c, err)
	}
}
