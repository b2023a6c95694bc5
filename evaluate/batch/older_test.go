package batch

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// One project of many that is carried out alone leaves the page of them as it is: the run says so where its figures
// are now others, and is silent where they are the same, where the page does not show it, and where there is none.
func TestAPageThatIsNowOlderIsTold(t *testing.T) {
	files := manyProjects(t, 3, 4)
	dir := filepath.Join(t.TempDir(), "out")
	o := settled(t)
	o.Persons = nil
	alone := func(i int) string {
		t.Helper()
		done, err := RunAll(context.Background(), files[i:i+1], dir, 1, o)
		if err != nil || done.Outcomes[0].Err != nil {
			t.Fatal(err, done.Outcomes[0].Err)
		}
		return done.Older
	}
	if got := alone(0); got != "" {
		t.Errorf("without a page: %s", got)
	}
	done, err := RunAll(context.Background(), files[:2], dir, 1, o)
	if err != nil || done.Older != "" {
		t.Fatalf("%v: %s", err, done.Older)
	}
	page := read(t, filepath.Join(dir, overviewFile))
	o.Force = true
	for _, i := range []int{0, 2} { // the same figures again; not on the page
		if got := alone(i); got != "" {
			t.Errorf("project %d: %s", i, got)
		}
	}
	changed := filesOfProject(1, 4)[ProjectFile]
	writeFiles(t, filepath.Dir(files[1]), map[string]string{ProjectFile: strings.Replace(changed, "women: 2", "women: 3", 1)})
	if got, want := alone(1), filepath.Join(dir, overviewFile); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if read(t, filepath.Join(dir, overviewFile)) != page {
		t.Error("the page changed")
	}
	if done, err = RunAll(context.Background(), files[:2], dir, 1, o); err != nil || done.Older != "" || read(t, filepath.Join(dir, overviewFile)) == page {
		t.Errorf("all again: %v, %q", err, done.Older)
	}
	writeFiles(t, filepath.Dir(files[1]), map[string]string{"made-up.csv": "PESEL;sex\n1;?\n"})
	if _, err = RunAll(context.Background(), files[:2], dir, 1, o); err != nil {
		t.Fatal(err)
	}
	writeFiles(t, filepath.Dir(files[1]), map[string]string{"made-up.csv": filesOfProject(1, 4)["made-up.csv"]})
	if got := alone(1); got == "" { // the page says that it failed
		t.Error("what failed and is now carried out is not told")
	}
}
