package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mounted is a small file system in memory; the test is skipped where mounting is not allowed.
func mounted(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("a file system cannot be mounted here (%v); run the test as root", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// oneProject is a project with a single made-up person.
func oneProject(t *testing.T, id string) string {
	t.Helper()
	dir := t.TempDir()
	writeIn(t, dir, "project.yaml", "id: "+id+"\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-2014-2020\nparticipants: {file: made-up.csv}\n")
	writeIn(t, dir, "made-up.csv", onePerson)
	return dir
}

// ended runs the command and returns its exit code and what it said on standard error.
func ended(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	cmd := child(t, args...)
	var b strings.Builder
	cmd.Stderr = &b
	cmd.Run()
	return cmd.ProcessState.ExitCode(), b.String()
}

// A full disk is said in words, the old outputs stand, nothing temporary is left, and there is a way on.
func TestFullDisk(t *testing.T) {
	out, project := mounted(t, "size=4m"), oneProject(t, "a")
	if code, said := ended(t, "run", project, "-o", out); code != exitDone {
		t.Fatalf("exit %d: %s", code, said)
	}
	before := sha256Of(t, filepath.Join(out, "a", "manifest.json"))
	fill(t, filepath.Join(out, "filling"))
	code, said := ended(t, "run", project, "-o", out, "--force")
	if code != exitUsage || !strings.Contains(said, "no space left on device") || !strings.Contains(said, "make room") || !strings.Contains(said, filepath.Join(out, "a")) {
		t.Errorf("exit %d: %s", code, said)
	}
	if _, said := ended(t, "run", project, "-o", out, "--force", "--lang", "pl"); !strings.Contains(said, "zwolnij miejsce") {
		t.Errorf("not in Polish: %s", said)
	}
	wholeFolder(t, filepath.Join(out, "a"))
	if after := sha256Of(t, filepath.Join(out, "a", "manifest.json")); after != before {
		t.Error("the outputs changed")
	}
	if found, _ := filepath.Glob(filepath.Join(out, ".efseval-*")); len(found) > 0 {
		t.Errorf("left behind: %v", found)
	}
	os.Remove(filepath.Join(out, "filling"))
	if code, said := ended(t, "run", project, "-o", out, "--force"); code != exitDone {
		t.Errorf("with room again: exit %d: %s", code, said)
	}
}

// fill writes a file until the disk holds no more, but for a little.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	block, size := make([]byte, 4096), int64(0)
	for {
		n, err := f.Write(block)
		size += int64(n)
		if err != nil {
			break
		}
	}
	if err := f.Truncate(size - 40<<10); err != nil { // room for the first file, not for all
		t.Fatal(err)
	}
}

// A folder that cannot be written to ends the run before any project is read.
func TestReadOnlyFolder(t *testing.T) {
	out := mounted(t, "size=1m")
	if err := syscall.Mount("", out, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("the file system cannot be made read-only: %v", err)
	}
	for _, into := range []string{out, filepath.Join(out, "new")} {
		code, said := ended(t, "run", oneProject(t, "a"), "-o", into)
		if code != exitUsage || !strings.Contains(said, "read-only file system; choose another") || !strings.Contains(said, into) {
			t.Errorf("exit %d: %s", code, said)
		}
	}
}
