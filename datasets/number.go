package datasets

import (
	"bytes"
	"errors"
	"math"
	"strconv"
	"strings"
)

// Decimal is a number exactly as written: Digits / 10^Scale.
type Decimal struct {
	Digits int64
	Scale  int
}

// Errors of a number cell. They say what is wrong with it, never what it held.
var (
	ErrNumber    = errors.New("is not a number")
	ErrAmbiguous = errors.New("could be thousands or decimals; say `decimal:` in the profile or project file")
	ErrRange     = errors.New("has too many digits")
)

// ParseDecimal reads a number as Polish offices write it: groups of three parted by space,
// NBSP (U+00A0), narrow NBSP (U+202F), dot or apostrophe (' or ’); a decimal comma or point;
// endings zł, PLN, złotych in any letter case; tys. and mln. decimal is ',' or '.', or 0 where it
// is to be concluded from the number itself.
//
// Where nothing is declared "1,234" is 1.234 and "1.234" is [ErrAmbiguous]. The comma is the
// decimal mark of Polish data and parts groups only beside a decimal point (1,234.50), whereas
// the dot does both: it parts thousands in offices and decimals in what programs write.
//
// Groups that are not whole are [ErrNumber] and never closed up, since that would change the
// amount silently: an empty group (1,,234), one at an edge (.5 where the comma is declared),
// marks of two kinds (1 234.567) and a first group with a leading zero (0.500).
func ParseDecimal(text []byte, decimal byte) (Decimal, error) {
	d, _, err := readDecimal(text, decimal)
	return d, err
}

// readDecimal is ParseDecimal that tells the forms of the number.
func readDecimal(text []byte, decimal byte) (Decimal, forms, error) {
	if n, plain := plainDigits(text); plain {
		return Decimal{Digits: n}, formWhole, nil
	}
	s, zeros, met := stripUnits(strings.TrimSpace(string(text)))
	s, negative := cutSign(s)
	whole, fraction, marks, err := splitDecimal(s, decimal)
	if err != nil {
		return Decimal{}, 0, err
	}
	d, err := digitsOf(whole, fraction)
	if err != nil {
		return Decimal{}, 0, err
	}
	if negative {
		d.Digits = -d.Digits
	}
	d, err = d.shift(zeros)
	return d, met | marks, err
}

// plainDigits reads a number that is nothing but digits, as most are.
func plainDigits(text []byte) (n int64, ok bool) {
	if len(text) == 0 || len(text) > 18 {
		return 0, false
	}
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}

func digitsOf(whole, fraction string) (Decimal, error) {
	all := whole + fraction
	if all == "" {
		return Decimal{}, ErrNumber
	}
	for i := 0; i < len(all); i++ {
		if all[i] < '0' || all[i] > '9' {
			return Decimal{}, ErrNumber
		}
	}
	n, err := strconv.ParseInt(all, 10, 64)
	if err != nil {
		return Decimal{}, ErrRange
	}
	return Decimal{Digits: n, Scale: len(fraction)}, nil
}

func (d Decimal) shift(zeros int) (Decimal, error) {
	for ; zeros > 0; zeros-- {
		if d.Scale > 0 {
			d.Scale--
			continue
		}
		if d.Digits > math.MaxInt64/10 || d.Digits < math.MinInt64/10 {
			return Decimal{}, ErrRange
		}
		d.Digits *= 10
	}
	return d, nil
}

// Grosze is the amount in hundredths of a złoty; an error where it has more than two decimals
// that are not zero, since money is never rounded on reading.
func (d Decimal) Grosze() (int64, error) {
	for ; d.Scale > 2; d.Scale-- {
		if d.Digits%10 != 0 {
			return 0, errors.New("has a fraction of a grosz")
		}
		d.Digits /= 10
	}
	d, err := Decimal{Digits: d.Digits}.shift(2 - d.Scale)
	return d.Digits, err
}

// Whole is the number where it has no fraction.
func (d Decimal) Whole() (int64, error) {
	for ; d.Scale > 0; d.Scale-- {
		if d.Digits%10 != 0 {
			return 0, errors.New("is not a whole number")
		}
		d.Digits /= 10
	}
	return d.Digits, nil
}

// Float is the nearest float64, the same as strconv gives for the plain decimal text.
func (d Decimal) Float() float64 {
	text := strconv.FormatInt(d.Digits, 10) + "e-" + strconv.Itoa(d.Scale)
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0
	}
	return x
}

// RoundDouble is the number that a double of a typed cell stands for: the nearest of 15
// significant digits, which is what spreadsheets show. It takes the noise of their arithmetic
// off: 3.3000000000000003, the sum of 1.1 and 2.2, is 3.3.
func RoundDouble(x float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 14, 64), 64)
	if err != nil {
		return x
	}
	return rounded
}

// parsePlain reads a number that a typed cell (XLSX, Parquet) holds: plain digits and a point,
// perhaps with an exponent.
func parsePlain(text []byte) (Decimal, error) {
	s := string(bytes.TrimSpace(text))
	if strings.ContainsAny(s, "eE") {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return Decimal{}, ErrNumber
		}
		s = strconv.FormatFloat(x, 'f', -1, 64)
	}
	return ParseDecimal([]byte(s), '.')
}
