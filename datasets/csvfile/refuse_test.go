package csvfile

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

func TestUnreadable(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"empty", "", "people.csv: the file is empty; export it again: nothing was written into it"},
		{"mark only", "\uFEFF", "people.csv: the file is empty; export it again: nothing was written into it"},
		{"white space", " \n\t\n", "people.csv: the file is empty; export it again: nothing was written into it"},
		{"header only", "id;sex\n", "people.csv:1: empty export: a header and no data rows; export the participants again, or take the file out of the project file"},
		{"binary", "\x00\x01\x02\x03junk", "people.csv: this is not a text file; name the file with its true ending (.xlsx, .parquet), or export it as CSV"},
		{"no header", "a;b\n1;2\n", `people.csv: no header row: none of the first rows holds a header of profile generic (as "project", "person", "record", "sex"); choose the profile of the system that wrote the file, or name its headers under columns: in the project file`},
		{"a column is missing", "id;sexx\n1;2\n", `people.csv:1: no column for sex (header "sex"); the file has "sexx" (column B); choose another profile than generic, or name the header under columns: in the project file`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, c.text, profile(t, "generic"))
			var u *datasets.Unreadable
			if !errors.As(r.err, &u) {
				t.Fatalf("error %v is not Unreadable", r.err)
			}
			if diff := cmp.Diff(c.want, r.err.Error()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestStatedFormats(t *testing.T) {
	with := func(o datasets.Override) *datasets.Profile {
		p, err := profile(t, "generic").With(o)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if r := read(t, "id:sex\nSYN-1:man\n", with(datasets.Override{Separator: ":"})); r.err != nil || len(r.people) != 1 {
		t.Errorf("separator ':': %v %v", r.people, r.err)
	}
	if r := read(t, "id;sex\nSYN-1;man\n", with(datasets.Override{Separator: "::"})); r.err == nil {
		t.Error("a separator of two characters was accepted")
	}
	if r := read(t, "id;sex\nSYN-1;man\n", with(datasets.Override{Encoding: "ebcdic"})); r.err == nil || !strings.Contains(r.err.Error(), "windows-1250") {
		t.Errorf("encoding ebcdic: %v", r.err)
	}
	r := read(t, "id;p\x88e\x86\nSYN-1;kobieta\n", with(datasets.Override{Encoding: "ibm852"}))
	if r.err != nil || r.found.Encoding != "ibm852" || len(r.people) != 1 {
		t.Errorf("ibm852: %v %+v", r.err, r.found)
	}
}
