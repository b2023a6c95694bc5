package recognise

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A list that an office keeps by hand, in its own words, is read: every column of use has its field, and what
// people are called has its term. The people are made up.
func TestAListInTheWordsOfAnOfficeIsRead(t *testing.T) {
	people := recognised(t, "Lp.;Płeć;Wiek;Wykształcenie;Status na rynku pracy;Data przystąpienia;Data zakończenia;Osoba z niepełnosprawnością\n"+
		"1;K;30;podstawowe;bierny zawodowo;11.03.2022;14.09.2022;tak\n"+
		"2;M;41;wyższe;pracujący;12.03.2022;15.09.2022;nie\n"+
		"3;K;52;gimnazjalne;bezrobotna;13.03.2022;16.09.2022;nie\n")
	if people.Kind != Participants || len(people.Unplaced) > 0 {
		t.Errorf("%s, %d columns without a field", people.Kind, len(people.Unplaced))
	}
	want := map[string]string{"bierny zawodowo": "inactive", "pracujący": "employed", "bezrobotna": "unemployed"}
	if diff := cmp.Diff(want, people.Values["labour_status"]); diff != "" {
		t.Errorf("the status on the labour market (-want +got):\n%s", diff)
	}
	ledger := recognised(t, "Nr dokumentu;Zadanie;Nazwa wydatku;Data zapłaty;Kwota brutto\nFV/1/2022;Zadanie 1;doradca;2022-04-15;1 234,56 zł\n")
	if ledger.Kind != Costs || ledger.ColumnOf("amount") == nil || ledger.ColumnOf("item") == nil || len(ledger.Unplaced) > 0 {
		t.Errorf("a ledger: %s, fields %v, %d columns without a field", ledger.Kind, ledger.Placed, len(ledger.Unplaced))
	}
}

// recognised is what is concluded of a CSV file of one table.
func recognised(t *testing.T, text string) *Recognised {
	t.Helper()
	path := filepath.Join(t.TempDir(), "made-up.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	found, err := Look(path)
	if err != nil || len(found) != 1 {
		t.Fatal(len(found), err)
	}
	r, err := Recognise(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return r
}
