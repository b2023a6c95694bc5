package batch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
)

// finishedCopy is an example copied to a folder of its own, and what a run of it wrote.
func finishedCopy(t *testing.T, name string) (data, folder string) {
	t.Helper()
	dir := t.TempDir()
	data = filepath.Join(dir, name)
	if err := os.CopyFS(data, os.DirFS(filepath.Join("..", "..", "examples", name))); err != nil {
		t.Fatal(err)
	}
	return data, finished(t, filepath.Join(data, ProjectFile), filepath.Join(dir, "out"), Options{Version: "test"})
}

// finished runs a project and writes its outputs.
func finished(t *testing.T, project, dir string, o Options) (folder string) {
	t.Helper()
	p, err := Load(project)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	if folder, err = Write(r, dir); err != nil {
		t.Fatal(err)
	}
	return folder
}

func verified(t *testing.T, folder, data string) *audit.Verification {
	t.Helper()
	v, err := Verify(context.Background(), folder, data, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func verdictOf(list []audit.Verdict, name string) audit.Verdict {
	i := slices.IndexFunc(list, func(v audit.Verdict) bool { return v.Name == name })
	if i < 0 {
		return audit.Verdict{}
	}
	return list[i]
}

func TestWhatARunWroteIsVerified(t *testing.T) {
	for _, name := range names() {
		data, folder := finishedCopy(t, name)
		v := verified(t, folder, filepath.Dir(data))
		if v.Answer() != audit.Match || v.Figures.Matched < 80 || v.Figures.Differing+v.Figures.Missing+v.Figures.New != 0 || v.OtherBuild {
			t.Errorf("%s: %s", name, toldOf(t, v))
		}
		if files := len(filesIn(t, folder)); len(v.Outputs) != files {
			t.Errorf("%s: %d files are answered for, of %d", name, len(v.Outputs), files)
		}
	}
}

func toldOf(t *testing.T, v *audit.Verification) string {
	t.Helper()
	var text strings.Builder
	if err := audit.WriteVerifyText(&text, v, "en"); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func TestWhatIsNotThereCannotBeVerified(t *testing.T) {
	data, folder := finishedCopy(t, "wodzislaw-wilchwy")
	for _, name := range []string{"charts/change-motivation.pl.png", "results.json", "report.pl.md"} {
		if err := os.Remove(filepath.Join(folder, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
		if v := verified(t, folder, data); v.Answer() != audit.Cannot || verdictOf(v.Outputs, name).Answer != audit.Cannot {
			t.Errorf("%s is gone: %s", name, toldOf(t, v))
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "notatki.txt"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if v := verified(t, folder, data); !slices.Equal(v.Foreign, []string{"notatki.txt"}) {
		t.Error("a file that is no output is not named:", v.Foreign)
	}
}

func TestAMissingInputCannotBeVerifiedAndAChangedOutputIsFoundAllTheSame(t *testing.T) {
	data, folder := finishedCopy(t, "katowice-pal")
	if err := os.Remove(filepath.Join(data, "koszty-synthetic.csv")); err != nil {
		t.Fatal(err)
	}
	v := verified(t, folder, data)
	if in := verdictOf(v.Inputs, "koszty-synthetic.csv"); v.Answer() != audit.Cannot || in.Answer != audit.Cannot || v.Why.Empty() ||
		verdictOf(v.Inputs, "project.yaml").Answer != audit.Match || verdictOf(v.Outputs, "figures.csv").Answer != audit.Cannot {
		t.Error(toldOf(t, v))
	}
	change(t, filepath.Join(folder, "figures.csv"), "participants/women,37", "participants/women,38")
	if v := verified(t, folder, data); v.Answer() != audit.IsDifferent || verdictOf(v.Outputs, "figures.csv").Answer != audit.IsDifferent {
		t.Error(toldOf(t, v))
	}
	if err := os.RemoveAll(data); err != nil {
		t.Fatal(err)
	}
	if v := verified(t, folder, data); v.Answer() != audit.IsDifferent || !strings.Contains(v.Why.EN, "project.yaml") {
		t.Error(toldOf(t, v))
	}
}

// change replaces the one place where a text stands in a file.
func change(t *testing.T, path, from, to string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), from) {
		t.Fatalf("%s does not hold %q", path, from)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), from, to, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderOfNoRunIsAFault(t *testing.T) {
	for name, text := range map[string]string{"": "", "other schema": `{"schema": "efseval/manifest/9"}`} {
		folder := t.TempDir()
		if text != "" {
			if err := os.WriteFile(filepath.Join(folder, manifestFile), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Verify(context.Background(), folder, "", Options{}); err == nil || !strings.Contains(err.Error(), "manifest") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
