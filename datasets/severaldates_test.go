package datasets

import "testing"

const severalProfile = `
name: t
schema: participants
split: "|"
columns:
  - {field: person, header: [id]}
  - {field: qualified_on, header: [dyplom]}
  - {field: entry_date, header: [od]}
`

// Of several dates in one cell the earliest from the entry on stays, whichever column stands first; an entry that is not known takes none away.
func TestDatesOfOneCellFromTheEntryOn(t *testing.T) {
	for rows, want := range map[string]string{
		"person,entry_date,qualified_on\nA,2019-02-01,2012-05-05|2019-05-20":                                     "person=A entry_date=2019-02-01 qualified_on=2019-05-20",
		"person,qualified_on,entry_date\nA,2020-01-01|2012-05-05||2019-05-20,2019-02-01":                         "person=A entry_date=2019-02-01 qualified_on=2019-05-20",
		"person,entry_date,qualified_on\nA,2019-02-01,2013-05-05|2012-05-05":                                     "person=A entry_date=2019-02-01 qualified_on=2012-05-05",
		"person,entry_date,qualified_on\nA,,2019-05-20|2012-05-05":                                               "person=A qualified_on=2012-05-05",
		"person,qualified_on\nA,2019-05-20|2012-05-05":                                                           "person=A qualified_on=2012-05-05",
		"person,entry_date,qualified_on\nA,2019-02-01,2012-05-05|2019-05-20\nA,2020-02-01,2020-03-03|2012-05-05": "person=A entry_date=2019-02-01 qualified_on=2019-05-20",
	} {
		tell(t, table{"a.csv", rows}).equal(t, []string{want}, nil, nil)
	}
}

// A correction of the entry, or of the dates themselves, chooses anew among the dates of the cell.
func TestCorrectionChoosesAmongSeveralDates(t *testing.T) {
	for line, want := range map[string]string{
		"":                                   "2019-05-20",
		"A;entry_date;2019-02-01;2012-02-01": "2012-05-05",
		"A;entry_date;2019-02-01;2020-02-01": "2012-05-05",
		"A;qualified_on;2012-05-05|2019-05-20;2012-05-05":                       "2012-05-05",
		"A;qualified_on;2012-05-05|2019-05-20;2019-05-20|2019-03-03|2011-01-01": "2019-03-03",
	} {
		p, err := ParseProfile([]byte(severalProfile))
		if err != nil {
			t.Fatal(err)
		}
		text := ledgerHeader
		if line != "" {
			text += line + ";r;w;2024-01-05\n"
		}
		c, err := ledger(t, text)
		if err != nil {
			t.Fatal(err)
		}
		b, err := p.Bind([]string{"id", "dyplom", "od"}, Position{File: "people.csv", Row: 1})
		if err != nil {
			t.Fatal(err)
		}
		batch := b.NewBatch()
		appendRow(b, batch, 2, "A", "2012-05-05|2019-05-20", "2019-02-01")
		var done Corrected
		for b, err := range c.Apply(p, func(yield func(*Batch, error) bool) { yield(batch.Clone(), nil) }, &done) {
			if err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			if got := FormatDay(b.ColumnOf("qualified_on").Days[0]); got != want {
				t.Errorf("%q: %s, want %s", line, got, want)
			}
		}
	}
}
