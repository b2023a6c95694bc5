package samples

import (
	"fmt"
	"math"

	"golang.org/x/text/encoding/charmap"
)

const mikolowSeed = 2014

// tenths is a score of 1.0 to 5.0 in tenths; 0 where the cell is empty.
type tenths int

// String has the decimal comma of a Polish spreadsheet.
func (t tenths) String() string {
	if t == 0 {
		return ""
	}
	return fmt.Sprintf("%d,%d", t/10, t%10)
}

// mikolowPerson is a row of the wide survey: three scales before and after.
type mikolowPerson struct {
	code, sex string
	pre, post [3]tenths
}

// mikolowScale is how many of the 24 answered a scale: twice, only before, only after.
type mikolowScale struct {
	name                     string
	pairs, preOnly, postOnly int
	start, rise              float64
}

func mikolowScales() [3]mikolowScale {
	return [3]mikolowScale{
		{"Motywacja", 19, 3, 2, 2.9, 0.5},
		{"Samoocena", 20, 3, 1, 3.1, 0.3},
		{"Kompetencje społeczne", 18, 4, 2, 3.2, 0.4},
	}
}

// mikolowMickiewicza makes the survey of „Program Aktywności Lokalnej na os. Mickiewicza”,
// Mikołów. The programme published goals and no number at all; so there is no export of
// participants, and these 24 answers match nothing.
func mikolowMickiewicza() ([]File, error) {
	d := newDraw(mikolowSeed)
	people := mikolowPeople(d)
	if d.err != nil {
		return nil, d.err
	}
	survey, err := mikolowExport(people)
	return []File{{"mikolow-mickiewicza/ankiety-synthetic.csv", survey}}, err
}

func mikolowPeople(d *draw) []mikolowPerson {
	people := make([]mikolowPerson, 24)
	for i, sex := range deal(d, len(people), part[string]{"woman", 15}, part[string]{"man", 9}) {
		people[i].code, people[i].sex = fmt.Sprintf("SYN-MIK-%03d", i+1), sex
	}
	for k, scale := range mikolowScales() {
		answered := deal(d, len(people), part[string]{"both", scale.pairs}, part[string]{"pre", scale.preOnly}, part[string]{"post", scale.postOnly})
		for i := range people {
			before := scale.start + d.normal(0.6)
			after := before + scale.rise + d.normal(0.45)
			if answered[i] != "post" {
				people[i].pre[k] = inTenths(before)
			}
			if answered[i] != "pre" {
				people[i].post[k] = inTenths(after)
			}
		}
	}
	return people
}

func inTenths(score float64) tenths {
	return tenths(min(max(int(math.Round(score*10)), 10), 50))
}

// mikolowExport is the file an old spreadsheet on a Polish Windows saves as CSV.
func mikolowExport(people []mikolowPerson) ([]byte, error) {
	words := surveyWords()
	header := []string{"Kod uczestnika", "Płeć"}
	for _, scale := range mikolowScales() {
		header = append(header, scale.name+" przed", scale.name+" po")
	}
	rows := [][]string{header}
	for _, p := range people {
		row := []string{p.code, words.say(p.sex)}
		for k := range p.pre {
			row = append(row, p.pre[k].String(), p.post[k].String())
		}
		rows = append(rows, row)
	}
	if words.err != nil {
		return nil, words.err
	}
	text, err := csvText(false, rows)
	if err != nil {
		return nil, err
	}
	return charmap.Windows1250.NewEncoder().Bytes(text)
}
