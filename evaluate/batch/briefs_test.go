package batch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// A project that is done before the one in front of it waits, and is told with the brief that it was put aside with; the
// folder gives the same brief again.
func TestWhoHasToWaitIsToldWhole(t *testing.T) {
	files := manyProjects(t, 3, 4)
	aside, err := putAside(t.TempDir(), 3)
	if err != nil {
		t.Fatal(err)
	}
	defer aside.close()
	dir := filepath.Join(t.TempDir(), "out")
	b := &batch{dir: dir, options: settled(t), outcomes: make([]Outcome, 3), briefs: aside, company: meet(files)}
	var told []string
	b.order = teller{outcomes: b.outcomes, briefs: aside, tell: func(o Outcome) {
		again, err := ReadBrief(o.Folder)
		if err != nil {
			t.Fatal(err)
		}
		if one, other := bytesOf(t, o.Brief), bytesOf(t, again); one != other {
			t.Errorf("told:\n%s\nread from the folder:\n%s", one, other)
		}
		told = append(told, o.Brief.ID)
	}}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{2, 1, 0} {
		b.order.done(i, b.turn(context.Background(), i, files[i]))
		if b.outcomes[i].Brief != nil {
			t.Errorf("project %d is kept", i)
		}
	}
	if got := strings.Join(told, " "); got != "p0000 p0001 p0002" {
		t.Errorf("told %s", got)
	}
}

func bytesOf(t *testing.T, b *report.Brief) string {
	t.Helper()
	text, err := b.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Briefs that cannot be put aside fail their projects, and no file stays behind.
func TestBriefThatCannotBePutAsideFails(t *testing.T) {
	dir := t.TempDir()
	aside, err := putAside(dir, 1)
	if err != nil {
		t.Fatal(err)
	}
	aside.file.Close() // as a disk that is gone
	b := &batch{dir: dir, briefs: aside}
	err = b.keep(0, &report.Brief{Figures: &evaluate.Figures{}})
	if fault, ok := errors.AsType[*Fault](err); !ok || fault.File != dir {
		t.Errorf("%v", err)
	}
	if again, err := aside.get(0); again != nil || err != nil {
		t.Errorf("%v, %v", again, err)
	}
	aside.close()
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// Workers put their briefs aside at the same time.
func TestBriefsOfManyWorkers(t *testing.T) {
	const n = 200
	aside, err := putAside("", n)
	if err != nil {
		t.Fatal(err)
	}
	defer aside.close()
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() {
			if err := aside.put(i, &report.Brief{ID: strings.Repeat("a", i+1), Figures: &evaluate.Figures{}, Persons: &report.Persons{}, Participations: []report.Participations{{N: i}}}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	for i := range n {
		if b, err := aside.get(i); err != nil || len(b.ID) != i+1 {
			t.Fatalf("%d: %v, %v", i, b, err)
		}
	}
	if aside.sum.Projects != n || aside.sum.Participations != n*(n-1)/2 {
		t.Errorf("%+v", aside.sum)
	}
}
