package datasets

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// table is a made-up file whose headers are field names; the first row is the header.
type table struct {
	file string
	rows string
}

// stream types the tables one after the other, as one input of several files.
func stream(t *testing.T, tables ...table) iter.Seq2[*Batch, error] {
	t.Helper()
	var text strings.Builder
	text.WriteString("name: made-up\nschema: participants\ncolumns:\n")
	for _, name := range mustSchema(t).Names() {
		fmt.Fprintf(&text, "  - {field: %s, header: [%s]}\n", name, name)
	}
	p, err := ParseProfile([]byte(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(*Batch, error) bool) {
		for _, table := range tables {
			lines := strings.Split(table.rows, "\n")
			b, err := p.Bind(strings.Split(lines[0], ","), Position{File: table.file, Row: 1})
			if err != nil {
				t.Fatal(err)
			}
			batch := b.NewBatch()
			for i, line := range lines[1:] {
				appendRow(b, batch, i+2, strings.Split(line, ",")...)
			}
			if !yield(batch, nil) {
				return
			}
		}
	}
}

// story is what came out of a stream: each participation with its places, and the problems.
type story struct {
	people, places, problems []string
	count                    Accounting
}

func tell(t *testing.T, tables ...table) story {
	t.Helper()
	var s story
	for b, err := range Participations(stream(t, tables...), &s.count) {
		if err != nil {
			t.Fatal(err)
		}
		for row := range b.Rows() {
			var places []string
			for _, p := range b.Places(row) {
				places = append(places, p.String())
			}
			s.people, s.places = append(s.people, strings.TrimSpace(b.print(row))), append(s.places, strings.Join(places, " "))
		}
		for _, p := range b.Problems {
			s.problems = append(s.problems, strings.TrimSuffix(p.Position.String()+" "+p.Rule+" "+p.Field, " "))
		}
	}
	if !s.count.Balanced() {
		t.Errorf("accounting %+v does not balance", s.count)
	}
	return s
}

func (s story) equal(t *testing.T, people, places, problems []string) {
	t.Helper()
	if diff := cmp.Diff(people, s.people); diff != "" {
		t.Errorf("participations (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(places, s.places); places != nil && diff != "" {
		t.Errorf("places (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(problems, s.problems); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
}

// Files with unlike columns: no column is lost, every row keeps its file, and who is only in the
// file without exit_date has no such column rather than a blank in it.
func TestFilesWithUnlikeColumns(t *testing.T) {
	a := table{"a.csv", "project,person,sex,entry_date\nP1,A,woman,2021-01-01\nP1,B,man,2021-01-01\nP1,C,man,2021-01-01"}
	b := table{"b.csv", "person,project,exit_date,sex\nB,P1,2021-06-30,man\nD,P1,2021-07-31,woman"}
	tell(t, a, b).equal(t, []string{
		"project=P1 person=A sex=woman entry_date=2021-01-01", "project=P1 person=C sex=man entry_date=2021-01-01",
		"project=P1 person=B sex=man entry_date=2021-01-01 exit_date=2021-06-30", "project=P1 person=D sex=woman exit_date=2021-07-31",
	}, []string{"a.csv:2", "a.csv:4", "a.csv:3 b.csv:2", "b.csv:3"}, nil)

	var count Accounting
	var shapes []string
	for batch, err := range Participations(stream(t, a, b), &count) {
		if err != nil {
			t.Fatal(err)
		}
		shapes = append(shapes, fmt.Sprintf("%s %d exit:%t entry:%t person:%d exit:%d", batch.File, batch.Rows(), batch.Has("exit_date"), batch.Has("entry_date"),
			batch.ColumnOf("person").Source, batch.ColumnOf("exit_date").Source))
	}
	want := []string{"a.csv 2 exit:false entry:true person:2 exit:0", "a.csv 1 exit:true entry:true person:2 exit:0", "b.csv 1 exit:true entry:false person:1 exit:3"}
	if diff := cmp.Diff(want, shapes); diff != "" {
		t.Errorf("batches (-want +got)\n%s", diff)
	}
}

func TestFilesOfUnlikeSchemasAreRefused(t *testing.T) {
	other, err := mustSchema(t).With(Field{Name: "engaged", Kind: Flag, Vocabulary: FlagVocabulary()})
	if err != nil {
		t.Fatal(err)
	}
	var count Accounting
	var failed error
	for _, err := range Participations(func(yield func(*Batch, error) bool) {
		_ = yield(NewBatch(mustSchema(t), "a.csv", ""), nil) && yield(NewBatch(other, "b.csv", ""), nil)
	}, &count) {
		failed = err
	}
	if failed == nil || !strings.Contains(failed.Error(), "b.csv and the files before it") {
		t.Errorf("got %v", failed)
	}
}

// Somebody who came back and is still there has not finished, whatever the first stay brought;
// what the rows of the latest entry say themselves is kept, and so are the facts of the first.
func TestReEntryStillOpen(t *testing.T) {
	const header = "person,entry_date,exit_date,completed,flow,exit_situation,supports,employed_on\n"
	v, kinds := mustSchema(t).Field("exit_situation").Vocabulary, mustSchema(t).Field("supports").Vocabulary
	after := fmt.Sprintf(" employed_on=2021-07-01 supports=%b", kinds.Bit("course")|kinds.Bit("training"))
	first := "A,2021-01-01,2021-06-30,yes,finished,employment,course,2021-07-01\n"
	for rows, want := range map[string]string{
		first + "A,2022-01-01,,,,,training,":                                 "person=A entry_date=2021-01-01" + after,
		first + "A,2022-01-01,,no,continues,qualification,training,":         fmt.Sprintf("person=A entry_date=2021-01-01 completed=no flow=continues exit_situation=%b", v.Bit("qualification")) + after,
		first + "A,2022-01-01,2022-06-30,,,qualification,training,":          fmt.Sprintf("person=A entry_date=2021-01-01 exit_date=2022-06-30 completed=yes flow=finished exit_situation=%b", v.Bit("qualification")|v.Bit("employment")) + after,
		first + "A,2022-01-01,,,,,,\nA,2022-01-01,2022-05-31,no,,,training,": fmt.Sprintf("person=A entry_date=2021-01-01 exit_date=2022-05-31 completed=no flow=finished exit_situation=%b", v.Bit("employment")) + after,
		first + "A,,2022-05-31,no,,,training,":                               fmt.Sprintf("person=A entry_date=2021-01-01 exit_date=2022-05-31 completed=no flow=finished exit_situation=%b", v.Bit("employment")) + after,
	} {
		lines := strings.Split(header+rows, "\n")
		tell(t, table{"a.csv", header + rows}).equal(t, []string{want}, nil, nil)
		lines[1], lines[len(lines)-1] = lines[len(lines)-1], lines[1]
		tell(t, table{"a.csv", strings.Join(lines, "\n")}).equal(t, []string{want}, nil, nil)
	}
}

// A date before the first entry is none of a result, and hides none that another row has; of several within the
// participation the earliest stays.
func TestDatesOfResultsFromTheEntryOn(t *testing.T) {
	for rows, want := range map[string]string{
		"A,2021-01-01,2019-05-05\nA,2022-01-01,2022-06-30\nA,2022-01-01,2022-03-01": "person=A entry_date=2021-01-01 qualified_on=2022-03-01",
		"A,2021-01-01,2021-01-01\nA,2022-01-01,2022-06-30":                          "person=A entry_date=2021-01-01 qualified_on=2021-01-01",
		"A,2021-01-01,2019-05-05\nA,2022-01-01,2018-01-01":                          "person=A entry_date=2021-01-01 qualified_on=2018-01-01",
		"A,,2019-05-05\nA,,2022-06-30":                                              "person=A qualified_on=2019-05-05",
	} {
		lines := strings.Split(rows, "\n")
		for range lines {
			tell(t, table{"a.csv", "person,entry_date,qualified_on\n" + strings.Join(lines, "\n")}).equal(t, []string{want}, nil, nil)
			lines = append(lines[1:], lines[0])
		}
	}
}

// Where the export has no dates of exit nobody can be said to be still there.
func TestReEntryWithoutExitColumn(t *testing.T) {
	tell(t, table{"a.csv", "person,entry_date,completed\nA,2021-01-01,yes\nA,2022-01-01,"}).equal(t, []string{"person=A entry_date=2021-01-01 completed=yes"}, nil, nil)
}

// The export contradicts itself about how the same stay ended, or about a characteristic that the
// first of its rows leaves out.
func TestConflictsAreTold(t *testing.T) {
	tell(t, table{"a.csv", `person,education,entry_date,exit_date,completed
A,,2021-01-01,2021-06-30,yes
A,,2021-01-01,2021-06-30,no
B,,2021-01-01,2021-06-30,yes
B,,2022-01-01,2022-06-30,no
C,,2021-01-01,,yes
C,,2021-01-01,,no
D,isced3,,,
D,,2021-01-01,,
D,isced1,2021-01-01,,
D,isced2,2021-01-01,,
E,,2021-01-01,2021-06-30,yes
E,,2021-01-01,2021-07-31,no`}).equal(t, []string{
		"person=A entry_date=2021-01-01 exit_date=2021-06-30 completed=no", "person=B entry_date=2021-01-01 exit_date=2022-06-30 completed=no",
		"person=C entry_date=2021-01-01 completed=no", "person=D education=isced1 entry_date=2021-01-01",
		"person=E entry_date=2021-01-01 exit_date=2021-07-31 completed=no", // two stays, not a contradiction
	}, nil, []string{"a.csv:2:5 participation.conflict completed", "a.csv:6:5 participation.conflict completed", "a.csv:11:2 participation.conflict education"})
}

// A row that leaves the project number out is of the only project of its file.
func TestBlankProjectNumbers(t *testing.T) {
	tell(t, table{"a.csv", "project,person,entry_date,exit_date\n,A,2021-01-01,\nP1,B,2021-01-01,\nP1,A,2021-01-01,2021-06-30\n,B,2021-01-01,2021-07-31\n,C,2021-01-01,"}).equal(t,
		[]string{"project=P1 person=A entry_date=2021-01-01 exit_date=2021-06-30", "project=P1 person=B entry_date=2021-01-01 exit_date=2021-07-31", "person=C entry_date=2021-01-01"},
		[]string{"a.csv:2 a.csv:4", "a.csv:3 a.csv:5", "a.csv:6"}, nil)

	tell(t, table{"a.csv", "project,person\n,A\nP1,A\nP2,A\n,A\n,B"}).equal(t,
		[]string{"person=A", "project=P1 person=A", "project=P2 person=A", "person=B"}, []string{"a.csv:2 a.csv:5", "a.csv:3", "a.csv:4", "a.csv:6"},
		[]string{"a.csv:2:1 row.no-project project", "a.csv:6:1 row.no-project project"})

	// Each file has its one project; c.csv has none of its own, and there are two.
	a, b, c := table{"a.csv", "project,person\nP1,A\n,B"}, table{"b.csv", "project,person\n,A\nP2,B"}, table{"c.csv", "person\nA"}
	tell(t, a, b).equal(t, []string{"project=P1 person=A", "person=B", "person=A", "project=P2 person=B"}, []string{"a.csv:2", "a.csv:3", "b.csv:2", "b.csv:3"}, nil)
	tell(t, a, b, c).equal(t, []string{"project=P1 person=A", "person=B", "person=A", "project=P2 person=B", "person=A"}, nil, []string{"c.csv:2 row.no-project project"})
	tell(t, a, c).equal(t, []string{"project=P1 person=A", "person=B"}, []string{"a.csv:2 c.csv:2", "a.csv:3"}, nil)
	tell(t, c, table{"d.csv", "project,person\nP1,A\nP2,A"}).equal(t, []string{"person=A", "project=P1 person=A", "project=P2 person=A"}, nil, []string{"c.csv:2 row.no-project project"})
	tell(t, c, table{"d.csv", "person\nA"}).equal(t, []string{"person=A"}, []string{"c.csv:2 d.csv:2"}, nil)
}

// Who is said to have finished and has no exit will not count as a completer: that is told.
func TestFinishedWithoutExitIsTold(t *testing.T) {
	tell(t, table{"a.csv", "person,exit_date,completed\nA,2021-01-01,yes\nB,,yes\nC,,no"}).equal(t,
		[]string{"person=A exit_date=2021-01-01 completed=yes", "person=B completed=yes", "person=C completed=no"}, nil, []string{"a.csv:3:2 participation.no-exit exit_date"})
	tell(t, table{"a.csv", "person,completed\nA,yes"}).equal(t, []string{"person=A completed=yes"}, nil, nil)
}

// Rows set aside are told in one order, whichever kind comes first in the export.
func TestAsideInOneOrder(t *testing.T) {
	kinds := &Vocabulary{Terms: []Term{{Code: "person"}, {Code: "recipient"}, {Code: "guest"}}}
	var a, b Accounting
	for _, record := range []uint8{3, 2, 3} {
		a.setAside(kinds, record)
	}
	for _, record := range []uint8{2, 3, 3} {
		b.setAside(kinds, record)
	}
	if diff := cmp.Diff(a, b); diff != "" || a.Aside[1].Rows != 2 {
		t.Errorf("%+v (-one order +other)\n%s", a, diff)
	}
}
