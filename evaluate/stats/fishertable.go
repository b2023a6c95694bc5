package stats

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// maxHalves is how many halves of tables [FisherTable] lists: half a second.
const maxHalves = 1_500_000

// FisherTable is the exact p of a table of counts, given by rows: the probability
// of all tables with the same row and column sums that are at most as probable
// as the one found, with the relative slack of 1e-7 of [FisherExact].
//
//	P = prod rows! prod columns! / (N! prod cells!)
//
// Every table is a left and a right half, whose columns take up the row sums
// between them. Both kinds of halves are listed by the row sums that they use,
// and joined where these add up, so that a product of two lists of thousands
// stands for millions of tables. A table with more halves than 1.5 million is
// refused (TooManyOutcomes): report [Contingency], whose expected counts are
// large then. Other reasons and errors are those of [Contingency].
// R: fisher.test(table).
func FisherTable(counts [][]int) (Maybe, error) {
	t, err := newTable(counts)
	if err != nil {
		return Maybe{}, err
	}
	if why := t.why(); why != "" {
		return undefined(why), nil
	}
	if len(t.rows) > len(t.columns) {
		t = t.transposed()
	}
	h := halves{log: logFactorials(t.n), rows: t.rows}
	if !h.keyed() {
		return undefined(TooManyOutcomes), nil
	}
	left, right := t.split()
	first, okFirst := h.list(left)
	second, okSecond := h.list(right)
	if !okFirst || !okSecond {
		return undefined(TooManyOutcomes), nil
	}
	return defined(min(1, h.join(first, second, t))), nil
}

func (t table) transposed() table {
	out := table{rows: t.columns, columns: t.rows, n: t.n}
	for j := range t.columns {
		row := make([]int, len(t.rows))
		for i := range t.rows {
			row[i] = t.counts[i][j]
		}
		out.counts = append(out.counts, row)
	}
	return out
}

// split shares the column sums out over two sides, the largest first to the side
// with fewer ways to fill it.
func (t table) split() (left, right []int) {
	sorted := slices.Clone(t.columns)
	slices.SortFunc(sorted, func(a, b int) int { return cmp.Compare(b, a) })
	waysLeft, waysRight := 0.0, 0.0
	for _, c := range sorted {
		ways := math.Log(outcomes(c, len(t.rows)))
		if waysLeft <= waysRight {
			left, waysLeft = append(left, c), waysLeft+ways
		} else {
			right, waysRight = append(right, c), waysRight+ways
		}
	}
	return left, right
}

// halves lists the ways to fill some columns.
type halves struct {
	log  []float64 // of factorials
	rows []int     // sums that must not be exceeded
}

// filled are the log weights -sum log cell! of the ways to fill columns, by the
// row sums that they use.
type filled map[int][]float64

func (h halves) list(columns []int) (filled, bool) {
	out, count := filled{}, 0
	used := make([]int, len(h.rows))
	var fill func(column, row, rest int, log float64) bool
	fill = func(column, row, rest int, log float64) bool {
		if row == len(h.rows)-1 { // the last row takes what is left of the column
			if used[row]+rest > h.rows[row] {
				return true
			}
			used[row] += rest
			defer func() { used[row] -= rest }()
			log -= h.log[rest]
			if column < len(columns)-1 {
				return fill(column+1, 0, columns[column+1], log)
			}
			out[h.key(used)] = append(out[h.key(used)], log)
			count++
			return count <= maxHalves
		}
		for x := 0; x <= min(rest, h.rows[row]-used[row]); x++ {
			used[row] += x
			more := fill(column, row+1, rest-x, log-h.log[x])
			used[row] -= x
			if !more {
				return false
			}
		}
		return true
	}
	return out, fill(0, 0, columns[0], 0)
}

// key numbers the used row sums; the sums of two halves that make a table add up
// to the key of all rows. The last row follows from the others.
func (h halves) key(used []int) int {
	key := 0
	for i := range len(used) - 1 {
		key = key*(h.rows[i]+1) + used[i]
	}
	return key
}

// keyed tells whether every key is a number of its own.
func (h halves) keyed() bool {
	keys := 1.0
	for _, r := range h.rows[:len(h.rows)-1] {
		keys *= float64(r + 1)
	}
	return keys < 1<<62
}

// join adds up the tables that are at most as probable as the one found.
func (h halves) join(left, right filled, t table) float64 {
	whole := -h.log[t.n]
	for _, r := range t.rows {
		whole += h.log[r]
	}
	for _, c := range t.columns {
		whole += h.log[c]
	}
	limit := math.Log1p(1e-7)
	for _, row := range t.counts {
		for _, c := range row {
			limit -= h.log[c]
		}
	}
	all, sum := h.key(h.rows), 0.0
	for _, key := range slices.Sorted(maps.Keys(left)) { // sorted: the same sum each time
		partners := right[all-key]
		slices.Sort(partners)
		below := make([]float64, len(partners)+1)
		for i, p := range partners {
			below[i+1] = below[i] + math.Exp(p-partners[len(partners)-1])
		}
		for _, l := range left[key] {
			n, _ := slices.BinarySearchFunc(partners, limit-l, func(p, limit float64) int {
				if p <= limit {
					return -1
				}
				return 1
			})
			if n > 0 {
				sum += math.Exp(whole+l+partners[len(partners)-1]) * below[n]
			}
		}
	}
	return sum
}
