package check

import (
	"cmp"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// digest stands for a person: the first half of an HMAC-SHA-256 under the key of the run.
type digest [2]uint64

func (d digest) compare(e digest) int {
	return cmp.Or(cmp.Compare(d[0], e[0]), cmp.Compare(d[1], e[1]))
}

// Persons knows the persons of the projects of one run apart without knowing who they are: by
// HMAC-SHA-256 under a random key that is never shown and ends with the run. Plain digests would
// not do, since every possible PESEL can be tried in minutes. Not for several goroutines at once.
//
// Only identifiers with the form of a PESEL tell the same person in two projects; a code that a
// project gave, as SYN-001, may be another person's elsewhere.
type Persons struct {
	mac      hash.Hash
	sum      []byte // of the last digest, to be used again
	projects map[string]uint32
	stays    []stay
	checkers []*Checker // that gave their persons
}

// stay is one person in one project: its first row.
type stay struct {
	person  digest
	project uint32
	line    int32
	checker uint32 // in checkers
	source  uint16 // of the checker
}

// Found is a Problem and the project it is of, as [Options] name it.
type Found struct {
	Project string
	Problem datasets.Problem
}

// NewPersons draws the key of a run. The error is that of the machine's source of randomness.
func NewPersons() (*Persons, error) {
	key := make([]byte, sha256.Size)
	if _, err := rand.Read(key); err != nil {
		return nil, fmt.Errorf("check: drawing the key of the run: %w", err)
	}
	return &Persons{mac: hmac.New(sha256.New, key), projects: map[string]uint32{}}, nil
}

func (p *Persons) digest(person []byte) digest {
	p.mac.Reset()
	p.mac.Write(person)
	p.sum = p.mac.Sum(p.sum[:0])
	return digest{binary.BigEndian.Uint64(p.sum), binary.BigEndian.Uint64(p.sum[8:])}
}

// project numbers the projects from 1.
func (p *Persons) project(name []byte) uint32 {
	n, known := p.projects[string(name)]
	if !known {
		n = uint32(len(p.projects) + 1)
		p.projects[string(name)] = n
	}
	return n
}

// hand gives the persons of a checker to the run, each with the first of its rows, and lets the
// rows go.
func (c *Checker) hand(order []uint32) {
	checker := uint32(len(c.persons.checkers))
	c.persons.checkers = append(c.persons.checkers, c)
	for group := range split(order, c.onePerson) {
		first := c.rows.at(group[0])
		for _, i := range group {
			if r := c.rows.at(i); cmp.Or(cmp.Compare(r.source, first.source), cmp.Compare(r.line, first.line)) < 0 {
				first = r
			}
		}
		if first.national && first.project != 0 {
			c.persons.stays = append(c.persons.stays, stay{first.person, first.project, first.line, checker, first.source})
		}
	}
	c.rows.chunks, c.rows.n = nil, 0
}

// Finish reports the persons that are in several projects, at the first row in each. It is
// called once, after every [Checker.Finish].
func (p *Persons) Finish() []Found {
	slices.SortFunc(p.stays, func(a, b stay) int {
		return cmp.Or(a.person.compare(b.person), cmp.Compare(a.project, b.project), inOrder(a, b))
	})
	var several []stay
	for person := range split(p.stays, func(a, b stay) bool { return a.person == b.person }) {
		if person[0].project != person[len(person)-1].project {
			several = append(several, person...)
		}
	}
	slices.SortFunc(several, inOrder)
	var all []Found
	for _, s := range several {
		all = append(all, p.checkers[s.checker].several(s)...)
	}
	return all
}

// inOrder orders stays as they were read.
func inOrder(a, b stay) int {
	return cmp.Or(cmp.Compare(a.checker, b.checker), cmp.Compare(a.source, b.source), cmp.Compare(a.line, b.line))
}

// several is the note on a person in several projects.
func (c *Checker) several(s stay) []Found {
	i := slices.IndexFunc(c.rules, func(r Rule) bool { return r.Test == testProjects })
	if i < 0 {
		return nil
	}
	from := &c.sources[s.source]
	field := from.schema.Index(c.rules[i].Place)
	return []Found{{c.options.Project, c.problem(from.schema, hit{rule: i, field: field}, from.position(s.line, field))}}
}
