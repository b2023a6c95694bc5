package datasets

import "testing"

// TestLastProblemsAreNotLost holds that what is found behind the last row is told, also where that
// row filled its batch.
func TestLastProblemsAreNotLost(t *testing.T) {
	for _, rows := range []int{1, MaxRows, MaxRows + 1} {
		b := testBinding(t, "Techniczny identyfikator", "Płeć")
		line, read, told := 1, 0, 0
		next := func(batch *Batch) (bool, error) {
			if line++; line <= rows+1 {
				appendRow(b, batch, line, "T-1", "kobieta")
				return true, nil
			}
			batch.Problems = append(batch.Problems, Problem{Position: Position{File: "people.csv", Row: line}, Rule: "test.end"})
			return false, nil
		}
		for batch, err := range b.Stream(Position{File: "people.csv", Row: 1}, &read, next) {
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range batch.Problems {
				if p.Rule == "test.end" {
					told++
				}
			}
		}
		if read != rows || told != 1 {
			t.Errorf("%d rows: read %d, the problem behind them told %d times", rows, read, told)
		}
	}
}
