package chart

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// agreement are the answers of a scale from 1 to 5.
func agreement(lang Lang) []string {
	return strings.Split(lang.texts("zdecydowanie nie|raczej nie|ani tak, ani nie|raczej tak|zdecydowanie tak",
		"strongly disagree|rather disagree|neither|rather agree|strongly agree"), "|")
}

// answersChart is made up.
func answersChart(lang Lang) (*Chart, error) {
	return Answers(AnswersOptions{
		Options: Options{
			ID: "answers", Lang: lang,
			Title:    lang.texts("Odpowiedzi na pytania przed projektem i po nim", "Answers before and after the project"),
			Subtitle: lang.texts("Dane wymyślone", "Data are made up"),
		},
		Levels: agreement(lang),
	}, []AnswerItem{
		{Text: lang.texts("1. Wierzę, że znajdę pracę w ciągu pół roku", "1. I believe that I shall find work within half a year"),
			Counts: []Value[[]int64]{Known([]int64{12, 20, 22, 15, 5}), Known([]int64{3, 9, 14, 30, 15})}},
		{Text: lang.texts("2. Trudno mi dokończyć to, co zaczynam, kiedy coś nie idzie po mojej myśli i nikt mi nie pomaga", "2. I find it hard to finish what I begin when something does not go my way and nobody helps me"), Reversed: true,
			Counts: []Value[[]int64]{Known([]int64{5, 10, 9, 33, 17}), Known([]int64{14, 31, 12, 12, 2})}},
		{Text: lang.texts("3. Wszyscy odpowiedzieli tak samo", "3. Everybody gave the same answer"),
			Counts: []Value[[]int64]{Known([]int64{0, 0, 74, 0, 0}), Known([]int64{0, 0, 0, 0, 71})}},
		{Text: lang.texts("4. Pytanie, na które nikt nie odpowiedział przed, a odpowiedzi po są ukryte", "4. Nobody answered before, the answers after are suppressed"),
			Counts: []Value[[]int64]{Known([]int64{0, 0, 0, 0, 0}), Missing[[]int64](lang.texts("ukryto: mniej niż 5 osób", "suppressed: fewer than 5 people"))}},
	})
}

// answersEven has no neutral answer and narrow parts.
func answersEven(lang Lang) (*Chart, error) {
	return Answers(AnswersOptions{
		Options: Options{ID: "answers-even", Lang: lang, Title: lang.texts("Cztery odpowiedzi (dane wymyślone)", "Four answers (made up)")},
		Levels:  strings.Split(lang.texts("nie|raczej nie|raczej tak|tak", "no|rather no|rather yes|yes"), "|"),
		Waves:   strings.Split(lang.texts("przed|po|po pół roku", "before|after|half a year later"), "|"),
	}, []AnswerItem{{Text: lang.texts("Radzę sobie", "I manage"), Counts: []Value[[]int64]{
		Known([]int64{1, 2, 996, 1}), Known([]int64{40, 0, 1, 799}), Known([]int64{100, 200, 300, 234})}}})
}

func TestAnswersGolden(t *testing.T) {
	golden(t, "answers", answersChart)
	golden(t, "answers-even", answersEven)
}

func TestAnswersSayEveryBar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := AnswersOptions{Options: Options{ID: "x", Lang: rapid.SampledFrom([]Lang{PL, EN}).Draw(t, "lang"), Title: "T"}}
		k := rapid.IntRange(2, 11).Draw(t, "levels")
		for i := range k {
			o.Levels = append(o.Levels, fmt.Sprint("poziom", i))
		}
		n := rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, 100), rapid.Int64Range(0, 1e12))
		counts := rapid.Custom(func(t *rapid.T) Value[[]int64] {
			return Known(rapid.SliceOfN(n, k, k).Draw(t, "counts"))
		})
		items := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) AnswerItem {
			return AnswerItem{Text: "pytanie", Reversed: rapid.Bool().Draw(t, "reversed"), Counts: rapid.SliceOfN(counts, 2, 2).Draw(t, "waves")}
		}), 1, 5).Draw(t, "items")
		c, err := Answers(o, items)
		if err != nil {
			t.Fatalf("%v", err)
		}
		svg := svgBytes(t, c)
		checkSVG(t, c, svg)
		for _, item := range items {
			for w, v := range item.Counts {
				wantBar(t, c, svg, o.Lang, o.Lang.texts([]string{"przed", "po"}[w], []string{"before", "after"}[w]), v.v)
			}
		}
	})
}

// wantBar wants wave and n beside a bar, the sums of its sides at their ends,
// and every answer in the description.
func wantBar(t fataler, c *Chart, svg []byte, lang Lang, wave string, counts []int64) {
	t.Helper()
	var n, low, high int64
	half := len(counts) / 2
	for i, k := range counts {
		n += k
		if i < half {
			low += k
		}
		if i >= len(counts)-half {
			high += k
		}
	}
	wantShown(t, svg, wave+", n = "+lang.count(n))
	if n == 0 {
		wantShown(t, svg, lang.texts("brak odpowiedzi", "no answers"))
		return
	}
	wantShown(t, svg, lang.wholePercent(low, n), lang.wholePercent(high, n))
	for i, k := range counts {
		if want := fmt.Sprintf("poziom%d %s (%s)", i, plainSpaces(lang.count(k)), lang.wholePercent(k, n)); !containsPlain(c.Description(), want) {
			t.Errorf("description does not say %q: %s", want, c.Description())
		}
	}
}

// Both sides of zero and the neutral answer have one scale, and all bars too.
func TestAnswersHaveOneScale(t *testing.T) {
	o := AnswersOptions{Options: Options{ID: "x", Lang: EN, Title: "T", Theme: DefaultTheme()}, Levels: agreement(EN), Waves: []string{"a"}}
	a := newAnswers(o, []AnswerItem{
		{Text: "x", Counts: []Value[[]int64]{Known([]int64{10, 10, 40, 0, 40})}},
		{Text: "y", Counts: []Value[[]int64]{Known([]int64{50, 0, 10, 30, 10})}},
	})
	for name, got := range map[string]float64{"low": float64(a.low / a.unit), "high": float64(a.high / a.unit), "mid": float64(a.mid / a.unit)} {
		want := map[string]float64{"low": 50, "high": 40, "mid": 40}[name]
		if diff := got - want; diff > 1e-9 || diff < -1e-9 {
			t.Errorf("%s side is %v per cent long, want %v", name, got, want)
		}
	}
	if end := a.midZero + a.mid + a.endRoom(); float64(end-o.inner()) > 1e-9 {
		t.Errorf("the bars end at %v, chart at %v", end, o.inner())
	}
}

// The options of the caller are not kept, so that he may use them again.
func TestAnswersKeepNothing(t *testing.T) {
	counts := []int64{1, 2}
	levels := []string{"nie", "tak"}
	c, err := Answers(AnswersOptions{Options: Options{ID: "x", Lang: PL, Title: "T"}, Levels: levels},
		[]AnswerItem{{Text: "a", Counts: []Value[[]int64]{Known(counts), Known(counts)}}})
	if err != nil {
		t.Fatal(err)
	}
	before := string(svgOf(t, c))
	counts[0], levels[0] = 99, "inne"
	if string(svgOf(t, c)) != before {
		t.Error("the chart changed with the counts it was made of")
	}
}

func TestAnswersRefuse(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*AnswersOptions, *AnswerItem)
		want []string
	}{
		"one level":      {func(o *AnswersOptions, _ *AnswerItem) { o.Levels = o.Levels[:1] }, []string{"1 levels", "2 to 11"}},
		"twelve levels":  {func(o *AnswersOptions, _ *AnswerItem) { o.Levels = make([]string, 12) }, []string{"12 levels"}},
		"no word":        {func(o *AnswersOptions, _ *AnswerItem) { o.Levels[1] = "\t" }, []string{"level 2", "no word"}},
		"no text":        {func(_ *AnswersOptions, i *AnswerItem) { i.Text = "" }, []string{"row 1", "no name"}},
		"one wave":       {func(_ *AnswersOptions, i *AnswerItem) { i.Counts = i.Counts[:1] }, []string{"row 1", "1 waves", "of 2"}},
		"counts missing": {func(_ *AnswersOptions, i *AnswerItem) { i.Counts[1] = Known([]int64{1}) }, []string{"row 1", "1 answers", "2 levels"}},
		"negative":       {func(_ *AnswersOptions, i *AnswerItem) { i.Counts[0] = Known([]int64{-1, 2}) }, []string{"row 1", "-1"}},
		"wave no name":   {func(o *AnswersOptions, _ *AnswerItem) { o.Waves = []string{"a", ""} }, []string{"wave 2", "no name"}},
		"seven waves":    {func(o *AnswersOptions, _ *AnswerItem) { o.Waves = make([]string, 7) }, []string{"7 waves"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := AnswersOptions{Options: Options{ID: "x", Lang: EN, Title: "T"}, Levels: []string{"no", "yes"}}
			item := AnswerItem{Text: "a", Counts: []Value[[]int64]{Known([]int64{1, 2}), Known([]int64{1, 2})}}
			c.edit(&o, &item)
			_, err := Answers(o, []AnswerItem{item})
			wantError(t, err, c.want...)
		})
	}
	_, err := Answers(AnswersOptions{Options: Options{ID: "x", Lang: EN, Title: "T"}, Levels: []string{"no", "yes"}}, make([]AnswerItem, 31))
	wantError(t, err, "31 items", "at most 30")
}

func ExampleAnswers() {
	c, err := Answers(AnswersOptions{Options: Options{ID: "answers", Lang: PL, Title: "Odpowiedzi"}, Levels: []string{"nie", "nie wiem", "tak"}},
		[]AnswerItem{{Text: "Znajdę pracę", Counts: []Value[[]int64]{Known([]int64{5, 3, 2}), Known([]int64{1, 2, 6})}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plainSpaces(c.Description()))
	// Output: Odpowiedzi. Znajdę pracę, przed (n = 10): nie 5 (50%), nie wiem 3 (30%), tak 2 (20%); Znajdę pracę, po (n = 9): nie 1 (11%), nie wiem 2 (22%), tak 6 (67%).
}

// A whole questionnaire: 20 items of five answers, before and after.
func BenchmarkAnswersOf20(b *testing.B) {
	items := make([]AnswerItem, 20)
	for i := range items {
		n := int64(i)
		items[i] = AnswerItem{Text: "Wierzę, że znajdę pracę w ciągu pół roku od zakończenia projektu", Counts: []Value[[]int64]{
			Known([]int64{200 - n, 180, 150, 200, 109 + n}), Known([]int64{100 + n, 120, 170, 250, 199 - n})}}
	}
	b.ReportAllocs()
	for b.Loop() {
		c, err := Answers(AnswersOptions{Options: Options{ID: "x", Lang: PL, Title: "T"}, Levels: agreement(PL)}, items)
		if err != nil {
			b.Fatal(err)
		}
		if err := c.SVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
