package batch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// An export that is named in place of a project file is refused without a word of it: its lines are persons.
func TestAFileThatIsNoProjectIsNotShown(t *testing.T) {
	for name, text := range map[string]string{
		"people-made-up.csv": "Imię;Nazwisko;PESEL\nZofia;Wymyślona;99999999999\n",
		"notes.txt":          "Nazwisko: Wymyślona\nPESEL: 99999999999\n",
		"without":            "Wymyślona: 1\nWymyślona: 2\n",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(path)
		f, is := err.(*Fault)
		if !is {
			t.Fatalf("%s: %v", name, err)
		}
		for _, l := range evaluate.Langs() {
			if said := f.In(l); strings.Contains(said, "Wymyślona") || strings.Contains(said, "99999999999") || !strings.Contains(said, "efseval init") {
				t.Errorf("%s: %s", name, said)
			}
		}
	}
}

// A project file by another name still has its faults shown under a caret.
func TestAProjectByAnotherNameIsShown(t *testing.T) {
	if _, err := Parse([]byte("title: {pl: A, en: B}\nid: [\n"), "project.txt"); err == nil || !strings.Contains(err.Error(), "id: [") {
		t.Error(err)
	}
}

// A project file that is empty, or says nothing, has its faults under its own name.
func TestAnEmptyProjectFileIsNamed(t *testing.T) {
	for _, text := range []string{"", "# nothing yet\n"} {
		if _, err := Parse([]byte(text), "some/project.yaml"); err == nil || !strings.HasPrefix(err.Error(), "some/project.yaml: ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
