package prepost

import (
	"fmt"
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
	Unscored int // persons whose sheets have no score on either side
	PreRows  int // sheets read
	PostRows int
	Repeated []string // places of further sheets of a code, passed over: the earliest before, the latest after counts
	NoCode   []string // places of sheets without a code
}

// Match pairs sheets by code: case, spaces at the ends apart, codes must be equal. Of several
// sheets before the earliest counts, of several after the latest; undated ones in the order of
// the input. A sheet from before dated after its pair is an error that names both places.
func Match(pre, post []Sheet) (Pairs, error) {
	p := Pairs{PreRows: len(pre), PostRows: len(post)}
	before, after := p.byCode(pre, earlier), p.byCode(post, later)
	var late []string
	for _, code := range codesOf(before, after) {
		a, hasA := before[code]
		b, hasB := after[code]
		hasA, hasB = hasA && a.Scored, hasB && b.Scored
		switch {
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

func groupOf(a, b Sheet) string {
	if a.Group != "" {
		return a.Group
	}
	return b.Group
}

func earlier(a, b Sheet) bool { return a.Dated && b.Dated && a.Day < b.Day }

func later(a, b Sheet) bool { return !a.Dated || !b.Dated || a.Day >= b.Day }

// byCode keeps one sheet a code; better tells whether a further one takes its place. A sheet
// without a score never takes the place of one that has it.
func (p *Pairs) byCode(sheets []Sheet, better func(further, kept Sheet) bool) map[string]Sheet {
	kept := map[string]Sheet{}
	for _, s := range sheets {
		code := strings.ToLower(strings.TrimSpace(s.Code))
		if code == "" {
			p.NoCode = append(p.NoCode, s.Place)
			continue
		}
		before, twice := kept[code]
		if twice {
			p.Repeated = append(p.Repeated, s.Place)
		}
		if !twice || s.Scored && (!before.Scored || better(s, before)) {
			kept[code] = s
		}
	}
	return kept
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
