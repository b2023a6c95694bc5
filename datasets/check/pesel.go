package check

import (
	"errors"

	"github.com/efseval/efseval/datasets"
)

// Faults of a number. None of them holds the number.
var (
	ErrForm     = errors.New("check: not the right number of digits 0-9")
	ErrDate     = errors.New("check: the date in the number does not exist")
	ErrChecksum = errors.New("check: the check digit does not agree")
)

// PESEL is what the Polish national number says of its holder.
type PESEL struct {
	Birth int32 // days since 1970-01-01
	Woman bool  // the 10th digit is even; 0 is even
}

// peselWeights multiply the first ten digits.
var peselWeights = []int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3}

// ParsePESEL reads RRMMDDZZZXQ: date of birth with the century in the month, serial number whose
// last digit X tells the sex, check digit Q.
//
//	month = MM - 80 (1800-1899), - 0 (1900-1999), - 20 (2000-2099), - 40 (2100-2199), - 60 (2200-2299)
//	Q     = (10 - (1a + 3b + 7c + 9d + 1e + 3f + 7g + 9h + 1i + 3j) mod 10) mod 10
//
// Anything but eleven digits 0-9 is [ErrForm]; white space and apostrophes are the reader's to
// take off. A date that does not exist, that of 00000000000 among them, is [ErrDate]. With
// [ErrChecksum] the birth and sex are given all the same: such numbers are in use.
//
// Source: domain 4.9 (PESEL-SRC); vectors there and in reference/10_pesel.
func ParsePESEL(text []byte) (PESEL, error) {
	var d [11]int
	if !digits(text, d[:]) {
		return PESEL{}, ErrForm
	}
	birth, err := peselBirth(d)
	if err != nil {
		return PESEL{}, ErrDate
	}
	p := PESEL{Birth: birth, Woman: d[9]%2 == 0}
	if (10-weighted(d[:10], peselWeights)%10)%10 != d[10] {
		return p, ErrChecksum
	}
	return p, nil
}

// peselBirth is the day of birth; an error where the calendar has no such day.
func peselBirth(d [11]int) (day int32, err error) {
	centuries := [...]int{1900, 2000, 2100, 2200, 1800} // by the tens of the month, two a century
	month := d[2]*10 + d[3]
	return datasets.DaysOf(centuries[month/20]+d[0]*10+d[1], month%20, d[4]*10+d[5])
}

// digits fills to with the digits of a text of exactly that length; false where it is anything
// else. Only ASCII digits count: others are not what a register writes.
func digits(text []byte, to []int) bool {
	if len(text) != len(to) {
		return false
	}
	for i, c := range text {
		if c < '0' || c > '9' {
			return false
		}
		to[i] = int(c - '0')
	}
	return true
}

// weighted is the sum of the digits times their weights.
func weighted(digits, weights []int) int {
	sum := 0
	for i, w := range weights {
		sum += digits[i] * w
	}
	return sum
}
