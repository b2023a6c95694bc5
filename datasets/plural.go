package datasets

import "strconv"

// PolishCount is a number with its noun: 1 data, 2 daty, 5 dat, 12 dat, 22 daty.
func PolishCount(n int, one, few, many string) string {
	form := many
	switch {
	case n == 1:
		form = one
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		form = few
	}
	return strconv.Itoa(n) + " " + form
}

// EnglishCount is a number with its noun: 1 date, 2 dates.
func EnglishCount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
