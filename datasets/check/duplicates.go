package check

import (
	"math"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// groupTests find among the rows of one person in one project, in order of entry, those that cannot
// all be meant: every one of them, since nobody knows which is. One row alone is never among them.
var groupTests = map[string]func(c *Checker, group []uint32) []uint32{
	"duplicate": (*Checker).duplicates,
	"overlap":   (*Checker).overlaps,
	"twin":      (*Checker).twins,
}

// ofPersons are the rows of exports in which a row is a person, or the others.
func (c *Checker) ofPersons(group []uint32, want bool) (rows []uint32) {
	for _, i := range group {
		if (c.sources[c.rows.at(i).source].meaning == datasets.PerPerson) == want {
			rows = append(rows, i)
		}
	}
	return rows
}

// duplicates are rows of one date of entry. A later entry may be somebody who came back.
func (c *Checker) duplicates(group []uint32) (found []uint32) {
	same := func(i, j uint32) bool { return c.rows.at(i).entry == c.rows.at(j).entry }
	for part := range split(c.ofPersons(group, true), same) {
		if len(part) > 1 {
			found = append(found, part...)
		}
	}
	return found
}

// overlaps are stays that share a day with one of another date of entry. A row without an exit goes
// on; one without an entry, or that ends before it begins, says no stay.
func (c *Checker) overlaps(group []uint32) (found []uint32) {
	rows := slices.DeleteFunc(c.ofPersons(group, true), func(i uint32) bool {
		r := c.rows.at(i)
		return r.entry == noValue || c.lastDay(i) < r.entry
	})
	until := int32(noValue) // the last day of all stays of earlier entries
	same := func(i, j uint32) bool { return c.rows.at(i).entry == c.rows.at(j).entry }
	var before []uint32 // of the entry before
	for part := range split(rows, same) {
		if len(part) == 0 {
			break
		}
		entry := c.rows.at(part[0]).entry
		for _, i := range before {
			if c.lastDay(i) >= entry {
				found = append(found, i)
			}
		}
		before = before[:0]
		for _, i := range part {
			if until >= entry {
				found = append(found, i)
			} else {
				before = append(before, i)
			}
		}
		for _, i := range part {
			until = max(until, c.lastDay(i))
		}
	}
	return found
}

// twins are rows that hold the same in every field.
func (c *Checker) twins(group []uint32) (found []uint32) {
	rows, times := c.ofPersons(group, false), map[uint64]int{}
	for _, i := range rows {
		times[c.rows.at(i).content]++
	}
	return slices.DeleteFunc(rows, func(i uint32) bool { return times[c.rows.at(i).content] < 2 })
}

// lastDay is the last day of a stay, beyond every date where it is open.
func (c *Checker) lastDay(row uint32) int32 {
	if exit := c.rows.value(row, c.exit); exit != noValue {
		return exit
	}
	return math.MaxInt32
}
