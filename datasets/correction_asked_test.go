package datasets

import (
	"iter"
	"slices"
	"testing"
)

// rulesLeft applies a ledger to rows with the notes of their binding behind them, and lists the rules of
// what is left to tell.
func rulesLeft(t *testing.T, text string, rows [][]string) (rules []string, err error) {
	t.Helper()
	c, err := ledger(t, text)
	if err != nil {
		t.Fatal(err)
	}
	p, err := ParseProfile([]byte(correctedProfile))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind([]string{"id", "płeć", "wiek", "od", "ON", "wsparcie", "gmina"}, Position{File: "people.csv", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	read, i := 0, 0
	var batches iter.Seq2[*Batch, error] = b.Stream(Position{File: "people.csv", Row: 1}, &read, func(batch *Batch) (bool, error) {
		if i == len(rows) {
			return false, nil
		}
		appendRow(b, batch, i+2, rows[i]...)
		i++
		return true, nil
	})
	var done Corrected
	for b, failed := range c.Apply(p, batches, &done) {
		if failed != nil {
			return rules, failed
		}
		for _, p := range b.Problems {
			rules = append(rules, p.Rule)
		}
	}
	slices.Sort(rules)
	return slices.Compact(rules), nil
}

// The question that a column asks goes with the last cell that it was asked about.
func TestCorrectedCellsAskNothing(t *testing.T) {
	rows := [][]string{
		{"SYN-1", "kobieta", "1.234", "2/3/2020", "nie", "kurs", ""},
		{"SYN-2", "kobieta", "30", "4/5/2020", "nie", "kurs", ""},
	}
	age, first, second := "SYN-1;age;1.234;34;r;w;2024-01-05\n", "SYN-1;entry_date;2/3/2020;2020-03-02;r;w;2024-01-05\n", "SYN-2;entry_date;4/5/2020;2020-05-04;r;w;2024-01-05\n"
	for ledger, want := range map[string][]string{
		age:                  {RuleDateOrder, RuleBadValue},
		first + second:       {RuleDecimal, RuleBadValue},
		age + first:          {RuleDateOrder, RuleBadValue},
		age + first + second: nil,
	} {
		slices.Sort(want)
		if rules, err := rulesLeft(t, ledgerHeader+ledger, rows); err != nil || !slices.Equal(rules, want) {
			t.Errorf("%s: %v, %v; want %v", ledger, rules, err, want)
		}
	}
}

// A cell that could not be read is corrected only where the ledger has its very text.
func TestOldTextOfARefusedCell(t *testing.T) {
	rows := [][]string{{"SYN-1", "kobieta", "3O", "2/3/2020", "Omowa", "kurs", ""}, {"SYN-2", "kobieta", "130", "01.02.2020", "nie", "kurs|kursik", ""}}
	for _, line := range []string{
		"SYN-1;age;zzz;30;r;w;2024-01-05\n", "SYN-2;age;131;30;r;w;2024-01-05\n", "SYN-1;entry_date;3/2/2020;2020-03-02;r;w;2024-01-05\n",
		"SYN-1;disability;Omowaa;odmowa;r;w;2024-01-05\n", "SYN-2;supports;kurs|kursiki;kurs;r;w;2024-01-05\n",
	} {
		if _, err := rulesLeft(t, ledgerHeader+line, rows); err == nil {
			t.Errorf("%q was taken", line)
		}
	}
	for _, line := range []string{
		"SYN-1;age;3O;30;r;w;2024-01-05\n", "SYN-2;age; 130 ;30;r;w;2024-01-05\n", "SYN-1;entry_date;2/3/2020;2020-03-02;r;w;2024-01-05\n",
		"SYN-1;disability;Omowa;odmowa;r;w;2024-01-05\n", "SYN-2;supports;kurs|kursik;kurs;r;w;2024-01-05\n",
	} {
		if _, err := rulesLeft(t, ledgerHeader+line, rows); err != nil {
			t.Errorf("%q: %v", line, err)
		}
	}
}
