package report

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
)

// ClaimCount is how many claims of a kind came out.
type ClaimCount struct {
	Kind      ClaimKind
	Good, All int
}

// CountClaims counts the claims by kind, in the order published, derived, absent; what was
// published as a plan counts with what was published as achieved. Kinds without a claim are
// left out, so that numbers worked out by somebody else never pass for published ones.
func CountClaims(claims []Claim) []ClaimCount {
	counts := []ClaimCount{{Kind: ClaimPublished}, {Kind: ClaimDerived}, {Kind: ClaimAbsent}}
	for _, c := range claims {
		i := 0
		switch c.Kind {
		case ClaimDerived:
			i = 1
		case ClaimAbsent:
			i = 2
		}
		counts[i].All++
		if c.Verdict == Reproduced {
			counts[i].Good++
		}
	}
	var made []ClaimCount
	for _, c := range counts {
		if c.All > 0 {
			made = append(made, c)
		}
	}
	return made
}

// Short is the count with its kind, for one line among others: "6 of 6 published".
func (c ClaimCount) Short() evaluate.Text {
	kind := evaluate.T("ogłoszonych", "published")
	switch c.Kind {
	case ClaimDerived:
		kind = evaluate.T("wyliczonych", "derived")
	case ClaimAbsent:
		kind = evaluate.T("nieogłoszonych", "not published")
	}
	return c.Of().Joined(" ", kind)
}

// Words is what the count is of.
func (c ClaimCount) Words() evaluate.Text {
	switch c.Kind {
	case ClaimDerived:
		return evaluate.T("wyliczone z ogłoszonych", "derived from published")
	case ClaimAbsent:
		return evaluate.T("nieogłoszone i niepodane", "not published and not given")
	}
	return evaluate.T("ogłoszone, odtworzone", "published, reproduced")
}

// Of is "7 of 7".
func (c ClaimCount) Of() evaluate.Text {
	return evaluate.T(fmt.Sprintf("%d z %d", c.Good, c.All), fmt.Sprintf("%d of %d", c.Good, c.All))
}

// words names the kind of a claim in the table of claims.
func (k ClaimKind) words() evaluate.Text {
	switch k {
	case ClaimPlanned:
		return evaluate.T("ogłoszona jako plan", "published as a plan")
	case ClaimDerived:
		return evaluate.T("wyliczona z ogłoszonych", "derived from published ones")
	case ClaimAbsent:
		return evaluate.T("nieogłoszona", "not published")
	}
	return evaluate.T("ogłoszona", "published")
}
