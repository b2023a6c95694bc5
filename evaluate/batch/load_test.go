package batch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// No bytes of a project file may end in a panic; every error of the file is a Fault.
func FuzzLoad(f *testing.F) {
	for _, name := range names() {
		text, err := os.ReadFile(filepath.Join("..", "..", "examples", name, ProjectFile))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("id: [\n"))
	f.Add([]byte("published: [{value: !!}]"))
	f.Add([]byte("title: !!map"))
	f.Add([]byte("null"))
	f.Add([]byte("surveys: [{scale: {range: [1]}}]"))
	path := filepath.Join(f.TempDir(), ProjectFile)
	f.Fuzz(func(t *testing.T, text []byte) {
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(path)
		var fault *Fault
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("not a Fault: %v", err)
		}
	})
}

func TestMonthsOfAPeriod(t *testing.T) {
	for _, c := range []struct {
		period Period
		want   int
	}{
		{Period{From: "2021-01-01", To: "2022-12-31"}, 24},
		{Period{From: "2021-01-15", To: "2021-02-14"}, 1},
		{Period{From: "2021-01-15", To: "2021-02-13"}, 0},
		{Period{From: "2021-01-01", To: "2022-12-31", Months: 16}, 16},
		{Period{From: "2021-01-01"}, 0},
	} {
		if got := (&Project{Period: c.period}).months(); got != c.want {
			t.Errorf("%+v has %d months, want %d", c.period, got, c.want)
		}
	}
}

// Of several misspelt keys the first is named, each time.
func TestFirstUnknownKeyIsNamed(t *testing.T) {
	text := "id: a\ntitle: {pl: a, en: a}\nrulse: x\nparticipants:\n  file: a.csv\n  sheeet: b\nsurveys:\n  - name: a\n    nmae: b\ntragets: {}\n"
	for range 20 {
		_, err := Parse([]byte(text), "project.yaml")
		if f, ok := err.(*Fault); !ok || f.Line != 3 || f.Column != 1 || !strings.Contains(f.Message, `"rulse"; did you mean "rules"?`) {
			t.Fatal(err)
		}
	}
	text = strings.Replace(text, "rulse: x", "rules: x", 1)
	for range 20 {
		_, err := Parse([]byte(text), "project.yaml")
		if f, ok := err.(*Fault); !ok || f.Line != 6 || f.Column != 3 || !strings.Contains(f.Message, `"sheeet"; did you mean "sheet"?`) {
			t.Fatal(err)
		}
	}
}

// The id of a file that begins with it is the one that decoding gives, and what is not so plain is decoded.
func TestIDOfAFileIsTheOneItStates(t *testing.T) {
	for text, plain := range map[string]string{
		"id: katowice-pal\ntitle: x\n":   "katowice-pal",
		"id: katowice-pal\r\ntitle: x\n": "katowice-pal",
		"id: a-1 \n# c\ntitle: x\n":      "a-1",
		"id: katowice-pal\n  two\n":      "",
		"id: katowice-pal\n\n  two\n":    "",
		"id: null\ntitle: x\n":           "",
		"id: p0001\ntitle: x\n":          "p0001",
		"id: yes\ntitle: x\n":            "",
		"id: 2021\ntitle: x\n":           "",
		"id: 'a-b'\ntitle: x\n":          "",
		"# c\nid: a-b\ntitle: x\n":       "",
		"id: a-b # c\ntitle: x\n":        "",
		"{id: a-b, title: x}\n":          "",
	} {
		if got := plainID([]byte(text)); got != plain {
			t.Errorf("%q: %q, want %q", text, got, plain)
		}
		var stated struct {
			ID string `yaml:"id"`
		}
		if err := yaml.Unmarshal([]byte(text), &stated); err != nil {
			t.Fatal(err)
		}
		if got := idOf([]byte(text)); got != stated.ID {
			t.Errorf("%q: %q, decoded %q", text, got, stated.ID)
		}
	}
}
