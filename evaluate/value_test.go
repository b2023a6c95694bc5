package evaluate

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestValueText(t *testing.T) {
	for _, c := range []struct {
		v     Value
		exact string
		cents string
	}{
		{Count(60), "60", "60.00"},
		{Grosze(93971745), "939717.45", "939717.45"},
		{GroszePer(93971745, 60), "15661.9575", "15661.96"},
		{Ratio(37, 60), "0.61666666666666667", "0.62"},
		{Ratio(1, 3), "0.33333333333333333", "0.33"},
		{Ratio(2, 3), "0.66666666666666667", "0.67"},
		{Ratio(-1, 200), "-0.005", "-0.01"}, // halves go away from zero
		{Ratio(1, 200), "0.005", "0.01"},
		{Ratio(1, -4), "-0.25", "-0.25"},
		{GroszePer(480000000, 839), "5721.0965435041716", "5721.10"},
		{Real(0.5), "0.5", "0.50"},
		{Value{}, "", ""},
		{Ratio(1, 0), "", ""},
	} {
		if got := c.v.String(); got != c.exact {
			t.Errorf("String() = %s, want %s", got, c.exact)
		}
		if got := c.v.Fixed(2); got != c.cents {
			t.Errorf("%s Fixed(2) = %s, want %s", c.exact, got, c.cents)
		}
	}
}

// The text of a ratio reads back as the float64 nearest to the ratio.
func TestRatioTextReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		num, den := rapid.Int64Range(-1e13, 1e13).Draw(t, "num"), rapid.Int64Range(1, 1e6).Draw(t, "den")
		text := Ratio(num, den).String()
		got, err := strconv.ParseFloat(text, 64)
		want, _ := big.NewRat(num, den).Float64()
		if err != nil || got != want {
			t.Fatalf("%d/%d prints %s, reads back %v, want %v", num, den, text, got, want)
		}
	})
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		u      Unit
		v      Value
		pl, en string
	}{
		{Zloty, Grosze(93971745), "939 717,45 zł", "PLN 939,717.45"},
		{Zloty, GroszePer(480000000, 839), "5 721,10 zł", "PLN 5,721.10"},
		{Euro, Ratio(343073, 100), "3 430,73 EUR", "EUR 3,430.73"},
		{Share, Ratio(37, 60), "61,67%", "61.67%"},
		{Persons, Count(839), "839", "839"},
		{Persons, Count(1234567), "1 234 567", "1,234,567"},
		{Points, Real(-0.256), "−0,26", "−0.26"},
		{PValue, Real(0.00001), "< 0,001", "< 0.001"},
		{PValue, Real(0.0566), "0,057", "0.057"},
		{Persons, Value{}, "–", "–"},
	} {
		plain := strings.NewReplacer(nbsp, " ")
		if got := plain.Replace(c.u.Format(c.v, PL)); got != c.pl {
			t.Errorf("%s in Polish is %q, want %q", c.u, got, c.pl)
		}
		if got := plain.Replace(c.u.Format(c.v, EN)); got != c.en {
			t.Errorf("%s in English is %q, want %q", c.u, got, c.en)
		}
	}
}
