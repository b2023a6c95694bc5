package batch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// surveyBase is a project with a questionnaire; a case puts its lines in place of the comment.
const surveyBase = `id: x
title: {pl: Wymyślony, en: Made up}
rules: esf-plus-2021-2027
participants: {file: people.csv, profile: generic}
surveys:
  - name: m
    title: {pl: Motywacja, en: Motivation}
    pre: {file: pre.csv, items: [a, b]}
    post: {file: post.csv, items: [a, b]}
`

// Each misuse of a survey's keys is a fault at the line and column marked by §.
func TestMisusesOfSurveyKeysHavePlaces(t *testing.T) {
	for _, c := range []struct{ lines, message string }{
		{"scale: §{range: [5, 1]}", "range: wants the lowest and the highest answer"},
		{"scale: §{key: gsess}", `there is no key "gsess"`},
		{"scale: {key: §gses}", "gses has 10 items, and 2 are named"},
		{"scale: §{key: likert-1-5, direction: higher}", "leaves to its user: reversed"},
		{"scale: §{key: none/of-these.yaml}", "none/of-these.yaml cannot be read"},
		{"scale: {range: [1, 5], reversed: §[c]}", `"c" is not among the items`},
		{"scale: {range: [1, 5], score: §median}", `"median"; want mean or sum`},
		{"scale: {range: [1, 5], missing: §3}", "is 3; want the number of unanswered items allowed, 0 to 1"},
		{"scale: {range: [1, 5], missing: 1, answered: §0.8}", "says again what missing: says"},
		{"scale: {range: [1, 5], answered: §80}", "is 80; want the least share"},
		{"scale: {range: [1, 5], direction: §up}", `"up"; want higher or lower`},
		{"scale: §{range: [1, 5], answers: {tak: 7}}", "7 is not an answer of the range 1 to 5"},
		{"scale: {range: [1, 5]}\nreliability: {value: §1.2, source: x}", "is 1.2; want a reliability from 0"},
		{"scale: {range: [1, 5]}\nreliability: §{value: 0.8}", "source: is missing; say who found it"},
		{"scale: {range: [1, 5]}\nreliability: {value: 0.8, sd: §-1, source: x}", "is -1; want a standard deviation above 0"},
		{"scale: {range: [1, 5]}\nby: [§agee]", "agee"},
		{"scale: {range: [1, 5]}\nby: [age_band, §age_band]", "age_band is asked for twice"},
		{"scale: {range: [1, 5]}\ncovariates: [education, §educations]", "educations"},
		{"scale: {range: [1, 5]}\nlater:\n  - {name: §post, title: {pl: x, en: x}, file: l.csv, items: [a, b]}", `"post"; want a name of its own`},
		{"scale: {range: [1, 5]}\nlater:\n  - §{name: half-year, title: {pl: x, en: x}, file: l.csv, items: [a]}", "has 1 items and the first questionnaire 2"},
		{"scale: {range: [1, 5]}\ncategories:\n  - §{name: w, title: {pl: x, en: x}, pre: w, post: w, categories: [tak]}", "at least two answers"},
		{"scale: {range: [1, 5]}\ncategories:\n  - §{name: w, title: {pl: x, en: x}, pre: w, categories: [nie, tak]}", "want the header of the question in each wave"},
		{"scale: {range: [1, 5]}\ncategories:\n  - {name: w, title: {pl: x, en: x}, pre: w, post: w, categories: §[tak, Tak]}", `"Tak" is empty or stands there twice`},
		{"scale: {range: [1, 5]}\ncategories:\n  - {name: §W!, title: {pl: x, en: x}, pre: w, post: w, categories: [nie, tak]}", "want a name of its own"},
		{"scale: {range: [1, 5]}\n§leading_zero: true", `unknown key "leading_zero"; did you mean "leading_zeros"?`},
	} {
		text := surveyBase + "    " + strings.ReplaceAll(c.lines, "\n", "\n    ") + "\n"
		before, after, marked := strings.Cut(text, "§")
		if !marked {
			t.Fatalf("%q has no mark", c.lines)
		}
		line := strings.Count(before, "\n") + 1
		column := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
		file := filepath.Join(t.TempDir(), ProjectFile)
		if err := os.WriteFile(file, []byte(before+after), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := Load(file)
		var fault *Fault
		if !errors.As(err, &fault) {
			t.Errorf("%s\nis no fault: %v", c.lines, err)
			continue
		}
		if !strings.Contains(err.Error(), c.message) || fault.Line != line || fault.Column != column {
			t.Errorf("%s\nis told at %d:%d, want %d:%d, of %q: %s", c.lines, fault.Line, fault.Column, line, column, c.message, fault.Message)
		}
	}
}

// A questionnaire is split by the export of participants, and there must be one.
func TestSplitsNeedParticipants(t *testing.T) {
	text := strings.Replace(surveyBase, "participants: {file: people.csv, profile: generic}\n", "", 1) + "    scale: {range: [1, 5]}\n    by: [age_band]\n"
	_, err := Parse([]byte(text), "project.yaml")
	if err == nil || !strings.Contains(err.Error(), "names no export of participants") {
		t.Errorf("%v", err)
	}
}

// A ready key and what is said beside it: reversed: [] says that nothing is reversed, and words add to those
// of the key, a word of both having the project's value.
func TestWhatIsSaidBesideAReadyKey(t *testing.T) {
	p, err := Parse([]byte(surveyBase+"    scale: {key: likert-1-5, direction: lower, reversed: [], answers: {tak: 5, nie: 1}}\n"), "project.yaml")
	if err != nil {
		t.Fatal(err)
	}
	k, err := p.key(p.Surveys[0])
	if err != nil || k.HigherIsBetter() || len(k.Reversed) != 0 || len(k.Answers) != 2 {
		t.Errorf("%+v, %v", k, err)
	}
	s := p.Surveys[0]
	s.Scale = ScaleKey{Key: "gses", Answers: map[string]float64{"no pewnie": 4, "Nie": 2}}
	if k, err = p.key(s); err != nil {
		t.Fatal(err)
	}
	r, err := k.Reader()
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]float64{"no pewnie": 4, "tak": 4, "nie": 2, "raczej nie": 2, "1": 1} {
		if a, kind := r.Read(cell); kind != "" || a.Value != want {
			t.Errorf("%q is %v %s, want %v", cell, a, kind, want)
		}
	}
}
