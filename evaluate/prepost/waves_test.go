package prepost

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func four(sheets ...[]Sheet) []Wave {
	waves := make([]Wave, len(sheets))
	for i, s := range sheets {
		waves[i] = Wave{Name: []string{"przed", "w trakcie", "po", "pół roku po"}[i], Sheets: s}
	}
	return waves
}

func TestWavesAgainstFirstAndOneAnother(t *testing.T) {
	w, err := MatchWaves(four(
		[]Sheet{sheet("a", 1, 1), sheet("b", 1, 2)},
		[]Sheet{sheet("A", 5, 3), sheet("a", 6, 4), sheet("c", 5, 1)},
		[]Sheet{sheet("b", 9, 5), sheet("c", 9, 2)}))
	if err != nil {
		t.Fatal(err)
	}
	type line struct {
		From, To                          string
		Pairs, Pre, Post, None, Elsewhere int
	}
	var got []line
	for _, s := range append(w.FromFirst, w.Consecutive...) {
		got = append(got, line{s.From, s.To, len(s.Pairs.Matched), s.Pairs.OnlyPre, s.Pairs.OnlyPost, s.Pairs.Unscored, s.Elsewhere})
	}
	want := []line{
		{"przed", "w trakcie", 1, 1, 1, 0, 0}, {"przed", "po", 1, 1, 1, 0, 0},
		{"przed", "w trakcie", 1, 1, 1, 0, 0}, {"w trakcie", "po", 1, 1, 1, 0, 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// The later of the two sheets in the middle counts in both comparisons.
	if w.FromFirst[0].Pairs.Matched[0].Post != 4 || len(w.Accounts[1].Repeated) != 1 {
		t.Errorf("middle wave: %+v", w.Accounts[1])
	}
	if w.Persons != 3 || len(w.Patterns) != 3 || w.Patterns[0].String() != "110" {
		t.Errorf("%d persons, patterns %v", w.Persons, w.Patterns)
	}
}

func TestWavesRefuse(t *testing.T) {
	for name, waves := range map[string][]Wave{
		"one wave":       four(nil),
		"two of a name":  {{Name: "po"}, {Name: " PO"}},
		"without a name": {{Name: "przed"}, {}},
		"late":           four([]Sheet{sheet("a", 9, 1)}, nil, []Sheet{sheet("a", 2, 1)}),
	} {
		if _, err := MatchWaves(waves); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// In every comparison everybody has one place; two waves are what Match makes of them.
func TestWavesLoseNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sheets [][]Sheet
		for i := range rapid.IntRange(2, 4).Draw(t, "waves") {
			wave := anySheets(writings...).Draw(t, "sheets")
			for j := range wave {
				wave[j].Day += int32(10 * i)
			}
			sheets = append(sheets, wave)
		}
		w, err := MatchWaves(four(sheets...))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range append(w.FromFirst, w.Consecutive...) {
			if n := len(s.Pairs.Matched) + s.Pairs.OnlyPre + s.Pairs.OnlyPost + s.Pairs.Unscored + s.Elsewhere; n != w.Persons {
				t.Fatalf("%s to %s: %d of %d persons", s.From, s.To, n, w.Persons)
			}
		}
		n := 0
		for _, p := range w.Patterns {
			n += p.N
		}
		for i, a := range w.Accounts {
			if a.Rows != a.Kept+len(a.Repeated)+len(a.Unclear)+len(a.NoCode) || a.Rows != len(sheets[i]) {
				t.Fatalf("sheets of %s: %+v", a.Name, a)
			}
		}
		if n != w.Persons {
			t.Fatalf("patterns of %d persons, want %d", n, w.Persons)
		}
		p, err := Match(sheets[0], sheets[1])
		if err != nil {
			t.Fatal(err)
		}
		if len(sheets) == 2 {
			if diff := cmp.Diff(p, w.FromFirst[0].Pairs); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// The same answers in one row a person, or in one row a sheet, are the same waves.
func TestWideAndLongAreTheSame(t *testing.T) {
	names := []string{"przed", "po"}
	rapid.Check(t, func(t *rapid.T) {
		var wide []WideRow
		var long []LongRow
		for range rapid.IntRange(0, 6).Draw(t, "rows") {
			row := WideRow{Code: rapid.SampledFrom(writings).Draw(t, "code"), Group: "woman", Place: "made-up.csv:2"}
			for i := range names {
				a := WideAnswer{Scored: rapid.Bool().Draw(t, "scored"), Dated: true, Day: int32(10*i) + rapid.Int32Range(0, 3).Draw(t, "day")}
				if a.Scored {
					a.Score = float64(rapid.IntRange(1, 5).Draw(t, "score"))
				}
				row.Answers = append(row.Answers, a)
				s := Sheet{Code: row.Code, Group: row.Group, Place: row.Place, Score: a.Score, Scored: a.Scored, Day: a.Day, Dated: true}
				long = append(long, LongRow{Wave: []string{"PRZED", " po"}[i], Sheet: s})
			}
			wide = append(wide, row)
		}
		a, err := Wide(names, wide)
		if err != nil {
			t.Fatal(err)
		}
		b, none, err := Long(names, long)
		if err != nil || none != nil {
			t.Fatal(err, none)
		}
		if diff := cmp.Diff(a, b, cmp.AllowUnexported(Sheet{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestLongRefusesAnUnknownWave(t *testing.T) {
	if _, _, err := Long([]string{"przed", "po"}, []LongRow{{Wave: "w trakcie"}}); err == nil {
		t.Error("a row of an unknown wave was passed over")
	}
	_, none, err := Long([]string{"przed", "po"}, []LongRow{{Sheet: Sheet{Place: "made-up.csv:3"}}})
	if err != nil || len(none) != 1 {
		t.Errorf("%v, %v; want the place of a row without a wave", none, err)
	}
	if _, err := Wide([]string{"przed", "po"}, []WideRow{{Answers: make([]WideAnswer, 3)}}); err == nil {
		t.Error("three answers for two waves were accepted")
	}
}
