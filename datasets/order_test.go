package datasets

import (
	"strings"
	"testing"
)

// Trap 28 and domain 4.8: an order of day and month is asked for, never guessed, not even where
// some cells of the column fit one order only.
func TestUndeclaredOrderAsks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2/3/2020", "say dates: [dd/MM/yyyy] or dates: [MM/dd/yyyy]"},
		{"13/2/2020", "say dates: [dd/MM/yyyy] or dates: [MM/dd/yyyy]"},
		{"2.3.2020", "say dates: [dd.MM.yyyy] or dates: [MM.dd.yyyy]"},
		{"31/31/2020", errDate.Error()},
		{"2/3/20", errDate.Error()},
		{"30.02.2020", errDate.Error()},
	} {
		if _, err := ParseDate([]byte(c.text), nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %q", c.text, err, c.want)
		}
	}
	if _, err := ParseDate([]byte("31/2/2020"), []DateLayout{"dd/MM/yyyy"}); err != errDate {
		t.Errorf("a declared order asks again: %v", err)
	}
}

// The column as a whole asks once, and says what speaks for each order.
func TestTheColumnAsksOnce(t *testing.T) {
	p, err := ParseProfile([]byte("name: t\nschema: participants\ndates: [dd.MM.yyyy]\ncolumns: [{field: entry_date, header: [od]}, {field: exit_date, header: [do]}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind([]string{"od", "do"}, Position{File: "people.csv", Row: 1})
	if err != nil {
		t.Fatal(err)
	}
	batch := b.NewBatch()
	for i, row := range [][2]string{{"2/3/2020", "01.02.2020"}, {"13/3/2020", "2020-02-01"}, {"3/13/2020", ""}, {"", ""}, {"4/4/2020", "30.02.2020"}} {
		b.Append(batch, i+2, [][]byte{[]byte(row[0]), []byte(row[1])})
	}
	notes := b.Notes()
	if len(notes) != 1 || notes[0].Rule != RuleDateOrder || notes[0].Severity != Error || notes[0].Position.String() != "people.csv:2:1" {
		t.Fatalf("notes %v", notes)
	}
	want := "4 dates of this column are in an order that nobody declared: 1 can be read as dd/MM/yyyy only, 1 as MM/dd/yyyy only, 2 as both. " +
		"Ask who made the export, and say dates: [dd/MM/yyyy] or dates: [MM/dd/yyyy] in the project file"
	if got := notes[0].Message.EN; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if len(batch.Problems) != 5 || !strings.Contains(batch.Problems[0].Message.PL, "nikt nie zadeklarował") {
		t.Errorf("problems %v", batch.Problems)
	}
}

func TestWhatFollowsADate(t *testing.T) {
	for text, ok := range map[string]bool{
		"2023/11/20 3:15:12 PM GMT+1": true, "2023/11/20 10:00:00 AM CET": true, "2023-11-20T10:00:00Z": true, "2023-11-20 10:00": true,
		"2023-11-20 r.": true, "2023-11-20 at noon": false, "2023-11-20 10:00 GMTx": false, "2023-11-20 PM": false,
	} {
		if _, err := ParseDate([]byte(text), nil); (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// Two orders for one text are refused, with both names: the first listed would be a guess.
func TestContradictingOrdersAreRefused(t *testing.T) {
	for _, c := range []struct{ dates, want string }{
		{"dd/MM/yyyy, MM/dd/yyyy", "dd/MM/yyyy and MM/dd/yyyy contradict each other: 02/03"},
		{"MM-dd-yyyy, yyyy-MM-dd, dd.MM.yyyy", "MM-dd-yyyy and dd.MM.yyyy contradict each other: 02.03"},
		{"d M yyyy, MM.dd.yyyy", "d M yyyy and MM.dd.yyyy contradict"},
		{"yyyy/dd/MM", "yyyy/dd/MM contradicts yyyy-MM-dd"},
		{"dd/MM/yyyy, d/M/yyyy, dd.MM.yyyy, yyyy-MM-dd", ""},
		{"M/d/yyyy, dd.MM.yyyy", ""}, // slashes are read by a layout with slashes only
	} {
		text := "name: t\nschema: participants\ncolumns: [{field: entry_date, header: [od]}]\n"
		_, err := ParseProfile([]byte(text + "dates: [" + c.dates + "]\n"))
		plain, broken := ParseProfile([]byte(text))
		if broken != nil {
			t.Fatal(broken)
		}
		var layouts []DateLayout
		for l := range strings.SplitSeq(c.dates, ", ") {
			layouts = append(layouts, DateLayout(l))
		}
		_, stated := plain.With(Override{Dates: layouts})
		for _, err := range []error{err, stated} {
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v; want %q", c.dates, err, c.want)
			}
		}
	}
}
