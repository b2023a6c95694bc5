package cost

import (
	"math/big"

	"github.com/efseval/efseval/evaluate"
)

// Numerator says whose money a unit cost counts.
type Numerator string

// The numerators of a unit cost.
const (
	Whole Numerator = "total" // everything spent
	OfEU  Numerator = "eu"    // the part from the Fund
	Other Numerator = "rest"  // the remaining national money; not the same as the own contribution
)

// Of is the amount a numerator stands for; ok is false where it is not known.
func (n Numerator) Of(a Amounts) (grosze int64, ok bool) {
	switch n {
	case OfEU:
		return a.EU, a.EUKnown
	case Other:
		return a.Total - a.EU, a.EUKnown
	}
	return a.Total, true
}

// Words names the numerator in front of "per participant".
func (n Numerator) Words() evaluate.Text {
	switch n {
	case OfEU:
		return evaluate.T("środki UE", "EU money")
	case Other:
		return evaluate.T("pozostałe środki krajowe", "remaining national money")
	}
	return evaluate.T("koszt", "cost")
}

// Per makes the figure of a cost for each of n units, exact; not available where n is 0.
//
//	grosze / (100 n)
func Per(id string, label evaluate.Text, grosze, n int64) evaluate.Figure {
	return evaluate.NewFigure(id, label, evaluate.GroszePer(grosze, n), evaluate.Zloty).
		WithShare(evaluate.Grosze(grosze), evaluate.Count(int(n)))
}

// Converted multiplies an exact amount (grosze over n units) by a rate and gives the result as
// a Value of whole units of the new currency or price year. The arithmetic is exact; where the
// ratio does not fit in 64-bit whole numbers it is rounded half-up at the 10th decimal. It is absent
// where n is 0, and where even the rounded amount does not fit.
func Converted(grosze, n int64, rate *big.Rat) evaluate.Value {
	if n == 0 {
		return evaluate.Value{}
	}
	x := new(big.Rat).Mul(big.NewRat(grosze, 100*n), rate)
	if x.Num().IsInt64() && x.Denom().IsInt64() {
		return evaluate.Ratio(x.Num().Int64(), x.Denom().Int64())
	}
	const scale = 10_000_000_000
	scaled := new(big.Rat).Mul(x, big.NewRat(scale, 1))
	whole := roundHalfUp(scaled)
	if !whole.IsInt64() {
		return evaluate.Value{}
	}
	return evaluate.Ratio(whole.Int64(), scale)
}

// NotAdditive is the warning of every cost per result: the same expenditure produced all
// results, so their unit costs must not be summed.
func NotAdditive() evaluate.Warning {
	return evaluate.NewWarning("cost.not-additive", evaluate.T(
		"koszty na rezultat nie sumują się: te same wydatki dały wszystkie rezultaty",
		"costs per result are not additive: the same expenditure produced all results"))
}

// Residue is what rounding the unit cost to the grosz would leave over when multiplied back; below 0
// where it was rounded up, and 0 where n is 0.
//
//	total - n · round(total / n)      in grosze
func Residue(grosze, n int64) int64 {
	if n == 0 {
		return 0
	}
	return grosze - n*roundHalfUp(big.NewRat(grosze, n)).Int64()
}

// roundHalfUp rounds a ratio to a whole number, halves away from zero.
func roundHalfUp(r *big.Rat) *big.Int {
	num, den := new(big.Int).Set(r.Num()), r.Denom()
	negative := num.Sign() < 0
	num.Abs(num).Mul(num, big.NewInt(2)).Add(num, den)
	q := num.Quo(num, new(big.Int).Mul(den, big.NewInt(2)))
	if negative {
		q.Neg(q)
	}
	return q
}
