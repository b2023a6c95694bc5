package batch

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
)

// A row that is gone and moved nothing is told, and rows in another order are the same rows.
func TestDiffTellsRowsThatMovedNothing(t *testing.T) {
	was, is := diffProject(t), diffProject(t)
	edit(t, was, "people-made-up.csv", swapped("SYN-1;woman", "SYN-1;woman;30;isced3;unemployed;2021-01-05;2021-03-05;yes\nSYN-1;woman"))
	edit(t, is, "pre-made-up.csv", swapped("SYN-1;1\nSYN-2;2", "SYN-2;2\nSYN-1;1"))
	d := diffOf(t, ranOf(t, was), ranOf(t, is), was, is)
	if len(d.Causes) != 2 || len(d.Figures) > 0 {
		t.Fatalf("%+v", d)
	}
	rows := d.Causes[0].Rows
	if len(rows) != 1 || rows[0].How != audit.RowGone || rows[0].Old.File != "people-made-up.csv" {
		t.Errorf("%+v", rows)
	}
	if other := d.Causes[1]; len(other.Rows) > 0 || !strings.Contains(other.Note.EN, "the same rows") {
		t.Errorf("%+v", other)
	}
}

// Who declined to answer is the same; who was asked is another, and that row is told.
func TestDiffTellsTheRowsOfADenominator(t *testing.T) {
	project := func() string {
		dir := diffProject(t)
		edit(t, dir, "people-made-up.csv", swapped("entry_date;exit_date;completed", "entry_date;exit_date;completed;disability"))
		edit(t, dir, "people-made-up.csv", func(text string) string {
			return strings.NewReplacer(";yes\n", ";yes;refused\n", ";no\n", ";no;no\n").Replace(text)
		})
		return dir
	}
	was, is := project(), project()
	edit(t, is, "people-made-up.csv", swapped("SYN-3;woman;32;isced3;inactive;2021-01-05;2021-03-05;no;no\n", ""))
	d := diffOf(t, ranOf(t, was), ranOf(t, is), was, is)
	at := slices.IndexFunc(d.Figures, func(m audit.Moved) bool { return m.ID == "refused/disability" })
	if at < 0 {
		t.Fatalf("%+v", d.Figures)
	}
	if rows := d.Figures[at].Rows; len(rows) != 1 || rows[0].How != audit.RowGone || rows[0].Old.Row != 4 {
		t.Errorf("%+v", rows)
	}
}

// What the runs wrote is compared also where their rows cannot be.
func TestDiffWithoutTheRowsIsStillTold(t *testing.T) {
	was, is := diffProject(t), diffProject(t)
	edit(t, is, "costs-made-up.csv", swapped("B;50", "B;70"))
	old, new := ranOf(t, was), ranOf(t, is)
	c, err := Diff(context.Background(), old, new, DiffOptions{OldData: was, NewData: was})
	if err == nil || c == nil || len(c.Projects) != 1 || len(c.Projects[0].Figures) == 0 || c.Projects[0].Rows {
		t.Errorf("%+v, %v", c, err)
	}
}
