package recognise

import (
	"cmp"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
)

// Basis is what the order of the waves was concluded from.
type Basis string

// What tells before from after, the surest first.
const (
	ByColumns Basis = "columns" // the headers of the questions
	ByRows    Basis = "rows"    // a column of waves
	ByNames   Basis = "names"   // the names of files or sheets
	ByDates   Basis = "dates"   // the days on which the sheets were filled in
	ByOrder   Basis = "order"   // nothing but the order in which the files were named
)

// Questionnaire is one scale, asked once or several times.
type Questionnaire struct {
	Name      string // as the headers or file names have it, folded; may be empty
	Waves     []Wave // in the order of time as far as it is known
	Basis     Basis
	Low, High float64            // lowest and highest answer seen
	Words     map[string]float64 // word -> value, where answers are words; nil where they are numbers
	Unknown   []string           // words in two rows or more that no list of answers has; the scale cannot be scored
}

// Wave is the sheets of one measurement.
type Wave struct {
	Table *Recognised
	Items []string // headers, in the order of the questions
	rank  int
	day   int32 // the middle of its dates; math.MaxInt32 where it has none
}

// Questionnaires puts tables of answers together: those with the same questions in the same order are waves of one
// questionnaire.
func Questionnaires(tables []*Recognised) []Questionnaire {
	var all []Questionnaire
	at := map[string]int{}
	columns := map[int][]*Column{}
	for _, t := range tables {
		for _, p := range t.parts {
			id := strings.Join(p.keys, "\x00")
			i, known := at[id]
			if !known {
				i, at[id] = len(all), len(all)
				all = append(all, Questionnaire{Name: cmp.Or(p.stem, t.name())})
			}
			all[i].Waves = append(all[i].Waves, t.waves(p)...)
			columns[i] = append(columns[i], p.items...)
		}
	}
	for i := range all {
		all[i].settleOrder()
		all[i].settleAnswers(columns[i])
	}
	return all
}

// name is that of the file without the word for the wave and for made-up data.
func (r *Recognised) name() string {
	base := filepath.Base(r.Path)
	rest, _ := cutMarker(base[:len(base)-len(filepath.Ext(base))])
	rest = slices.DeleteFunc(rest, func(w string) bool { return w == "synthetic" || w == "csv" || w == "xlsx" })
	return strings.Join(rest, " ")
}

// waves are the measurements of a part: both, where a column tells which a row is of.
func (r *Recognised) waves(p part) []Wave {
	w := Wave{Table: r, rank: p.rank, day: math.MaxInt32}
	for _, c := range p.items {
		w.Items = append(w.Items, c.Header)
	}
	if c := r.ColumnOf("date"); c != nil && c.days > 0 {
		w.day = c.first + (c.last-c.first)/2
	}
	if c := r.ColumnOf("wave"); c != nil && p.rank == noRank && len(c.words) > 1 {
		second := w
		w.rank, second.rank = rankPre, rankPost
		return []Wave{w, second}
	}
	return []Wave{w}
}

// LongRows tells whether the first two waves are rows of one table.
func (q *Questionnaire) LongRows() bool {
	return len(q.Waves) > 1 && q.Waves[0].Table == q.Waves[1].Table && slices.Equal(q.Waves[0].Items, q.Waves[1].Items)
}

// settleOrder puts the waves in the order of time.
func (q *Questionnaire) settleOrder() {
	first := q.Waves[0].Table
	switch {
	case ranked2(q.Waves) && q.LongRows():
		q.Basis = ByRows
	case ranked2(q.Waves):
		q.Basis = ByColumns
	case q.rankByNames():
		q.Basis = ByNames
	case !slices.ContainsFunc(q.Waves, func(w Wave) bool { return w.day == math.MaxInt32 }) && distinctDays(q.Waves):
		q.Basis = ByDates
		slices.SortStableFunc(q.Waves, func(a, b Wave) int { return cmp.Compare(a.day, b.day) })
		return
	default:
		q.Basis = ByOrder
		return
	}
	slices.SortStableFunc(q.Waves, func(a, b Wave) int { return cmp.Compare(a.rank, b.rank) })
	if q.Basis == ByColumns && slices.ContainsFunc(q.Waves, func(w Wave) bool { return w.Table != first }) {
		q.Basis = ByNames
	}
}

// ranked2 tells whether each wave has a rank of its own.
func ranked2(waves []Wave) bool {
	seen := map[int]bool{}
	for _, w := range waves {
		if w.rank == noRank || seen[w.rank] {
			return false
		}
		seen[w.rank] = true
	}
	return true
}

// rankByNames takes the ranks from the names of sheets, or of files.
func (q *Questionnaire) rankByNames() bool {
	waves := slices.Clone(q.Waves)
	for i, w := range waves {
		_, rank := cutMarker(w.Table.Sheet)
		if rank == noRank {
			base := filepath.Base(w.Table.Path)
			_, rank = cutMarker(strings.TrimSuffix(base, filepath.Ext(base)))
		}
		waves[i].rank = rank
	}
	if ranked2(waves) {
		q.Waves = waves
		return true
	}
	return false
}

func distinctDays(waves []Wave) bool {
	seen := map[int32]bool{}
	for _, w := range waves {
		seen[w.day] = true
	}
	return len(seen) == len(waves)
}

// settleAnswers concludes the lowest and the highest answer, and what words stand for.
func (q *Questionnaire) settleAnswers(columns []*Column) {
	q.Low, q.High = math.Inf(1), math.Inf(-1)
	words := map[string]int{}
	inWords := false
	for _, c := range columns {
		q.Low, q.High = min(q.Low, c.low), max(q.High, c.high)
		inWords = inWords || c.answers() == wordAnswers
		for word, n := range c.words {
			words[word] += n
		}
	}
	if !inWords {
		return
	}
	known := slices.DeleteFunc(slices.Sorted(maps.Keys(words)), func(w string) bool { return !isAnswer(w) })
	low, high := q.Low, q.High // of the numbers beside the words
	if q.Words, q.Low, q.High = valuesOf(known); q.Words != nil {
		q.Low, q.High = min(q.Low, low), max(q.High, high)
	} else {
		q.Unknown = slices.DeleteFunc(known, func(w string) bool { return words[w] < 2 })
	}
}

// isAnswer tells whether a word stands in some list of answers.
func isAnswer(word string) bool {
	_, leads := leadingNumber(word)
	return leads || slices.ContainsFunc(ladders, func(l ladder) bool { return l.rung(word) >= 0 })
}
