package main

import (
	"os"
	"strings"
	"testing"
)

// Of each figure of a finished run the rows behind it may be asked for, of two runs the rows that moved, and of
// outputs and data that were changed what differs: persons are numbers or pseudonyms in all of it. The project has
// its rows by person and by household.
func TestNothingAskedOfARunTellsWhoSomebodyIs(t *testing.T) {
	t.Chdir(t.TempDir())
	s, key := newSpy(t), put(t, "secret/key", plantedKey())
	l := layoutOf(t, "pefs-2007")
	table := l.clean(40)
	text := csvText(t, table)
	if !strings.Contains(text, "Rodzina") && !strings.Contains(text, "Gospodarstwo domowe") {
		t.Fatal("no row is of a household")
	}
	put(t, "in/people.csv", text)
	plantedProject(t, "in", "people.csv", "pefs-2007", "")
	s.run("run in -o out/one --tolerate-faults --key %s", key)
	moved := append(append([][]string{}, table[:5]...), table[9:]...)
	put(t, "new/people.csv", csvText(t, append(moved, l.row(41), l.row(52))))
	plantedProject(t, "new", "people.csv", "pefs-2007", "")
	s.run("run new -o out/two --tolerate-faults --lang pl --outputs json,figures,html,problems")
	ids := figureIDs("out/one/in")
	if len(ids) < 50 {
		t.Fatalf("%d figures", len(ids))
	}
	for i, id := range ids {
		if i%23 == 0 {
			s.run("trace out/one/in %s --data in %s", id, []string{"", "--json", "--csv", "--lang pl", "--key " + key}[i/23%5])
		}
	}
	for _, how := range []string{"", "--json", "--lang pl --key " + key} {
		s.run("diff out/one/in out/two/new --data1 in --data2 new %s", how)
		s.run("diff out/one out/two %s", strings.TrimSuffix(how, "--key "+key))
	}
	put(t, "in/people.csv", strings.Replace(csvText(t, append(moved, l.row(43))), "Nie", "Tak", 5)) // after the run
	putXLSX(t, "out/two/new/tables.xlsx", "Dane", table)                                            // no output of the run
	put(t, "out/one/in/problems.csv", read(t, "out/one/in/problems.csv")+"x;y\n")
	for _, how := range []string{"", "--json", "--lang pl"} {
		s.run("verify out/one/in --data in %s", how)
		s.run("verify out/two --data new %s", how)
		s.run("verify out/one %s", how)
		s.run("trace out/one/in participants/total --data in %s", how)
		s.run("diff out/one/in out/two/new --data1 in --data2 new %s", how)
	}
	if err := os.Remove("out/two/new/tables.xlsx"); err != nil {
		t.Fatal(err)
	}
	s.files("out")
	if s.codes[exitDone] == 0 || s.codes[exitDiffers] == 0 {
		t.Errorf("exit codes %v: want some that agree and some that differ", s.codes)
	}
	t.Logf("exit codes %v, %d bytes scanned", s.codes, s.bytes)
}
