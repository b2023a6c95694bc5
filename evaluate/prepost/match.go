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
	Index  int    // its place among the sheets of its wave, for [Pairs.KeptPre]

	// Answers is all that the sheet answers, written one way: two sheets of a code with the same score and
	// other answers are not alike. Empty where the score says all. It is compared and never printed.
	Answers string

	unclear bool // stands for sheets of which none counts
}

// Pair is the two scores of a person.
type Pair struct {
	Group     string
	Pre, Post float64
}

// Pairs is the outcome of matching: everybody is in exactly one place.
type Pairs struct {
	Matched   []Pair // in order of the keys, so that the order of rows changes nothing
	OnlyPre   int    // persons with a score before and none after
	OnlyPost  int
	Unscored  int // persons without a usable score: blank on either side, or contradictory sheets
	PreRows   int // sheets read
	PostRows  int
	Repeated  []string     // places of further sheets of a code, passed over: the earliest before, the latest after counts
	Unclear   []string     // places of sheets of one code and day (or without one) of which none counts: their scores or answers differ, or the writing of their codes
	NoCode    []string     // places of sheets without a code
	KeptPre   []int        // Index of the sheets before that count, in order of the keys
	KeptPost  []int        // the same of those after
	Folded    []FoldedPair // pairs whose codes are written differently
	Collided  []Collision  // sheets of one wave whose codes are written differently and fold to the same; they are among Repeated or Unclear, too
	HeldApart []string     // places of sheets whose codes differ from others only in where digits are parted: two codes
	Persons   []Person     // everybody, in order of the keys
}

// FoldedPair is a pair that was made although the two codes are written differently. It names
// places, never a code.
type FoldedPair struct {
	Pre, Post   string // places
	Differences []Difference
}

// Fate is what became of a person in the pairing.
type Fate string

// The fates; each person has one.
const (
	Paired   Fate = "pair"
	Leaver   Fate = "only before"
	Newcomer Fate = "only after"
	NoScore  Fate = "no score"
)

// Person is one person of a survey. Scores are those of the sheets that count.
type Person struct {
	Fate                Fate
	Group               string
	Pre, Post           float64
	HasPre, HasPost     bool // there is such a score; a NoScore may have one whose other side is contradictory
	PreIndex, PostIndex int  // Index of the sheets that count; -1: there is none
}

// Match pairs sheets by code as the zero [Folding] does; see [Folding.Match].
func Match(pre, post []Sheet) (Pairs, error) { return Folding{}.Match(pre, post) }

// Match pairs sheets by code, folded as [Folding.Keys] says; each pair that folding made is in
// Folded. Of several sheets before the earliest counts, of several after the latest. Where the days
// do not tell (the same, or missing) and the scores or answers differ or the codes are written differently,
// none of them counts: to choose would be to guess, and the choice would hang on the order of the
// rows. A sheet from before dated after its pair is an error that names both places.
func (f Folding) Match(pre, post []Sheet) (Pairs, error) {
	keys := f.keysOf(pre, post)
	return joined(f.hold(pre, earliest, keys), f.hold(post, latest, keys), f)
}

// keysOf are the [Folding.Keys] of the sheets of several waves.
func (f Folding) keysOf(waves ...[]Sheet) map[string]string {
	var codes []string
	for _, sheets := range waves {
		for _, s := range sheets {
			codes = append(codes, s.Code)
		}
	}
	return f.Keys(codes)
}

// joined pairs what is kept of two waves.
func joined(before, after held, f Folding) (Pairs, error) {
	p := Pairs{
		PreRows: before.rows, PostRows: after.rows, KeptPre: before.kept, KeptPost: after.kept,
		Repeated:  slices.Concat(before.repeated, after.repeated),
		Unclear:   slices.Concat(before.unclear, after.unclear),
		NoCode:    slices.Concat(before.noCode, after.noCode),
		Collided:  slices.Concat(before.collided, after.collided),
		HeldApart: slices.Concat(before.heldApart, after.heldApart),
	}
	var late []string
	for _, key := range keysIn(before.byKey, after.byKey) {
		a, hasA := before.byKey[key]
		b, hasB := after.byKey[key]
		if isLate(a, b) {
			late = append(late, a.Place+" is later than "+b.Place)
			continue
		}
		p.add(a, hasA, b, hasB, f)
	}
	if len(late) > 0 {
		return p, fmt.Errorf("prepost: a sheet from before is dated after the one from after; correct the dates or swap the files: %s", strings.Join(late, "; "))
	}
	return p, nil
}

// isLate tells whether a pair of scored sheets stands the wrong way round in time.
func isLate(a, b Sheet) bool {
	return a.Scored && b.Scored && a.Dated && b.Dated && a.Day > b.Day
}

// add files a person under one fate.
func (p *Pairs) add(a Sheet, hasA bool, b Sheet, hasB bool, f Folding) {
	person := personOf(a, hasA, b, hasB)
	p.Persons = append(p.Persons, person)
	switch person.Fate {
	case Paired:
		p.Matched = append(p.Matched, Pair{Group: person.Group, Pre: a.Score, Post: b.Score})
		if written(a.Code) != written(b.Code) {
			p.Folded = append(p.Folded, FoldedPair{Pre: a.Place, Post: b.Place, Differences: f.Differences(a.Code, b.Code)})
		}
	case Leaver:
		p.OnlyPre++
	case Newcomer:
		p.OnlyPost++
	default:
		p.Unscored++
	}
}

func personOf(a Sheet, hasA bool, b Sheet, hasB bool) Person {
	p := Person{
		Fate: NoScore, Group: groupOf(a, b), PreIndex: -1, PostIndex: -1,
		HasPre: hasA && a.Scored, HasPost: hasB && b.Scored,
	}
	if p.HasPre {
		p.Pre = a.Score
	}
	if p.HasPost {
		p.Post = b.Score
	}
	if hasA && !a.unclear {
		p.PreIndex = a.Index
	}
	if hasB && !b.unclear {
		p.PostIndex = b.Index
	}
	switch {
	case a.unclear || b.unclear:
	case p.HasPre && p.HasPost:
		p.Fate = Paired
	case p.HasPre:
		p.Fate = Leaver
	case p.HasPost:
		p.Fate = Newcomer
	}
	return p
}

func groupOf(a, b Sheet) string {
	if a.Group != "" {
		return a.Group
	}
	return b.Group
}

func keysIn(waves ...map[string]Sheet) []string {
	seen := map[string]bool{}
	var keys []string
	for _, byKey := range waves {
		for key := range byKey {
			if !seen[key] {
				seen[key] = true
				keys = append(keys, key)
			}
		}
	}
	slices.Sort(keys)
	return keys
}

// In are the pairs of one group, in the order of Matched; none where no pair is of it.
func (p Pairs) In(group string) []Pair { return inGroup(p.Matched, group) }
