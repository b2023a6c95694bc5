//go:build unix

package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// privacyKills is how many runs are killed; each takes half a second and the scan of what it left.
const privacyKills = 12

// What a run that is killed leaves behind, in the output folder, in the folder for temporary files and where it was
// started (a lock, a folder half written, a spooled workbook), tells nobody's name. The inputs are packed
// workbooks, which are spooled. The instants are drawn from a seeded PCG.
func TestNoKilledRunTellsWhoSomebodyIs(t *testing.T) {
	s, in, place := newSpy(t), t.TempDir(), t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		book := putXLSX(t, filepath.Join(t.TempDir(), "people.xlsx"), plantedPeople()[1].name(), layoutOf(t, "sm-efs").clean(300))
		put(t, filepath.Join(in, name, "people.xlsx.gz"), string(gzipped(t, read(t, book))))
		plantedProject(t, filepath.Join(in, name), "people.xlsx.gz", "sm-efs", "")
	}
	temp := filepath.Join(place, "temp")
	if err := os.Mkdir(temp, 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(after time.Duration) (took time.Duration, killed bool) {
		cmd := child(t, "run", in, "-o", filepath.Join(place, "out"), "-j", "2", "--force", "--tolerate-faults", "--outputs", "html,figures,problems,xlsx")
		cmd.Dir, cmd.Env = place, append(cmd.Env, "TMPDIR="+temp)
		began := time.Now()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(after, func() { cmd.Process.Signal(syscall.SIGKILL) })
		defer timer.Stop()
		_ = cmd.Wait() // how it ended is asked below
		return time.Since(began), cmd.ProcessState.ExitCode() != exitDone
	}
	whole, killed := run(time.Minute)
	if killed {
		t.Fatal("the run that is not killed failed")
	}
	draw, kills := rand.New(rand.NewPCG(6, 2026)), 0
	for range privacyKills {
		if _, killed := run(time.Duration(draw.Int64N(int64(whole)))); killed {
			kills++
		}
		s.files(place)
	}
	if kills < privacyKills/3 {
		t.Errorf("%d of %d runs were killed before they ended: nothing was tried", kills, privacyKills)
	}
	t.Logf("%d of %d killed within %v, %d bytes scanned", kills, privacyKills, whole, s.bytes)
}

// A workbook that is coming in on standard input is not left in the folder for temporary files by whoever kills the
// program in the middle of it.
func TestNoSpooledFileOutlivesItsProgram(t *testing.T) {
	s, temp := newSpy(t), t.TempDir()
	book := []byte(read(t, putParquet(t, filepath.Join(t.TempDir(), "people.parquet"), layoutOf(t, "sm-efs").clean(9000))))
	cmd := child(t, "check", "-", "--profile", "sm-efs")
	cmd.Env = append(cmd.Env, "TMPDIR="+temp)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := stdin.Write(book[:len(book)-8]); err != nil { // more than a pipe holds: most of it has been spooled
		t.Fatal(err)
	}
	cmd.Process.Signal(syscall.SIGKILL)
	_ = cmd.Wait()
	s.files(temp)
	if len(book) < 200_000 {
		t.Errorf("the file has %d bytes: a pipe holds them", len(book))
	}
}
