package datasets

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// DateLayout is an order of year, month and day, written as people write it: yyyy-MM-dd,
// dd.MM.yyyy, M/d/yyyy. Any of - . / and space may part the numbers of a date.
type DateLayout string

var errDate = errors.New("is not a date of the calendar in a declared order; say dates: in the profile or project file")

// Check tells whether the layout names day, month and year once each.
func (l DateLayout) Check() error {
	if len(l.order()) != 3 {
		return fmt.Errorf("datasets: date layout %q: want the letters yyyy, MM and dd in some order, as in dd.MM.yyyy", string(l))
	}
	return nil
}

// order is the sequence of 'y', 'M' and 'd' in the layout.
func (l DateLayout) order() string {
	order := ""
	for _, r := range string(l) {
		if strings.ContainsRune("yMd", r) && !strings.ContainsRune(order, r) {
			order += string(r)
		}
	}
	return order
}

// ParseDate reads a date as days since 1970-01-01. The ISO order yyyy-MM-dd is always
// understood; other orders only where a layout declares them. A time of day after the date and
// the Polish "r." are passed over. A day that does not exist is an error.
func ParseDate(text []byte, layouts []DateLayout) (int32, error) {
	n, widths, ok := threeNumbers(text)
	if !ok {
		return 0, errDate
	}
	if widths[0] == 4 {
		return DaysOf(n[0], n[1], n[2])
	}
	err := errDate
	for _, l := range layouts {
		order := l.order()
		y, m, d := at(order, 'y'), at(order, 'M'), at(order, 'd')
		if y < 0 || m < 0 || d < 0 || widths[y] != 4 {
			continue
		}
		var days int32
		if days, err = DaysOf(n[y], n[m], n[d]); err == nil {
			return days, nil
		}
	}
	return 0, err
}

func at(order string, letter byte) int { return strings.IndexByte(order, letter) }

// threeNumbers takes the three groups of digits a date begins with.
func threeNumbers(text []byte) (n, widths [3]int, ok bool) {
	i := 0
	for part := range 3 {
		start := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' && i-start < 5 {
			n[part] = n[part]*10 + int(text[i]-'0')
			i++
		}
		if widths[part] = i - start; widths[part] == 0 {
			return n, widths, false
		}
		if part < 2 {
			if i >= len(text) || !isDateSeparator(text[i]) {
				return n, widths, false
			}
			i++
		}
	}
	return n, widths, afterDate(text[i:])
}

func isDateSeparator(c byte) bool { return c == '-' || c == '.' || c == '/' || c == ' ' }

// afterDate accepts what may follow: nothing, "r.", or a time of day.
func afterDate(rest []byte) bool {
	s := strings.TrimSpace(string(rest))
	if s == "" || s == "r." || s == "r" {
		return true
	}
	s = strings.TrimPrefix(s, "T")
	digits := strings.Trim(s, "0123456789:.Z+-")
	return digits == "" && strings.Contains(s, ":")
}

// DaysOf is the day number of a calendar day, from 1970-01-01 = 0. Years 1800 to 2299, as in PESEL.
func DaysOf(year, month, day int) (int32, error) {
	if year < 1800 || year > 2299 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, errDate
	}
	return int32(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400), nil
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// CalendarDay is the inverse of [DaysOf].
func CalendarDay(days int32) (year, month, day int) {
	y, m, d := time.Unix(int64(days)*86400, 0).UTC().Date()
	return y, int(m), d
}

// FormatDay prints a day number as yyyy-MM-dd.
func FormatDay(days int32) string {
	y, m, d := CalendarDay(days)
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// CompletedYears is the age on a day of somebody born on another: whole years, with 1 March as
// the birthday of a 29 February birth in common years (domain: age at entry). Negative where
// birth lies after the day.
func CompletedYears(birth, on int32) int {
	by, bm, bd := CalendarDay(birth)
	y, m, d := CalendarDay(on)
	age := y - by
	if m < bm || m == bm && d < bd {
		age--
	}
	return age
}

// AddMonths moves a day by whole months and clamps to the end of the month: 31 August plus
// six months is 28 or 29 February, not 2 March as time.AddDate has it.
func AddMonths(days int32, months int) int32 {
	y, m, d := CalendarDay(days)
	total := y*12 + m - 1 + months
	y, m = total/12, total%12+1
	clamped := time.Date(y, time.Month(m), min(d, daysIn(y, m)), 0, 0, 0, 0, time.UTC)
	return int32(clamped.Unix() / 86400)
}
