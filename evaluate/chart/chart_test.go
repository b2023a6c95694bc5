package chart

import (
	"bytes"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// all are the charts of the golden files.
var all = []struct {
	name string
	make func(Lang) (*Chart, error)
}{
	{"targets", targets}, {"gendersplit", genderSplit}, {"flow", flow}, {"change", change}, {"costs", costs},
	{"change-splits", changeSplits}, {"answers", answersChart}, {"answers-even", answersEven},
	{"distribution", distribution}, {"distribution-binned", distributionBinned}, {"forest", forest},
}

func plainSpaces(s string) string { return strings.ReplaceAll(s, nbsp, " ") }

func containsPlain(s, sub string) bool { return strings.Contains(plainSpaces(s), sub) }

// svgBytes is svgOf for property tests.
func svgBytes(t fataler, c *Chart) []byte {
	var b bytes.Buffer
	if err := c.SVG(&b); err != nil {
		t.Fatalf("%v", err)
	}
	return b.Bytes()
}

func TestOptionsAreChecked(t *testing.T) {
	stages := []Stage{{"a", Known[int64](1)}}
	good := Options{ID: "x", Lang: PL, Title: "T"}
	for name, c := range map[string]struct {
		edit func(*Options)
		want string
	}{
		"no id":            {func(o *Options) { o.ID = "" }, "ID"},
		"id with a quote":  {func(o *Options) { o.ID = `x"y` }, "ID"},
		"no language":      {func(o *Options) { o.Lang = "" }, "language"},
		"unknown language": {func(o *Options) { o.Lang = "de" }, "language"},
		"no title":         {func(o *Options) { o.Title = " \t" }, "no title"},
		"long title":       {func(o *Options) { o.Title = strings.Repeat("ż", 301) }, "301 characters"},
		"half a theme":     {func(o *Options) { o.Theme.Width = 560 }, "DefaultTheme"},
		"NaN width":        {func(o *Options) { o.Theme = DefaultTheme(); o.Theme.Width = math.NaN() }, "NaN"},
		"see-through":      {func(o *Options) { o.Theme = DefaultTheme(); o.Theme.Ink.A = 9 }, "opaque"},
	} {
		t.Run(name, func(t *testing.T) {
			o := good
			c.edit(&o)
			_, err := Flow(o, stages)
			wantError(t, err, c.want)
		})
	}
}

// Element ids must differ between the languages and the charts of one page.
func TestIDsAreUniqueOnOnePage(t *testing.T) {
	seen := map[string]bool{}
	for _, chart := range all {
		for _, lang := range []Lang{PL, EN} {
			c, err := chart.make(lang)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllSubmatch(svgOf(t, c), -1) {
				if id := string(m[1]); seen[id] {
					t.Errorf("id %q stands twice", id)
				} else {
					seen[id] = true
				}
			}
		}
	}
	if want := 3 * 2 * len(all); len(seen) != want {
		t.Errorf("%d ids, want %d", len(seen), want)
	}
}

// Text from a file must not become markup, nor break the XML.
func TestTextIsEscaped(t *testing.T) {
	nasty := "a<script>&\"'\x00\x1b\n\ufffe\xff]]> zażółć"
	c, err := Flow(Options{ID: "x", Lang: PL, Title: nasty, Subtitle: nasty, Note: nasty}, []Stage{{nasty, Missing[int64](nasty)}})
	if err != nil {
		t.Fatal(err)
	}
	svg := svgOf(t, c)
	checkSVG(t, c, svg)
	if bytes.Contains(svg, []byte("<script")) {
		t.Error("text became an element")
	}
}

// Charts are drawn by several goroutines at once; run with -race.
func TestChartsCanBeShared(t *testing.T) {
	for _, chart := range all {
		c, err := chart.make(PL)
		if err != nil {
			t.Fatal(err)
		}
		want := svgOf(t, c)
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if !bytes.Equal(svgOf(t, c), want) {
					t.Errorf("%s: differs when drawn at the same time", chart.name)
				}
				if err := c.PNG(io.Discard); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	}
}

type brokenWriter struct{}

var errBroken = errors.New("disk full")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteErrorsAreReturned(t *testing.T) {
	c, err := flow(PL)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.SVG(brokenWriter{}); !errors.Is(err, errBroken) {
		t.Errorf("SVG: %v", err)
	}
	if err := c.PNG(brokenWriter{}); !errors.Is(err, errBroken) {
		t.Errorf("PNG: %v", err)
	}
}

// Text stands on every fill with the contrast of WCAG 2.1 level AA (4.5 : 1).
func TestThemeContrast(t *testing.T) {
	theme := DefaultTheme()
	for g, fill := range theme.Groups {
		a, b := luminance(fill), luminance(theme.on(fill))
		if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
			t.Errorf("%s: contrast is %.2f, want 4.5", Group(g).In(EN), ratio)
		}
	}
	for _, fill := range theme.shades() {
		a, b := luminance(fill), luminance(theme.on(fill))
		if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
			t.Errorf("shade %v: contrast is %.2f, want 4.5", fill, ratio)
		}
	}
}

// The laws of the golden charts hold at the ends of what a theme may say.
func TestThemesKeepTheLaws(t *testing.T) {
	wide := strings.Repeat("WŻ", 20) + " " + strings.Repeat("Ś", 19)
	for _, size := range []struct{ width, text float64 }{{480, 6}, {480, 16}, {600, 20}, {1200, 20}} {
		theme := DefaultTheme()
		theme.Width, theme.TitleSize, theme.TextSize, theme.SmallSize = size.width, 1.5*size.text, size.text, size.text
		o := Options{ID: "x", Lang: PL, Title: "Tytuł wykresu, który się nie mieści w jednym wierszu i musi być złamany", Subtitle: "Podtytuł", Note: "Uwaga", Theme: theme}
		for _, make := range []func() (*Chart, error){
			func() (*Chart, error) { return Targets(o, targetRows(PL)) },
			func() (*Chart, error) {
				return GenderSplit(o, []Share{{Group: Women, N: 1}, {Group: Men, N: 200}, {Group: NonBinary, N: 150}, {Group: UnknownSex, N: 1}})
			},
			func() (*Chart, error) {
				return Change(ChangeOptions{Options: o, Level: 0.95, Places: 4}, []ChangeRow{{Group: Women, Pairs: 1e12, Mean: Known(-1e12), Interval: Known(Interval{-1e12, 1e12})}})
			},
			func() (*Chart, error) {
				return Change(ChangeOptions{Options: o, Level: 0.95, Places: 4, Fall: wide, Rise: wide, Unit: wide}, []ChangeRow{{Split: wide, Name: wide, Mean: NotAvailable[float64](wide)}})
			},
			func() (*Chart, error) {
				return Answers(AnswersOptions{Options: o, Levels: []string{wide, "2", wide, "4", wide, "6", "7", "8", wide, "10", wide}, Waves: []string{wide, wide}},
					[]AnswerItem{{Text: wide, Reversed: true, Counts: []Value[[]int64]{Known([]int64{1e12, 0, 1e12, 0, 0, 0, 0, 0, 0, 0, 1}), NotAvailable[[]int64](wide)}}})
			},
			func() (*Chart, error) {
				return Distribution(DistributionOptions{Options: o, Step: 1e7, Places: 4, Mean: Known(-1e12), Threshold: Known(1e12), Unit: wide, Basis: wide},
					[]ChangeStep{{-1e12, 1e12, NotReliable}, {1e12, 1, NotReliable}, {1e11, 1, NotReliable}})
			},
			func() (*Chart, error) {
				return Forest(ForestOptions{Options: o, Effect: wide + wide, Symbol: wide, Level: 0.95, Places: 3, Method: wide, Fall: wide, Rise: wide},
					[]ForestRow{{Name: wide, N: 1e9, Effect: Known(-1e6), Interval: Known(Interval{-1e6, 1e6})}, {Name: wide, Sub: true, Effect: NotAvailable[float64](wide)}})
			},
			func() (*Chart, error) {
				return Costs(o, []CostRow{{"Zadanie", Known[int64](math.MaxInt64)}, {"Inne", Known[int64](1)}})
			},
		} {
			c, err := make()
			if err != nil {
				t.Fatal(err)
			}
			checkSVG(t, c, svgOf(t, c))
		}
	}
}

func BenchmarkSVG(b *testing.B) {
	for _, chart := range all {
		b.Run(chart.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c, err := chart.make(PL) // layout is most of the work
				if err != nil {
					b.Fatal(err)
				}
				if err := c.SVG(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPNG(b *testing.B) {
	for _, chart := range all {
		c, err := chart.make(PL)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(chart.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := c.PNG(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
