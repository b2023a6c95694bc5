package stats

import (
	"fmt"
	"math"
)

// TableTest is the association of the rows and columns of a table of counts.
//
// Rows and columns in which nobody is are left out. With nobody at all it is
// undefined (NoTrials), with a single row or column left NoVariance.
type TableTest struct {
	N, Rows, Columns int           // people; rows and columns that are not empty
	ChiSquare        ChiSquareTest // Pearson
	LikelihoodRatio  ChiSquareTest // G
	V                Maybe         // Cramér's V, sqrt(chi2 / (N (min(r,c) - 1)))
	VAdjusted        Maybe         // less the bias of small samples, Bergsma (2013)
	Contingency      Maybe         // Pearson's coefficient, sqrt(chi2 / (chi2 + N))
	LeastExpected    float64       // below 5 report [FisherTable]
	Need             Need
}

// Contingency tests a table of counts, given by rows, with E = row sum x column
// sum / N and (r-1)(c-1) degrees of freedom:
//
//	chi2 = sum (O - E)^2 / E,  G = 2 sum O ln(O/E)
//	VAdjusted = sqrt(max(0, chi2/N - (r-1)(c-1)/(N-1)) / (min(r~, c~) - 1))
//	r~ = r - (r-1)^2/(N-1),  c~ alike
//
// A negative count and rows of unequal length are errors.
// R: chisq.test(table, correct = FALSE), vcd::assocstats.
func Contingency(counts [][]int) (TableTest, error) {
	t, err := newTable(counts)
	if err != nil {
		return TableTest{}, err
	}
	r := TableTest{
		N: t.n, Rows: len(t.rows), Columns: len(t.columns),
		Need: Need{N: PoorBelow, Of: "expected in each cell", For: "the chi-square of a table"},
	}
	df := (r.Rows - 1) * (r.Columns - 1)
	if why := t.why(); why != "" {
		u := undefined(why)
		r.ChiSquare, r.LikelihoodRatio = newChiSquareTest(u, max(0, df)), newChiSquareTest(u, max(0, df))
		r.V, r.VAdjusted, r.Contingency = u, u, u
		return r, nil
	}
	var squares, logs float64
	squares, logs, r.LeastExpected = t.distances()
	r.ChiSquare, r.LikelihoodRatio = newChiSquareTest(defined(squares), df), newChiSquareTest(defined(max(0, 2*logs)), df)
	r.strength(squares)
	return r, nil
}

func (r *TableTest) strength(chiSquare float64) {
	n, rows, columns := float64(r.N), float64(r.Rows), float64(r.Columns)
	r.V = defined(math.Sqrt(chiSquare / n / (min(rows, columns) - 1)))
	r.Contingency = defined(math.Sqrt(chiSquare / (chiSquare + n)))
	r.VAdjusted = undefined(FewerThanTwo)
	if n > 1 {
		shrunk := func(k float64) float64 { return k - (k-1)*(k-1)/(n-1) }
		left := max(0, chiSquare/n-(rows-1)*(columns-1)/(n-1))
		r.VAdjusted = defined(0)
		if left > 0 {
			r.VAdjusted = defined(math.Sqrt(left / (min(shrunk(rows), shrunk(columns)) - 1)))
		}
	}
}

// table is counts without empty rows and columns, and their sums.
type table struct {
	counts        [][]int
	rows, columns []int
	n             int
}

func newTable(counts [][]int) (table, error) {
	var t table
	var columns []int
	for i, row := range counts {
		if len(row) != len(counts[0]) {
			return table{}, fmt.Errorf("%w: row %d has %d counts and the first has %d", ErrLength, i+1, len(row), len(counts[0]))
		}
		columns = append(columns, make([]int, max(0, len(row)-len(columns)))...)
		for j, c := range row {
			if c < 0 {
				return table{}, fmt.Errorf("%w: count in row %d, column %d is %d, must not be negative", ErrCount, i+1, j+1, c)
			}
			columns[j] += c
			t.n += c
		}
	}
	t.keep(counts, columns)
	return t, nil
}

func (t *table) keep(counts [][]int, columns []int) {
	for _, row := range counts {
		var kept []int
		sum := 0
		for j, c := range row {
			if columns[j] > 0 {
				kept = append(kept, c)
				sum += c
			}
		}
		if sum > 0 {
			t.counts, t.rows = append(t.counts, kept), append(t.rows, sum)
		}
	}
	for _, c := range columns {
		if c > 0 {
			t.columns = append(t.columns, c)
		}
	}
}

func (t table) why() Reason {
	if t.n == 0 {
		return NoTrials
	}
	if len(t.rows) < 2 || len(t.columns) < 2 {
		return NoVariance
	}
	return ""
}

func (t table) distances() (squares, logs, least float64) {
	least = math.Inf(1)
	for i, row := range t.counts {
		for j, c := range row {
			observed := float64(c)
			expected := float64(t.rows[i]) * float64(t.columns[j]) / float64(t.n)
			least = min(least, expected)
			squares += (observed - expected) * (observed - expected) / expected
			if c > 0 {
				logs += observed * math.Log(observed/expected)
			}
		}
	}
	return squares, logs, least
}
