//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/efseval/efseval/evaluate/audit"
)

// routineKills is how many runs the test kills; EFSEVAL_KILLS asks for more.
const routineKills = 40

// A run that is killed with SIGKILL at any instant leaves each project's folder as it was or as it was to be: every
// file has the hash of the manifest beside it, nothing else is there, and all of it is of one version of the data. The
// next run clears away what was left. The instants are drawn from a seeded PCG; when a process dies is the machine's affair.
func TestKilledAtAnyInstant(t *testing.T) {
	kills := routineKills
	if n, err := strconv.Atoi(os.Getenv("EFSEVAL_KILLS")); err == nil {
		kills = n
	}
	k := newKilled(t)
	k.run(1<<40, 0) // long enough for any machine
	k.write(1)
	whole := k.run(1<<40, 1)
	draw, fresh, left := rand.New(rand.NewPCG(6, 2026)), 0, 0
	for i := range kills {
		k.write(i % 2)
		took := k.run(time.Duration(draw.Int64N(int64(whole+whole/10))), i%2)
		fresh += k.inspect(i % 2)
		if found, _ := filepath.Glob(filepath.Join(k.out, ".efseval-*")); len(found) > 0 {
			left++
		}
		if took > 20*whole {
			t.Fatalf("kill %d: the run hung for %v", i, took)
		}
	}
	k.run(1<<40, 0)
	if k.inspect((kills - 1) % 2); t.Failed() {
		return
	}
	if found, _ := filepath.Glob(filepath.Join(k.out, ".efseval-*")); len(found) > 0 {
		t.Errorf("left behind: %v", found)
	}
	t.Logf("%d kills within %v: %d folders new, %d old; %d kills left a temporary folder", kills, whole, fresh, kills*len(k.ids)-fresh, left)
	if kills >= routineKills && (fresh == 0 || fresh == kills*len(k.ids) || left == 0) {
		t.Error("the kills did not fall within the writing: nothing was tried")
	}
}

// killed is the projects of the test and where they are written to.
type killed struct {
	*testing.T
	dir, out string
	ids      []string
}

func newKilled(t *testing.T) *killed {
	k := &killed{T: t, dir: t.TempDir(), ids: []string{"a", "b", "c"}}
	k.out = filepath.Join(k.dir, "out")
	for _, id := range k.ids {
		k.file(id, "project.yaml", "id: "+id+"\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-2014-2020\nparticipants: {file: made-up.csv}\ntargets:\n  participants: {women: 1, men: 2}\n")
	}
	k.write(0)
	return k
}

func (k *killed) file(id, name, text string) {
	path := filepath.Join(k.dir, "projects", id, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		k.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		k.Fatal(err)
	}
}

// write gives every project a version of its data: version 0 has 2 people, version 1 has 3.
func (k *killed) write(version int) {
	text := "person;sex;age;entry_date;education;labour_status\n"
	for n := range 2 + version {
		text += fmt.Sprintf("SYN-%d;kobieta;3%d;2021-01-05;isced3;unemployed\n", n, n)
	}
	for _, id := range k.ids {
		k.file(id, "made-up.csv", text)
	}
}

// run runs the command in a process of its own and kills it after a while, unless it ends before.
func (k *killed) run(after time.Duration, version int) (took time.Duration) {
	cmd := child(k.T, "run", filepath.Join(k.dir, "projects"), "-o", k.out, "-j", "2", "--outputs", "html,figures,charts")
	var said bytes.Buffer
	cmd.Stderr = &said
	began := time.Now()
	if err := cmd.Start(); err != nil {
		k.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Signal(syscall.SIGKILL) })
	defer timer.Stop()
	err := cmd.Wait()
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); err != nil && !(ok && status.Signaled()) {
		k.Fatalf("version %d: %v: %s", version, err, said.String())
	}
	return time.Since(began)
}

// child is the command as a process of its own: the test binary under its name.
func child(t *testing.T, args ...string) *exec.Cmd {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Args[0] = "efseval"
	cmd.Env = append(os.Environ(), "LANG=C", "LC_ALL=C", "GOCOVERDIR="+t.TempDir())
	return cmd
}

// inspect holds every folder to its manifest and counts those of a version.
func (k *killed) inspect(version int) (of int) {
	for _, id := range k.ids {
		folder := filepath.Join(k.out, id)
		people := wholeFolder(k.T, folder)
		switch people {
		case 2 + version:
			of++
		case 3 - version:
		default:
			k.Fatalf("%s has %d people, want those of one version", folder, people)
		}
	}
	return of
}

// wholeFolder holds the files of a project's folder to its manifest and returns its number of participants.
func wholeFolder(t *testing.T, folder string) (people int) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	if err != nil {
		t.Fatalf("the folder is not there, or not whole: %v", err)
	}
	var m struct {
		Inputs  []struct{ Participations int }
		Outputs []struct{ Name, SHA256 string }
	}
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	listed := []string{"manifest.json"}
	for _, out := range m.Outputs {
		if got := sha256Of(t, filepath.Join(folder, out.Name)); got != out.SHA256 {
			t.Fatalf("%s/%s has the hash %s, want %s", folder, out.Name, got, out.SHA256)
		}
		listed = append(listed, out.Name)
	}
	err = fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !slices.Contains(listed, name) {
			t.Fatalf("%s/%s is not in the manifest", folder, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m.Inputs[0].Participations
}

func sha256Of(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return audit.SumOf(text).SHA256
}
