package stats

import (
	"errors"
	"math"
)

// SharePower is the power of a test of two shares by two approximations, and the
// effect it is for.
type SharePower struct {
	H       Maybe // [CohenH] of the shares
	Arcsine Maybe // by the arcsine transformation
	Normal  Maybe // by the normal approximation of the difference
}

// TwoSharesPower is the power to tell p1 from p2 with n people in each of two
// groups, two-sided, with z the normal quantile of (1+level)/2:
//
//	Arcsine  Phi(|h| sqrt(n/2) - z) + Phi(-|h| sqrt(n/2) - z)
//	Normal   Phi((|p1-p2| sqrt(n) - z s0)/s1) + Phi((-|p1-p2| sqrt(n) - z s0)/s1)
//	         s0^2 = 2 p (1-p), p = (p1+p2)/2,  s1^2 = p1 q1 + p2 q2
//
// With n below 1 it is undefined (NoTrials), and Normal too where both shares
// are 0 or 1 (NoVariance). Shares outside 0..1 and an impossible level are errors.
// R: pwr::pwr.2p.test(h, n), power.prop.test(n, p1, p2, strict = TRUE).
func TwoSharesPower(p1, p2 float64, n int, level float64) (SharePower, error) {
	if err := checkShares(p1, p2, level); err != nil {
		return SharePower{}, err
	}
	h := arcsineDifference(p1, p2)
	s := SharePower{H: defined(h), Arcsine: undefined(NoTrials), Normal: undefined(NoTrials)}
	if n < 1 {
		return s, nil
	}
	m, z := float64(n), -normalQuantile((1-level)/2)
	s.Arcsine = defined(normalPower(h*math.Sqrt(m/2), z))
	pooled, own := shareSpreads(p1, p2)
	off := math.Abs(p1-p2) * math.Sqrt(m)
	s.Normal = undefined(NoVariance)
	if own > 0 {
		s.Normal = defined(normalCDF((off-z*pooled)/own) + normalCDF((-off-z*pooled)/own))
	}
	return s, nil
}

// normalPower is P(|Z + shift| > z).
func normalPower(shift, z float64) float64 {
	return normalCDF(math.Abs(shift)-z) + normalCDF(-math.Abs(shift)-z)
}

// shareSpreads are the spreads of a difference of two shares, times sqrt(n),
// when they are equal and as they are.
func shareSpreads(p1, p2 float64) (pooled, own float64) {
	p := (p1 + p2) / 2
	return math.Sqrt(2 * p * (1 - p)), math.Sqrt(p1*(1-p1) + p2*(1-p2))
}

func checkShares(p1, p2, level float64) error {
	_, err := CohenH(p1, p2)
	return errors.Join(checkLevel(level), err)
}

// TwoSharesSample is the size of each of two equal groups with which a two-sided
// test tells p1 from p2 with a power. normal leaves the far tail out and so has a
// closed form:
//
//	normal   ((z s0 + z_power s1) / (p1-p2))^2
//
// Equal shares are NotReached. A power that is not between 1-level and 1 is an
// error. R: pwr::pwr.2p.test(h, power = p), power.prop.test(p1 = , p2 = , power = p).
func TwoSharesSample(p1, p2, power, level float64) (arcsine, normal NeededSample, err error) {
	if err := errors.Join(checkShares(p1, p2, level), checkPower(power, level)); err != nil {
		return NeededSample{}, NeededSample{}, err
	}
	if p1 == p2 {
		no := neededSample(undefined(NotReached))
		return no, no, nil
	}
	shift := shiftReaching(power, level)
	h := arcsineDifference(p1, p2)
	exact := shift.then(func(v float64) float64 { return 2 * (v / h) * (v / h) })
	pooled, own := shareSpreads(p1, p2)
	root := (-normalQuantile((1-level)/2)*pooled + normalQuantile(power)*own) / (p1 - p2)
	return neededSample(exact), neededSample(defined(root * root)), nil
}

// shiftReaching is the shift of a standard normal at which a two-sided test has
// a power.
func shiftReaching(power, level float64) Maybe {
	z := -normalQuantile((1 - level) / 2)
	return effectReaching(power, func(shift float64) float64 { return normalPower(shift, z) })
}

// TwoSharesDetectable is the smallest difference from p2 that n people in each
// of two groups tell with a power, as h and as the share above p2 that has it.
// The share is undefined (NotReached) where not even 1 is that far from p2; with
// n below 1 both are (NoTrials). Errors are those of [TwoSharesSample].
func TwoSharesDetectable(p2 float64, n int, power, level float64) (h, share Maybe, err error) {
	if err := errors.Join(checkShares(p2, p2, level), checkPower(power, level)); err != nil {
		return Maybe{}, Maybe{}, err
	}
	if n < 1 {
		return undefined(NoTrials), undefined(NoTrials), nil
	}
	h = shiftReaching(power, level).then(func(v float64) float64 { return v / math.Sqrt(float64(n)/2) })
	return h, shareAbove(p2, h), nil
}

// shareAbove is the share p with CohenH(p, base) = h.
func shareAbove(base float64, h Maybe) Maybe {
	if !h.Defined {
		return h
	}
	angle := math.Asin(math.Sqrt(base)) + h.Value/2
	if angle > math.Pi/2 {
		return undefined(NotReached)
	}
	return defined(math.Sin(angle) * math.Sin(angle))
}

// TargetPower is the power of a test of one share against a target.
type TargetPower struct {
	Arcsine Maybe // by the arcsine transformation
	Exact   Maybe // of the exact two-sided [BinomialTest]
	Size    Maybe // the true alpha of that test, at most 1-level
}

// ShareTargetPower is the power of n people to tell a share p from a target,
// two-sided at alpha = 1-level:
//
//	Arcsine  Phi(|h| sqrt(n) - z) + Phi(-|h| sqrt(n) - z)
//	Exact    sum of P(k; n, p) over the k with BinomialTest(k, n, target) <= alpha
//	Size     the same sum at p = target
//
// Exact power moves in steps and may fall as n grows by one. With n below 1 all is
// undefined (NoTrials), above a hundred thousand the exact ones (TooManyExact).
// Shares outside 0..1 and an impossible level are errors.
// R: pwr::pwr.p.test(h, n); sum(dbinom(k[p <= .05], n, p)).
func ShareTargetPower(target, p float64, n int, level float64) (TargetPower, error) {
	if err := checkShares(target, p, level); err != nil {
		return TargetPower{}, err
	}
	if n < 1 {
		u := undefined(NoTrials)
		return TargetPower{Arcsine: u, Exact: u, Size: u}, nil
	}
	z := -normalQuantile((1 - level) / 2)
	h := arcsineDifference(p, target)
	t := TargetPower{
		Arcsine: defined(normalPower(h*math.Sqrt(float64(n)), z)),
		Exact:   undefined(TooManyExact), Size: undefined(TooManyExact),
	}
	const most = 100_000
	if n > most {
		return t, nil
	}
	under, real := binomial{n: n, p: target}, binomial{n: n, p: p}
	below, above := under.rejected(1 - level)
	t.Exact = defined(min(1, real.atMost(below)+real.atLeast(above)))
	t.Size = defined(min(1, under.atMost(below)+under.atLeast(above)))
	return t, nil
}

// rejected are the largest outcome below the mean and the smallest above it
// whose two-sided p is at most alpha; -1 and n+1 where there is none.
func (b binomial) rejected(alpha float64) (below, above int) {
	const slack = 1e-12 // alpha is 1 - 0.95
	mean := int(float64(b.n) * b.p)
	rejects := func(k int) bool { return b.asExtreme(k) <= alpha+slack }
	for below = mean; below >= 0 && !rejects(below); below-- {
	}
	for above = mean + 1; above <= b.n && !rejects(above); above++ {
	}
	return below, above
}
