package stats

import "math"

// ShareChange is how the share of yes changed in the same people.
type ShareChange struct {
	N         int
	Pre, Post Maybe // shares of yes
	Diff      Maybe // Post - Pre
	// Newcombe is the interval to print; Wald, for comparison, is too short in
	// small groups and of width 0 where nobody changed.
	Newcombe, Wald Interval
	Need           Need
}

// PairedShares takes the four counts of a transition table: people who said yes
// both times, no then yes (up), yes then no (down), no both times.
//
//	Diff      (up - down)/n
//	Wald      Diff ± z sqrt(up + down - (up-down)^2/n)/n
//	Newcombe  method 10: with the [Wilson] interval (l, u) of each share p1 before, p2 after,
//	          Diff - sqrt((p2-l2)^2 - 2 f (p2-l2)(u1-p1) + (u1-p1)^2) to
//	          Diff + sqrt((u2-p2)^2 - 2 f (u2-p2)(p1-l1) + (p1-l1)^2)
//
// where f is the phi of the table, its numerator e = yes*no - up*down lessened
// by n/2 towards 0 where it is positive, and 0 where a margin is empty.
//
// Without people all is undefined (NoPairs). Negative counts and an impossible
// level are errors. Newcombe (1998), Statistics in Medicine 17, 2635-2650.
func PairedShares(yes, up, down, no int, level float64) (ShareChange, error) {
	n := yes + up + down + no
	for _, part := range []int{yes, up, down, no} {
		if err := checkShare(part, n, level); err != nil {
			return ShareChange{}, err
		}
	}
	c := ShareChange{N: n, Need: Need{N: 1, Of: "pairs", For: "an interval of the change of a share"}}
	if n == 0 {
		u := undefined(NoPairs)
		c.Pre, c.Post, c.Diff = u, u, u
		c.Newcombe, c.Wald = noInterval(NoPairs, level), noInterval(NoPairs, level)
		return c, nil
	}
	m, diff := float64(n), float64(up-down)
	c.Pre, c.Post = defined(float64(yes+down)/m), defined(float64(yes+up)/m)
	c.Diff = defined(diff / m)
	half := -normalQuantile((1-level)/2) * math.Sqrt(float64(up+down)-diff*diff/m) / m
	c.Wald = interval(c.Diff.Value-half, c.Diff.Value+half, level)
	var err error
	c.Newcombe, err = c.newcombe(yes+down, yes+up, correctedPhi(yes, up, down, no), level)
	return c, err
}

func (c ShareChange) newcombe(pre, post int, phi, level float64) (Interval, error) {
	one, err := Wilson(pre, c.N, level)
	if err != nil {
		return Interval{}, err
	}
	two, err := Wilson(post, c.N, level)
	if err != nil {
		return Interval{}, err
	}
	p1, p2 := c.Pre.Value, c.Post.Value
	reach := func(a, b float64) float64 { return math.Sqrt(max(0, a*a-2*phi*a*b+b*b)) }
	return interval(
		c.Diff.Value-reach(p2-two.Lo.Value, one.Hi.Value-p1),
		c.Diff.Value+reach(two.Hi.Value-p2, p1-one.Lo.Value), level), nil
}

func correctedPhi(yes, up, down, no int) float64 {
	a, b, c, d := float64(yes), float64(up), float64(down), float64(no)
	product := (a + b) * (c + d) * (a + c) * (b + d)
	if product == 0 {
		return 0
	}
	e := a*d - b*c
	if e > 0 {
		e = max(0, e-(a+b+c+d)/2)
	}
	return e / math.Sqrt(product)
}
