package samples

import (
	"fmt"
	"math"
	"strconv"
)

const palItems = 10

// reversedItem tells whether an item of the motivation questionnaire is worded negatively: a
// low answer means motivated.
func reversedItem(item int) bool { return item == 3 || item == 8 }

// sheet is one questionnaire filled in: answers 1-5 as given, reversed items not turned.
type sheet struct {
	code, sex, wave string
	on              day
	answers         [palItems]int
}

// palSheets makes 58 sheets before and 51 after, of which 49 pair. The 8 who left early and
// one more have no second sheet, two came after the first survey. The people differ by a
// trait; it changes by −0.45 to 1.15, 0.35 on average, and answers scatter about it.
func palSheets(d *draw, people []*person) []sheet {
	const preOnly, postOnly = 1, 2
	missing := map[string]string{}
	for _, p := range people {
		if p.completed == "no" {
			missing[p.id] = "post"
		}
	}
	rest := pick(d, preOnly+postOnly, people, func(p *person) bool { return p.completed == "yes" })
	for i, p := range rest {
		missing[p.id] = map[bool]string{true: "post", false: "pre"}[i < preOnly]
	}
	var sheets []sheet
	rises := palRises(d, len(people))
	for i, p := range people {
		trait := 2.9 + d.normal(0.5)
		pre := sheet{p.id, p.sex, "pre", p.entry + day(d.between(0, 7)), answersAbout(d, trait)}
		post := sheet{p.id, p.sex, "post", p.exit - day(d.between(0, 7)), answersAbout(d, trait+rises[i])}
		for _, s := range []sheet{pre, post} {
			if missing[p.id] != s.wave {
				sheets = append(sheets, s)
			}
		}
	}
	return sheets
}

// palRises is a deck from −0.45 to 1.15 in even steps: 0.35 on average whatever the shuffle.
func palRises(d *draw, n int) []float64 {
	rises := make([]float64, n)
	for i := range rises {
		rises[i] = -0.45 + float64(1.6*float64(i)/float64(n-1))
	}
	d.rng.Shuffle(n, func(i, j int) { rises[i], rises[j] = rises[j], rises[i] })
	return rises
}

// answersAbout answers the items around a trait of 1 to 5, each off by chance.
func answersAbout(d *draw, trait float64) (answers [palItems]int) {
	for i := range answers {
		level := int(math.Round(trait + d.normal(0.75)))
		answers[i] = min(max(level, 1), 5)
		if reversedItem(i + 1) {
			answers[i] = 6 - answers[i]
		}
	}
	return answers
}

// sheetsText is the file of one wave, one row a sheet.
func sheetsText(sheets []sheet, wave string) ([]byte, error) {
	words := surveyWords()
	header := []string{"Kod uczestnika", "Płeć", "Data"}
	for i := range palItems {
		header = append(header, fmt.Sprintf("P%d", i+1))
	}
	rows := [][]string{header}
	for _, s := range sheets {
		if s.wave != wave {
			continue
		}
		row := []string{s.code, words.say(s.sex), s.on.String()}
		for _, a := range s.answers {
			row = append(row, strconv.Itoa(a))
		}
		rows = append(rows, row)
	}
	if words.err != nil {
		return nil, words.err
	}
	return csvText(true, rows)
}

// surveyWords are the words of the plain questionnaire files.
func surveyWords() *lexicon {
	return &lexicon{words: map[string]string{"woman": "kobieta", "man": "mężczyzna"}}
}
