package check

import (
	"bytes"
	"fmt"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var manyBytes = []byte("made up: thirty-two bytes of a key, and more")

// foundIn runs each project's rows through a checker of its own, several at a time, and prints what
// the run finds between them.
func foundIn(t testing.TB, persons *Persons, projects map[string][]row) (found []string, u Unique) {
	t.Helper()
	schema := testSchema(t)
	var wait sync.WaitGroup
	for name, rows := range projects {
		c, err := New(Options{Project: name, Persons: persons})
		if err != nil {
			t.Fatal(err)
		}
		b := batchOf(t, schema, name+"-made-up.csv", []string{"person", "no_pesel"}, rows...)
		wait.Go(func() {
			c.Add(b)
			c.Finish()
		})
	}
	wait.Wait()
	for _, f := range persons.Finish() {
		found = append(found, fmt.Sprintf("%s %d %s", f.Project, f.Problem.Position.Row, f.Problem.Rule))
	}
	return found, persons.Unique()
}

func who(line int, number string) row { return row{line, person{"person": number}} }

// Numbers without a date, codes and numbers said to be no PESEL link nobody; whichever project is
// done first, the outcome is the same, under a drawn key or a given one.
func TestPersonsOfSeveralProjectsAreKnownByPESELAlone(t *testing.T) {
	for range 20 {
		drawn, err := NewPersons()
		if err != nil {
			t.Fatal(err)
		}
		given, err := PersonsUnder(manyBytes)
		if err != nil {
			t.Fatal(err)
		}
		for _, persons := range []*Persons{drawn, given} {
			found, u := foundIn(t, persons, map[string][]row{
				"b": {who(2, "42681911446"), who(3, "SYN-1"), who(4, "00000000000"), who(5, "42681911446")},
				"a": {who(2, "SYN-1"), who(3, "42681911446"), who(4, "00000000000"), who(5, "30810501930")},
				"c": {{2, person{"person": "42681911446", "no_pesel": "yes"}}, who(3, "08610180314")},
			})
			if diff := gocmp.Diff([]string{"a 3 person.several-projects", "b 2 person.several-projects"}, found); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
			if want := (Unique{Stays: 4, Persons: 3}); u != want {
				t.Fatalf("%+v, want %+v", u, want)
			}
		}
	}
}

// Law: persons <= participations, and they are as many as there are numbers.
func TestUniquePersonsAreTheNumbers(t *testing.T) {
	numbers := []string{"42681911446", "30810501930", "21851021864", "08610180314"}
	rapid.Check(t, func(rt *rapid.T) {
		persons, err := PersonsUnder(manyBytes)
		if err != nil {
			rt.Fatal(err)
		}
		distinct, stays, projects := map[string]bool{}, map[string]bool{}, map[string][]row{}
		for _, name := range []string{"a", "b", "c"} {
			for i, n := range rapid.SliceOfN(rapid.SampledFrom(numbers), 0, 6).Draw(rt, name) {
				projects[name] = append(projects[name], who(i+2, n))
				distinct[n], stays[name+n] = true, true
			}
		}
		if _, u := foundIn(t, persons, projects); u.Persons != len(distinct) || u.Stays != len(stays) || u.Partial {
			rt.Fatalf("%+v of %v", u, projects)
		}
	})
}

// What a checker tells of its own export the run does not tell again there, but does elsewhere.
func TestSeveralProjectsOfOneExportAreToldOnce(t *testing.T) {
	persons, err := NewPersons()
	if err != nil {
		t.Fatal(err)
	}
	c, err := New(Options{Project: "many", Persons: persons})
	if err != nil {
		t.Fatal(err)
	}
	var own []string
	rows := []row{{2, person{"person": "42681911446", "project": "SYN-1"}}, {3, person{"person": "42681911446", "project": "SYN-2"}}}
	for _, p := range append(c.Add(batchOf(t, testSchema(t), "many-made-up.csv", []string{"person", "project"}, rows...)), c.Finish()...) {
		own = append(own, fmt.Sprintf("%d %s", p.Position.Row, p.Rule))
	}
	if diff := gocmp.Diff([]string{"2 person.several-projects", "3 person.several-projects"}, own); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	found, _ := foundIn(t, persons, map[string][]row{"one": {who(2, "42681911446")}})
	if diff := gocmp.Diff([]string{"one 2 person.several-projects"}, found); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPersonsBeyondTheLimitAreNotCounted(t *testing.T) {
	persons, err := NewPersons()
	if err != nil {
		t.Fatal(err)
	}
	persons.most = 1
	found, u := foundIn(t, persons, map[string][]row{"a": {who(2, "42681911446"), who(3, "30810501930")}})
	if !u.Partial || len(found) != 1 || found[0][4:] != "check.limit" {
		t.Errorf("%+v %v", u, found)
	}
}

func TestForgottenProjectsCountWithNobody(t *testing.T) {
	persons, err := NewPersons()
	if err != nil {
		t.Fatal(err)
	}
	foundIn(t, persons, map[string][]row{"a": {who(2, "42681911446")}, "b": {who(2, "42681911446"), who(3, "30810501930")}})
	persons.Forget("b")
	if u := persons.Unique(); u.Persons != 1 || u.Stays != 1 {
		t.Errorf("%+v", u)
	}
}

// A key is told by its print, which is the same every time and holds none of it.
func TestKeys(t *testing.T) {
	for _, key := range [][]byte{nil, manyBytes[:31], bytes.Repeat([]byte{7}, 64)} {
		if _, err := PersonsUnder(key); err == nil {
			t.Errorf("a key of %d bytes is accepted", len(key))
		}
	}
	one, err := PersonsUnder(manyBytes)
	if err != nil {
		t.Fatal(err)
	}
	// Python 3.11: hmac.new(key, b"efseval key print 1", "sha256").hexdigest()[:16]
	if got := one.KeyPrint(); got != "6231c06cb42825f1" {
		t.Errorf("print %s", got)
	}
	drawn, err := NewPersons()
	if err != nil || drawn.KeyPrint() != "" {
		t.Errorf("a drawn key has print %q, %v", drawn.KeyPrint(), err)
	}
}
