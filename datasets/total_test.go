package datasets

import "testing"

func TestRowsOfTotals(t *testing.T) {
	for text, want := range map[string]bool{
		"Razem": true, "RAZEM:": true, "Ogółem": true, "suma końcowa": true, "Łącznie": true, "Total": true, "Podsumowanie": true,
		"Razem przeciw wykluczeniu": false, "SYN-1": false, "": false, "Sumarycznie": false, "Zadanie 1": false,
	} {
		if got := isTotal([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A ledger with a total at its end is told at that row, and in the order of the rows.
func TestTotalOfALedger(t *testing.T) {
	p, err := ParseProfile([]byte("name: t\nschema: costs\ncolumns: [{field: amount, header: [kwota]}, {field: task, header: [zadanie]}, {field: item, header: [pozycja]}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind([]string{"kwota", "zadanie", "pozycja"}, Position{File: "costs.csv", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	rows, n := [][]string{{"1,00", "Zadanie 1", "razem"}, {"1,00", "Razem", ""}, {"x", "Zadanie 2", ""}}, 0
	read := 0
	all, err := Collect(b.Stream(Position{}, &read, func(batch *Batch) (bool, error) {
		if n == len(rows) {
			return false, nil
		}
		b.Append(batch, n+2, [][]byte{[]byte(rows[n][0]), []byte(rows[n][1]), []byte(rows[n][2])})
		n++
		return true, nil
	}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range all[0].Problems {
		got = append(got, p.Position.String()+" "+p.Rule)
	}
	if len(got) != 2 || got[0] != "costs.csv:3:2 row.total" || got[1] != "costs.csv:4:1 value.unreadable" {
		t.Errorf("problems %q", got)
	}
}
