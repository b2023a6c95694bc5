package batch

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/report"
)

// madeUpProjects writes projects of 60 people who do not exist: the rows of examples/katowice-pal in an
// order of their own, each under an id and codes of its own. Without a questionnaire they have participants,
// targets and costs alone.
func madeUpProjects(tb testing.TB, projects int, questionnaire bool) []string {
	tb.Helper()
	source := filepath.Join("..", "..", "examples", "katowice-pal")
	entries, err := os.ReadDir(source)
	if err != nil {
		tb.Fatal(err)
	}
	texts := map[string][]byte{}
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".csv" || e.Name() == ProjectFile {
			if texts[e.Name()], err = os.ReadFile(filepath.Join(source, e.Name())); err != nil {
				tb.Fatal(err)
			}
		}
	}
	if !questionnaire {
		texts[ProjectFile] = withoutSurveys(tb, texts[ProjectFile])
	}
	var files []string
	dir := tb.TempDir()
	for i := range projects {
		files = append(files, copyOfKatowice(tb, filepath.Join(dir, fmt.Sprintf("p%04d", i)), texts, i))
	}
	return files
}

// copyOfKatowice writes one of them and returns its project file.
func copyOfKatowice(tb testing.TB, dir string, texts map[string][]byte, number int) string {
	tb.Helper()
	if err := os.Mkdir(dir, 0o755); err != nil {
		tb.Fatal(err)
	}
	random := rand.New(rand.NewPCG(uint64(number), 60))
	codes := []byte(fmt.Sprintf("SYN-%04d-", number))
	for name, text := range texts {
		if name == ProjectFile {
			_, rest, _ := bytes.Cut(text, []byte("\n"))
			text = append([]byte("id: "+filepath.Base(dir)+"\n"), rest...)
		} else {
			text = shuffled(bytes.ReplaceAll(text, []byte("SYN-PAL-"), codes), random)
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return filepath.Join(dir, ProjectFile)
}

// shuffled is a file of a heading and rows, the rows in another order.
func shuffled(text []byte, random *rand.Rand) []byte {
	lines := slices.Collect(bytes.Lines(text))
	random.Shuffle(len(lines)-1, func(i, j int) { lines[i+1], lines[j+1] = lines[j+1], lines[i+1] })
	return bytes.Join(lines, nil)
}

// withoutSurveys takes the block of the questionnaires out of a project file.
func withoutSurveys(tb testing.TB, text []byte) []byte {
	tb.Helper()
	before, rest, found := strings.Cut(string(text), "\nsurveys:\n")
	_, after, more := strings.Cut(rest, "\n\n")
	if !found || !more {
		tb.Fatal("the project file has no block of surveys")
	}
	return []byte(before + "\n" + after)
}

// A batch of 1 000 projects of 60 people (100 under -short). Wanted on two cores: HTML and figures at 30
// projects a second or more.
func BenchmarkManyProjects(b *testing.B) {
	projects := 1000
	if testing.Short() {
		projects = 100
	}
	for _, kind := range []struct {
		name          string
		questionnaire bool
	}{{"questionnaire", true}, {"no-questionnaire", false}} {
		files := madeUpProjects(b, projects, kind.questionnaire)
		for _, selection := range []struct {
			name    string
			outputs report.Outputs
		}{{"html+figures", report.Outputs{report.HTML, report.Figures}}, {"all", nil}} {
			b.Run(kind.name+"/"+selection.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					carriedOut(b, files, b.TempDir(), 2, Options{Outputs: selection.outputs, Spare: SpareMemory})
				}
				b.ReportMetric(float64(b.N*projects)/b.Elapsed().Seconds(), "projects/s")
			})
		}
	}
}
