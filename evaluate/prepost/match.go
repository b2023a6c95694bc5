package prepost

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Sheet is a scored questionnaire of one person.
type Sheet struct {
	Code   string
	Group  string // women, men or empty: a split to report beside the whole
	Day    int32  // day it was filled in, since 1970-01-01
	Dated  bool
	Score  float64
	Scored bool
	Place  string // where it stands in the input, for messages; no code, no name
	Index  int    // its place among the sheets of its wave, for [Pairs.KeptPre]

	unclear bool // stands for sheets of which none counts
}

// Pair is the two scores of a person.
type Pair struct {
	Group     string
	Pre, Post float64
}

// Pairs is the outcome of matching: everybody is in exactly one place.
type Pairs struct {
	Matched  []Pair // in order of the codes, so that the order of rows changes nothing
	OnlyPre  int    // persons with a score before and none after
	OnlyPost int
	Unscored int // persons without a usable score: blank on either side, or contradictory sheets
	PreRows  int // sheets read
	PostRows int
	Repeated []string // places of further sheets of a code, passed over: the earliest before, the latest after counts
	Unclear  []string // places of sheets of one code and day (or without one) whose scores differ: none counts
	NoCode   []string // places of sheets without a code
	KeptPre  []int    // Index of the sheets before that count, in order of the codes
	KeptPost []int
}

// Match pairs sheets by code: case, spaces at the ends apart, codes must be equal. Of several
// sheets before the earliest counts, of several after the latest. Where the days do not tell
// (the same, or missing) and the scores differ, none of them counts: to choose would be to guess,
// and the choice would hang on the order of the rows. A sheet from before dated after its pair is
// an error that names both places.
func Match(pre, post []Sheet) (Pairs, error) {
	p := Pairs{PreRows: len(pre), PostRows: len(post)}
	before, after := p.byCode(pre, earliest), p.byCode(post, latest)
	var late []string
	for _, code := range codesOf(before, after) {
		a, hasA := before[code]
		b, hasB := after[code]
		p.keep(a, hasA, b, hasB)
		hasA, hasB = hasA && a.Scored, hasB && b.Scored
		switch {
		case a.unclear || b.unclear:
			p.Unscored++
		case hasA && hasB && a.Dated && b.Dated && a.Day > b.Day:
			late = append(late, a.Place+" is later than "+b.Place)
		case hasA && hasB:
			p.Matched = append(p.Matched, Pair{Group: groupOf(a, b), Pre: a.Score, Post: b.Score})
		case hasA:
			p.OnlyPre++
		case hasB:
			p.OnlyPost++
		default:
			p.Unscored++
		}
	}
	if len(late) > 0 {
		return p, fmt.Errorf("prepost: a sheet from before is dated after the one from after; correct the dates or swap the files: %s", strings.Join(late, "; "))
	}
	return p, nil
}

func (p *Pairs) keep(a Sheet, hasA bool, b Sheet, hasB bool) {
	if hasA && !a.unclear {
		p.KeptPre = append(p.KeptPre, a.Index)
	}
	if hasB && !b.unclear {
		p.KeptPost = append(p.KeptPost, b.Index)
	}
}

func groupOf(a, b Sheet) string {
	if a.Group != "" {
		return a.Group
	}
	return b.Group
}

// earliest and latest order the sheets of one code so that the one that counts comes first:
// those with a score, then dated ones, then by day, then by score, so that equal ones are alike
// whatever the order of the rows.
func earliest(a, b Sheet) int { return inOrder(a, b, 1) }

func latest(a, b Sheet) int { return inOrder(a, b, -1) }

func inOrder(a, b Sheet, direction int) int {
	return cmp.Or(
		yesFirst(a.Scored, b.Scored), yesFirst(a.Dated, b.Dated),
		direction*cmp.Compare(a.Day, b.Day), cmp.Compare(a.Score, b.Score), cmp.Compare(a.Group, b.Group))
}

func yesFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// byCode keeps one sheet a code.
func (p *Pairs) byCode(sheets []Sheet, order func(a, b Sheet) int) map[string]Sheet {
	byCode := map[string][]Sheet{}
	for _, s := range sheets {
		code := strings.ToLower(strings.TrimSpace(s.Code))
		if code == "" {
			p.NoCode = append(p.NoCode, s.Place)
			continue
		}
		byCode[code] = append(byCode[code], s)
	}
	kept := map[string]Sheet{}
	for _, code := range slices.Sorted(maps.Keys(byCode)) {
		kept[code] = p.one(byCode[code], order)
	}
	return kept
}

// one is the sheet of a code that counts; where that cannot be told, one that stands for them all.
func (p *Pairs) one(sheets []Sheet, order func(a, b Sheet) int) Sheet {
	slices.SortStableFunc(sheets, order)
	first := sheets[0]
	for _, s := range sheets[1:] {
		if clash(first, s) {
			for _, each := range sheets {
				p.Unclear = append(p.Unclear, each.Place)
			}
			return Sheet{unclear: true}
		}
	}
	for _, s := range sheets[1:] {
		p.Repeated = append(p.Repeated, s.Place)
	}
	return first
}

// clash tells whether two sheets of one code differ and their days do not say which counts.
func clash(first, s Sheet) bool {
	return s.Scored && first.Scored && s.Score != first.Score && (!s.Dated || !first.Dated || s.Day == first.Day)
}

func codesOf(a, b map[string]Sheet) []string {
	var codes []string
	for code := range a {
		codes = append(codes, code)
	}
	for code := range b {
		if _, both := a[code]; !both {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}

// In keeps the pairs of one group.
func (p Pairs) In(group string) []Pair {
	var out []Pair
	for _, pair := range p.Matched {
		if pair.Group == group {
			out = append(out, pair)
		}
	}
	return out
}
