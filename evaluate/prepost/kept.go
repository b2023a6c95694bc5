package prepost

import (
	"cmp"
	"maps"
	"slices"
)

// Collision is several sheets of one wave under codes that are written differently and fold to
// the same.
type Collision struct {
	Places []string // of the sheets; no code
	Told   bool     // their days say which counts; otherwise none does: they may be two persons
}

// held is what is kept of the sheets of a wave: one a key.
type held struct {
	rows      int
	byKey     map[string]Sheet
	repeated  []string
	unclear   []string
	noCode    []string
	collided  []Collision
	heldApart []string
	kept      []int // Index of the sheets that count, in order of the keys
}

// hold keeps one sheet a key, the first in the order given.
func (f Folding) hold(sheets []Sheet, order func(a, b Sheet) int, keys map[string]string) held {
	h := held{rows: len(sheets), byKey: map[string]Sheet{}}
	byKey := map[string][]Sheet{}
	for _, s := range sheets {
		key := keys[s.Code]
		if key == "" {
			h.noCode = append(h.noCode, s.Place)
			continue
		}
		if key != f.Fold(s.Code) {
			h.heldApart = append(h.heldApart, s.Place)
		}
		byKey[key] = append(byKey[key], s)
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		s := h.one(byKey[key], order)
		h.byKey[key] = s
		if !s.unclear {
			h.kept = append(h.kept, s.Index)
		}
	}
	return h
}

// one is the sheet of a key that counts; where that cannot be told, one that stands for them all.
func (h *held) one(sheets []Sheet, order func(a, b Sheet) int) Sheet {
	slices.SortStableFunc(sheets, order)
	first, rest := sheets[0], sheets[1:]
	unclear := slices.ContainsFunc(rest, func(s Sheet) bool { return clash(first, s) })
	if slices.ContainsFunc(rest, func(s Sheet) bool { return written(s.Code) != written(first.Code) }) {
		h.collided = append(h.collided, Collision{Places: placesOf(sheets), Told: !unclear})
	}
	if unclear {
		h.unclear = append(h.unclear, placesOf(sheets)...)
		return Sheet{unclear: true, Group: groupOfAll(sheets)}
	}
	h.repeated = append(h.repeated, placesOf(rest)...)
	return first
}

// clash tells whether the days do not say which of two sheets under one key counts, and that
// matters: their scores or answers differ, or their codes are written differently, so that they may
// be those of two persons. A sheet without a score gives way to one that has it.
func clash(first, s Sheet) bool {
	if s.Dated && first.Dated && s.Day != first.Day {
		return false
	}
	if written(s.Code) != written(first.Code) {
		return true
	}
	return s.Scored == first.Scored && (s.Scored && s.Score != first.Score || s.Answers != first.Answers)
}

func placesOf(sheets []Sheet) []string {
	places := make([]string, len(sheets))
	for i, s := range sheets {
		places[i] = s.Place
	}
	return places
}

// groupOfAll is the group on which the sheets agree; empty where they do not.
func groupOfAll(sheets []Sheet) string {
	for _, s := range sheets {
		if s.Group != sheets[0].Group {
			return ""
		}
	}
	return sheets[0].Group
}

// earliest and latest order the sheets of one key so that the one that counts comes first:
// those with a score, then dated ones, then by day, then by score, so that equal ones are alike
// whatever the order of the rows.
func earliest(a, b Sheet) int { return inOrder(a, b, 1) }

func latest(a, b Sheet) int { return inOrder(a, b, -1) }

func inOrder(a, b Sheet, direction int) int {
	return cmp.Or(
		yesFirst(a.Scored, b.Scored), yesFirst(a.Dated, b.Dated),
		direction*cmp.Compare(a.Day, b.Day), cmp.Compare(a.Score, b.Score),
		cmp.Compare(a.Group, b.Group), cmp.Compare(a.Code, b.Code))
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
