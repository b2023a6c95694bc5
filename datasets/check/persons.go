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
	projects map[string]uint32
	stays    []stay
}

// stay is one person in one project: its first row.
type stay struct {
	checker *Checker
	row     comparedRow
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
	var sum [sha256.Size]byte
	p.mac.Reset()
	p.mac.Write(person)
	p.mac.Sum(sum[:0])
	return digest{binary.BigEndian.Uint64(sum[:]), binary.BigEndian.Uint64(sum[8:])}
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
	for group := range split(order, c.onePerson) {
		first := c.rows.rows[group[0]]
		for _, i := range group {
			if r := c.rows.rows[i]; cmp.Or(cmp.Compare(r.source, first.source), cmp.Compare(r.line, first.line)) < 0 {
				first = r
			}
		}
		if first.national && first.project != 0 {
			c.persons.stays = append(c.persons.stays, stay{c, first})
		}
	}
	c.rows.rows, c.rows.values = nil, nil
}

// Finish reports the persons that are in several projects, at the first row in each. It is
// called once, after every [Checker.Finish].
func (p *Persons) Finish() []Found {
	slices.SortStableFunc(p.stays, func(a, b stay) int {
		return cmp.Or(a.row.person.compare(b.row.person), cmp.Compare(a.row.project, b.row.project))
	})
	var several []stay
	for person := range split(p.stays, func(a, b stay) bool { return a.row.person == b.row.person }) {
		if person[0].row.project != person[len(person)-1].row.project {
			several = append(several, person...)
		}
	}
	slices.SortFunc(several, func(a, b stay) int {
		return cmp.Or(cmp.Compare(a.row.project, b.row.project), cmp.Compare(a.row.source, b.row.source), cmp.Compare(a.row.line, b.row.line))
	})
	var all []Found
	for _, s := range several {
		all = append(all, s.problem()...)
	}
	return all
}

func (s *stay) problem() []Found {
	c := s.checker
	i := slices.IndexFunc(c.rules, func(r Rule) bool { return r.Test == testProjects })
	if i < 0 {
		return nil
	}
	from := &c.sources[s.row.source]
	field := from.schema.Index(c.rules[i].Place)
	return []Found{{c.options.Project, c.problem(from.schema, hit{rule: i, field: field}, from.position(s.row.line, field))}}
}
