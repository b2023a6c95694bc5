package batch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The keys that the README shows of a project file are read as they stand there.
func TestReadmeKeysAreRead(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(readme), "reports and manifest tell what was changed, from what to what:\n\n")
	if !found {
		t.Fatal("the README has no block of these keys")
	}
	block, _, _ := strings.Cut(after, "\n\n")
	file := filepath.Join(t.TempDir(), ProjectFile)
	text := "id: made-up\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-plus-2021-2027\nparticipants: {file: none.csv}\n" + strings.ReplaceAll(block, "    ", "")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	if p.Parameters == nil || p.Efficiency == nil || len(p.Stated) != 1 || len(p.Samples) != 1 || len(p.Splits) != 3 {
		t.Errorf("read as %+v", p)
	}
}

// So are those of a questionnaire.
func TestReadmeKeysOfSurveysAreRead(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(readme), "and what the change is split and held by:\n\n")
	if !found {
		t.Fatal("the README has no block of these keys")
	}
	block, _, _ := strings.Cut(after, "\n\n")
	text := "id: made-up\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-plus-2021-2027\nparticipants: {file: none.csv}\n"
	for line := range strings.Lines(block) {
		text += strings.TrimPrefix(line, "    ")
	}
	p, err := Parse([]byte(text+"\n"), ProjectFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Surveys) != 2 {
		t.Fatalf("%d surveys", len(p.Surveys))
	}
	s, own := p.Surveys[0], p.Surveys[1].Scale
	if s.Scale.Key != "gses" || len(s.Later) != 1 || len(s.By) != 2 || len(s.Covariates) != 1 || s.Precision == nil || !s.LeadingZeros || len(s.Questions) != 1 {
		t.Errorf("read as %+v", s)
	}
	if len(own.Answers) != 4 || own.Answered != 0.8 || len(own.Reversed) != 1 {
		t.Errorf("read as %+v", own)
	}
}
