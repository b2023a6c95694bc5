package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// unfinished writes an export of people whom nobody is: all finished and none has a date of exit, so that
// every row is a problem to tell.
func unfinished(t testing.TB, rows int) string {
	t.Helper()
	var text bytes.Buffer
	text.WriteString("project;person;sex;age;education;labour_status;entry_date;exit_date;completed\n")
	for i := range rows {
		fmt.Fprintf(&text, "P%d;SYN-%09d;%s;%d;isced3;unemployed;2024-01-%02d;;yes\n", i%100, i, []string{"woman", "man"}[i%2], 18+i%40, 1+i%28)
	}
	path := filepath.Join(t.TempDir(), fmt.Sprintf("made-up-%d.csv", rows))
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func countOnce(t testing.TB, path, rows string) {
	t.Helper()
	if code := efseval([]string{"count", path, "--set", "esf-plus-2021-2027", "--rows", rows}, io.Discard, io.Discard); code != exitDone {
		t.Fatalf("exit code %d", code)
	}
}

// What the command allocates does not grow with the rows, not even where each of them is a problem: the
// speed of the library must not be lost on the way to the terminal.
func TestCountAllocatesNothingPerRow(t *testing.T) {
	const few, many = 5_000, 105_000
	short, long := unfinished(t, few), unfinished(t, many)
	for _, rows := range []string{rowsOfPersons, rowsAsTheyStand} {
		countOnce(t, short, rows) // what is read once in a process
		less, more := mallocs(t, short, rows), mallocs(t, long, rows)
		if perRow := float64(more-less) / (many - few); more > less && perRow > 0.05 {
			t.Errorf("--rows %s: %.3f allocations for each further row", rows, perRow)
		}
	}
}

func mallocs(t testing.TB, path, rows string) uint64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	countOnce(t, path, rows)
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

// The command from its start to the table: of few people, and of 300 000 with a problem each.
func BenchmarkCountCommand(b *testing.B) {
	for _, n := range []int{60, 300_000} {
		path := unfinished(b, n)
		for _, rows := range []string{rowsOfPersons, rowsAsTheyStand} {
			b.Run(fmt.Sprintf("%d %s", n, rows), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					countOnce(b, path, rows)
				}
			})
		}
	}
}
