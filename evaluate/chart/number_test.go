package chart

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{PL.count(0), "0"},
		{PL.count(999), "999"},
		{PL.count(1234567), "1 234 567"},
		{EN.count(1234567), "1,234,567"},
		{EN.count(-1234), "−1,234"},
		{PL.money(93971745), "939 717,45 zł"},
		{EN.money(93971745), "PLN 939,717.45"},
		{PL.money(5), "0,05 zł"},
		{PL.money(math.MaxInt64), "92 233 720 368 547 758,07 zł"},
		{PL.decimal(1234.5, 2), "1 234,50"},
		{EN.decimal(-0.004, 2), "0.00"},
		{EN.decimal(-0.006, 2), "−0.01"},
		{PL.signed(0.53, 2), "+0,53"},
		{PL.signed(0, 2), "0,00"},
		{PL.signed(0.001, 2), "0,00"},
		{PL.signed(-1, 0), "−1"},
		{PL.short(2.5, 3), "2,5"},
		{PL.short(20, 3), "20"},
		{PL.percent(37, 60), "61,67%"}, // 61.666… %
		{PL.percent(23, 60), "38,33%"},
		{EN.percent(1, 800), "0.13%"}, // 0.125 exactly, half up
		{EN.percent(1, 1), "100.00%"},
		{EN.percent(0, 7), "0.00%"},
		{EN.percent(math.MaxInt64, math.MaxInt64), "100.00%"},
	} {
		if plainSpaces(c.got) != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// Nobody is never said to be somebody, nor everybody but one to be all.
func TestWholePercent(t *testing.T) {
	for _, c := range []struct {
		n, of int64
		want  string
	}{
		{0, 7, "0%"}, {7, 7, "100%"}, {1, 8, "13%"}, {1, 200, "1%"}, {1, 201, "<1%"}, {199, 200, ">99%"}, {198, 200, "99%"},
		{994, 1000, "99%"}, {995, 1000, ">99%"}, {1, 1e16, "<1%"}, {1e16 - 1, 1e16, ">99%"},
	} {
		if got := PL.wholePercent(c.n, c.of); got != c.want {
			t.Errorf("%d of %d is %s, want %s", c.n, c.of, got, c.want)
		}
	}
}

// Half up on the exact quotient: ⌊(20000n + of) / 2of⌋ hundredths.
func TestPercentIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.Int64Range(1, math.MaxInt64).Draw(t, "of")
		n := rapid.Int64Range(0, of).Draw(t, "n")
		num := new(big.Int).Mul(big.NewInt(20000), big.NewInt(n))
		num.Add(num, big.NewInt(of))
		want := num.Div(num, new(big.Int).Mul(big.NewInt(2), big.NewInt(of))).String()
		got := strings.ReplaceAll(strings.TrimSuffix(EN.percent(n, of), "%"), ".", "")
		if strings.TrimLeft(got, "0") != strings.TrimLeft(want, "0") {
			t.Fatalf("percent(%d, %d) = %s, want %s hundredths", n, of, got, want)
		}
	})
}

// Money can be read back to the grosz.
func TestMoneyReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		grosze := rapid.Int64Range(0, math.MaxInt64).Draw(t, "grosze")
		for _, lang := range []Lang{PL, EN} {
			digits := strings.Map(func(r rune) rune {
				if r < '0' || r > '9' {
					return -1
				}
				return r
			}, lang.money(grosze))
			if back, err := strconv.ParseInt(digits, 10, 64); err != nil || back != grosze {
				t.Fatalf("%s of %d reads back as %d, %v", lang.money(grosze), grosze, back, err)
			}
		}
	})
}
