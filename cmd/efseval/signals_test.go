//go:build unix

package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const onePerson = "person;sex;age;entry_date;education;labour_status\nSYN-1;kobieta;30;2021-01-05;isced3;unemployed\n"

// waiting is a run in a process of its own that waits for the rest of its standard input: its first project reads it,
// and two more are to follow.
type waiting struct {
	*testing.T
	out   string
	cmd   *exec.Cmd
	stdin io.WriteCloser
	said  *bufio.Reader
}

func startWaiting(t *testing.T, out string, flags ...string) *waiting {
	t.Helper()
	dir := t.TempDir()
	for id, input := range map[string]string{"a": `"-"`, "b": "made-up.csv", "c": "made-up.csv"} {
		writeIn(t, filepath.Join(dir, id), "project.yaml", "id: "+id+"\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-2014-2020\nparticipants: {file: "+input+"}\n")
		writeIn(t, filepath.Join(dir, id), "made-up.csv", onePerson)
	}
	w := &waiting{T: t, out: out, cmd: child(t, append([]string{"run", dir, "-o", out, "-j", "1"}, flags...)...)}
	stdin, err := w.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stderr, err := w.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	w.stdin, w.said = stdin, bufio.NewReader(stderr)
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.cmd.Process.Kill() })
	begun := "person;sex;age;entry_date;education;labour_status\n"
	for n := range 2000 { // more than a pipe holds: once it is written the project is being read
		begun += fmt.Sprintf("SYN-%d;kobieta;30;2021-01-05;isced3;unemployed\n", n)
	}
	if _, err := io.WriteString(w.stdin, begun); err != nil {
		t.Fatal(err)
	}
	return w
}

func writeIn(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// finish ends the input.
func (w *waiting) finish() {
	w.Helper()
	if err := w.stdin.Close(); err != nil {
		w.Fatal(err)
	}
}

// ends waits for the end and returns the exit code and what was said on standard error since.
func (w *waiting) ends() (code int, said string) {
	text, _ := io.ReadAll(w.said)
	w.cmd.Wait()
	return w.cmd.ProcessState.ExitCode(), string(text)
}

func (w *waiting) interrupt() { w.cmd.Process.Signal(os.Interrupt) }

// The first Ctrl-C finishes the project that was begun and begins no other.
func TestFirstInterruptFinishesWhatWasBegun(t *testing.T) {
	w := startWaiting(t, filepath.Join(t.TempDir(), "out"))
	w.interrupt()
	line, err := w.said.ReadString('\n')
	if err != nil || line != "efseval: interrupted; finishing 1 project; press again to stop at once\n" {
		t.Fatalf("%q, %v", line, err)
	}
	w.finish()
	code, said := w.ends()
	if code != exitInterrupted || !strings.Contains(said, "nothing half-written is left") {
		t.Errorf("exit %d: %s", code, said)
	}
	wholeFolder(t, filepath.Join(w.out, "a"))
	for _, name := range []string{"b", "c", "index.html"} {
		if _, err := os.Stat(filepath.Join(w.out, name)); !os.IsNotExist(err) {
			t.Errorf("%s was begun after the interruption: %v", name, err)
		}
	}
}

// The second Ctrl-C stops at once, whatever is being read: what stood stands, nothing else is there.
func TestSecondInterruptStopsAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	first := startWaiting(t, out)
	first.finish()
	if code, said := first.ends(); code != exitDone {
		t.Fatalf("exit %d: %s", code, said)
	}
	before := sha256Of(t, filepath.Join(out, "a", "manifest.json"))
	w := startWaiting(t, out, "--lang", "pl", "--force")
	w.interrupt()
	if line, err := w.said.ReadString('\n'); err != nil || !strings.Contains(line, "kończę 1 projekt; naciśnij jeszcze raz, aby zatrzymać od razu") {
		t.Fatalf("%q, %v", line, err)
	}
	began := time.Now()
	w.interrupt()
	code, said := w.ends()
	if code != exitInterrupted || time.Since(began) > 10*grace {
		t.Errorf("exit %d after %v: %s", code, time.Since(began), said)
	}
	if after := sha256Of(t, filepath.Join(out, "a", "manifest.json")); after != before {
		t.Error("the folder of the project that was stopped is another")
	}
	for _, id := range []string{"a", "b", "c"} {
		wholeFolder(t, filepath.Join(out, id))
	}
}

// A second run into the same folder ends at once and says which folder; the lock goes with the process, however that
// ends.
func TestTwoRunsIntoOneFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	w := startWaiting(t, out)
	project := filepath.Join(t.TempDir(), "d")
	writeIn(t, project, "project.yaml", "id: d\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-2014-2020\nparticipants: {file: made-up.csv}\n")
	writeIn(t, project, "made-up.csv", onePerson)
	for lang, want := range map[string]string{"en": out + ": another run of efseval is writing to this folder", "pl": out + ": do tego folderu zapisuje właśnie inny przebieg"} {
		said, err := child(t, "run", project, "-o", out, "--lang", lang).CombinedOutput()
		if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != exitUsage || !strings.Contains(string(said), want) {
			t.Errorf("%v: %s", err, said)
		}
	}
	w.cmd.Process.Signal(syscall.SIGKILL)
	w.ends()
	if said, err := child(t, "run", project, "-o", out).CombinedOutput(); err != nil {
		t.Errorf("the lock outlived its process: %v: %s", err, said)
	}
	wholeFolder(t, filepath.Join(out, "d"))
}
