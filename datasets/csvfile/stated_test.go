package csvfile

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/efseval/efseval/datasets"
)

// What is stated of the encoding is told where the bytes contradict it, and nothing where they do not.
func TestStatedEncodingIsHeldToTheBytes(t *testing.T) {
	const text = "id;sex;gmina\nSYN-1;kobieta;Żółwiniec Śląski\n"
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	page, err := charmap.Windows1250.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	latin, err := charmap.ISO8859_2.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	dos, err := charmap.CodePage852.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	big, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	late := "id;sex;gmina\nSYN-1;kobieta;Bytom\n" + strings.Repeat("SYN-2;kobieta;Bytom\n", 40_000) + strings.TrimPrefix(page, "id;sex;gmina\n")
	for _, c := range []struct{ stated, bytes, told string }{
		{"iso-8859-2", latin, ""}, {"ibm852", dos, ""}, {"utf-16", big, ""}, {"utf-16", little, ""}, {"utf-16be", big, ""},
		{"iso-8859-2", page, "the bytes of the file are windows-1250; it was read as iso-8859-2"},
		{"iso-8859-2", page, "people.csv:2:3: the cell holds bytes that are no letters in iso-8859-2"},
		{"iso-8859-2", late, "file.letters people.csv:40003:3: the cell holds bytes that are no letters in iso-8859-2"},
		{"windows-1250", latin, "the bytes of the file are iso-8859-2; it was read as windows-1250"},
		{"windows-1250", dos, "the bytes of the file are ibm852; it was read as windows-1250"},
		{"windows-1250", "id;sex;gmina\nSYN-1;kobieta;Caf\xe9 \xae\n", ""}, // no letter of Polish speaks for another
		{"windows-1250", page, ""}, {"utf-8", text, ""}, {"UTF-8", "\uFEFF" + text, ""}, {"utf-16", wide, ""}, {"", wide, ""}, {"", page, ""},
		{"windows-1250", text, "the bytes of the file are utf-8; it was read as windows-1250"},
		{"windows-1250", "\uFEFF" + text, "the bytes of the file are utf-8-bom; it was read as utf-8-bom"},
		{"utf-8", wide, "the bytes of the file are utf-16le; it was read as utf-16le"},
		{"utf-8", page, "row.not-text"},
		{"iso-8859-2", "id;sex\nSYN-1;kobieta\n", ""},
	} {
		p, err := profile(t, "generic").With(datasets.Override{Encoding: c.stated})
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(strings.NewReader(c.bytes), "people.csv", p)
		if err != nil {
			t.Fatal(c.stated, err)
		}
		problems := s.Conclusions().Problems
		for b, err := range s.Batches() {
			if err != nil {
				t.Fatal(err)
			}
			problems = append(problems, b.Problems...)
		}
		told := ""
		for _, p := range problems {
			told += fmt.Sprint(p.Rule, " ", p.Error())
		}
		if (c.told == "") != (told == "") || !strings.Contains(told, c.told) {
			t.Errorf("%q stated: told %q, want %q", c.stated, told, c.told)
		}
	}
}

// A stated header row is taken, though another row is like one; one that is no header is an error
// with its place.
func TestStatedHeaderRow(t *testing.T) {
	const text = "sex;id\nsprawozdanie;\nid;sex\nSYN-1;woman\n"
	for row, want := range map[int]string{0: "1 3 B", 3: "3 1 A", 1: "1 3 B"} {
		p, err := profile(t, "generic").With(datasets.Override{HeaderRow: row, Ignore: []string{"id"}, Columns: map[string][]string{"person": {"id"}}})
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(strings.NewReader(text), "people.csv", p)
		if err != nil {
			t.Fatal(row, err)
		}
		for _, err := range s.Batches() {
			if err != nil {
				t.Fatal(err)
			}
		}
		c := s.Conclusions()
		for _, column := range c.Columns {
			if len(column.Fields) == 1 && column.Fields[0] == "person" {
				if got := fmt.Sprint(c.HeaderRow, " ", c.Rows, " ", datasets.ColumnLetters(column.Column)); got != want {
					t.Errorf("header_row: %d: header, rows and column of person are %s, want %s", row, got, want)
				}
			}
		}
	}
	for row, want := range map[int]string{2: "people.csv:2: header_row: says", 99: "people.csv:99: header_row: says"} {
		p, err := profile(t, "generic").With(datasets.Override{HeaderRow: row})
		if err != nil {
			t.Fatal(err)
		}
		_, err = New(strings.NewReader(text), "people.csv", p)
		var u *datasets.Unreadable
		if !errors.As(err, &u) || !strings.Contains(err.Error(), want) || u.Next == "" {
			t.Errorf("header_row: %d: %v", row, err)
		}
	}
	if _, err := profile(t, "generic").With(datasets.Override{HeaderRow: -1}); err == nil || !strings.Contains(err.Error(), "rows count from 1") {
		t.Error(err)
	}
}
