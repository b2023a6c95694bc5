package evaluate

import (
	"math"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// The quick way prints what the long way prints, digit for digit, for small and large, halves and negatives.
func TestQuickTextIsTheLongOne(t *testing.T) {
	number := rapid.OneOf(rapid.Int64Range(-200, 200), rapid.Int64Range(-1e9, 1e9), rapid.Int64())
	rapid.Check(t, func(t *rapid.T) {
		v := Ratio(number.Draw(t, "num"), rapid.OneOf(rapid.Int64Range(1, 200), rapid.Int64Range(1, 1e9), rapid.Int64Range(1, math.MaxInt64)).Draw(t, "den"))
		places := rapid.IntRange(0, 20).Draw(t, "places")
		if text, ok := v.quickRatio(); ok && text != v.ratioText() {
			t.Fatalf("%d/%d: %s, want %s", v.num, v.den, text, v.ratioText())
		}
		if got, want := v.Fixed(places), decimal.NewFromBigRat(v.rat(), int32(places)).StringFixed(int32(places)); got != want {
			t.Fatalf("%d/%d to %d places: %s, want %s", v.num, v.den, places, got, want)
		}
		hundred := new(big.Rat).Mul(v.rat(), big.NewRat(100, 1))
		if got, want := v.Percent(places), decimal.NewFromBigRat(hundred, int32(places)).StringFixed(int32(places)); got != want {
			t.Fatalf("%d/%d in per cent to %d places: %s, want %s", v.num, v.den, places, got, want)
		}
	})
}

func TestFixedRealIsThatOfDecimals(t *testing.T) {
	real := rapid.OneOf(rapid.Float64Range(-20, 20), rapid.Float64Range(-1e12, 1e12), rapid.Float64Range(-1e-9, 1e-9),
		rapid.Map(rapid.Int64Range(-99999, 99999), func(n int64) float64 { return float64(n) / 1000 }))
	rapid.Check(t, func(t *rapid.T) {
		x, places := real.Draw(t, "x"), rapid.IntRange(0, 12).Draw(t, "places")
		if got, want := fixedReal(x, places), decimal.NewFromFloat(x).StringFixed(int32(places)); got != want {
			t.Fatalf("%v to %d places: %s, want %s", x, places, got, want)
		}
	})
}
