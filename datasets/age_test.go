package datasets

import "testing"

// The year of entry less the year of birth does not ask whether the birthday was yet.
func TestYearDifference(t *testing.T) {
	for _, c := range []struct {
		birth, on string
		want      int
	}{{"1996-12-31", "2021-01-01", 25}, {"1996-01-01", "2021-12-31", 25}, {"2021-02-01", "2021-01-31", 0}, {"2022-01-01", "2021-12-31", -1}} {
		if got := YearDifference(day(t, c.birth), day(t, c.on)); got != c.want {
			t.Errorf("born %s, on %s: %d, want %d", c.birth, c.on, got, c.want)
		}
	}
}

func TestIsAge(t *testing.T) {
	for years, want := range map[int64]bool{-1: false, 0: true, 17: true, 150: true, 151: false, 1850: false} {
		if got := IsAge(years); got != want {
			t.Errorf("%d years: %v, want %v", years, got, want)
		}
	}
}
