package batch

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/evaluate/audit"
)

// The law: every figure that moves when a row is taken out names the input as its cause, and with the data the very
// row, or another of its person; where it lists neither it is the denominator beside it that moved.
func TestTakingARowOutNamesTheInputAndTheRow(t *testing.T) {
	whole := filepath.Join("..", "..", "examples", "katowice-pal")
	before := ranOf(t, whole)
	roles := map[string]string{"uczestnicy-sm-efs-synthetic.csv": "participants", "motywacja-pre-synthetic.csv": "survey/motivation/pre", "motywacja-post-synthetic.csv": "survey/motivation/post"}
	source := rand.New(rand.NewPCG(7, 7))
	for _, file := range []string{"uczestnicy-sm-efs-synthetic.csv", "motywacja-pre-synthetic.csv", "motywacja-post-synthetic.csv"} {
		for range 2 {
			less, line := copied(t, "katowice-pal"), 0
			edit(t, less, file, func(text string) string {
				lines := strings.SplitAfter(strings.TrimRight(text, "\n"), "\n")
				line = 2 + source.IntN(len(lines)-1)
				return strings.Join(slices.Delete(lines, line-1, line), "")
			})
			after := ranOf(t, less)
			d := diffOf(t, before, after, whole, less)
			if len(d.Causes) != 1 || !slices.Equal(d.Causes[0].Roles, []string{roles[file]}) || d.Causes[0].NewRows-d.Causes[0].OldRows != -1 {
				t.Fatalf("%s:%d: %+v", file, line, d.Causes)
			}
			holdRows(t, d, file, line)
			holdMirror(t, d, diffOf(t, after, before, less, whole))
		}
	}
}

// holdRows holds the rows of each figure that moved to the one that was taken out.
func holdRows(t *testing.T, d *audit.ProjectDiff, file string, line int) {
	t.Helper()
	named := 0
	for _, m := range d.Figures {
		if !slices.Equal(m.Causes, []int{0}) {
			t.Errorf("%s:%d: %s has the causes %v", file, line, m.ID, m.Causes)
		}
		person := ""
		for _, r := range m.Rows {
			if r.How == audit.RowGone && r.Old.File == file && r.Old.Row == line {
				person = r.Person
				named++
			}
		}
		for _, r := range m.Rows {
			if person != "" && r.Person != person && (r.How == audit.RowGone || r.How == audit.RowAdded) {
				t.Errorf("%s:%d: %s names %+v, which stands in both", file, line, m.ID, r)
			}
		}
		beside := m.How == audit.Changed && m.Old.Value.Equal(m.New.Value)
		if m.How == audit.Changed && person == "" && !beside && len(m.Rows) == 0 {
			t.Errorf("%s:%d: %s was %s and is %s, and no row says why", file, line, m.ID, m.Old.Value, m.New.Value)
		}
	}
	if named == 0 {
		t.Errorf("%s:%d: no figure names the row", file, line)
	}
}

// holdMirror holds the comparison in the other direction to its mirror.
func holdMirror(t *testing.T, d, back *audit.ProjectDiff) {
	t.Helper()
	if len(back.Causes) != len(d.Causes) || d.Same != back.Same || len(d.Figures) != len(back.Figures) {
		t.Fatalf("%d causes, %d figures, %d the same; back %d, %d, %d", len(d.Causes), len(d.Figures), d.Same, len(back.Causes), len(back.Figures), back.Same)
	}
	for i, c := range d.Causes {
		if b := back.Causes[i]; c.Old != b.New || c.New != b.Old || c.Kind != b.Kind || !slices.Equal(c.Roles, b.Roles) || c.Note != b.Note {
			t.Errorf("%+v\n%+v", c, b)
		}
	}
	other := map[audit.RowHow]audit.RowHow{audit.RowAdded: audit.RowGone, audit.RowGone: audit.RowAdded, audit.RowCounted: audit.RowDropped, audit.RowDropped: audit.RowCounted,
		audit.RowChanged: audit.RowChanged, audit.RowRole: audit.RowRole}
	for _, m := range d.Figures {
		at := slices.IndexFunc(back.Figures, func(b audit.Moved) bool { return b.ID == m.ID })
		if at < 0 {
			t.Fatalf("%s moves in one direction", m.ID)
		}
		b := back.Figures[at]
		var there, here []string
		for _, r := range m.Rows {
			here = append(here, string(r.How)+r.Old.String()+r.New.String())
		}
		for _, r := range b.Rows {
			there = append(there, string(other[r.How])+r.New.String()+r.Old.String())
		}
		slices.Sort(here)
		slices.Sort(there)
		if diff := cmp.Diff(here, there); diff != "" || !slices.Equal(m.Causes, b.Causes) {
			t.Errorf("%s: %s", m.ID, diff)
		}
	}
}
