package scale

import (
	"math"
)

// Answer is what a person gave to one item; Given is false where it was left blank.
type Answer struct {
	Value float64
	Given bool
}

// Sheet is a scored sheet.
type Sheet struct {
	Score    float64
	Scored   bool      // false where too many items are blank or one has a fault
	Prorated bool      // scored in spite of blanks
	Blank    int       // unanswered items
	Faults   []Fault   // in order of the items
	Items    []float64 // turned answers, only of complete sheets: for reliability
	Turned   []Answer  // turned answers by item; not Given where blank or at fault
	AtLow    bool      // scored, and every answer is the lowest: at the floor
	AtHigh   bool      // scored, and every answer is the highest: at the ceiling
}

// Score scores one sheet. A sheet without any answer has no score whatever the key allows. Where the
// key says how many items there are, those that the sheet lacks are blank, an answer beyond them is a
// fault, and a blank beyond them is nothing.
func (k Key) Score(answers []Answer) Sheet {
	s := Sheet{Turned: make([]Answer, k.itemsOf(len(answers)))}
	for i := range max(len(answers), len(s.Turned)) {
		if i >= len(answers) || !answers[i].Given {
			s.Blank += one(i < len(s.Turned))
			continue
		}
		if fault := k.faultOf(i, answers[i].Value); fault.Kind != "" {
			s.Faults = append(s.Faults, fault)
			continue
		}
		s.Turned[i] = Answer{Value: k.turn(i, answers[i].Value), Given: true}
	}
	return k.finish(s)
}

// itemsOf is how many items a sheet of so many cells has.
func (k Key) itemsOf(cells int) int {
	if k.Items > 0 {
		return k.Items
	}
	return cells
}

func (k Key) faultOf(item int, v float64) Fault {
	f := Fault{Item: item + 1}
	switch {
	case k.Items > 0 && item >= k.Items:
		f.Kind = Surplus
	case math.IsNaN(v) || v < k.Low || v > k.High:
		f.Kind = Outside
	case !k.onStep(v):
		f.Kind = Between
	}
	return f
}

func (k Key) turn(item int, answer float64) float64 {
	if item < len(k.Reversed) && k.Reversed[item] {
		return k.Low + k.High - answer
	}
	return answer
}

// finish works out the score of turned answers.
func (k Key) finish(s Sheet) Sheet {
	var given []float64
	atLow, atHigh, sum := true, true, 0.0
	for _, a := range s.Turned {
		if a.Given {
			given = append(given, a.Value)
			sum += a.Value
			atLow, atHigh = atLow && a.Value == k.Low, atHigh && a.Value == k.High
		}
	}
	if len(s.Faults) > 0 || len(given) == 0 || !k.enough(len(given), len(s.Turned)) {
		return s
	}
	s.Scored, s.AtLow, s.AtHigh, s.Prorated = true, atLow, atHigh, s.Blank > 0
	if s.Blank == 0 {
		s.Items = given
	}
	s.Score = sum / float64(len(given))
	if k.How == Sum {
		s.Score = sum
		if s.Blank > 0 {
			s.Score = sum / float64(len(given)) * float64(len(s.Turned))
		}
	}
	return s
}

// enough tells whether so many of all items are answered as the key asks for.
func (k Key) enough(answered, all int) bool {
	if k.Answered > 0 {
		return float64(answered) >= k.Answered*float64(all)-1e-9
	}
	return all-answered <= k.Missing
}

// complete are the answers of complete sheets, by item.
func complete(sheets []Sheet) (items [][]float64) {
	for _, s := range sheets {
		for i, v := range s.Items {
			if i == len(items) {
				items = append(items, nil)
			}
			items[i] = append(items[i], v)
		}
	}
	return items
}
