package recognise

import "github.com/efseval/efseval/datasets"

// orders counts the dates of a column by the orders of day and month that can read them.
type orders struct {
	plain  int       // year first, or with dots and the day first, as the ready profiles read them
	only   [2][2]int // by mark and order: dates that this order alone reads
	either [2]int    // by mark: dates that both read
}

// layoutPairs are the two orders of a date with the year last, by its mark: of dots and hyphens, of slashes.
var layoutPairs = [2][2]datasets.DateLayout{{"dd.MM.yyyy", "MM.dd.yyyy"}, {"dd/MM/yyyy", "MM/dd/yyyy"}}

// look counts a date; of one that can be read in one way the day is told.
func (o *orders) look(value string) (day int32, known bool) {
	if day, err := datasets.ParseDate([]byte(value), nil); err == nil {
		o.plain++
		return day, true
	}
	for mark, pair := range layoutPairs {
		first, noDay := datasets.ParseDate([]byte(value), pair[:1])
		second, noMonth := datasets.ParseDate([]byte(value), pair[1:])
		switch {
		case noDay != nil && noMonth != nil:
			continue
		case noMonth != nil:
			o.only[mark][0]++
			return first, true
		case noDay != nil:
			o.only[mark][1]++
			return second, true
		}
		o.either[mark]++
		return first, mark == 0 // with dots as Polish offices write
	}
	return 0, false
}

func (o *orders) all() int {
	n := o.plain
	for mark := range layoutPairs {
		n += o.only[mark][0] + o.only[mark][1] + o.either[mark]
	}
	return n
}

// add counts the dates of another column.
func (o *orders) add(more orders) {
	o.plain += more.plain
	for mark := range layoutPairs {
		o.either[mark] += more.either[mark]
		o.only[mark][0] += more.only[mark][0]
		o.only[mark][1] += more.only[mark][1]
	}
}

// layouts are those to state where the profile alone would misread or refuse dates: with dots only the
// month-first order needs saying, with slashes either. Unsure tells of dates whose order nothing shows.
func (o *orders) layouts() (say []datasets.DateLayout, unsure int) {
	for mark, pair := range layoutPairs {
		day, month, either := o.only[mark][0], o.only[mark][1], o.either[mark]
		switch {
		case day+month+either == 0:
		case day > 0 && month > 0:
			unsure += either
		case month > 0:
			say = append(say, pair[1])
		case mark == 0: // as Polish offices write, and the profiles read
			say = append(say, pair[0])
		case day > 0:
			say = append(say, pair[0])
		default:
			unsure += either
		}
	}
	switch dotted := layoutPairs[0]; {
	case len(say) == 1 && say[0] == dotted[0]:
		say = nil // what the profiles say already
	case len(say) == 1 && say[0] != dotted[1]:
		say = append([]datasets.DateLayout{dotted[0]}, say...)
	}
	return say, unsure
}
