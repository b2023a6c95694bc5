package scale

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func loaded(t testing.TB, name string) Key {
	t.Helper()
	k, err := Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestKeysLoad(t *testing.T) {
	want := []string{"gses", "likert-1-5", "ses-1-agree", "ses-1-disagree"}
	if diff := cmp.Diff(want, Keys()); diff != "" {
		t.Fatal(diff)
	}
	for _, name := range Keys() {
		k := loaded(t, name)
		if k.Name != name || len(k.Sources) == 0 {
			t.Errorf("%s.yaml has the name %q and %d sources", name, k.Name, len(k.Sources))
		}
	}
	if _, err := Load("gss"); err == nil || !strings.Contains(err.Error(), "gses") {
		t.Errorf("an unknown key: %v", err)
	}
}

// The file a non-programmer reviews: every line is explained, and none holds a question.
func TestKeyFilesAreExplainedAndHoldNoWording(t *testing.T) {
	explained, err := os.ReadFile("keys/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Keys() {
		text, err := keyFiles.ReadFile("keys/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^([a-z_]+):`).FindAllStringSubmatch(string(text), -1) {
			if !strings.Contains(string(explained), "`"+m[1]+"`") {
				t.Errorf("%s: %s is not explained in keys/README.md", name, m[1])
			}
		}
		if strings.Contains(string(text), "?") {
			t.Errorf("%s holds a question; the wording of items is restricted", name)
		}
	}
}

// Domain 6.1, the worked key of the Polish SES: raw 2,2,2,2,3,2,3,1,2,2 gives 24, sten 4 at age 14 to 18.
// The same answers coded the other way (5 - x) give 24 by the other key, and not by the first one.
func TestBothCodingsOfTheSelfEsteemScale(t *testing.T) {
	agree, disagree := loaded(t, "ses-1-agree"), loaded(t, "ses-1-disagree")
	raw := []float64{2, 2, 2, 2, 3, 2, 3, 1, 2, 2}
	s := agree.Score(answers(raw...))
	turned := []float64{3, 3, 2, 3, 3, 3, 2, 1, 2, 2}
	if diff := cmp.Diff(turned, s.Items); diff != "" || s.Score != 24 {
		t.Errorf("score %v, want 24; items:\n%s", s.Score, diff)
	}
	mirrored := make([]float64, len(raw))
	for i, v := range raw {
		mirrored[i] = 5 - v
	}
	if s := disagree.Score(answers(mirrored...)); s.Score != 24 {
		t.Errorf("the other coding gives %v, want 24", s.Score)
	}
	if s := disagree.Score(answers(raw...)); s.Score != 50-24 {
		t.Errorf("the wrong key gives %v, want the mirror 26", s.Score)
	}
	n, err := agree.Norm("pl-14-18")
	if err != nil {
		t.Fatal(err)
	}
	if sten, err := n.Sten(24); sten != 4 || err != nil {
		t.Errorf("sten %d (%v), want 4", sten, err)
	}
	if _, err := n.Sten(27); !errors.Is(err, ErrNorm) {
		t.Errorf("a score without a row gave %v", err)
	}
}

// Domain 6.1: 10-16→1, 17-19→2, 20-21→3, 22-24→4, 25-27→5, 28-29→6, 30-32→7, 33-35→8, 36-37→9, 38-40→10.
func TestStensOfTheGSES(t *testing.T) {
	k := loaded(t, "gses")
	n, err := k.Norm("pl")
	if err != nil {
		t.Fatal(err)
	}
	stens := "1111111" + "222" + "33" + "444" + "555" + "66" + "777" + "888" + "99" + "aaa" // of 10 to 40; a is 10
	for i, want := range stens {
		sten, err := n.Sten(float64(10 + i))
		if w := strings.IndexRune("0123456789a", want); sten != w || err != nil {
			t.Errorf("%d is sten %d (%v), want %d", 10+i, sten, err, w)
		}
	}
	for score, want := range map[float64]string{24: "low", 25: "average", 29: "average", 30: "high"} {
		sten, err := n.Sten(score)
		if level, ok := n.Level(sten); !ok || err != nil || level.Name.EN != want {
			t.Errorf("%v is %q, want %q", score, level.Name.EN, want)
		}
	}
	for _, score := range []float64{9, 41, 24.5, 23.5} {
		if _, err := n.Sten(score); !errors.Is(err, ErrNorm) {
			t.Errorf("sten of %v: %v, want a refusal", score, err)
		}
	}
	if _, err := k.Norm("de"); !errors.Is(err, ErrNorm) {
		t.Errorf("the norm of another population: %v", err)
	}
	if a, ok := k.Said("alpha"); !ok || a.Value != 0.85 {
		t.Errorf("alpha %+v", a)
	}
	if slices.Contains(k.Reversed, true) {
		t.Error("the GSES has no reversed item")
	}
}

// The plain key leaves to its user what no file can know.
func TestUndeclaredKeyDoesNotScore(t *testing.T) {
	k := loaded(t, "likert-1-5")
	if err := k.Check(); !errors.Is(err, ErrUndeclared) || !strings.Contains(err.Error(), "reversed, direction") {
		t.Fatalf("check: %v", err)
	}
	if _, err := k.Reader(); !errors.Is(err, ErrUndeclared) {
		t.Fatalf("reader: %v", err)
	}
	if _, err := Analyse(nil, k, 0.95); !errors.Is(err, ErrUndeclared) {
		t.Fatalf("analysis: %v", err)
	}
	k, err := k.Reverse(2)
	if err != nil {
		t.Fatal(err)
	}
	if k, err = k.Toward(Higher); err != nil || k.Check() != nil {
		t.Fatal(err, k.Check())
	}
	if s := k.Score(answers(5, 1, 5)); s.Score != 5 || !s.AtHigh {
		t.Errorf("%+v", s)
	}
	if loaded(t, "likert-1-5").Check() == nil {
		t.Error("declaring changed the key that comes along")
	}
	for _, items := range [][]int{{0}, {2, 2}, {-1}, {100000}} {
		if _, err := k.Reverse(items...); err == nil {
			t.Errorf("reversing %v was accepted", items)
		}
	}
	if _, err := k.Toward("up"); err == nil {
		t.Error("a direction up was accepted")
	}
}

const smallKey = `name: own
title: {pl: własna, en: own}
items: 3
range: [1, 5]
direction: higher
reversed: [2]
score: sum
minimum_answered: 0.6
`

func TestKeyFileSaysWhatIsWrong(t *testing.T) {
	if _, err := Parse([]byte(smallKey)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"name: own", "name: Own Key", "name:"},
		{"items: 3\n", "", "items:"},
		{"items: 3", "items: -3", "items"},
		{"[1, 5]", "[5, 1]", "range"},
		{"[1, 5]", "[1]", "range:"},
		{"direction: higher\n", "", "direction:"},
		{"higher", "better", "direction"},
		{"reversed: [2]\n", "", "reversed:"},
		{"reversed: [2]", "reversed: [4]", "item 4"},
		{"reversed: [2]", "reversed: [2]\ndeclare: [reversed]", "reversed:"},
		{"reversed: [2]", "reversed: [2]\ndeclare: [range]", "declare:"},
		{"score: sum", "score: median", "median"},
		{"score: sum\n", "", "score:"},
		{"0.6", "1.6", "answered"},
		{"minimum_answered: 0.6\n", "", "minimum_answered:"},
		{"score: sum", "scoring: sum", "scoring"},
		{"score: sum", "score: sum\nstep: 3", "step"},
		{"score: sum", "score: sum\nanswers: [{value: 6, words: [tak]}]", "6"},
		{"score: sum", "score: sum\nanswers: [{value: 1, words: [tak]}, {value: 2, words: [TAK!]}]", "TAK"},
		{"score: sum", "score: sum\nanswers: [{value: 1, words: [tak]}]\nblank: [Tak]", "none"},
		{"score: sum", "score: sum\nnorms: [{population: pl, of: {pl: a, en: a}, bands: [{from: 3, to: 9, sten: 1}, {from: 11, to: 15, sten: 2}], mark: x, sure: high}]", "between 9 and 11"},
		{"score: sum", "score: sum\nnorms: [{population: pl, of: {pl: a, en: a}, bands: [{from: 3, to: 9, sten: 1}], mark: x, sure: high}]", "partial"},
		{"score: sum", "score: sum\npublished: [{what: alpha, value: 0.8, sure: certain}]", "certain"},
		{"score: sum", "score: sum\npublished: [{what: alfa, value: 0.8, sure: high}]", "alfa"},
		{"reversed: [2]", "reversed: !tag ", "not YAML"},
	} {
		text := strings.Replace(smallKey, c.old, c.new, 1)
		if _, err := Parse([]byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: %v, want something of %q", c.new, c.old, err, c.want)
		}
	}
}

// Whatever is read as a key scores without a panic, and what is refused is refused with a reason.
func FuzzParse(f *testing.F) {
	f.Add([]byte(smallKey))
	for _, name := range Keys() {
		text, err := keyFiles.ReadFile("keys/" + name + ".yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		k, err := Parse(text)
		if err != nil {
			return
		}
		s := k.Score(answers(k.Low, k.High, 0))
		if k.Check() != nil {
			return
		}
		r, err := k.Reader()
		if err != nil {
			t.Fatalf("a key that checks has no reader: %v", err)
		}
		r.Score([]string{"4 - raczej tak", "", string(text)})
		if _, err := Analyse([]Sheet{s, s}, k, 0.95); err != nil {
			t.Fatal(err)
		}
	})
}
