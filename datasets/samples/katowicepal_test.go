package samples

import (
	"strings"
	"testing"
	"time"

	"github.com/efseval/efseval/datasets"
)

func TestKatowicePALPeople(t *testing.T) {
	people := drawn(t, palSeed, palPeople)
	lawful(t, people)
	has := func(situation string) func(*person) bool { return func(p *person) bool { return p.has(situation) } }
	hold(t, people, []truth{
		{"all", 60, everybody},
		{"women", 37, sex("woman")},
		{"men", 23, sex("man")},
		{"unemployed", 24, func(p *person) bool { return p.status == "unemployed" }},
		{"long-term unemployed", 11, func(p *person) bool { return p.detail == "long_term_unemployed" }},
		{"inactive", 31, func(p *person) bool { return p.status == "inactive" }},
		{"employed", 5, (*person).working},
		{"occupational services", 20, reintegrated},
		{"occupational services of the employed", 0, func(p *person) bool { return reintegrated(p) && p.working() }},
		{"finished as planned", 52, func(p *person) bool { return p.completed == "yes" }},
		{"left otherwise", 8, func(p *person) bool { return p.completed == "no" }},
		{"qualification", 12, has("qualification")},
		{"work", 7, has("employment")},
		{"inactive who seek work", 2, func(p *person) bool { return p.has("job_search") && p.status == "inactive" }},
		{"unemployed who seek work", 2, func(p *person) bool { return p.has("job_search") && p.status == "unemployed" }},
		{"outside the project", 0, func(p *person) bool {
			return p.entry < date(2021, time.January, 1) || p.exit > date(2022, time.December, 31)
		}},
		{"aged 16", 3, func(p *person) bool { return p.age == 16 }},
		{"aged 78", 1, func(p *person) bool { return p.age == 78 }},
		{"out of age", 0, func(p *person) bool { return p.age < 16 || p.age > 78 }},
	})
}

func TestKatowicePALExport(t *testing.T) {
	rows := csvCells(fileBytes(t, "katowice-pal/uczestnicy-sm-efs-synthetic.csv"))
	if len(rows) != 1+61 {
		t.Fatalf("%d rows, want a header and 61", len(rows))
	}
	byPerson := map[string][][]string{}
	for i, row := range rows {
		if len(row) != len(smEFSHeader()) {
			t.Errorf("row %d has %d cells, want %d", i+1, len(row), len(smEFSHeader()))
		}
		if i > 0 {
			byPerson[row[3]] = append(byPerson[row[3]], row)
		}
	}
	if len(byPerson) != 60 {
		t.Errorf("%d people, want 60", len(byPerson))
	}
	const entry, exit = 12, 13
	for id, rows := range byPerson {
		for _, row := range rows {
			if row[entry] < "2021-01-01" || row[exit] < row[entry] || row[exit] > "2022-12-31" {
				t.Errorf("%s takes part from %s to %s", id, row[entry], row[exit])
			}
		}
		if len(rows) == 2 && (rows[0][exit] >= rows[1][entry] || rows[0][5] != rows[1][5]) {
			t.Errorf("%s came back before leaving, or as somebody else", id)
		}
	}
}

// The positions between the pipes of one cell answer those of its neighbours, empty ones too.
func TestKatowicePALPipes(t *testing.T) {
	empty := 0
	for i, row := range csvCells(fileBytes(t, "katowice-pal/uczestnicy-sm-efs-synthetic.csv"))[1:] {
		pipes := strings.Count(row[19], "|")
		for _, cell := range []string{row[18], row[20], row[21]} {
			if strings.Count(cell, "|") != pipes {
				t.Errorf("row %d: supports %q beside %q", i+2, row[19], cell)
			}
		}
		if strings.HasSuffix(row[20], "|") || strings.Contains(row[20], "||") {
			empty++
		}
	}
	if empty == 0 {
		t.Error("no empty item between pipes; the layout has them")
	}
}

func TestKatowicePALLedger(t *testing.T) {
	var total, eu int64
	rows := csvCells(fileBytes(t, "katowice-pal/koszty-synthetic.csv"))
	for _, row := range rows[1:] {
		total += grosze(t, row[4])
		eu += grosze(t, row[5])
	}
	if total != 93_971_745 || eu != 79_875_983 {
		t.Errorf("ledger sums to %d and %d grosze, want 939 717,45 and 798 759,83 zł", total, eu)
	}
	if len(rows) != 1+24 || !strings.Contains(rows[1][4], nbsp) {
		t.Errorf("%d lines, first amount %q; want 24 and no-break spaces", len(rows)-1, rows[1][4])
	}
}

func grosze(t *testing.T, cell string) int64 {
	t.Helper()
	d, err := datasets.ParseDecimal([]byte(cell), ',')
	if err != nil {
		t.Fatalf("%q %v", cell, err)
	}
	n, err := d.Grosze()
	if err != nil {
		t.Fatalf("%q %v", cell, err)
	}
	return n
}

func TestZloty(t *testing.T) {
	for amount, want := range map[int64]string{
		5: "0,05\u00a0zł", 3_915_489: "39\u00a0154,89\u00a0zł", 93_971_745: "939\u00a0717,45\u00a0zł", 100_000_000: "1\u00a0000\u00a0000,00\u00a0zł",
	} {
		if got := zloty(amount); got != want {
			t.Errorf("zloty(%d) = %q, want %q", amount, got, want)
		}
	}
}

func TestKatowicePALMotivation(t *testing.T) {
	d := newDraw(palSeed)
	people := palPeople(d)
	waves := map[string]map[string]sheet{"pre": {}, "post": {}}
	for _, s := range palSheets(d, people) {
		waves[s.wave][s.code] = s
	}
	pairs, better, same, worse, change := 0, 0, 0, 0, 0
	for code, pre := range waves["pre"] {
		post, both := waves["post"][code]
		if !both {
			continue
		}
		pairs++
		step := post.score() - pre.score()
		change += step
		switch {
		case step > 0:
			better++
		case step == 0:
			same++
		default:
			worse++
		}
		if post.on < pre.on {
			t.Errorf("%s answered the second sheet before the first", code)
		}
	}
	if len(waves["pre"]) != 58 || len(waves["post"]) != 51 || pairs != 49 {
		t.Errorf("%d before, %d after, %d pairs; want 58, 51, 49", len(waves["pre"]), len(waves["post"]), pairs)
	}
	mean := float64(change) / float64(pairs) / palItems
	t.Logf("mean change %.3f; %d better, %d same, %d worse", mean, better, same, worse)
	if mean < 0.30 || mean > 0.40 || same == 0 || worse == 0 || better <= worse {
		t.Errorf("mean change %.3f with %d better, %d same, %d worse; want about 0.35 and some of each", mean, better, same, worse)
	}
}

func TestSheetScoreTurnsReversedItems(t *testing.T) {
	motivated := sheet{answers: [palItems]int{5, 5, 1, 5, 5, 5, 5, 1, 5, 5}}
	agreeing := sheet{answers: [palItems]int{5, 5, 5, 5, 5, 5, 5, 5, 5, 5}}
	if motivated.score() != 50 || agreeing.score() != 42 {
		t.Errorf("scores %d and %d, want 50 and 8·5 + 2·1 = 42", motivated.score(), agreeing.score())
	}
}

// score is the sum of the answers with reversed items turned: 10-50, higher is more motivated.
func (s sheet) score() int {
	sum := 0
	for i, a := range s.answers {
		if reversedItem(i + 1) {
			a = 6 - a
		}
		sum += a
	}
	return sum
}
