package profiles

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// writing is how the cells of a column are written, as far as a profile may have to say it.
type writing struct {
	cells                   int
	numbers, commas, points int
	unclear                 int            // numbers that could be thousands or decimals
	dates                   int            // all, yyyy-MM-dd among them
	order                   map[string]int // layout -> dates that it alone can read
	either                  map[string]int // layout of the day first -> dates that both orders read
	codes                   map[string]int // words that mean no value in many exports
}

// missingWords are the words that mean no value in many exports, in lower case. Those behind the
// first few may be values of a list, and count only among numbers and dates.
var missingWords = [...]string{"-", "–", "—", "b/d", "bd", "b.d.", "b. d.", "brak", "brak danych", "n/d", "nd", "n.d.", "nie dotyczy", "n/a", "na", "null", "?"}

// anywhere is how many of the words are no values of lists.
const anywhere = 4

// layoutPairs are the two orders of a date with the year last, by its mark.
var layoutPairs = [...][2]datasets.DateLayout{{"dd.MM.yyyy", "MM.dd.yyyy"}, {"dd/MM/yyyy", "MM/dd/yyyy"}}

// look counts a cell.
func (w *writing) look(value string) {
	w.cells++
	word := strings.ToLower(strings.TrimSpace(value))
	if slices.Contains(missingWords[:], word) {
		if w.codes == nil {
			w.codes = map[string]int{}
		}
		w.codes[word]++
		return
	}
	switch mark, err := datasets.DecimalMark([]byte(value)); {
	case errors.Is(err, datasets.ErrAmbiguous):
		w.numbers, w.unclear = w.numbers+1, w.unclear+1
	case err != nil:
		w.lookAtDate(value)
	case mark == ',':
		w.numbers, w.commas = w.numbers+1, w.commas+1
	case mark == '.':
		w.numbers, w.points = w.numbers+1, w.points+1
	default:
		w.numbers++
	}
}

func (w *writing) lookAtDate(value string) {
	if _, err := datasets.ParseDate([]byte(value), nil); err == nil {
		w.dates++
		return
	}
	for _, pair := range layoutPairs {
		_, noDay := datasets.ParseDate([]byte(value), pair[:1])
		_, noMonth := datasets.ParseDate([]byte(value), pair[1:])
		if noDay != nil && noMonth != nil {
			continue
		}
		if w.dates++; w.order == nil {
			w.order, w.either = map[string]int{}, map[string]int{}
		}
		switch {
		case noMonth != nil:
			w.order[string(pair[0])]++
		case noDay != nil:
			w.order[string(pair[1])]++
		default:
			w.either[string(pair[0])]++
		}
		return
	}
}

// most tells whether at least half of the cells that are no code of missing are of a kind.
func (w *writing) most(of int) bool {
	held := w.cells
	for _, n := range w.codes {
		held -= n
	}
	return of > 0 && 2*of >= held
}

// proposal is what a draft says of dates, numbers and codes of missing.
type proposal struct {
	dates    []string
	decimal  string
	missing  []string
	comments []string
}

// propose sums up the columns.
func (d *draft) propose() (p proposal) {
	all := writing{order: map[string]int{}, either: map[string]int{}, codes: map[string]int{}}
	for i := range d.columns {
		w := &d.columns[i].writing
		if w.most(w.dates) {
			addCounts(all.order, w.order)
			addCounts(all.either, w.either)
		}
		if w.most(w.numbers) {
			all.commas, all.points, all.unclear = all.commas+w.commas, all.points+w.points, all.unclear+w.unclear
		}
		for word, n := range w.codes {
			if w.most(w.numbers) || w.most(w.dates) || slices.Contains(missingWords[:anywhere], word) {
				all.codes[word] += n
			}
		}
	}
	for _, l := range d.like[0].Dates {
		p.dates = append(p.dates, string(l))
	}
	for _, pair := range layoutPairs {
		p.order(string(pair[0]), string(pair[1]), &all)
	}
	p.mark(&all)
	for _, word := range missingWords {
		if all.codes[word] > 0 {
			p.missing = append(p.missing, word)
		}
	}
	return p
}

func addCounts(to, from map[string]int) {
	for word, n := range from {
		to[word] += n
	}
}

// order proposes an order of day and month where some dates have that one only and none the other.
func (p *proposal) order(day, month string, all *writing) {
	dayOnly, monthOnly, either := all.order[day], all.order[month], all.either[day]
	if dayOnly+monthOnly+either == 0 {
		return
	}
	told := fmt.Sprintf("%d dates can be read as %s only, %d as %s only, %d as both", dayOnly, day, monthOnly, month, either)
	switch {
	case monthOnly == 0 && (dayOnly > 0 || slices.Contains(p.dates, day)):
		p.say(day)
	case dayOnly == 0 && monthOnly > 0:
		p.dates = slices.DeleteFunc(p.dates, func(l string) bool { return l == day })
		p.say(month)
	default:
		p.dates = slices.DeleteFunc(p.dates, func(l string) bool { return l == day })
		told += fmt.Sprintf("; ask who made the export, and add %s or %s to dates", day, month)
	}
	p.comments = append(p.comments, told)
}

func (p *proposal) say(layout string) {
	if !slices.Contains(p.dates, layout) {
		p.dates = append(p.dates, layout)
	}
}

// mark proposes a decimal mark where all decimals have the same.
func (p *proposal) mark(all *writing) {
	if all.commas+all.points+all.unclear == 0 {
		return
	}
	told := fmt.Sprintf("%d numbers have a decimal comma, %d a decimal point, %d could be thousands or decimals (as 1.234)", all.commas, all.points, all.unclear)
	switch {
	case all.commas > 0 && all.points == 0:
		p.decimal = ","
	case all.points > 0 && all.commas == 0:
		p.decimal = "."
	case all.unclear > 0:
		told += `; ask who made the export, and say decimal: "," or decimal: "."`
	}
	p.comments = append(p.comments, told)
}

// write writes the lines of the proposal.
func (p *proposal) write(out *strings.Builder) {
	for _, c := range p.comments {
		fmt.Fprintf(out, "# %s\n", c)
	}
	fmt.Fprintf(out, "dates: [%s] # besides yyyy-MM-dd; for dates with slashes say dd/MM/yyyy or MM/dd/yyyy\n", quoteAll(p.dates))
	if p.decimal != "" {
		fmt.Fprintf(out, "decimal: %s # check: 1.234 and 1,234 are read by it\n", quote(p.decimal))
	}
	if len(p.missing) > 0 {
		fmt.Fprintf(out, "missing: [%s] # found in the file; cells that mean no value, in any column\n", quoteAll(p.missing))
	}
}

// alone is how a rule names one of several columns with the same header: by the left neighbour, or
// where that is no help by its number.
func (d *draft) alone(c *column) (header, after string) {
	n, nth := 0, 0
	for i, h := range d.header {
		if datasets.Fold(h) == datasets.Fold(c.header) {
			if n++; i <= c.place {
				nth++
			}
		}
	}
	if n < 2 {
		return c.header, ""
	}
	if c.place > 0 && datasets.Fold(d.header[c.place-1]) != datasets.Fold(c.header) && datasets.Fold(d.header[c.place-1]) != "" {
		return c.header, d.header[c.place-1]
	}
	return fmt.Sprintf("%s#%d", c.header, nth), ""
}
