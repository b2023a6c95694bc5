package batch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// madeUpSurvey writes a project of a questionnaire of people who do not exist, and loads it.
func madeUpSurvey(tb testing.TB, people, items int) *Project {
	tb.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	headers := make([]string, items)
	for i := range headers {
		headers[i] = fmt.Sprintf("p%d", i+1)
	}
	head := "kod;płeć;" + strings.Join(headers, ";") + "\n"
	pre, post := head, head
	for i := range people {
		who := fmt.Sprintf("M%d;%s", i, []string{"kobieta", "kobieta", "mężczyzna"}[i%3])
		level := random.IntN(4)
		pre, post = pre+who, post+who
		for range items {
			x := 1 + min(4, level+random.IntN(2))
			pre, post = pre+fmt.Sprintf(";%d", x), post+fmt.Sprintf(";%d", min(5, max(1, x+random.IntN(4)-1)))
		}
		pre, post = pre+"\n", post+"\n"
	}
	wave := func(name string) string {
		return "{file: " + name + ", profile: generic, items: [" + strings.Join(headers, ", ") + "]}\n"
	}
	dir := tb.TempDir()
	for name, text := range map[string]string{"pre-made-up.csv": pre, "post-made-up.csv": post, ProjectFile: "id: made-up\ntitle: {pl: Wymyślony, en: Made up}\n" +
		"rules: esf-plus-2021-2027\nsurveys:\n- name: scale\n  title: {pl: Skala, en: Scale}\n  scale: {range: [1, 5]}\n  pre: " + wave("pre-made-up.csv") + "  post: " + wave("post-made-up.csv")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	p, err := Load(filepath.Join(dir, ProjectFile))
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// The survey section of 839 people and 20 items: pairing, every statistic overall and by sex, and its figures;
// and with its charts drawn in two languages, as SVG and PNG.
func BenchmarkSurvey(b *testing.B) {
	r := newRun(b.Context(), madeUpSurvey(b, 839, 20), Options{})
	s := r.project.Surveys[0]
	key, err := r.project.key(s)
	if err != nil {
		b.Fatal(err)
	}
	pre, err1 := r.wave(s, "pre", s.Pre, key)
	post, err2 := r.wave(s, "post", s.Post, key)
	if err1 != nil || err2 != nil {
		b.Fatal(err1, err2)
	}
	section := func(b *testing.B) *measured {
		m := &measured{survey: s, key: key, before: pre, after: post}
		if err := r.pair(m); err != nil {
			b.Fatal(err)
		}
		if len(r.waveFigures(m)) < 200 {
			b.Fatal("too few figures")
		}
		return m
	}
	b.Run("figures", func(b *testing.B) {
		for b.Loop() {
			section(b)
		}
	})
	m := section(b)
	if err := r.surveyFigures(m); err != nil {
		b.Fatal(err)
	}
	b.Run("charts", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.surveyBlocks(m); err != nil {
				b.Fatal(err)
			}
		}
	})
}
