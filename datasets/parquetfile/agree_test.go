package parquetfile

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/csvfile"
)

// TestAgreesWithCSV reads the same rows as CSV: the batches hold the same.
func TestAgreesWithCSV(t *testing.T) {
	const n = 1000
	type row struct {
		ID    *string `parquet:"id,optional"`
		Sex   string  `parquet:"sex,dict"`
		Age   *int32  `parquet:"age,optional,dict"`
		Won   string  `parquet:"qualified_on,dict"`
		Entry string  `parquet:"entry_date"`
	}
	rows, text := make([]row, n), bytes.NewBufferString("id;sex;age;qualified_on;entry_date\n")
	r := rand.New(rand.NewPCG(8, 8))
	for i := range rows {
		rows[i] = row{Sex: []string{"woman", "man", "womam"}[r.IntN(3)], Entry: []string{"2024-01-31", "2024-02-30", "2012-01-01"}[r.IntN(3)],
			Won: []string{"2024-05-20|2012-05-05", "2012-05-05|2024-5", ""}[r.IntN(3)]}
		id, age := "", ""
		if r.IntN(5) > 0 {
			id = []string{"SYN-1", "SYN-Łódź", "SYN 3"}[r.IntN(3)]
			rows[i].ID = &id
		}
		if r.IntN(5) > 0 {
			rows[i].Age, age = ptr(int32(34)), "34"
		}
		text.WriteString(id + ";" + rows[i].Sex + ";" + age + ";" + rows[i].Won + ";" + rows[i].Entry + "\n")
	}
	path := filepath.Join(t.TempDir(), "people.parquet")
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	want := batchesOf(t, path, csvfile.Open)
	for _, won := range []string{"15465", "19863"} { // 2012-05-05, 2024-05-20: of the two in a cell that from the entry on
		if !strings.Contains(strings.Join(want, "\n"), "qualified_on=true,"+won) {
			t.Errorf("no row has the day %s", won)
		}
	}
	got := batchesOf(t, write(t, rows, parquet.MaxRowsPerRowGroup(300)), Open)
	for i := range want { // the header takes a line of a CSV
		if _, rest, ok := strings.Cut(want[i], " "); ok && i < n {
			_, have, _ := strings.Cut(got[i], " ")
			if have != rest {
				t.Fatalf("row %d is %s in CSV, %s in Parquet", i+1, rest, have)
			}
		}
	}
	if len(want) != len(got) {
		t.Errorf("%d rows and problems in CSV, %d in Parquet", len(want), len(got))
	}
}

func batchesOf(t *testing.T, path string, open func(string, *datasets.Profile) (datasets.Source, error)) []string {
	t.Helper()
	s, err := open(path, profile(t, "generic"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	return listed(t, s.Batches())
}

// TestWorkersDoNotMatter reads a file of row groups of very different sizes on one core and on many.
func TestWorkersDoNotMatter(t *testing.T) {
	path := writeGroups(t, stays(rand.New(rand.NewPCG(9, 9)), 40_000), 0, 1, 20_000, 7, 0, 300)
	var want []string
	for _, cores := range []int{1, 2, 7} {
		before := runtime.GOMAXPROCS(cores)
		s, err := Open(path, profile(t, "sm-efs"))
		if err != nil {
			t.Fatal(err)
		}
		got := listed(t, s.Batches())
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d cores\n%s", cores, diff)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		runtime.GOMAXPROCS(before)
	}
	if row := rowByRow(t, path, profile(t, "sm-efs")); !cmp.Equal(row, want) {
		t.Error("by row other than by column")
	}
}

// writeGroups ends a row group after each of so many rows, and one with the rest.
func writeGroups(t *testing.T, rows []stay, sizes ...int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "people.parquet")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := parquet.NewGenericWriter[stay](file, parquet.Compression(&parquet.Zstd))
	for _, n := range append(sizes, len(rows)) {
		n = min(n, len(rows))
		if _, err := w.Write(rows[:n]); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		rows = rows[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
