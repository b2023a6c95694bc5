package datasets

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// DateLayout is an order of year, month and day, written as people write it: yyyy-MM-dd,
// dd.MM.yyyy, M/d/yyyy. Dots, dashes and spaces are taken for one another; a date with slashes
// is read only by a layout with slashes, because 2/3/2020 is the second of March to one
// office's spreadsheet and the third of February to another's.
type DateLayout string

var errDate = errors.New("is not a date of the calendar in a declared order; say dates: in the profile or project file")

// Check is an error unless the layout names day, month and year.
func (l DateLayout) Check() error {
	if err := l.check(); err != nil {
		return fmt.Errorf("datasets: %w", err)
	}
	return nil
}

func (l DateLayout) check() error {
	if y, m, d := l.places(); y < 0 || m < 0 || d < 0 {
		return fmt.Errorf("date layout %q: want the letters yyyy, MM and dd in some order, as in dd.MM.yyyy", string(l))
	}
	return nil
}

// places tells which of the three numbers is the year, the month and the day, from 0; -1 where
// the layout does not say.
func (l DateLayout) places() (year, month, day int) {
	year, month, day = -1, -1, -1
	n := 0
	for i := range len(l) {
		var place *int
		switch l[i] {
		case 'y':
			place = &year
		case 'M':
			place = &month
		case 'd':
			place = &day
		default:
			continue
		}
		if *place < 0 {
			*place = n
			n++
		}
	}
	return year, month, day
}

// ParseDate reads a date as days since 1970-01-01. The ISO order yyyy-MM-dd is always
// understood, with any of - . / and space between; other orders only where a layout declares
// them. A time of day after the date and the Polish "r." are passed over. A day that does not
// exist is an error.
func ParseDate(text []byte, layouts []DateLayout) (int32, error) {
	day, _, err := readDate(text, layouts)
	return day, err
}

// readDate is ParseDate that tells the form of the date.
func readDate(text []byte, layouts []DateLayout) (int32, forms, error) {
	date, ok := splitDate(text)
	if !ok {
		return 0, 0, errDate
	}
	if date.fits(0, 1, 2) {
		day, err := DaysOf(date.numbers[0], date.numbers[1], date.numbers[2])
		return day, formOfDate(0, 1, date.mark), err
	}
	declared := false
	for _, l := range layouts {
		y, m, d := l.places()
		if y < 0 || m < 0 || d < 0 || !date.fits(y, m, d) || (date.mark == '/') != strings.Contains(string(l), "/") {
			continue
		}
		declared = true
		if days, err := DaysOf(date.numbers[y], date.numbers[m], date.numbers[d]); err == nil {
			return days, formOfDate(y, m, date.mark), nil
		}
	}
	if !declared {
		return 0, 0, date.undeclared()
	}
	return 0, 0, errDate
}

// writtenDate is a date as three groups of digits with the mark between them.
type writtenDate struct {
	numbers, widths [3]int
	mark            byte
}

// fits tells whether the groups can be year, month and day: four digits, and one or two.
func (w *writtenDate) fits(year, month, day int) bool {
	return w.widths[year] == 4 && w.widths[month] <= 2 && w.widths[day] <= 2
}

// splitDate takes the three groups of digits a date begins with.
func splitDate(text []byte) (w writtenDate, ok bool) {
	i := 0
	for part := range 3 {
		start := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' && i-start < 5 {
			w.numbers[part] = w.numbers[part]*10 + int(text[i]-'0')
			i++
		}
		if w.widths[part] = i - start; w.widths[part] == 0 {
			return w, false
		}
		if part == 2 {
			break
		}
		if i >= len(text) || !isDateMark(text[i]) || part == 1 && text[i] != w.mark {
			return w, false
		}
		w.mark = text[i]
		i++
	}
	return w, i == len(text) || afterDate(text[i:])
}

func isDateMark(c byte) bool { return c == '-' || c == '.' || c == '/' || c == ' ' }

// afterDate accepts what may follow: nothing, "r.", or a time of day, as 10:15, T10:15:00Z or
// the 10:15:00 AM GMT+1 of Google Forms.
func afterDate(rest []byte) bool {
	s := strings.TrimSpace(string(rest))
	if s == "" || s == "r." || s == "r" {
		return true
	}
	clock, zone, _ := strings.Cut(strings.TrimPrefix(s, "T"), " ")
	return strings.Contains(clock, ":") && strings.Trim(clock, "0123456789:.Z+-") == "" && isZone(zone)
}

// isZone accepts AM or PM and a time zone behind a clock.
func isZone(text string) bool {
	for word := range strings.FieldsSeq(text) {
		switch word {
		case "AM", "PM", "CET", "CEST", "EET", "EEST", "UTC":
			continue
		}
		if offset, ok := strings.CutPrefix(word, "GMT"); !ok || strings.Trim(offset, "0123456789:+-") != "" {
			return false
		}
	}
	return true
}

// DaysOf is the day number of a calendar day, from 1970-01-01 = 0. Years 1800 to 2299, as in PESEL.
//
// The year is taken to begin in March, so that the leap day is its last:
//
//	days = 365 y + ⌊y/4⌋ - ⌊y/100⌋ + ⌊y/400⌋ + ⌊(153 m + 2)/5⌋ + day - 1,  m = 0 for March
func DaysOf(year, month, day int) (int32, error) {
	if year < 1800 || year > 2299 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, errDate
	}
	y, m := year, month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	const epoch = 719468 // the same formula for 1970-01-01
	return int32(365*y + y/4 - y/100 + y/400 + (153*m+2)/5 + day - 1 - epoch), nil
}

func daysIn(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	}
	return 31
}

// CalendarDay is the inverse of [DaysOf].
func CalendarDay(days int32) (year, month, day int) {
	y, m, d := time.Unix(int64(days)*86400, 0).UTC().Date()
	return y, int(m), d
}

// FormatDay prints a day number as yyyy-MM-dd.
func FormatDay(days int32) string { return string(AppendDay(nil, days)) }

// AppendDay appends a day number as yyyy-MM-dd.
func AppendDay(to []byte, days int32) []byte {
	return time.Unix(int64(days)*86400, 0).UTC().AppendFormat(to, time.DateOnly)
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
