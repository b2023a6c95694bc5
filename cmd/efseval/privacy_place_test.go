package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The same project, run from two folders of different names and at different times, gives the same bytes under
// one key: no output holds a path of the machine, the name of its user, or the time.
func TestAProjectRunsToTheSameBytesAnywhere(t *testing.T) {
	key := put(t, filepath.Join(t.TempDir(), "key"), plantedKey())
	var folders []string
	for _, name := range []string{"qzx-folder-of-one", "qzx-another"} {
		dir := filepath.Join(t.TempDir(), name, "deep")
		put(t, dir+"/in/people.csv", csvText(t, layoutOf(t, "sm-efs").faulty()))
		plantedProject(t, dir+"/in", "people.csv", "sm-efs", "")
		t.Chdir(dir)
		if code, _, said := command("run", "in", "-o", dir+"/out", "--tolerate-faults", "--key", key); code != exitDone {
			t.Fatalf("exit code %d: %s", code, said)
		}
		folders = append(folders, dir+"/out/in")
	}
	secrets := []string{"qzx-folder-of-one", "qzx-another", filepath.ToSlash(os.TempDir()) + "/"}
	if who, err := user.Current(); err == nil && len(who.Username) > 5 {
		secrets = append(secrets, who.Username)
	}
	if host, err := os.Hostname(); err == nil && len(host) > 7 {
		secrets = append(secrets, host)
	}
	found, err := newScanner(secrets...).folder(folders[0])
	if err != nil || len(found) > 0 {
		t.Errorf("the place of the run is told: %v %v", found, err)
	}
	n := 0
	err = filepath.WalkDir(folders[0], func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		n++
		other := read(t, strings.Replace(path, folders[0], folders[1], 1))
		if !bytes.Equal([]byte(read(t, path)), []byte(other)) {
			t.Errorf("%s differs", path)
		}
		return nil
	})
	if err != nil || n < 15 {
		t.Errorf("%d files compared: %v", n, err)
	}
}
