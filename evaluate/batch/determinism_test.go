package batch

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/report"
)

// The outputs that hold figures and no file.
var sameForTheSameData = []string{"results.json", "figures.csv", "figures.parquet"}

// The same data give the same figures: rows in any order, one to four projects at a time, as CSV, XLSX or
// Parquet. Twenty rounds have every format with every number of workers (four under -short).
func TestSameDataSameBytes(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	var originals []string
	for _, name := range names() {
		originals = append(originals, filepath.Join("..", "..", "examples", name, ProjectFile))
	}
	want := figuresOf(t, originals, 1)
	tables := map[string][]table{}
	for _, name := range names() {
		tables[name] = tablesOf(t, name)
	}
	for round := range rounds {
		format, jobs := []string{"csv", "xlsx", "parquet"}[round%3], 1+round%4
		t.Run(fmt.Sprintf("%02d-%s-%d", round, format, jobs), func(t *testing.T) {
			var files []string
			for i, name := range names() {
				random := rand.New(rand.NewPCG(uint64(round), uint64(i)))
				files = append(files, rewritten(t, name, tables[name], format, random))
			}
			for name, got := range figuresOf(t, files, jobs) {
				if !bytes.Equal(got, want[name]) {
					t.Errorf("%s differs:\n%s", name, firstDifference(want[name], got))
				}
			}
		})
	}
}

// Data with faults do so too: which problems there are, whom they concern and what is set aside does not hang
// on who stands first.
func TestSameFaultsSameBytes(t *testing.T) {
	tables := tablesOf(t, "katowice-pal")
	for i := range tables {
		tables[i].spoil()
	}
	o := Options{Version: "test", TolerateFaults: true, Outputs: report.Outputs{report.Figures}}
	var want map[string][]byte
	for round := range 6 {
		format := []string{"csv", "xlsx", "parquet"}[round%3]
		file := rewritten(t, "katowice-pal", tables, format, rand.New(rand.NewPCG(uint64(round), 9)))
		got := figuresUnder(t, []string{file}, 1, o)
		if round == 0 {
			want = got
			if n := bytes.Count(got["katowice-pal/results.json"], []byte(`"severity":"error"`)); n < 2 {
				t.Fatalf("%d kinds of error: the data are not spoilt", n)
			}
		}
		for name := range want {
			if !bytes.Equal(got[name], want[name]) {
				t.Errorf("round %d, %s: %s differs:\n%s", round, format, name, firstDifference(want[name], got[name]))
			}
		}
	}
}

// spoil writes what cannot be read into some cells, and some rows twice, the second time with another answer.
func (t *table) spoil() {
	if strings.HasPrefix(t.file, "koszty") {
		return
	}
	last := len(t.above[0]) - 1
	for i := range t.rows {
		row := slices.Clone(t.rows[i])
		switch i % 10 {
		case 3:
			row[1] = "?"
		case 5:
			row[last] = "99"
		case 7:
			row[last-2] = "x"
		case 8:
			again := slices.Clone(row)
			again[last], again[last-1] = row[last-1], row[last]
			t.rows = append(t.rows, again)
		}
		t.rows[i] = row
	}
}

// carriedOut carries projects out and returns their folders by project.
func carriedOut(tb testing.TB, projects []string, dir string, jobs int, o Options) map[string]string {
	tb.Helper()
	folders := map[string]string{}
	done, err := RunAll(tb.Context(), projects, dir, jobs, o)
	if err != nil {
		tb.Fatal(err)
	}
	for _, out := range done.Outcomes {
		if out.Err != nil {
			tb.Fatal(out.Err)
		}
		folders[filepath.Base(out.Folder)] = out.Folder
	}
	return folders
}

// figuresOf are the outputs with figures of projects, by project/file.
func figuresOf(t *testing.T, projects []string, jobs int) map[string][]byte {
	t.Helper()
	return figuresUnder(t, projects, jobs, Options{Version: "test", Outputs: report.Outputs{report.Figures}})
}

func figuresUnder(t *testing.T, projects []string, jobs int, o Options) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for id, folder := range carriedOut(t, projects, t.TempDir(), jobs, o) {
		for _, name := range sameForTheSameData {
			text, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			out[id+"/"+name] = text
		}
	}
	if len(out) != len(projects)*len(sameForTheSameData) {
		t.Fatalf("%d outputs of %d projects", len(out), len(projects))
	}
	return out
}

// rewritten writes an example with its rows shuffled and its inputs in a format, and returns its project file.
func rewritten(t *testing.T, name string, tables []table, format string, random *rand.Rand) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "examples", name, ProjectFile))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	project := strings.ReplaceAll(string(text), "encoding: windows-1250, ", "") // of the file, which is written in UTF-8
	for _, one := range tables {
		file := strings.TrimSuffix(one.file, filepath.Ext(one.file)) + "." + format
		project = strings.ReplaceAll(project, one.file, file)
		content, err := one.shuffled(random).in(format)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, file), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(dir, ProjectFile)
	if err := os.WriteFile(path, []byte(project), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// shuffled is the table with its rows in another order; what stands above them stays.
func (t table) shuffled(random *rand.Rand) table {
	t.rows = slices.Clone(t.rows)
	random.Shuffle(len(t.rows), func(i, j int) { t.rows[i], t.rows[j] = t.rows[j], t.rows[i] })
	return t
}

// firstDifference shows the first lines that differ.
func firstDifference(want, got []byte) string {
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\n- %.600q\n+ %.600q", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, %d lines", len(a), len(b))
}
