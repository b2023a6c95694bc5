package datasets

import (
	"encoding/binary"
	"strings"
)

// dayForms are the forms of a date in ten bytes that are read all at once: yyyy-MM-dd always, and
// the orders with the year last that a profile declares, as dd.MM.yyyy.
type dayForms struct {
	iso             bool
	dotted, slashed yearLast // with a dot, dash or space, and with a slash
}

// yearLast is the order in which day and month stand before the year.
type yearLast uint8

const (
	noOrder yearLast = iota
	dayFirst
	monthFirst
)

// dayFormsOf are the forms that [ParseDate] reads by these layouts. Of several orders only the
// first is taken: where a date is no day in it, ParseDate tries the others.
func dayFormsOf(layouts []DateLayout) dayForms {
	forms := dayForms{iso: true}
	for _, l := range layouts {
		order, into := monthFirst, &forms.dotted
		switch y, m, d := l.places(); {
		case y != 2 || m < 0 || d < 0:
			continue
		case d == 0:
			order = dayFirst
		}
		if strings.Contains(string(l), "/") {
			into = &forms.slashed
		}
		if *into == noOrder {
			*into = order
		}
	}
	return forms
}

// day reads ten bytes; false where they are something else or no day from 1800 to 2299. The other
// six are of no meaning.
func (f *dayForms) day(text *[16]byte) (days int32, ok bool) {
	const (
		form  = 0x2D30302D30303030 // "0000-00-", the first byte lowest
		marks = 0x0900000900000000
	)
	x := binary.LittleEndian.Uint64(text[:8]) ^ form
	tens, ones := text[8]-'0', text[9]-'0'
	if !f.iso || !digitsAround(marks, x) || tens > 9 || ones > 9 {
		return f.dayYearLast(text)
	}
	x = x*10 + x>>8 // in each byte, the two digits from it on
	return dayIn(int(x&0x7F)*100+int(x>>16&0x7F), int(x>>40&0x7F), int(tens)*10+int(ones))
}

// dayYearLast reads dd.MM.yyyy and MM/dd/yyyy with any of the marks, as declared.
func (f *dayForms) dayYearLast(text *[16]byte) (days int32, ok bool) {
	const (
		form  = 0x3030003030003030 // "00 00 00" without marks
		marks = 0x0000090000090000
	)
	order, mark := f.dotted, text[2]
	if mark == '/' {
		order = f.slashed
	}
	x := binary.LittleEndian.Uint64(text[:8]) ^ (form | uint64(mark)<<16 | uint64(mark)<<40)
	tens, ones := text[8]-'0', text[9]-'0'
	if order == noOrder || !isDateMark(mark) || !digitsAround(marks, x) || tens > 9 || ones > 9 {
		return 0, false
	}
	x = x*10 + x>>8
	first, second, year := int(x&0x7F), int(x>>24&0x7F), int(x>>48&0x7F)*100+int(tens)*10+int(ones)
	if order == monthFirst {
		return dayIn(year, first, second)
	}
	return dayIn(year, second, first)
}

// digitsAround tells whether every byte of a word is 0 to 9, and 0 where marks has a 9.
func digitsAround(marks, word uint64) bool {
	const most = 0x76 * everyByte // takes what is above 9 to 80
	return (word|(word&^highBits+(most+marks)))&highBits == 0
}

// dayIn is [DaysOf] by a table.
func dayIn(year, month, day int) (days int32, ok bool) {
	if uint(year-firstYear) >= years || uint(month-1) >= 12 {
		return 0, false
	}
	first := (*[2]int32)(monthDays[(year-firstYear)*12+month-1:])
	days = first[0] + int32(day) - 1
	return days, day > 0 && days < first[1]
}

const firstYear, years = 1800, 500

// monthDays is the day number of the first of each month, and of the one behind the last year.
var monthDays = countMonths()

func countMonths() (months [12*years + 1]int32) {
	for i := range 12 * years {
		year, month := firstYear+i/12, i%12+1
		if i == 0 {
			months[0], _ = DaysOf(year, month, 1)
		}
		months[i+1] = months[i] + int32(daysIn(year, month))
	}
	return months
}
