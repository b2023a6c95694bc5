package batch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/efseval/efseval/evaluate/report"
)

// TestSoak carries out many made-up projects of 60 people in one run, with reports and figures, and samples the memory
// that the system counts and the open files on the way and once the page over them is written: the second half must not
// need more than the first. It runs where EFSEVAL_SOAK says how many projects, as in
//
//	EFSEVAL_SOAK=2000 go test ./evaluate/batch -run TestSoak -v -timeout 1h
//
// TestLittleIsHeldOfEachProject is its short form.
func TestSoak(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("EFSEVAL_SOAK"))
	if err != nil || n < 100 {
		t.Skip("EFSEVAL_SOAK does not say how many projects, at least 100")
	}
	files := manyProjects(t, n, 60)
	o := settled(t)
	o.Outputs = report.Outputs{report.HTML, report.Figures}
	began, done := time.Now(), 0
	var rss, handles []int
	o.Tell = func(out Outcome) {
		if out.Err != nil {
			t.Error(out.Err)
		}
		if done++; done%(n/20) == 0 {
			rss, handles = append(rss, residentKB(t)), append(handles, openFiles(t))
			t.Logf("%5d projects, %6.1f s: %d MB resident, %d files open", done, time.Since(began).Seconds(), rss[len(rss)-1]>>10, handles[len(handles)-1])
		}
	}
	if _, err := RunAll(context.Background(), files, filepath.Join(t.TempDir(), "out"), 2, o); err != nil {
		t.Fatal(err)
	}
	took := time.Since(began)
	rss = append(rss, residentKB(t))
	t.Logf("the page is written: %d MB resident", rss[len(rss)-1]>>10)
	t.Logf("%d projects in %.1f s: %.1f projects/s", n, took.Seconds(), float64(n)/took.Seconds())
	half := len(rss) / 2
	if late, early := slices.Max(rss[half:]), slices.Max(rss[:half]); late > early+soakSlackKB+n/2*soakEachKB {
		t.Errorf("%d MB resident in the second half, %d MB in the first", late>>10, early>>10)
	}
	if late, early := slices.Max(handles[half:]), slices.Max(handles[:half]); late > early+8 {
		t.Errorf("%d files open in the second half, %d in the first", late, early)
	}
}

// What the second half of a soak may need more than the first.
const (
	// The collector sets the next size of the heap by what is alive as it ends, and two projects under work are alive or
	// not: between 57 and 66 MB were measured at any number of projects.
	soakSlackKB = 12 << 10
	// Of a project stay its names, its Outcome and the pseudonyms of its persons, 1 KB, and as much again until it is
	// collected. With the briefs kept in memory it was 30 KB.
	soakEachKB = 2
)

// residentKB is the memory of this process that is in use, in KB; 0 where the system does not tell.
func residentKB(t testing.TB) int {
	t.Helper()
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
			if err != nil {
				t.Fatal(err)
			}
			return kb
		}
	}
	return 0
}
